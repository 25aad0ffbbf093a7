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
        var pieces = DocumentReader.Pieces(package);
        var text = PartText.Of(package, package.MainPart);
        var fonts = new HashSet<TextPlace>();
        var written = new HashSet<TextPlace>();
        var done = ImmutableArray.CreateBuilder<Finding>();
        foreach (var finding in findings)
        {
            var at = (Location.TableCell)finding.Location;
            var own = pieces.Where(p => p.Table == at.Table && p.Row == at.Row && p.Column == at.Column && (at.Control is null || p.Controls.Contains(at.Control))).ToImmutableArray();
            if (own.Length == 0 && at.Control is not null) { own = [.. pieces.Where(p => p.Controls.Contains(at.Control))]; }
            // No letters to write over, or letters that another correction has.
            if (own.Length == 0 || own.Any(p => !written.Add(p.At))) { continue; }
            Correct(text, own, finding.Fix!.Value, fonts);
            done.Add(finding);
        }
        return (new Dictionary<string, byte[]> { [package.MainPart] = text.ToBytes() }, done.ToImmutable());
    }

    private static void Correct(PartText text, ImmutableArray<TextPiece> own, string corrected, HashSet<TextPlace> fonts)
    {
        var lines = own.GroupBy(p => p.TextLine).Where(line => !string.IsNullOrWhiteSpace(string.Concat(line.Select(p => p.Text)))).Select(line => line.ToImmutableArray()).ToList();
        var wanted = corrected.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).ToList();
        if (lines.Count == wanted.Count)
        {
            foreach (var (line, words) in lines.Zip(wanted)) { Line(text, line, words, fonts); }
        }
        else { Line(text, own, corrected, fonts); }
    }

    private static void Line(PartText text, ImmutableArray<TextPiece> pieces, string corrected, HashSet<TextPlace> fonts)
    {
        var texts = RunCorrection.Of([.. pieces.Select(p => (p.Text, p.Font))], corrected);
        for (var i = 0; i < pieces.Length; i++)
        {
            if (texts[i] == pieces[i].Text) { continue; }
            var start = text.Start(pieces[i].At);
            var name = Name(text, start);
            var end = text.EndOfTag(start);
            if (!text.IsEmptyTag(start)) { end = text.Find($"</{name}", end) is var close && close >= 0 ? text.EndOfTag(close) : end; }
            var prefix = name[..^1];
            var words = PartText.Escape(texts[i]).Replace("\n", $"</{name}><{prefix}br/><{name} xml:space=\"preserve\">");
            text.Replace(start, end, $"<{name} xml:space=\"preserve\">{words}</{name}>");
            if (LegacyEncoding.Detect(pieces[i].Text, pieces[i].Font) is not LegacyKind.None && fonts.Add(pieces[i].Run)) { Unicode(text, pieces[i], prefix); }
        }
    }

    /// <summary>The converted run must not stay in .VnTime or VNI-Times, whether its own properties or a style say so.</summary>
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
