using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Packages;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Fixing;

/// <summary>Corrections in a Word document: only the texts (<c>w:t</c>) of the cell change, and a run's font where it would draw other letters.</summary>
internal static class DocumentFixer
{
    private const string UnicodeFonts = "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/>";

    /// <summary>The document's part → its new bytes, and the corrections that were made.</summary>
    public static (Dictionary<string, byte[]> Parts, ImmutableArray<Finding> Done) Fix(SafePackage package, ImmutableArray<Finding> findings)
    {
        if (PartText.Of(package, package.MainPart) is not { } text) { return ([], []); }
        var pieces = DocumentReader.Pieces(package);
        var fonts = new HashSet<TextPlace>();
        var written = new HashSet<TextPlace>();
        var done = ImmutableArray.CreateBuilder<Finding>();
        foreach (var finding in findings)
        {
            var at = (Location.TableCell)finding.Location;
            var own = pieces.Where(p => p.Table == at.Table && p.Row == at.Row && p.Column == at.Column && (at.Control is null || p.Controls.Contains(at.Control))).ToImmutableArray();
            if (own.Length == 0 && at.Control is not null) { own = [.. pieces.Where(p => p.Controls.Contains(at.Control))]; }
            // No letters to write over, or letters that another correction has.
            if (own.Length == 0 || own.Any(p => written.Contains(p.At))) { continue; }
            written.UnionWith(own.Select(p => p.At));
            if (Correct(text, own, finding.Fix!, fonts)) { done.Add(finding); }
        }
        return (text.IsChanged ? new Dictionary<string, byte[]> { [package.MainPart] = text.ToBytes() } : [], done.ToImmutable());
    }

    /// <summary>Every line of headers, footers and notes, and of the body where that is asked for, that is in a font of an old encoding.</summary>
    public static ImmutableArray<LegacyLine> LegacyLines(SafePackage package, bool withBody) =>
        [.. Stories(package).Where(part => withBody || part != package.MainPart).SelectMany(part => Legacy(package, part)).Select(l => l.Line)];

    /// <summary>Changed part → its new bytes: those lines that are to be converted in Unicode.</summary>
    public static (Dictionary<string, byte[]> Parts, ImmutableArray<(LegacyLine Line, string Text)> Done) Convert(SafePackage package)
    {
        var parts = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        var done = ImmutableArray.CreateBuilder<(LegacyLine, string)>();
        var stories = Stories(package).Select(part => (Part: part, Lines: Legacy(package, part))).ToList();
        var judge = new LegacyJudge([.. stories.SelectMany(s => s.Lines).Select(l => l.Line)]);
        foreach (var (part, lines) in stories)
        {
            if (PartText.Of(package, part) is not { } text) { continue; }
            var fonts = new HashSet<TextPlace>();
            foreach (var (line, pieces) in lines)
            {
                if (judge.Of(line) is not LegacyVerdict.Convert) { continue; }
                var texts = judge.Converted(line);
                for (var i = 0; i < pieces.Length; i++)
                {
                    if (!LegacyEncoding.IsLegacyFont(pieces[i].Font)) { continue; }
                    var prefix = texts[i] == pieces[i].Text ? Name(text, text.Start(pieces[i].At))[..^1] : Write(text, pieces[i], texts[i]);
                    if (fonts.Add(pieces[i].Run)) { Unicode(text, pieces[i], prefix); }
                }
                done.Add((line, string.Concat(texts)));
            }
            if (text.IsChanged) { parts[part] = text.ToBytes(); }
        }
        return (parts, done.ToImmutable());
    }

    private static IEnumerable<string> Stories(SafePackage package) => package.Relationships(package.MainPart)
        .Where(r => r is { IsExternal: false, Kind: "header" or "footer" or "footnotes" or "endnotes" } && package.TryFind(r.Target, out _))
        .Select(r => r.Target).Distinct(StringComparer.OrdinalIgnoreCase).Prepend(package.MainPart);

    private static List<(LegacyLine Line, ImmutableArray<TextPiece> Pieces)> Legacy(SafePackage package, string part)
    {
        var lines = new List<(LegacyLine, ImmutableArray<TextPiece>)>();
        foreach (var line in DocumentReader.Pieces(package, part).GroupBy(p => p.TextLine))
        {
            var pieces = line.ToImmutableArray();
            if (pieces.All(p => System.Text.Ascii.IsValid(p.Text)) || !pieces.Any(p => LegacyEncoding.IsLegacyFont(p.Font))) { continue; }
            var place = pieces[0].Table > 0 && part == package.MainPart ? new Location.TableCell(pieces[0].Table, pieces[0].Row, pieces[0].Column) : (Location)new Location.Part(part);
            lines.Add((new LegacyLine(place, [.. pieces.Select(p => (p.Text, p.Font))]), pieces));
        }
        return lines;
    }

