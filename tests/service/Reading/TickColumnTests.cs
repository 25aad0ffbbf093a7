using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Tests.Reading;

/// <summary>Files as officials send them (tests/fixtures/cases): boxes and tick columns, two columns for the same thing.</summary>
public class TickColumnTests
{
    private static FormEntries Case(string file) => Reads.Form(File.ReadAllBytes(Repository.Path("tests", "fixtures", "cases", file)));

    [Fact]
    public void TrendsTickedInBoxes_OurNameOnThePrintedWord_AreTheTicks()
    {
        var form = Case("02a-cell-checkbox-trend.xlsx");
        form.Entries.Where(e => e.Field.Kind is FieldKind.Trend).Select(e => (e.Id, form.Read(e.Id))).ShouldBe([
            ("1.2.4-1.trend", "increase"), ("1.2.4-2.trend", "increase"), ("1.3.1-3.trend", "decrease"), ("1.3.2-2.trend", "decrease"), ("1.3.2-3.trend", "decrease"), ("1.3.2-4.trend", "increase")]);
    }

    [Fact]
    public void ResultsTickedInBoxes_AreRead()
    {
        var form = Case("02b-cell-checkbox-results.xlsx");
        var results = form.Entries.Where(e => e.Field.Name == "result").Select(e => form.Read(e.Id)).ToList();
        (results.Count(r => r == "Đạt"), results.Count(r => r == "Không đạt")).ShouldBe((17, 1));
        form.Read("2.3.result").ShouldBe("Không đạt");
    }

    [Fact]
    public void OneTickOfAnotherKind_IsReadToo()
    {
        var form = Case("02c-tick-columns-mixed.xlsx");
        form.Read("1.2.result").ShouldBe("Đạt");
        form.Entries.Where(e => e.Field.Name == "result").ShouldAllBe(e => e.Value is EntryValue.Choice);
    }

    [Fact]
    public void OldColumnHidden_IsAskedAtBothHeaders_AndNeverPicked()
    {
        var form = Case("11b-hidden-old-column.xlsx");
        var asked = form.Only("LC1116");
        (asked.Severity, asked.Location.At(), asked.Related.Single().At()).ShouldBe((Severity.Error, "Phụ lục IIIb!D5", "Phụ lục IIIb!E5"));
        form.Read("1.1.result").ShouldBe("Đạt");
        form.Read("2.1.result").ShouldBe("?");
        form.Read("total.result").ShouldBe("?");
    }

    [Fact]
    public void TwoYears_AreAskedAtBothHeaders_AndNeverPicked()
    {
        var form = Case("11d-two-years-unesco.xlsx");
        var asked = form.Only("LC1116");
        (asked.Location.At(), asked.Related.Single().At()).ShouldBe(("Phân công nhiệm vụ!E5", "Phân công nhiệm vụ!I5"));
        form.Read("1.1.1-1.value").ShouldBe("?");
    }

    public static TheoryData<string, string, string?> Ticks()
    {
        var data = new TheoryData<string, string, string?>();
        foreach (var host in (string[])["xlsx", "docx"])
        {
            foreach (var tick in (string[])["x", "X", "X.", "✓", "✔", "☑", "✅", "đạt", "dat", "Đạt", "1", "có"]) { data.Add(host, tick, "Đạt"); }
            foreach (var strange in (string[])["xx", "Đạt 95%", "Chưa đạt", "Không đạt", "xem phụ lục"]) { data.Add(host, strange, "?"); }
            foreach (var nothing in (string[])["☐", "…", "-", ""]) { data.Add(host, nothing, null); }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Ticks))]
    public void TickColumn_IsReadOrNamedAtItsCell_NeverPassedOver(string host, string typed, string? read)
    {
        var table = new TypedTable();
        var rows = table.Rows.Select((r, i) => new[] { r[0], r[1], r[2], i == 1 ? typed : "x", "" }).Prepend(["Tiêu chí, chỉ tiêu", "Nội dung", "Tóm tắt kết quả đạt được", "Đạt", "Không đạt"]);
        var form = Reads.Form(table.Save(host, rows));
        form.Read("1.1.result").ShouldBe(read);
        form.Entries.Single(e => e.Id == "1.1.result").Location.At().ShouldBe(table.At(host, 2, 3));
        if (read == "?") { form.Only("LC2410").Location.At().ShouldBe(table.At(host, 2, 3)); } else { form.ShouldHaveNo("LC2410"); }
    }

    public static TheoryData<string, string, string, string, string?> Years() => new()
    {
        { "xlsx", "Năm 2024", "năm 2023", "năm 2024", "Không đạt" }, { "docx", "Năm 2024", "năm 2023", "năm 2024", "Không đạt" },
        { "xlsx", "Số liệu năm 2023", "năm 2023", "năm 2024", "Đạt" }, { "docx", "Số liệu năm 2023", "năm 2023", "năm 2024", "Đạt" },
        { "xlsx", "", "năm 2023", "năm 2024", null }, { "docx", "", "năm 2023", "năm 2024", null },
        { "xlsx", "Năm 2025", "năm 2023", "năm 2024", null }, { "docx", "(ngày 25 tháng 4 năm 2024)", "năm 2023", "năm 2024", null },
        { "xlsx", "Năm 2024", "", "", null }, { "docx", "Năm 2024", "", "", null },
    };

    [Theory]
    [MemberData(nameof(Years))]
    public void TwoResultColumns_TheFormsYearDecides_ElseIsAsked(string host, string line, string first, string second, string? read)
    {
        var table = new TypedTable();
        if (line.Length > 0) { table.Title.Add(line); }
        var title = table.Form.Columns[3].Title;
        var rows = table.Rows.Select((r, i) => new[] { r[0], r[1], r[2], "Đạt", i == 1 ? "Không đạt" : "Đạt" }).Prepend([.. table.Header[0].Take(3), $"{title} {first}".Trim(), $"{title} {second}".Trim()]);
        var form = Reads.Form(table.Save(host, rows));
        form.Read("1.1.result").ShouldBe(read ?? "?");
        form.Read("1.2.result").ShouldBe("Đạt");
        if (read is not null) { form.ShouldHaveNo("LC1116"); return; }
        var asked = form.Only("LC1116");
        (asked.Location.At(), asked.Related.Single().At()).ShouldBe((table.At(host, 0, 3), table.At(host, 0, 4)));
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("docx")]
    public void YearsUnderOneTitle_AreTwoColumns(string host)
    {
        var table = new TypedTable();
        var title = table.Form.Columns[3].Title;
        var rows = table.Rows.Select((r, i) => new[] { r[0], r[1], r[2], "Đạt", i == 1 ? "Không đạt" : "Đạt" }).Prepend(["", "", "", "2023", "2024"]).Prepend([.. table.Header[0].Take(3), title, title]);
        var form = Reads.Form(table.Save(host, rows));
        form.Read("1.1.result").ShouldBe("?");
        form.Only("LC1116").Location.At().ShouldBe(table.At(host, 0, 3));
    }
}
