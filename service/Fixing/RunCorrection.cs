using LearningCity.Docs.Text;

namespace LearningCity.Docs.Fixing;

/// <summary>
/// A correction of a text made of runs: each run is corrected by itself where that gives the corrected whole, so that bold words stay bold; otherwise the whole goes into
/// the first run.
/// </summary>
internal static class RunCorrection
{
    private static readonly ImmutableArray<Func<string, string?, string>> Ways =
    [
        (text, _) => VietnameseText.Compose(text),
        (text, _) => VietnameseText.ReplaceLookAlikes(VietnameseText.Compose(text)),
        (text, font) => LegacyEncoding.Detect(text, font) is not LegacyKind.None and var kind ? LegacyEncoding.Convert(text, kind) : text,
    ];

    /// <summary>As many texts as runs.</summary>
    public static ImmutableArray<string> Of(ImmutableArray<(string Text, string? Font)> runs, string corrected)
    {
        if (runs.Length == 1) { return [corrected]; }
        foreach (var way in Ways)
        {
            ImmutableArray<string> texts = [.. runs.Select(r => way(r.Text, r.Font))];
            var whole = string.Concat(texts);
            if (whole == corrected) { return texts; }
            // Only blanks at the ends, or a full stop, are gone: they belong to the first and the last run.
            if (whole.AsSpan().Trim().SequenceEqual(corrected)) { return Trimmed(texts); }
        }
        return [corrected, .. Enumerable.Repeat("", runs.Length - 1)];
    }

    private static ImmutableArray<string> Trimmed(ImmutableArray<string> texts)
    {
        var result = texts.ToArray();
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = result[i].TrimStart();
            if (result[i].Length > 0) { break; }
        }
        for (var i = result.Length - 1; i >= 0; i--)
        {
            result[i] = result[i].TrimEnd();
            if (result[i].Length > 0) { break; }
        }
        return [.. result];
    }
}
