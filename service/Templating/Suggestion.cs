namespace LearningCity.Docs.Templating;

/// <summary>"Ý bạn là …?": the nearest of the names that exist, when one is near enough to be what was meant.</summary>
internal static class Suggestion
{
    /// <summary>A sentence to follow a message, empty when nothing is near.</summary>
    public static Sentence Sentence(string name, IEnumerable<string> known) =>
        Nearest(name, known) is { } near ? new Sentence("template.didYouMean", near) : new Sentence("template.noSuggestion");

    /// <summary>At most a third of the letters differ, at least one may; ties go to the first in the order of the alphabet.</summary>
    public static string? Nearest(string name, IEnumerable<string> known) => known
        .Select(candidate => (Candidate: candidate, Distance: Distance(name, candidate)))
        .Where(pair => pair.Distance <= Math.Max(1, name.Length / 3))
        .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Candidate, StringComparer.Ordinal)
        .Select(pair => pair.Candidate).FirstOrDefault();

    /// <summary>Edits between two names: insert, delete, replace, or swap of neighbours (optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) { table[i, 0] = i; }
        for (var j = 0; j <= b.Length; j++) { table[0, j] = j; }
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var least = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) { least = Math.Min(least, table[i - 2, j - 2] + 1); }
                table[i, j] = least;
            }
        }
        return table[a.Length, b.Length];
    }
}