    /// <summary>True: something was written.</summary>
    private static bool Correct(PartText text, ImmutableArray<TextPiece> own, Fix fix, HashSet<TextPlace> fonts)
    {
        var (corrected, isNewFont) = (fix.Value, fix.Font is not null);
        var lines = own.GroupBy(p => p.TextLine).Where(line => !string.IsNullOrWhiteSpace(string.Concat(line.Select(p => p.Text)))).Select(line => line.ToImmutableArray()).ToList();
        var wanted = corrected.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).ToList();
        if (lines.Count != wanted.Count)
        {
            // Letters on several lines that are to be on one: what breaks the lines is no letter, so the first piece gets them all.
            return Line(text, own, [corrected, .. Enumerable.Repeat("", own.Length - 1)], isNewFont, fonts);
        }
        var written = false;
        foreach (var (line, words) in lines.Zip(wanted)) { written |= Line(text, line, RunCorrection.Of([.. line.Select(p => (p.Text, p.Font))], words), isNewFont, fonts); }
        return written;
    }

    private static bool Line(PartText text, ImmutableArray<TextPiece> pieces, ImmutableArray<string> texts, bool isNewFont, HashSet<TextPlace> fonts)
    {
        var written = false;
        for (var i = 0; i < pieces.Length; i++)
        {
            if (texts[i] == pieces[i].Text)
            {
                if (isNewFont && LegacyEncoding.IsLegacyFont(pieces[i].Font) && fonts.Add(pieces[i].Run))
                {
                    Unicode(text, pieces[i], Name(text, text.Start(pieces[i].At))[..^1]);
                    written = true;
                }
                continue;
            }
            written = true;
            var prefix = Write(text, pieces[i], texts[i]);
            if ((LegacyEncoding.IsLegacyFont(pieces[i].Font) || LegacyEncoding.Detect(pieces[i].Text, pieces[i].Font) is not LegacyKind.None) && fonts.Add(pieces[i].Run)) { Unicode(text, pieces[i], prefix); }
        }
        return written;
    }

    /// <summary>Writes over one text of a run, and says what stands before the names of its elements.</summary>
    private static string Write(PartText text, TextPiece piece, string corrected)
    {
        var start = text.Start(piece.At);
        var name = Name(text, start);
        var end = text.EndOfTag(start);
        if (!text.IsEmptyTag(start)) { end = text.Find($"</{name}", end) is var close && close >= 0 ? text.EndOfTag(close) : end; }
        var prefix = name[..^1];
        var words = PartText.Escape(corrected).Replace("\n", $"</{name}><{prefix}br/><{name} xml:space=\"preserve\">");
        text.Replace(start, end, $"<{name} xml:space=\"preserve\">{words}</{name}>");
        return prefix;
    }

    /// <summary>The corrected run must not stay in .VnTime or VNI-Times, whether its own properties or a style say so.</summary>
    private static void Unicode(PartText text, TextPiece piece, string prefix)
    {
        var fonts = UnicodeFonts.Replace("w:", prefix);
        if (piece.Fonts is { } own)
        {
            var start = text.Start(own);
            text.Replace(start, text.EndOfTag(start), fonts);
        }
        else if (piece.Properties is { } properties && !text.IsEmptyTag(text.Start(properties)))
        {
            var inside = text.EndOfTag(text.Start(properties));
            // A run's style comes first in its properties, its fonts next (CT_RPr, 17.3.2.28).
            var style = text.Find($"<{prefix}rStyle", inside);
            if (style >= 0 && string.IsNullOrWhiteSpace(text.Slice(inside, style)))
            {
                inside = text.EndOfTag(style);
                if (!text.IsEmptyTag(style)) { inside = text.EndOfTag(text.Find($"</{prefix}rStyle", inside)); }
            }
            text.Replace(inside, inside, fonts);
        }
        else
        {
            var inside = text.EndOfTag(text.Start(piece.Properties ?? piece.Run));
            text.Replace(inside, inside, $"<{prefix}rPr>{fonts}</{prefix}rPr>");
        }
    }

    private static string Name(PartText text, int start)
    {
        var end = start + 1;
        while (text.Slice(end, end + 1)[0] is not (' ' or '>' or '/' or '\t' or '\r' or '\n')) { end++; }
        return text.Slice(start + 1, end);
    }
}
