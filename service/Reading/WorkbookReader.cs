using System.Globalization;
using System.Text;
using System.Xml;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Packages;

namespace LearningCity.Docs.Reading;

/// <summary>
/// A workbook → the grids of its sheets (SpreadsheetML, ECMA-376 part 1, 18), part by part and forward only: what a person sees in each cell, formulas by the value the file
/// keeps, merged ranges, hidden rows and columns, comments, and our defined names.
/// </summary>
internal sealed class WorkbookReader
{
    private readonly SafePackage package;
    private readonly Workbook workbook;
    private readonly WorkbookStyles styles;
    private readonly List<RichText> strings;
    private readonly LetterCount letters = new();
    private bool hasLegacyLetters;

    private WorkbookReader(SafePackage package)
    {
        this.package = package;
        strings = Workbook.Strings(package);
        styles = Workbook.Styles(package);
        workbook = Workbook.Read(package, "LC_");
    }

    /// <exception cref="XmlException">A part that is not well-formed.</exception>
    /// <param name="hidden">The hidden sheets instead of those that the user sees.</param>
    public static (ImmutableArray<Grid> Grids, bool HasLegacyLetters) Read(SafePackage package, bool hidden = false)
    {
        var reader = new WorkbookReader(package);
        return (reader.Sheets(hidden), reader.hasLegacyLetters);
    }

    private ImmutableArray<Grid> Sheets(bool wanted)
    {
        var grids = ImmutableArray.CreateBuilder<Grid>();
        var marks = Marks();
        foreach (var (name, part, hidden) in workbook.Sheets)
        {
            if (hidden != wanted || package.OpenXml(part) is not { } xml) { continue; }
            var grid = new Grid(Host.Excel, name, grids.Count + 1) { IsHidden = hidden };
            using (xml) { ReadSheet(new SheetWalker(xml, styles), grid); }
            SheetComments.Read(package, part, letters, grid.Comments);
            foreach (var (mark, cell) in marks[name]) { grid.Marks.Add(new GridMark(mark, cell.Row, cell.Column, null)); }
            grids.Add(grid);
        }
        return grids.ToImmutable();
    }

    private ILookup<string, (string Mark, CellReference Cell)> Marks() =>
        (from name in workbook.Names
         let target = Target(name.Formula)
         where target is not null
         select (target.Value.Sheet, name.Name, target.Value.Cell)).ToLookup(m => m.Sheet, m => (m.Name, m.Cell), StringComparer.OrdinalIgnoreCase);

    /// <summary><c>'Phụ lục IIIb'!$D$20</c> or a range, of which the first cell counts; <c>#REF!</c> is no target.</summary>
    private static (string Sheet, CellReference Cell)? Target(string formula)
    {
        var bang = formula.LastIndexOf('!');
        var sheet = bang < 0 ? "" : formula[..bang].Trim();
        if (sheet.Length >= 2 && sheet[0] == '\'' && sheet[^1] == '\'') { sheet = sheet[1..^1].Replace("''", "'"); }
        var reference = formula.AsSpan(bang + 1);
        var colon = reference.IndexOf(':');
        return bang > 0 && CellReference.TryParse(colon < 0 ? reference : reference[..colon], out var cell) ? (sheet, cell) : null;
    }

    private void ReadSheet(SheetWalker sheet, Grid grid)
    {
        while (sheet.Read())
        {
            if (ReadCell(sheet, grid) is { } cell) { grid.Add(cell); }
        }
        foreach (var row in sheet.HiddenRows) { grid.HiddenRows.Add(row); }
        grid.HiddenColumns.AddRange(sheet.HiddenColumns);
        grid.StruckByCondition.AddRange(sheet.StruckByCondition);
        foreach (var range in sheet.Merged) { grid.Merge(range.From, range.To); }
    }

