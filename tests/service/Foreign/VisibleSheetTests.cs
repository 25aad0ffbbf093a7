using System.Globalization;
using System.Text;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Packages;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Reading;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Foreign;

/// <summary>What we call visible in a workbook is what LibreOffice shows of it, cell by cell, but for the kinds in one table.</summary>
public class VisibleSheetTests
{
    /// <summary>A cell of ours, null where we have none, and what LibreOffice shows there.</summary>
    private sealed record Pair(Grid Grid, GridCell? Cell, string Shown)
    {
        public string Ours => Cell?.Text ?? "";

        /// <summary>All letters of the cell, also those that do not count.</summary>
        public string All => Cell?.Seen is { } seen ? string.Concat(seen.Stretches.Select(s => s.Text)) : Ours;
    }

    /// <summary>Where LibreOffice shows more, or shows it otherwise.</summary>
    private static readonly ImmutableArray<(string Kind, Func<Pair, bool> Explains)> Kinds =
    [
        ("struck text", p => p.Cell?.Seen is { Struck.Length: > 0 } && (Same(p.All, p.Shown) || IsRounded(p.All, p.Shown))),
        ("hidden text", p => p.Cell?.Seen is { Hidden.Length: > 0 } && (Same(p.All, p.Shown) || IsRounded(p.All, p.Shown) || p.Shown.Length == 0)),
        ("note marks", p => p.Cell?.Seen is { NoteMarks.Length: > 0 } && Same(p.All, p.Shown)),
        ("boxes", p => (p.Ours, p.Shown) is ("☑", "TRUE") or ("☐", "FALSE")),
        ("pictures", p => p.Cell is { Objects: CellObjects.Picture }),
        ("symbol fonts", p => Symbols.IsSymbolFont(p.Cell?.Font) && p.Ours.Length == p.Shown.Length),
        ("figures, rounded by their format", p => IsRounded(p.Ours, p.Shown)),
        ("dates", p => p.Cell is { Kind: RawKind.Date } && p.Shown.Length > 0),
        ("formulas without a value", p => p.Cell is { IsFormula: true, Number: null, Kind: RawKind.Number }),
    ];

    [LibreOffice.Fact]
    public void Workbooks_ShowInLibreOfficeWhatWeCallVisible()
    {
        var files = Directory.EnumerateFiles(Repository.Path("tests", "fixtures"), "*.xlsx", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => (Name: Path.GetFileName(f), Content: File.ReadAllBytes(f)))
            .Where(f => PackageGuard.Open(f.Content) is GuardResult.Safe).ToList();
        files.Add(("every kind", EveryKind()));
        var shown = LibreOffice.Sheets([.. files.Select(f => f.Content)]);
        var differences = new List<string>();
        var used = new HashSet<string>();
        var compared = 0;
        for (var i = 0; i < files.Count; i++)
        {
            // Names in the zip with backslashes: LibreOffice refuses the file.
            if (files[i].Name == "05a-backslash.xlsx") { continue; }
            shown[i].ShouldNotBeEmpty(files[i].Name);
            foreach (var grid in Reads.Sheets(files[i].Content))
            {
                var rows = Rows(shown[i].Single(s => s.Key == grid.Name.Replace('/', '_')).Value);
                foreach (var pair in Pairs(grid, rows))
                {
                    compared++;
                    if (Same(pair.Ours, pair.Shown)) { continue; }
                    if (Kinds.FirstOrDefault(k => k.Explains(pair)).Kind is { } kind) { used.Add(kind); }
                    else { differences.Add($"{files[i].Name} {grid.Name} <{pair.Ours}> is shown as <{pair.Shown}>"); }
                }
            }
        }
        differences.ShouldBeEmpty();
        compared.ShouldBeGreaterThan(10_000);
        // No kind in the table that no file needs.
        Kinds.Select(k => k.Kind).Where(k => !used.Contains(k)).ShouldBeEmpty();
    }

    private static IEnumerable<Pair> Pairs(Grid grid, List<string[]> rows)
    {
        for (var row = 1; row <= Math.Max(rows.Count, grid.LastRow); row++)
        {
            var fields = row <= rows.Count ? rows[row - 1] : [];
            for (var column = 1; column <= Math.Max(fields.Length, grid.LastColumn); column++)
            {
                var cell = grid.At(row, column);
                // Beneath a merged cell there is nothing to be seen.
                if (cell is not null && (cell.Row, cell.Column) != (row, column)) { continue; }
                var shown = column <= fields.Length ? fields[column - 1] : "";
                if (cell is not null || shown.Length > 0) { yield return new Pair(grid, cell, shown); }
            }
        }
    }

    private static bool Same(string ours, string shown) => Words(ours) == Words(shown);

