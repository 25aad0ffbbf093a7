namespace LearningCity.Docs.Language;

/// <summary>The English table: same keys and places as the Vietnamese one, which comes first.</summary>
internal static class EnglishSentences
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        // Locations
        ["location.tableCell"] = "Table {0}, row {1}, column {2}",
        ["location.file"] = "Whole file",
        // --- LC10xx: the file (Packages) ---
        // --- LC11xx: identity (Reading) ---
        // --- LC2xxx: one entry (Reading and Checking) ---
        // --- LC3xxx: between entries (Checking) ---
        // --- Fixes (Checking, Writing) ---
        // --- Evaluation ---
        // --- Blank forms and prompts (Writing, Documents) ---
        // --- LC9xxx and template errors (Templating) ---
        // --- Command line and web page (Cli, Http) ---
    };
}
