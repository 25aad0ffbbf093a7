using LearningCity.Docs.Text;

namespace LearningCity.Docs.Fixing;

/// <summary>
/// The runs of one line of text, a cell of a sheet or a line of a Word paragraph, with the font of each: what is written in a font of TCVN3 or VNI is judged together, since
/// a word may be cut into runs anywhere.
/// </summary>
internal sealed record LegacyLine(Location Location, ImmutableArray<(string Text, string? Font)> Runs)
{
    public string Text => string.Concat(Runs.Select(r => r.Text));

    /// <summary>The runs of each encoding, in their order; .VnTime and .VnTimeH are one encoding.</summary>
    public IEnumerable<(LegacyKind Kind, string Text)> Stretches => Runs
        .Select(r => (Kind: Family(r.Font), r.Text)).Where(r => r.Kind is not LegacyKind.None)
        .GroupBy(r => r.Kind).Select(g => (g.Key, string.Concat(g.Select(r => r.Text))));

    /// <summary>Each run in Unicode: converted where its letters are of its font, as it was where they are Unicode already.</summary>
    public ImmutableArray<string> Converted(Func<LegacyKind, bool> isLegacy)
    {
        var texts = Runs.Select(r => r.Text).ToArray();
        for (var i = 0; i + 1 < texts.Length; i++)
        {
            // A vowel at the end of a VNI run, its marks at the beginning of the next.
            if (Family(Runs[i].Font) is not LegacyKind.Vni || Family(Runs[i + 1].Font) is not LegacyKind.Vni || texts[i].Length == 0 || texts[i + 1].Length == 0 || !VniTable.IsPair(texts[i][^1], texts[i + 1][0])) { continue; }
            texts[i] += texts[i + 1][0];
            texts[i + 1] = texts[i + 1][1..];
        }
        return [.. texts.Select((text, i) => isLegacy(Family(Runs[i].Font)) ? LegacyEncoding.Convert(text, LegacyEncoding.OfFont(Runs[i].Font)) : text)];
    }

    private static LegacyKind Family(string? font) => LegacyEncoding.OfFont(font) is LegacyKind.Tcvn3Capitals ? LegacyKind.Tcvn3 : LegacyEncoding.OfFont(font);
}

/// <summary>What is to be done about a line in a font of an old encoding.</summary>
internal enum LegacyVerdict
{
    /// <summary>Nothing: no such font, or no letter beyond ASCII.</summary>
    None,

    /// <summary>Letters, or only the font, become those of Unicode.</summary>
    Convert,

    /// <summary>Words of both kinds, or none that tells: named, and left alone.</summary>
    Doubtful,
}

/// <summary>Judges the lines of a file. A line that does not tell by itself is what the others in its encoding are, if they are all of one mind.</summary>
internal sealed class LegacyJudge(IReadOnlyList<LegacyLine> lines)
{
    private readonly Dictionary<LegacyKind, (int For, int Against)> all = lines.SelectMany(l => l.Stretches).GroupBy(s => s.Kind)
        .ToDictionary(g => g.Key, g => g.Select(s => LegacyEncoding.Evidence(s.Text, s.Kind)).Aggregate((a, b) => (a.For + b.For, a.Against + b.Against)));

    public LegacyVerdict Of(LegacyLine line)
    {
        var told = LegacyVerdict.None;
        foreach (var (kind, text) in line.Stretches)
        {
            if (IsLegacy(kind, text) is null) { return LegacyVerdict.Doubtful; }
            if (!System.Text.Ascii.IsValid(text)) { told = LegacyVerdict.Convert; }
        }
        return told;
    }

    /// <summary>The line's runs in Unicode; only of a line that is to be converted.</summary>
    public ImmutableArray<string> Converted(LegacyLine line)
    {
        var kinds = line.Stretches.ToDictionary(s => s.Kind, s => IsLegacy(s.Kind, s.Text) == true);
        return line.Converted(kind => kinds.GetValueOrDefault(kind));
    }

    /// <summary>True: the letters are the font's. False: they are Unicode, and only the font was left over. Null: not certain.</summary>
    private bool? IsLegacy(LegacyKind kind, string text)
    {
        if (System.Text.Ascii.IsValid(text)) { return all[kind] is { For: > 0, Against: 0 }; }
        return (LegacyEncoding.Evidence(text, kind), all[kind]) switch
        {
            (( > 0, 0), _) => true,
            ((0, > 0), _) => false,
            (( > 0, > 0), _) => null,
            (_, ( > 1, 0)) => true,
            (_, (0, > 0)) => false,
            _ => LegacyEncoding.HasLetters(text) ? null : false,
        };
    }
}