    private static string Words(string text) => string.Join(' ', text.Split([' ', '\n', '\r', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>"49,6" and "50", "1.512" and "1,512.0", "95,5%" and "95.50%": one number, to the digits that are shown, with the same words around it.</summary>
    private static bool IsRounded(string ours, string shown)
    {
        var (left, right) = (Figure(ours, '.', ','), Figure(shown, ',', '.'));
        if (left is not var (number, words, _) || right is not var (rounded, around, decimals) || words != around) { return false; }
        // Excel and LibreOffice write 1.512 with the format #\.000.
        return Math.Round(number, decimals, MidpointRounding.AwayFromZero) == rounded || Figure(shown, '.', ',') is var (other, _, _) && other == number;
    }

    private static (decimal Number, string Words, int Decimals)? Figure(string text, char group, char point)
    {
        var digits = string.Concat(text.Where(c => char.IsAsciiDigit(c) || c is ',' or '.' or '-'));
        if (!decimal.TryParse(digits.Replace(group.ToString(), "").Replace(point, '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) { return null; }
        var words = string.Concat(text.Where(c => !(char.IsAsciiDigit(c) || char.IsWhiteSpace(c) || c is ',' or '.' or '-')));
        return (number, words, digits.LastIndexOf(point) is >= 0 and var at ? Math.Min(digits.Length - at - 1, 15) : 0);
    }

    /// <summary>Fields between tabs, in quotes where they need it.</summary>
    private static List<string[]> Rows(string text)
    {
        var (rows, row, field) = (new List<string[]>(), new List<string>(), new StringBuilder());
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (quoted && text[i] == '"' && i + 1 < text.Length && text[i + 1] == '"') { field.Append('"'); i++; }
            else if (text[i] == '"' && (quoted || field.Length == 0)) { quoted = !quoted; }
            else if (!quoted && text[i] is '\t' or '\n')
            {
                row.Add(field.ToString());
                field.Clear();
                if (text[i] == '\n') { rows.Add([.. row]); row.Clear(); }
            }
            else { field.Append(text[i]); }
        }
        return rows;
    }

    private static byte[] EveryKind() => WorkbookXml.Row(
            "<c r=\"A1\" t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>69,5</t></r><r><t xml:space=\"preserve\"> 79,5</t></r></is></c>", "<c r=\"B1\" s=\"1\"><v>95</v></c>", "<c r=\"C1\" s=\"2\" t=\"inlineStr\"><is><t>Đạt</t></is></c>",
            "<c r=\"D1\" t=\"inlineStr\"><is><r><t>82,4</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>2</t></r></is></c>", "<c r=\"E1\" s=\"3\"><v>0.9</v></c>", "<c r=\"F1\" s=\"4\"><v>2</v></c>", "<c r=\"G1\" s=\"5\"><v>7</v></c>",
            "<c r=\"H1\" s=\"6\" t=\"b\"><v>1</v></c>", "<c r=\"I1\" s=\"6\" t=\"b\"><v>0</v></c>", "<c r=\"J1\" t=\"str\"><f>_xlfn.DISPIMG(\"ID_0\",1)</f><v>=DISPIMG(\"ID_0\",1)</v></c>", "<c r=\"K1\" s=\"7\" t=\"inlineStr\"><is><t>þ</t></is></c>",
            "<c r=\"L1\" s=\"8\"><v>45755</v></c>", "<c r=\"M1\"><f>1+1</f></c>", "<c r=\"N1\" s=\"9\"><v>95500</v></c>", "<c r=\"O1\"><f>0.06+0.84</f><v>0.89999999999999991</v></c>")
        .StyleSheet("<numFmts count=\"5\"><numFmt numFmtId=\"164\" formatCode=\"0.0&quot;%&quot;\"/><numFmt numFmtId=\"165\" formatCode=\"[=1]&quot;Tăng&quot;;[=2]&quot;Giảm&quot;;General\"/><numFmt numFmtId=\"166\" formatCode=\";;;\"/>"
            + "<numFmt numFmtId=\"167\" formatCode=\"d&quot; tháng &quot;m\"/><numFmt numFmtId=\"168\" formatCode=\"0.0,&quot; nghìn&quot;\"/></numFmts>"
            + "<fonts><font/><font><strike/></font><font><color rgb=\"FFFFFFFF\"/></font><font><name val=\"Wingdings\"/></font></fonts><fills><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders><border/></borders>"
            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"0\" fontId=\"1\"/><xf numFmtId=\"0\" fontId=\"2\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/>"
            + "<xf numFmtId=\"0\"><extLst><ext xmlns:x=\"http://schemas.microsoft.com/office/spreadsheetml/2022/featurepropertybag\" uri=\"{C7286773-470A-42A8-94C5-96B5CB345126}\"><x:xfComplement i=\"0\"/></ext></extLst></xf>"
            + "<xf numFmtId=\"0\" fontId=\"3\"/><xf numFmtId=\"167\"/><xf numFmtId=\"168\"/></cellXfs>").ToBytes();
}
