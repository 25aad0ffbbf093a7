using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Reading;

/// <summary>
/// Phụ lục IIIb as somebody types it without our blank form: rows of texts, to be rearranged by a test and saved as a sheet or a Word table. Columns: label, text, summary, result.
/// </summary>
internal sealed class TypedTable
{
    public const int Label = 0, Text = 1, Summary = 2, Result = 3;

    public FormDefinition Form { get; } = SampleForms.Form("phu-luc-iiib");

    public List<string> Title { get; }

    public List<List<string>> Header { get; }

    public List<List<string>> Rows { get; }

    public TypedTable()
    {
        Title = ["Phụ lục IIIb", Form.Title];
        Header = [[.. Form.Columns.Select(c => c.Title)]];
        Rows = [.. Form.Nodes.Select(n => new List<string> { n.Kind is NodeKind.Total ? n.Title : n.Label!, n.Kind is NodeKind.Total ? "" : n.Title, SummaryOf(n.Code), ResultOf(n.Code) })];
    }

    public static string SummaryOf(string code) => $"Đã thực hiện việc thứ {code.Replace(".", " mục ")}";

    public static string ResultOf(string code) => code.EndsWith('2') ? "Không đạt" : "Đạt";

    public List<string> this[string code] => Rows[Index(code)];

    public int Index(string code) => Form.Nodes.IndexOf(Form.Node(code));

    /// <summary>Title lines (in Excel above, in Word as paragraphs), header, rows.</summary>
    public byte[] Save(string host) => Save(host, [.. Header, .. Rows]);

    public byte[] Save(string host, IEnumerable<IEnumerable<string>> rows)
    {
        if (host == "xlsx") { return PackageBuilder.Workbook().Sheet("Biểu", [.. Title.Select(t => new object?[] { t }), .. rows.Select(r => r.Select(c => c.Length == 0 ? null : (object?)c).ToArray())]).ToBytes(); }
        var document = PackageBuilder.Document();
        foreach (var line in Title) { document.Paragraph(line); }
        return document.Table([.. rows.Select(r => r.ToArray())]).ToBytes();
    }

    /// <summary>A Word file with every result "Đạt"; the entries named are cells of these blocks.</summary>
    public static byte[] Word(params (string Entry, string Blocks)[] cells) => new WordBuilder(WordBuilder.P(FormTitle), WordTable(cells)).Build();

    public static string FormTitle => SampleForms.Form("phu-luc-iiib").Title;

    public static string WordTable(params (string Entry, string Blocks)[] cells)
    {
        var table = new TypedTable();
        string Cell(string entry, string typed) => cells.FirstOrDefault(c => c.Entry == entry).Blocks is { } blocks ? WordBuilder.CellOf(blocks) : WordBuilder.Cell(typed);
        var rows = table.Form.Nodes.Select((n, i) => WordBuilder.Row(WordBuilder.Cell(table.Rows[i][Label]), WordBuilder.Cell(table.Rows[i][Text]), Cell($"{n.Code}.summary", "Đã làm"), Cell($"{n.Code}.result", "Đạt")));
        return WordBuilder.Table([WordBuilder.Texts([.. table.Header[0]]), .. rows]);
    }

    /// <summary>Where a row and column of the table (from 0, header first) stand in the file.</summary>
    public string At(string host, int row, int column) => host == "xlsx"
        ? new Location.Cell("Biểu", new CellReference(Title.Count + row + 1, column + 1)).At()
        : new Location.TableCell(1, row + 1, column + 1).At();

    /// <summary>Every entry as typed, but for those named.</summary>
    public static void ShouldBeRead(FormEntries form, params string[] but)
    {
        form.Form.Id.ShouldBe("phu-luc-iiib");
        var wrong = form.Entries.Where(e => !but.Contains(e.Id)).Where(e => form.Read(e.Id) != (e.Field.Kind is FieldKind.Result ? ResultOf(e.Field.Node) : SummaryOf(e.Field.Node)))
            .Select(e => $"{e.Id}: {form.Read(e.Id)} at {e.Location.At()}");
        wrong.ShouldBeEmpty();
    }
}
