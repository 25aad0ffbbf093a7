using System.Globalization;
using System.Text;
using LearningCity.Docs.Tests.Support;
using static System.FormattableString;

namespace LearningCity.Docs.Tests.Hostile;

/// <summary>
/// Files within every limit of the guard, each made so that some step of the work would grow with the square of its size, repeat itself, or fill the stack. All are answered
/// in seconds and within bounded memory, whatever the answer.
/// </summary>
public class HostileCostTests
{
    private static readonly FormPipeline Pipeline = new(SampleForms.Official);
    private static readonly DateOnly Today = new(2025, 4, 8);

    /// <summary>Of each step. An idle machine takes a second or two; what was not mended took minutes or never ended.</summary>
    private static readonly TimeSpan Slowest = TimeSpan.FromSeconds(15);

    private const long Allocated = 2L << 30;

    private static readonly Dictionary<string, Func<byte[]>> Files = new()
    {
        ["one long shared string in many cells"] = () => Strings([Noise(1_000_000)], Repeat(12_000, i => Invariant($"<row r=\"{i + 1}\"><c r=\"A{i + 1}\" t=\"s\"><v>0</v></c></row>"))),
        ["one long shared string in a million cells"] = () => Strings([Noise(32_000)], Repeat(400, r => $"<row>{Repeat(1_000, _ => "<c t=\"s\"><v>0</v></c>")}</row>")),
        ["one sheet listed fifty thousand times"] = () => PackageBuilder.Workbook().Sheet("A", [.. Enumerable.Range(0, 3_000).Select(i => new object?[] { "Nội dung", i })])
            .With("xl/workbook.xml", Book(Repeat(50_000, i => Invariant($"<sheet name=\"S{i}\" sheetId=\"{i + 1}\" r:id=\"rId1\"/>")))).Unpacked(),
        ["many sheets and many relationships"] = () => ManyRelationships(PackageBuilder.Workbook(), 60_000)
            .With("xl/workbook.xml", Book(Repeat(60_000, i => Invariant($"<sheet name=\"S{i}\" sheetId=\"{i + 1}\" r:id=\"none{i}\"/>")))).Unpacked(),
        ["a merged range over every cell of every row"] = () => Sheet(
            Repeat(24, r => Invariant($"<row r=\"{2 * r + 1}\">{Repeat(16_384, c => Invariant($"<c r=\"{At(2 * r + 1, c + 1)}\" t=\"str\"><v>Đạt {c}</v></c>"))}</row>")),
            $"<mergeCells>{Repeat(24, r => Repeat(16_384, c => $"<mergeCell ref=\"{At(2 * r + 1, c + 1)}:{At(2 * r + 2, c + 1)}\"/>"))}</mergeCells>"),
        ["overlapping merged ranges"] = () => Sheet(
            Repeat(200, r => $"<row>{Repeat(200, c => Invariant($"<c t=\"str\"><v>Đạt {c}</v></c>"))}</row>"),
            $"<mergeCells>{Repeat(20_000, i => $"<mergeCell ref=\"{At(i % 100 + 1, i / 200 + 1)}:{At(200, 200)}\"/>")}</mergeCells>"),
        ["an official row a hundred thousand times"] = () => PackageBuilder.Workbook().Sheet("A", [.. Rows(), .. Enumerable.Repeat(Rows()[3], 100_000)]).Unpacked(),
        ["the whole form two thousand times"] = () => PackageBuilder.Workbook().Sheet("A", [.. Enumerable.Repeat(Rows(), 2_000).SelectMany(r => r)]).Unpacked(),
        ["the form on nine hundred sheets"] = () => { var book = PackageBuilder.Workbook(); for (var i = 0; i < 900; i++) { book.Sheet(Invariant($"S{i}"), Rows()); } return book.Unpacked(); },
        ["three rows of the form in ten thousand tables"] = () => { var paper = PackageBuilder.Document(); for (var i = 0; i < 10_000; i++) { paper.Table([.. Rows().Skip(2).Take(4).Select(r => r.Select(c => $"{c}").ToArray())]); } return paper.Unpacked(); },
        ["texts nearly official"] = () => PackageBuilder.Workbook().Sheet("A", [.. Rows().Take(5), .. Enumerable.Range(0, 1_500).Select(i => new object?[] { $"{Rows()[i % 10 + 3][0]} {i}", $"{Rows()[i % 10 + 3][1]} {i} {i}" })]).Unpacked(),
        ["a control around three hundred thousand paragraphs"] = () => Document($"<w:tbl><w:tr><w:tc>{Control("4.1.result", Repeat(300_000, _ => "<w:p><w:r><w:t>Đạt được</w:t></w:r></w:p>"))}</w:tc></w:tr></w:tbl>"),
        ["a hundred controls around each other and a long text"] = () => Document($"<w:tbl><w:tr><w:tc><w:p>{Nested(100, $"<w:r><w:t>{Noise(4_000_000)}</w:t></w:r>")}</w:p></w:tc></w:tr></w:tbl>"),
        ["controls around each other and many paragraphs"] = () => Document($"<w:tbl><w:tr><w:tc>{Nested(100, Repeat(100_000, _ => "<w:p><w:r><w:t>Đạt được kết quả</w:t></w:r></w:p>"))}</w:tc></w:tr></w:tbl>"),
        ["tables within tables"] = () => Document(string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 80)) + Repeat(100_000, _ => "<w:p><w:r><w:t>Đạt</w:t></w:r></w:p>") + string.Concat(Enumerable.Repeat("<w:p/></w:tc></w:tr></w:tbl>", 80))),
        ["cells that span and span"] = () => Document($"<w:tbl>{Repeat(400, r => $"<w:tr>{Repeat(400, c => "<w:tc><w:tcPr><w:gridSpan w:val=\"1000\"/><w:vMerge/></w:tcPr><w:p><w:r><w:t>Đạt</w:t></w:r></w:p></w:tc>")}</w:tr>")}</w:tbl>"),
        ["cells merged downwards"] = () => Document($"<w:tbl>{Repeat(300, r => $"<w:tr>{Repeat(900, c => $"<w:tc><w:tcPr><w:vMerge{(r == 0 ? " w:val=\"restart\"" : "")}/></w:tcPr><w:p/></w:tc>")}</w:tr>")}</w:tbl>"),
        ["half a million paragraphs"] = () => Document(Repeat(500_000, i => "<w:p><w:r><w:t>a</w:t></w:r></w:p>")),
        ["a paragraph of half a million runs"] = () => Document($"<w:p>{Repeat(500_000, i => "<w:r><w:t>a</w:t></w:r>")}</w:p>"),
        ["empty field codes"] = () => Document($"<w:p>{Repeat(400_000, _ => "<w:fldSimple w:instr=\"\"/>")}</w:p>"),
        ["field codes of blanks"] = () => Document($"<w:p>{Repeat(400_000, _ => "<w:r><w:instrText> </w:instrText></w:r>")}</w:p>"),
        ["styles that rest on each other"] = () => Styles(Repeat(150_000, i => Invariant($"<w:style w:type=\"paragraph\" w:styleId=\"S{i}\"><w:basedOn w:val=\"S{i + 1}\"/></w:style>"))),
        ["styles in a circle"] = () => Styles("<w:style w:type=\"paragraph\" w:styleId=\"S0\"><w:basedOn w:val=\"S1\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"S1\"><w:basedOn w:val=\"S0\"/></w:style>"),
        ["a long chain of styles under many paragraphs"] = () => Styles(Repeat(5_000, i => Invariant($"<w:style w:type=\"paragraph\" w:styleId=\"S{i}\"><w:basedOn w:val=\"S{i + 1}\"/></w:style>")), Repeat(100_000, i => Invariant($"<w:p><w:pPr><w:pStyle w:val=\"S{i % 5_000}\"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"))),
        ["relationships without end"] = () => ManyRelationships(PackageBuilder.Document(), 600_000).Unpacked(),
        ["links out without end"] = () => ManyRelationships(PackageBuilder.Document(), 300_000, " TargetMode=\"External\"").Unpacked(),
        ["a million cells"] = () => Sheet(Repeat(600, _ => $"<row>{Repeat(1_600, _ => "<c><v>1</v></c>")}</row>")),
        ["a hundred thousand names of ours"] = () => PackageBuilder.Workbook().Sheet("A", Rows()).With("xl/workbook.xml", Book("<sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/>", Repeat(100_000, i => Invariant($"<definedName name=\"LC_4_1_result\">A!$A${i + 1}</definedName>")))).Unpacked(),
    };

    /// <summary>One text, in a cell of the form where figures are looked for, in a table and in a paragraph. Each is a worst case of some expression or loop over letters.</summary>
    private static readonly Dictionary<string, Func<string>> Texts = new()
    {
        ["blanks"] = () => "a" + new string(' ', 200_000) + "\u00A0",
        ["tabs and blanks"] = () => "/x" + string.Concat(Enumerable.Repeat(" \t", 100_000)),
        ["number sign and blanks"] = () => "Số" + new string(' ', 200_000),
        ["number sign and dots"] = () => "Số: " + string.Concat(Enumerable.Repeat(".… ", 70_000)),
        ["date of dots"] = () => string.Concat(Enumerable.Repeat("ngày ... ", 30_000)),
        ["date words"] = () => string.Concat(Enumerable.Repeat("ngày tháng ", 30_000)),
        ["digits"] = () => new string('9', 200_000),
        ["digits and points"] = () => string.Concat(Enumerable.Repeat("1.", 100_000)),
        ["fractions"] = () => string.Concat(Enumerable.Repeat("1/1 ", 60_000)),
        ["fractions without blanks"] = () => string.Concat(Enumerable.Repeat("1/", 100_000)),
        ["per cents"] = () => string.Concat(Enumerable.Repeat("9% ", 60_000)),
        ["rises"] = () => string.Concat(Enumerable.Repeat("tăng từ 1 ", 20_000)),
        ["years"] = () => string.Concat(Enumerable.Repeat("năm 2023 đạt ", 15_000)),
        ["brackets"] = () => new string('(', 200_000),
        ["dashes"] = () => "A-" + string.Concat(Enumerable.Repeat("A-", 100_000)) + "!",
        ["combining marks"] = () => "a" + new string('\u0323', 200_000),
        ["marks in no order"] = () => "a" + string.Concat(Enumerable.Repeat("\u0301\u0323", 100_000)),
        ["escapes"] = () => string.Concat(Enumerable.Repeat("_xD800_", 30_000)),
        ["braces"] = () => string.Concat(Enumerable.Repeat("{{", 100_000)),
        ["old letters"] = () => string.Concat(Enumerable.Repeat("§¹t Kh«ng ", 20_000)),
        ["number in words"] = () => string.Concat(Enumerable.Repeat("một trăm ", 20_000)),
        ["annex"] = () => "PHỤ LỤC " + string.Concat(Enumerable.Repeat("I ", 100_000)),
        ["article"] = () => "Điều 1" + new string(' ', 200_000) + "x",
        ["heading"] = () => "MỤC " + new string('I', 200_000),
        ["recipients"] = () => "- Lưu: VT," + new string(' ', 200_000),
    };

    public static TheoryData<string> FileNames => [.. Files.Keys];
    public static TheoryData<string> TextNames => [.. Texts.Keys];

    [Theory]
    [MemberData(nameof(FileNames))]
    public void File_CostsNoMoreThanItsSize(string name) => ShouldBeCheap(Make("F", name));

    [Theory]
    [MemberData(nameof(TextNames))]
    public void TextInASummary_CostsNoMoreThanItsSize(string name) => ShouldBeCheap(Make("E", name));

    [Theory]
    [MemberData(nameof(TextNames))]
    public void TextInAResult_CostsNoMoreThanItsSize(string name) => ShouldBeCheap(Make("R", name));

    [Theory]
    [MemberData(nameof(TextNames))]
    public void TextInAParagraph_CostsNoMoreThanItsSize(string name) => ShouldBeCheap(Make("P", name));

    private static byte[] Make(string mode, string name)
    {
        if (mode == "F") { return Files[name](); }
        var text = Texts[name]();
        if (mode == "P") { return PackageBuilder.Document().Paragraph("ỦY BAN NHÂN DÂN").Paragraph(text).Table([text, text]).Paragraph("KẾ HOẠCH").Paragraph(text).Paragraph(text + "x").Paragraph("Nơi nhận:").Paragraph(text).Unpacked(); }
        var rows = Rows();
        for (var i = 3; i < 7; i++) { rows[i][mode == "E" ? 2 : 3] = text; }
        return PackageBuilder.Workbook().Sheet("A", rows).Unpacked();
    }

    private static IEnumerable<(string, Func<object>)> Steps(byte[] file) =>
    [
        ("check", () => Pipeline.Check(file, Today)),
        ("fix", () => Pipeline.Fix(file, Today)),
        ("lint", () => LayoutPipeline.Check(file)),
    ];

    private static void ShouldBeCheap(byte[] file)
    {
        foreach (var (step, run) in Steps(file))
        {
            var (time, before) = (ThreadTime.Worked(), GC.GetAllocatedBytesForCurrentThread());
            run().ShouldNotBeNull();
            (ThreadTime.Worked() - time).ShouldBeLessThan(Slowest, step);
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(Allocated, step);
        }
    }

    /// <summary>Phụ lục IIIb as typed: code, text, summary, result; three rows above the first criterion.</summary>
    private static object?[][] Rows()
    {
        var form = SampleForms.Official.Find("phu-luc-iiib")!;
        return [["PHỤ LỤC IIIb"], [form.Title], [.. form.Columns.Select(c => (object?)c.Title)], .. form.Nodes.Select(n => new object?[] { n.Code, n.Title, "Đã thực hiện đạt 95,5% năm 2024", "Đạt" })];
    }

    private static string Repeat(int count, Func<int, string> item)
    {
        var all = new StringBuilder();
        for (var i = 0; i < count; i++) { all.Append(item(i)); }
        return all.ToString();
    }

    /// <summary>Letters that do not pack away.</summary>
    private static string Noise(int length)
    {
        var random = new Random(length);
        return string.Create(length, random, static (letters, random) => { for (var i = 0; i < letters.Length; i++) { letters[i] = (char)('a' + random.Next(26)); } });
    }

    private static string At(int row, int column) => CellReference.ColumnLetters(column) + row.ToString(CultureInfo.InvariantCulture);

    private static byte[] Sheet(string rows, string behind = "") =>
        PackageBuilder.Workbook().With("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData>{behind}</worksheet>").Unpacked();

    private static byte[] Strings(string[] strings, string rows) => PackageBuilder.Workbook()
        .With("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>")
        .With("xl/sharedStrings.xml", $"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{string.Concat(strings.Select(s => $"<si><t>{s}</t></si>"))}</sst>")
        .Relationship("xl/workbook.xml", "sharedStrings", "sharedStrings.xml").Unpacked();

    private static string Book(string sheets, string names = "") =>
        $"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{PackageBuilder.Relationships.TrimEnd('/')}\"><sheets>{sheets}</sheets><definedNames>{names}</definedNames></workbook>";

    private static PackageBuilder ManyRelationships(PackageBuilder package, int count, string mode = "")
    {
        var part = package.MainPart[..package.MainPart.IndexOf('/', StringComparison.Ordinal)] + "/_rels/" + package.MainPart[(package.MainPart.IndexOf('/', StringComparison.Ordinal) + 1)..] + ".rels";
        return package.With(part, $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{PackageBuilder.Relationships}worksheet\" Target=\"worksheets/sheet1.xml\"/>"
            + Repeat(count, i => Invariant($"<Relationship Id=\"r{i}\" Type=\"{PackageBuilder.Relationships}image\" Target=\"a{i}.png\"{mode}/>")) + "</Relationships>");
    }

    private static byte[] Document(string body) => PackageBuilder.Document().Body(body).Unpacked();

    private static byte[] Styles(string styles, string body = "<w:p><w:pPr><w:pStyle w:val=\"S0\"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>") => PackageBuilder.Document().Body(body)
        .With("word/styles.xml", $"<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">{styles}</w:styles>").Type("word/styles.xml", PackageBuilder.WordTypes + "styles+xml")
        .Relationship("word/document.xml", "styles", "styles.xml").Unpacked();

    private static string Control(string tag, string content) => $"<w:sdt><w:sdtPr><w:tag w:val=\"{tag}\"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>";

    private static string Nested(int depth, string content)
    {
        for (var i = 0; i < depth; i++) { content = Control(Invariant($"4.{i}.result"), content); }
        return content;
    }
}

/// <summary>What packs well is refused as a bomb: such a file is handed in unpacked.</summary>
file static class UnpackedPackage
{
    public static byte[] Unpacked(this PackageBuilder package) => ZipBytes.Of(package.Parts().Select(p => p with { Stored = true }));
}
