using System.Text;
using ClosedXML.Excel;
using LearningCity.Docs.Checking;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Packages;
using LearningCity.Docs.Tests.Support;
using LearningCity.Docs.Text;
using LearningCity.Docs.Writing;

namespace LearningCity.Docs.Tests.Reading;

/// <summary>Our own files after somebody worked on them: marks against texts, versions, units, old encodings.</summary>
public class FormAssemblyTests
{
    private static readonly FormDefinition Iiib = SampleForms.Form("phu-luc-iiib");
    private static readonly byte[] Filled = FormWorkbook.Write(Iiib, SampleValues.Right("phu-luc-iiib"));

    [Fact]
    public void RowsSortedUnderTheirNames_AreReadByTheirTexts_AndTold()
    {
        var form = Reads.Form(Edited(Filled, sheet =>
        {
            var (a, b) = (RowOf(sheet, "1.1"), RowOf(sheet, "2.4"));
            foreach (var column in Enumerable.Range(1, 4))
            {
                var (x, y) = (sheet.Cell(a, column), sheet.Cell(b, column));
                var (first, second) = (x.GetString(), y.GetString());
                x.SetValue(second);
                y.SetValue(first);
            }
        }));
        foreach (var (entry, value) in SampleValues.Right("phu-luc-iiib")) { form.Read(entry).ShouldBe(value, entry); }
        var told = form.Findings.Where(f => f.Code == "LC1107").ToList();
        told.Count.ShouldBe(2);
        told[0].Severity.ShouldBe(Severity.Warning);
        form.ShouldHaveNo("LC1102", "LC1103", "LC1104");
    }

    [Fact]
    public void TextCleared_MarkThere_IsStillTheRow()
    {
        var form = Reads.Form(Edited(Filled, sheet => { foreach (var column in (int[])[1, 2]) { sheet.Cell(RowOf(sheet, "4.1"), column).Clear(XLClearOptions.Contents); } }));
        foreach (var (entry, value) in SampleValues.Right("phu-luc-iiib")) { form.Read(entry).ShouldBe(value, entry); }
        form.Only("LC1102").Location.At().ShouldStartWith("Phụ lục IIIb!B");
        form.ShouldHaveNo("LC1103");
    }

    [Fact]
    public void AnotherTextOverTheRow_IsTheRowOfItsMark()
    {
        var form = Reads.Form(Edited(Filled, sheet => sheet.Cell(RowOf(sheet, "4.1"), 2).SetValue("Một nội dung khác hẳn")));
        form.Read("4.1.result").ShouldBe("Đạt");
        form.Only("LC1102").Value.ShouldBe("Một nội dung khác hẳn");
    }

    [Theory]
    [InlineData("2019-01-01", true)]
    [InlineData("2024-04-25", false)]
    public void AnotherVersionInTheMark_IsTold(string version, bool told)
    {
        var package = Reads.Package(Filled);
        var part = package.PartNames.Single(n => n.EndsWith(".xml", StringComparison.Ordinal) && Encoding.UTF8.GetString(package.Part(n)!.Value.Span).Contains("urn:learningcity:form\"", StringComparison.Ordinal) && n.Contains("item", StringComparison.Ordinal) && !n.Contains("Props", StringComparison.Ordinal));
        var changed = Encoding.UTF8.GetString(package.Part(part)!.Value.Span).Replace("2024-04-25", version);
        var form = Reads.Form(PackageEdit.Replace(package, new Dictionary<string, byte[]> { [part] = Encoding.UTF8.GetBytes(changed) }));
        form.Findings.Any(f => f.Code == "LC1105").ShouldBe(told);
    }

    [Fact]
    public void OfficeInChargeChanged_IsTold()
    {
        var form = SampleForms.Form("unesco-ba-dinh");
        var node = form.Indicators.First(n => n.Unit is not null);
        var cell = "";
        var read = Reads.Form(Edited(FormWorkbook.Write(form), sheet =>
        {
            var at = sheet.CellsUsed(c => c.GetString() == node.Unit!.Name).First();
            at.SetValue("Phòng Không Có");
            cell = at.Address.ToString()!;
        }));
        var told = read.Findings.Where(f => f.Code == "LC1106").ToList();
        told.ShouldNotBeEmpty();
        told[0].Location.At().ShouldEndWith("!" + cell);
        told[0].Value.ShouldBe("Phòng Không Có");
        Reads.Form(FormWorkbook.Write(form)).ShouldHaveNo("LC1106");
    }

    [Theory, InlineData("xlsx"), InlineData("docx")]
    public void TextsInTcvn3_AreRecognised_AndToldOnce(string host)
    {
        var table = new TypedTable();
        foreach (var row in table.Rows) { row[1] = Tcvn3(row[1]); }
        var form = Reads.Form(table.Save(host));
        TypedTable.ShouldBeRead(form);
        var told = FormChecker.Check(form, new DateOnly(2025, 5, 1)).Single(f => f.Code == "LC1111");
        (told.Severity, told.Places.Length, told.Location).ShouldBe((Severity.Info, 17, told.Places[0].Location));
        told.Places.Select(p => p.Location.At()).ShouldBe(Enumerable.Range(1, 17).Select(row => table.At(host, row, TypedTable.Text)));
        form.ShouldHaveNo("LC1102", "LC1103");
    }

    [Fact]
    public void TotalHeadingAboveTheTable_IsNotTheTotalRow()
    {
        var table = new TypedTable();
        table.Title.Insert(0, "TỔNG HỢP");
        TypedTable.ShouldBeRead(Reads.Form(table.Save("xlsx")));
    }

    internal static byte[] Edited(byte[] file, Action<IXLWorksheet> edit)
    {
        using var book = new XLWorkbook(new MemoryStream(file));
        edit(book.Worksheet(1));
        var saved = new MemoryStream();
        book.SaveAs(saved);
        return saved.ToArray();
    }

    private static int RowOf(IXLWorksheet sheet, string code) => sheet.CellsUsed(c => c.GetString() == Iiib.Node(code).Title).Single().Address.RowNumber;

    /// <summary>The letters of TCVN3, found by asking our own table the other way round.</summary>
    internal static string Tcvn3(string text)
    {
        var letters = Enumerable.Range(0xA1, 0x5F).Append(0xAD).Select(i => (char)i).Select(c => (Legacy: c, Letter: LegacyEncoding.Convert(c.ToString(), LegacyKind.Tcvn3))).Where(p => p.Letter.Length == 1 && p.Letter[0] != p.Legacy).DistinctBy(p => p.Letter[0]).ToDictionary(p => p.Letter[0], p => p.Legacy);
        return string.Concat(text.Select(c => letters.GetValueOrDefault(c, c)));
    }
}
