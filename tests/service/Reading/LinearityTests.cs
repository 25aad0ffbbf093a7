using LearningCity.Docs.Forms;
using LearningCity.Docs.Packages;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Reading;

/// <summary>Work grows as the file grows: told by what is allocated, which no clock disturbs.</summary>
public class LinearityTests
{
    [Theory]
    [InlineData("xlsx", false)]
    [InlineData("xlsx", true)]
    [InlineData("docx", false)]
    [InlineData("docx", true)]
    public void TenTimesTheRows_CostTenTimesAsMuch(string host, bool rowsMissing)
    {
        Cost(host, 500, rowsMissing);
        var (small, large) = (Cost(host, 5_000, rowsMissing), Cost(host, 50_000, rowsMissing));
        (large / (double)small).ShouldBeLessThan(14, $"{small} → {large}");
    }

    /// <summary>A file of texts that are nearly official, so that nothing is recognised and all is compared.</summary>
    [Fact]
    public void ThousandTextsLikeTheOfficialOnes_AreBounded()
    {
        var table = new TypedTable();
        var like = table.Rows.SelectMany(r => Enumerable.Range(0, 65).Select(i => new[] { "", $"{r[1]} {i} {i}", "" })).ToList();
        var package = Package(table.Save("xlsx", [.. table.Header, .. table.Rows.Take(4), .. like]));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Reads.Official.Read(package);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(512L << 20);
    }

    /// <summary>Figures in rows that somebody inserted below one indicator contradict each other, every one.</summary>
    [Fact]
    public void TenTimesTheFiguresOfOneIndicator_CostTenTimesAsMuch()
    {
        CostOf(500);
        var (small, large) = (CostOf(2_000), CostOf(20_000));
        (large / (double)small).ShouldBeLessThan(14, $"{small} → {large}");

        static long CostOf(int rows)
        {
            var form = SampleForms.Form("unesco-ba-dinh");
            var lines = new List<object?[]> { new object?[] { form.Title } };
            foreach (var node in form.Nodes)
            {
                lines.Add([node.Code, node.Title, node.Unit?.Name, null, null]);
                if (node.Code == "1.1.1-1") { lines.AddRange(Enumerable.Range(0, rows).Select(i => new object?[] { null, null, null, "Nam", i })); }
            }
            var package = Package(PackageBuilder.Workbook().Sheet("S", [.. lines]).ToBytes());
            var before = GC.GetAllocatedBytesForCurrentThread();
            var read = Reads.Official.Read(package).ShouldBeOfType<ReadResult.Read>().Forms[0];
            var cost = GC.GetAllocatedBytesForCurrentThread() - before;
            read.Findings.ShouldContain(f => f.Code == "LC2403");
            return cost;
        }
    }

    /// <summary>Choices with marks in thousands of rows of one field.</summary>
    [Fact]
    public void TwiceTheChoicesOfOneField_CostTwiceAsMuch()
    {
        var form = SampleForms.Form("unesco-ba-dinh");
        var field = form.Fields.First(f => f.Kind is FieldKind.Trend);
        var tokens = new Scales(form).Tokens(field.Kind);
        var quick = TimeSpan.FromMilliseconds(100);
        TimeSpan Time(int rows)
        {
            var grid = new Grid(Host.Excel, "S", 1);
            var cells = Enumerable.Range(1, rows).Select(r => new GridCell(r, 1) { Grid = grid, Text = "☑ Tăng ☐ Giảm", Kind = RawKind.Text }).ToList();
            return ProcessorTime.Least(() => ChoiceCells.Of(field, tokens, cells, 1, CancellationToken.None).Decide([]).Cell.Text.ShouldContain("☑ Tăng"), quick, runs: 4);
        }
        Time(1_000);
        var (small, large) = (Time(10_000), Time(20_000));
        (large < quick || large < small * 3).ShouldBeTrue($"{small} → {large}");
    }

    /// <summary>Nobody waits any more while one big form is read: asked row by row, not only between the tables.</summary>
    [Theory]
    [InlineData("xlsx")]
    [InlineData("docx")]
    public void OneGrid_IsGivenUpWithinItself(string host)
    {
        var table = new TypedTable();
        var package = Package(table.Save(host));
        var grid = package.Kind is PackageKind.Workbook ? WorkbookReader.Read(package).Grids[0] : DocumentReader.Read(package).Grids[0];
        var texts = new FormTexts(SampleForms.Official);
        var gone = new CancellationToken(canceled: true);
        Should.Throw<OperationCanceledException>(() => new GridScan(grid, texts, gone));
        Should.NotThrow(() => new GridScan(new Grid(grid.Host, "", 1), texts, gone));
        var scan = new GridScan(grid, texts, CancellationToken.None);
        var form = new FormTable(table.Form, scan);
        Should.Throw<OperationCanceledException>(() => FormAssembly.Entries(texts, table.Form, [form], null, [], gone));
        Should.Throw<OperationCanceledException>(() => new UnreadContent(table.Form, [form], [], gone).Find(_ => new Sentence("found.nothing")).ToList());
    }

    /// <summary>Thousands of rows that somebody inserted below one indicator: its cells are gone through one by one.</summary>
    [Fact]
    public void OneIndicator_IsGivenUpWithinItself()
    {
        var (texts, form) = (new FormTexts(SampleForms.Official), SampleForms.Form("unesco-ba-dinh"));
        var node = form.Nodes.First(n => n.Fields.Any(f => f.Kind is FieldKind.Percent));
        var rows = Enumerable.Range(0, 50).Select(i => new object?[] { i == 0 ? node.Title : null, null, i });
        var grid = Reads.Sheet(PackageBuilder.Workbook().Sheet("S", [.. rows]).ToBytes());
        var table = new FormTable(form, new GridScan(grid, texts, CancellationToken.None));
        table.Settle(null);
        var gone = new CancellationToken(canceled: true);
        Should.Throw<OperationCanceledException>(() => FigureCells.Find(table, table.Columns, node, new Band(1, 50), null, new Scales(form), _ => null, gone));
        FigureCells.Find(table, table.Columns, node, new Band(1, 50), null, new Scales(form), _ => null, CancellationToken.None).ShouldNotBeEmpty();
    }

    private static long Cost(string host, int rows, bool rowsMissing)
    {
        var table = new TypedTable();
        if (rowsMissing) { table.Rows.RemoveRange(3, 4); }
        var more = Enumerable.Range(0, rows).Select(i => new[] { $"Mục {i}", $"Nội dung thứ {i} của danh sách kèm theo, không thuộc biểu", $"việc {i}", i % 2 == 0 ? "Đạt" : "Không đạt" });
        var package = Package(table.Save(host, [.. table.Header, .. table.Rows, [""], .. more]));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Reads.Official.Read(package);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static SafePackage Package(byte[] file) => Reads.Package(file);
}
