namespace LearningCity.Docs.Language;

/// <summary>Bảng câu tiếng Việt: every sentence that a user reads. Where · what is wrong · the rule · what to do.</summary>
internal static class VietnameseSentences
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        // Locations
        ["location.tableCell"] = "Bảng {0}, hàng {1}, cột {2}",
        ["location.file"] = "Toàn tệp",
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
