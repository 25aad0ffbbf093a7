using System.Globalization;
using System.Text;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Packages;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Fixing;

/// <summary>
/// Corrections in a workbook: only the cell's own element in its sheet's part changes; comments and drop-downs are elsewhere and stay. A figure becomes a number; where the
/// cell's style would show it otherwise, or in letters of another encoding, a style like it is added.
/// </summary>
internal static class WorkbookFixer
{
    private const string UnicodeFont = "Times New Roman";

    /// <summary>Changed part → its new bytes, and the corrections that were made.</summary>
    public static (Dictionary<string, byte[]> Parts, ImmutableArray<Finding> Done) Fix(SafePackage package, ImmutableArray<Finding> findings)
    {
        var parts = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        var done = ImmutableArray.CreateBuilder<Finding>();
        var sheets = Sheets(package);
        var strings = new Lazy<List<RichText>>(() => Workbook.Strings(package, asWritten: true));
        var styles = CellStyles.Read(package);
        var looks = Workbook.Styles(package);
        foreach (var sheet in findings.GroupBy(f => ((Location.Cell)f.Location).Sheet))
        {
            if (!sheets.TryGetValue(sheet.Key, out var part) || PartText.Of(package, part) is not { } text) { continue; }
            var wanted = sheet.ToDictionary(f => ((Location.Cell)f.Location).Reference);
            foreach (var cell in Cells(package, part, looks))
            {
                // Of two cells at one place the first is read.
                if (!wanted.Remove(cell.Reference, out var finding)) { continue; }
                var runs = cell.RunsIn(strings.Value);
                if (HoldsMore(cell, runs, looks[cell.Style])) { continue; }
                Replace(text, cell, Number(cell, finding.Fix!, styles) ?? Text(cell, finding.Fix!.Value, runs, styles));
                done.Add(finding);
            }
            if (text.IsChanged) { parts[part] = text.ToBytes(); }
        }
        if (styles.Changed() is var (stylesPart, bytes)) { parts[stylesPart] = bytes; }
        return (parts, done.ToImmutable());
    }

    /// <summary>Every text of every sheet, or of the hidden ones, that is in a font of an old encoding, as the workbook has it.</summary>
    public static ImmutableArray<LegacyLine> LegacyLines(SafePackage package, bool onlyHidden) =>
        Sheets(package, onlyHidden) is { Count: > 0 } sheets ? [.. Legacy(package, sheets, CellStyles.Read(package)).SelectMany(s => s.Cells).Select(c => c.Line)] : [];

    /// <summary>Changed part → its new bytes: those texts that are to be converted in Unicode, cell by cell, as others may share the string in another font.</summary>
    public static (Dictionary<string, byte[]> Parts, ImmutableArray<(LegacyLine Line, string Text)> Done) Convert(SafePackage package)
    {
        var parts = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        var done = ImmutableArray.CreateBuilder<(LegacyLine, string)>();
        var styles = CellStyles.Read(package);
        var sheets = Legacy(package, Sheets(package), styles).ToList();
        var judge = new LegacyJudge([.. sheets.SelectMany(s => s.Cells).Select(c => c.Line)]);
        foreach (var (part, cells) in sheets)
        {
            if (PartText.Of(package, part) is not { } text) { continue; }
            foreach (var (cell, runs, line) in cells)
            {
                if (judge.Of(line) is not LegacyVerdict.Convert) { continue; }
                var texts = judge.Converted(line);
                Replace(text, cell, Text(cell, runs, texts, styles));
                done.Add((line, string.Concat(texts)));
            }
            if (text.IsChanged) { parts[part] = text.ToBytes(); }
        }
        if (styles.Changed() is var (stylesPart, bytes)) { parts[stylesPart] = bytes; }
        return (parts, done.ToImmutable());
    }

    private static IEnumerable<(string Part, List<(CellElement Cell, ImmutableArray<TextRun> Runs, LegacyLine Line)> Cells)> Legacy(
        SafePackage package, Dictionary<string, string> sheets, CellStyles styles)
    {
        var (strings, looks) = (Workbook.Strings(package, asWritten: true), Workbook.Styles(package));
        foreach (var (sheet, part) in sheets)
        {
            var own = new List<(CellElement, ImmutableArray<TextRun>, LegacyLine)>();
            var seen = new HashSet<CellReference>();
            foreach (var cell in Cells(package, part, looks))
            {
                if (!seen.Add(cell.Reference) || cell.IsFormula) { continue; }
                var runs = cell.RunsIn(strings);
                if (runs.All(r => Ascii.IsValid(r.Text))) { continue; }
                var font = styles.Font(cell.Style);
                var line = new LegacyLine(new Location.Cell(sheet, cell.Reference), [.. runs.Select(r => (r.Text, r.Font ?? font))]);
                if (line.Runs.Any(r => LegacyEncoding.IsLegacyFont(r.Font))) { own.Add((cell, runs, line)); }
            }
            yield return (part, own);
        }
    }