    /// <summary>Null for a cell that holds nothing.</summary>
    private GridCell? ReadCell(SheetWalker cell, Grid grid)
    {
        var style = styles[cell.Style];
        if (cell.IsPicture) { return new GridCell(cell.Row, cell.Column) { Grid = grid, Objects = CellObjects.Picture, IsLetters = false }; }
        var text = cell.Inline ?? (cell.Type == "s" && int.TryParse(cell.Value, CultureInfo.InvariantCulture, out var index) && (uint)index < (uint)strings.Count ? strings[index] : null);
        if (text is null && cell.Type is "s" or "inlineStr") { return null; }
        if (text is null && cell.Type == "str") { text = RichText.Of(RichText.Unescape(cell.Value ?? "")); }
        if (text is { } words) { return Words(cell, grid, style, words); }
        if (string.IsNullOrEmpty(cell.Value))
        {
            // A program that does not calculate leaves a formula without its value: a number that is not there, not a blank.
            return cell.IsFormula ? new GridCell(cell.Row, cell.Column) { Grid = grid, Kind = RawKind.Number, IsFormula = true } : null;
        }
        switch (cell.Type)
        {
            case "b":
                var isTrue = cell.Value is "1" or "true";
                return style.IsBox
                    ? Shown(cell, grid, style, isTrue ? Ticked : Empty, RawKind.Text, isLetters: false)
                    : Shown(cell, grid, style, isTrue ? "TRUE" : "FALSE", RawKind.Boolean, isTrue ? 1 : 0);
            case "e": return Shown(cell, grid, style, cell.Value, RawKind.Error);
            case "d": return Shown(cell, grid, style, cell.Value, RawKind.Date, shape: NumberShape.Date);
            default: return Number(cell, grid, style, cell.Value);
        }
    }

    private static readonly string Ticked = Symbols.Ticked.ToString(), Empty = Symbols.Empty.ToString();

    /// <summary>Text, run by run where runs look different.</summary>
    private GridCell? Words(SheetWalker cell, Grid grid, CellStyle style, RichText words)
    {
        letters.Add(words.Text.Length);
        var format = style.Format;
        style = style.In(format.InkOfText);
        var font = FontOf(words) ?? style.Font;
        hasLegacyLetters |= words.Runs.IsEmpty ? IsLegacy(words.Text, font) : words.Runs.Any(r => IsLegacy(r.Text, r.Font ?? style.Font));
        if (!words.Runs.IsEmpty && format.Show(words.Text) == words.Text)
        {
            var seen = SeenText.Of([.. words.Runs.Select(r => new TextStretch(r.Font is null ? Letters(style, r.Text) : r.Text, style.Of(r)))]);
            if (!seen.IsPlain) { return Seen(cell, grid, font, seen); }
        }
        var shown = words.Font is null ? Letters(style, words.Text) : words.Text;
        if (shown.Length == 0 && !cell.IsFormula) { return null; }
        if (format.Show(shown) is not { } text) { return Seen(cell, grid, font, SeenText.Of(new TextStretch(shown, style.Looks | Looks.Hidden))); }
        // A figure that somebody typed as text is corrected to a number in the way its cell shows numbers.
        var kind = text.Length == 0 ? RawKind.Blank : RawKind.Text;
        return Shown(cell, grid, style, text, kind, shape: format.Show(1m).Shape, font: font, isLetters: text.Length == shown.Length);
    }

    /// <summary>Of the run with the first letters beyond ASCII, whose meaning the font decides, else of the first run; null where the run names none.</summary>
    private static string? FontOf(RichText words) => words.Runs.FirstOrDefault(r => !Ascii.IsValid(r.Text)) is { } run ? run.Font : words.Font;

    private static bool IsLegacy(string text, string? font) => new TextFont(font, !Ascii.IsValid(text)).IsOfLegacyLetters;

    private static string Letters(CellStyle style, string text) => Symbols.IsSymbolFont(style.Font) ? Symbols.FromFont(style.Font!, text) : text;

