using System.Globalization;
using System.Text;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Packages;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Fixing;

/// <summary>Corrections in a workbook: only the cell's own element in its sheet's part changes; style, comments and drop-downs are elsewhere and stay.</summary>
internal static class WorkbookFixer
{
    /// <summary>Sheet part → its new bytes, and the corrections that were made.</summary>
    public static (Dictionary<string, byte[]> Parts, ImmutableArray<Finding> Done) Fix(SafePackage package, ImmutableArray<Finding> findings)
    {
        var parts = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        var done = ImmutableArray.CreateBuilder<Finding>();
        var sheets = Sheets(package);
        var strings = new Lazy<List<RichText>>(() => Workbook.Strings(package, asWritten: true));
        var styles = Workbook.Styles(package);
        var fonts = new Lazy<WorkbookFonts>(() => WorkbookFonts.Read(package));
        foreach (var sheet in findings.GroupBy(f => ((Location.Cell)f.Location).Sheet))
        {
            if (!sheets.TryGetValue(sheet.Key, out var part)) { continue; }
            var wanted = sheet.ToDictionary(f => ((Location.Cell)f.Location).Reference);
            var text = PartText.Of(package, part);
            foreach (var cell in Cells(package, part, styles))
            {
                // Of two cells at one place the first is read.
                if (!wanted.Remove(cell.Reference, out var finding)) { continue; }
                var runs = cell.Runs ?? (cell.SharedString is { } i && (uint)i < (uint)strings.Value.Count ? strings.Value[i].Runs : []);
                if (HoldsMore(cell, runs, styles[cell.Style])) { continue; }
                Replace(text, cell, finding.Fix!.Value, runs, fonts.Value);
                done.Add(finding);
            }
            parts[part] = text.ToBytes();
        }
        return (parts, done.ToImmutable());
    }

    /// <param name="Runs">Of a text that stands in the cell itself.</param>
    /// <param name="IsObject">A picture or a box.</param>
    private sealed record CellElement(
        CellReference Reference, TextPlace Start, TextPlace End, string Name, ImmutableArray<(string Name, string Value)> Attributes, int Style, int? SharedString, ImmutableArray<TextRun>? Runs, bool IsObject);

    private static void Replace(PartText text, CellElement cell, string corrected, ImmutableArray<TextRun> runs, WorkbookFonts fonts)
    {
        var prefix = cell.Name.Contains(':') ? cell.Name[..(cell.Name.IndexOf(':') + 1)] : "";
        // Plain text is one run without properties.
        if (runs.IsEmpty) { runs = [new TextRun(corrected, null, false, Looks.Plain, default, "")]; }
        var texts = RunCorrection.Of([.. runs.Select(r => (r.Text, r.Font ?? fonts.Name(cell.Style)))], corrected);
        var content = new StringBuilder();
        for (var i = 0; i < texts.Length; i++)
        {
            if (texts[i].Length == 0 && texts.Length > 1) { continue; }
            var converted = LegacyEncoding.Detect(runs[i].Text, runs[i].Font ?? fonts.Name(cell.Style)) is not LegacyKind.None;
            var properties = converted ? fonts.InUnicode(cell.Style, prefix) : runs[i].Properties;
            var t = $"<{prefix}t xml:space=\"preserve\">{PartText.Escape(RichText.Escape(texts[i]))}</{prefix}t>";
            content.Append(properties.Length == 0 && texts.Length == 1 ? t : $"<{prefix}r>{properties}{t}</{prefix}r>");
        }
        var attributes = string.Concat(cell.Attributes.Select(a => $" {a.Name}=\"{PartText.Escape(a.Value).Replace("\"", "&quot;")}\""));
        var start = text.Start(cell.Start);
        text.Replace(start, text.EndOfTag(text.Start(cell.End)), $"<{cell.Name}{attributes} t=\"inlineStr\"><{prefix}is>{content}</{prefix}is></{cell.Name}>");
    }

    private static Dictionary<string, string> Sheets(SafePackage package)
    {
        var sheets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var sheet in Workbook.Read(package, "LC_").Sheets) { sheets.TryAdd(sheet.Name, sheet.Part); }
        return sheets;
    }

    private static IEnumerable<CellElement> Cells(SafePackage package, string part, WorkbookStyles styles)
    {
        using var xml = package.OpenXml(part)!;
        var sheet = new SheetWalker(xml, styles, asWritten: true);
        while (sheet.Read())
        {
            yield return new CellElement(new CellReference(sheet.Row, sheet.Column), sheet.Start, sheet.End, sheet.Name, sheet.Attributes, sheet.Style,
                sheet.Type == "s" && int.TryParse(sheet.Value, CultureInfo.InvariantCulture, out var index) ? index : null, sheet.Inline?.Runs, sheet.IsPicture || (sheet.Type == "b" && styles[sheet.Style].IsBox));
        }
    }

    /// <summary>What a correction would wipe out: a picture, a box, and text that is struck out, hidden or a note mark.</summary>
    private static bool HoldsMore(CellElement cell, ImmutableArray<TextRun> runs, CellStyle style)
    {
        if (cell.IsObject) { return true; }
        var seen = SeenText.Of([.. runs.Select(r => new TextStretch(r.Text, style.Of(r)))]);
        return seen.Struck.Length > 0 || seen.Hidden.Length > 0 || seen.NoteMarks.Length > 0 || seen.IsPowerDoubtful;
    }
}