    /// <param name="Runs">Of a text that stands in the cell itself.</param>
    /// <param name="IsObject">A picture or a box.</param>
    private sealed record CellElement(
        CellReference Reference, TextPlace Start, TextPlace End, string Name, ImmutableArray<(string Name, string Value)> Attributes, int Style, int? SharedString,
        ImmutableArray<TextRun>? Runs, bool IsFormula, bool IsObject)
    {
        /// <summary>Its text, run by run; none for a cell without text. Plain text is one run without properties.</summary>
        public ImmutableArray<TextRun> RunsIn(List<RichText> strings) => Runs ?? (SharedString is { } i && (uint)i < (uint)strings.Count ? strings[i].Runs : []);

        public string Prefix => Name.Contains(':') ? Name[..(Name.IndexOf(':') + 1)] : "";

        public string Tag(int style)
        {
            var attributes = style == Style ? Attributes : Attributes.Any(a => a.Name == "s") ? [.. Attributes.Select(a => a.Name == "s" ? ("s", Text(style)) : a)] : Attributes.Add(("s", Text(style)));
            return $"<{Name}{string.Concat(attributes.Select(a => $" {a.Name}=\"{PartText.EscapeValue(a.Value)}\""))}";
        }

        private static string Text(int style) => style.ToString(CultureInfo.InvariantCulture);
    }

    private static void Replace(PartText text, CellElement cell, string corrected) =>
        text.Replace(text.Start(cell.Start), text.EndOfTag(text.Start(cell.End)), corrected);

    /// <summary>Null for a correction that is no number, or whose format the workbook cannot be given.</summary>
    private static string? Number(CellElement cell, Fix fix, CellStyles styles)
    {
        if (fix.Number is not { } number) { return null; }
        var style = NumberFormat.Shows(styles.Format(cell.Style), number) ? cell.Style : styles.With(cell.Style, number.Format, font: null);
        return style is { } shown ? $"{cell.Tag(shown)}><{cell.Prefix}v>{number.Stored}</{cell.Prefix}v></{cell.Name}>" : null;
    }

    /// <summary>What is written is Unicode: a run, or a cell, that stays in .VnTime or VNI-Times would show other letters.</summary>
    private static string Text(CellElement cell, string corrected, ImmutableArray<TextRun> runs, CellStyles styles)
    {
        var font = styles.Font(cell.Style);
        if (runs.IsEmpty) { runs = [PlainRun(corrected)]; }
        return Text(cell, runs, RunCorrection.Of([.. runs.Select(r => (r.Text, r.Font ?? font))], corrected), styles);
    }

    private static TextRun PlainRun(string text) => new(text, null, false, Looks.Plain, default, "");

    private static string Text(CellElement cell, ImmutableArray<TextRun> runs, ImmutableArray<string> texts, CellStyles styles)
    {
        var (prefix, font) = (cell.Prefix, styles.Font(cell.Style));
        var content = new StringBuilder();
        for (var i = 0; i < texts.Length; i++)
        {
            if (texts[i].Length == 0 && texts.Length > 1) { continue; }
            var properties = LegacyEncoding.IsLegacyFont(runs[i].Font) ? InUnicode(runs[i].Properties) : runs[i].Properties;
            var t = $"<{prefix}t xml:space=\"preserve\">{PartText.Escape(RichText.Escape(texts[i]))}</{prefix}t>";
            content.Append(properties.Length == 0 && texts.Length == 1 ? t : $"<{prefix}r>{properties}{t}</{prefix}r>");
        }
        var style = LegacyEncoding.IsLegacyFont(font) ? styles.With(cell.Style, format: null, UnicodeFont) ?? cell.Style : cell.Style;
        return $"{cell.Tag(style)} t=\"inlineStr\"><{prefix}is>{content}</{prefix}is></{cell.Name}>";
    }

    private static string InUnicode(string properties)
    {
        var run = System.Xml.Linq.XElement.Parse(properties);
        run.Elements().First(e => e.Name.LocalName == "rFont").SetAttributeValue("val", UnicodeFont);
        // A font of the theme's scheme would go before one by its name.
        run.Elements().FirstOrDefault(e => e.Name.LocalName == "scheme")?.Remove();
        return run.ToString(System.Xml.Linq.SaveOptions.DisableFormatting);
    }

    private static Dictionary<string, string> Sheets(SafePackage package, bool onlyHidden = false)
    {
        var sheets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var sheet in Workbook.Read(package, "LC_").Sheets.Where(s => s.IsHidden || !onlyHidden)) { sheets.TryAdd(sheet.Name, sheet.Part); }
        return sheets;
    }

    private static IEnumerable<CellElement> Cells(SafePackage package, string part, WorkbookStyles styles)
    {
        using var xml = package.OpenXml(part)!;
        var sheet = new SheetWalker(xml, styles, asWritten: true);
        while (sheet.Read())
        {
            int? shared = sheet.Type == "s" && int.TryParse(sheet.Value, CultureInfo.InvariantCulture, out var index) ? index : null;
            ImmutableArray<TextRun>? runs = sheet.Inline?.Runs ?? (sheet.Type == "str" && !sheet.IsFormula && sheet.Value is { } plain ? [PlainRun(RichText.Unescape(plain))] : null);
            var isObject = sheet.IsPicture || (sheet.Type == "b" && styles[sheet.Style].IsBox);
            yield return new CellElement(
                new CellReference(sheet.Row, sheet.Column), sheet.Start, sheet.End, sheet.Name, sheet.Attributes, sheet.Style, shared, runs, sheet.IsFormula, isObject);
        }
    }

    /// <summary>What a correction would wipe out: a picture, a box, and text that is struck out, hidden or a note mark.</summary>
    private static bool HoldsMore(CellElement cell, ImmutableArray<TextRun> runs, CellStyle style)
    {
        if (cell.IsObject) { return true; }
        var seen = SeenText.Of([.. runs.Select(r => new TextStretch(r.Text, style.Of(r)))]);
        return seen.Struck.Length > 0 || seen.Hidden.Length > 0 || seen.NoteMarks.Length > 0 || seen.IsDoubtful;
    }
}