    private GridCell Number(SheetWalker cell, Grid grid, CellStyle style, string value)
    {
        if (AsShown(value) is not { } number) { return Shown(cell, grid, style, value, RawKind.Text); }
        var shown = style.Format.Show(number);
        if (shown.IsNothing || (number == 0 && cell.HidesZeros)) { return Seen(cell, grid, null, SeenText.Of(new TextStretch(Text.VietnameseNumber.Write(number), Looks.Hidden))); }
        style = style.In(shown.Ink);
        // Words in the place of a figure, or before it: "Tăng", "khoảng 12", "≥ 12".
        if (!shown.HasDigits || shown.Before.Any(char.IsLetterOrDigit) || shown.Before.AsSpan().ContainsAny("≥≤<>~≈".AsSpan()))
        {
            var figure = shown.HasDigits ? Figure(shown) : "";
            return Shown(cell, grid, style, $"{shown.Before}{figure}{shown.Behind}", RawKind.Text, isLetters: false);
        }
        var text = shown.Shape is NumberShape.Date
            ? Text.VietnameseDate.FromSerial(number, workbook.Date1904)?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? value
            : shown.Before.Length == 0 && shown.Behind.Length == 0 ? Figure(shown) : $"{shown.Before}{Figure(shown)}{shown.Behind}";
        return Shown(cell, grid, style, text, shown.Shape is NumberShape.Date ? RawKind.Date : RawKind.Number, shown.Value, shown.Shape, unit: shown.Behind.Trim());
    }

    private static string Figure(ShownNumber shown) =>
        Text.VietnameseNumber.Write(shown.Shape is NumberShape.Percent && Math.Abs(shown.Value) < decimal.MaxValue / 100 ? shown.Value * 100 : shown.Value);

    /// <summary>A cell of one look. What is struck out or not to be seen as a whole is no value of it.</summary>
    private static GridCell Shown(
        SheetWalker cell, Grid grid, CellStyle style, string text, RawKind kind,
        decimal? number = null, NumberShape shape = NumberShape.General, string? unit = null, string? font = null, bool isLetters = true)
    {
        if ((style.Looks & (Looks.Struck | Looks.Hidden)) != 0 && text.Length > 0) { return Seen(cell, grid, font, SeenText.Of(new TextStretch(text, style.Looks))); }
        if (kind is RawKind.Text && SeenText.HasRaisedDigits(text) && SeenText.Of(new TextStretch(text, style.Looks)) is var seen && (seen.NoteMarks.Length > 0 || seen.IsDoubtful))
        {
            return Seen(cell, grid, font, seen);
        }
        return new GridCell(cell.Row, cell.Column)
        {
            Grid = grid,
            Text = text,
            Kind = kind,
            Number = number,
            Shape = shape,
            Unit = string.IsNullOrEmpty(unit) ? null : unit,
            Font = font,
            Looks = style.Looks,
            IsFormula = cell.IsFormula,
            IsLetters = isLetters,
        };
    }

    /// <summary>A cell whose text is not all plain. Nothing may be written over what was struck out, hidden or marked.</summary>
    private static GridCell Seen(SheetWalker cell, Grid grid, string? font, SeenText seen)
    {
        var isWhole = seen is { Struck: "", Hidden: "", NoteMarks: "", IsDoubtful: false };
        var text = isWhole ? seen.Visible : seen.Visible.Trim();
        var isBlank = text.Length == 0;
        return new GridCell(cell.Row, cell.Column)
        {
            Grid = grid,
            Text = text,
            Kind = isBlank ? RawKind.Blank : RawKind.Text,
            Font = font,
            Seen = seen,
            IsLetters = isWhole,
            IsFormula = cell.IsFormula && !isBlank,
        };
    }

    /// <summary>
    /// Excel calculates with 17 digits and shows 15 at most: 0,06 + 0,84 is kept as 0.89999999999999991 and is 0,9 to everybody. Null for what is no number that fits.
    /// </summary>
    private static decimal? AsShown(string value)
    {
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (value.Length <= 15 && decimal.TryParse(value, Plain, CultureInfo.InvariantCulture, out var typed)) { return typed; }
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var stored) || !double.IsFinite(stored)) { return null; }
        Span<char> digits = stackalloc char[32];
        return stored.TryFormat(digits, out var length, "G15", CultureInfo.InvariantCulture)
            && decimal.TryParse(digits[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out var shown) ? shown : null;
    }
}
