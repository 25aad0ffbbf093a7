using System.Text;
using System.Xml.Linq;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Reading;
using LearningCity.Docs.Tests.Support;
using LearningCity.Docs.Writing;

namespace LearningCity.Docs.Tests.Fixing;

/// <summary>A figure that is typed as text becomes a number, shown whole, and the next check has nothing to say about it.</summary>
public class FigureFixTests
{
    private const string Sheet = "xl/worksheets/sheet1.xml", Styles = "xl/styles.xml", Percent = "1.1.1-1.value", Count = "2.1.1-1.male";

    [Theory]
    [InlineData(Percent, "95.5%", "General", "0.955", "0.0%")]
    [InlineData(Percent, "95.5%", "0%", "0.955", "0.0%")]
    [InlineData(Percent, "95.5 %", "0.00%", "0.955", "0.00%")]
    [InlineData(Percent, "95.5%", "@", "0.955", "0.0%")]
    [InlineData(Percent, "0.123%", "@", "0.00123", "0.000%")]
    [InlineData(Percent, "95.5", "General", "95.5", "General")]
    [InlineData(Percent, "95.5", "0", "95.5", "General")]
    [InlineData(Percent, "95.5", "0.00", "95.5", "0.00")]
    [InlineData(Percent, "95,5", "General", "95.5", "General")]
    [InlineData(Percent, "95,5", "@", "95.5", "General")]
    [InlineData(Percent, "95,5", "0%", "0.955", "0.0%")]
    [InlineData(Percent, "95", "dd/mm/yyyy", "95", "General")]
    [InlineData(Percent, "100", "@", "100", "General")]
    [InlineData(Count, "35", "@", "35", "General")]
    [InlineData(Count, "35", "General", "35", "General")]
    [InlineData(Count, "35", "0%", "35", "General")]
    [InlineData(Count, "1.234", "@", "1234", "#,##0")]
    [InlineData(Count, "1.234", "#,##0", "1234", "#,##0")]
    [InlineData(Count, "1 234", "General", "1234", "General")]
    public void FigureAsText_BecomesANumberShownWhole(string entry, string typed, string format, string stored, string shown)
    {
        var file = Typed(entry, typed, format);
        var before = Fixes.Checked(file)[0].Entries;
        var after = Fixes.FixSafely(file, Sheet);
        var now = Fixes.Checked(after)[0];
        now.Entries[TestForms.Unesco.Field(entry)].Value.ShouldBe(before[TestForms.Unesco.Field(entry)].Value);
        now.Findings.Where(f => f.Entry == entry).Select(f => f.Code).ShouldBeEmpty();
        var cell = Cell(after, At(before, entry));
        cell.Element(cell.Name.Namespace + "v")!.Value.ShouldBe(stored);
        cell.Attribute("t").ShouldBeNull();
        Format(after, (int)cell.Attribute("s")!).ShouldBe(shown);
    }

    /// <summary>"0,8" in a number cell could be 0,8% or 80%: a person says so, whatever kind of cell it is.</summary>
    [Theory]
    [InlineData("0,8")]
    [InlineData("0.95")]
    [InlineData("1")]
    public void FigureThatCouldBeAShare_IsOnlyProposed(string typed)
    {
        var file = Typed(Percent, typed, "General");
        Fixes.FixSafely(file).ShouldBe(file);
        var finding = Fixes.Checked(file)[0].Findings.Single(f => f.Entry == Percent);
        finding.Fix.ShouldBeNull();
        finding.Suggestion!.Number!.IsPercent.ShouldBeTrue();
        finding.Suggestion.Value.ShouldBe(typed.Replace('.', ',') + "%");
    }

    [Theory]
    [InlineData(Percent, "khoảng 95,5%", "0.955", "0.0%")]
    [InlineData(Percent, "45/50", "0.9", "0%")]
    public void ProposalOfAFigure_IsANumberToo(string entry, string typed, string stored, string format)
    {
        var number = Fixes.Checked(Typed(entry, typed, "General"))[0].Findings.Single(f => f.Entry == entry).Suggestion!.Number!;
        (number.Stored, number.Format).ShouldBe((stored, format));
    }

    [Theory]
    [InlineData(Count, "1 234 trẻ", "1.234 trẻ")]
    [InlineData("1.1.1-2.value", "95.5 phần trăm", "95,5 phần trăm")]
    public void FigureWithAUnitInWords_StaysText(string entry, string typed, string corrected)
    {
        var after = Fixes.FixSafely(Typed(entry, typed, "General"), Sheet);
        Cell(after, At(Fixes.Checked(after)[0].Entries, entry)).Value.ShouldBe(corrected);
    }

    [Fact]
    public void FormatThatIsThere_IsTaken_AndNoneIsAddedTwice()
    {
        var form = TestForms.Unesco;
        var file = FormWorkbook.Write(form, new Dictionary<string, string> { [Percent] = "95.5%", ["1.1.1-2.value"] = "96.5%", ["1.1.2-1.value"] = "97.5%" });
        var styles = XDocument.Parse(Fixes.Part(Fixes.FixSafely(file, Sheet), Styles));
        styles.Descendants().Where(e => e.Name.LocalName == "numFmt").Count(e => (string?)e.Attribute("formatCode") == "0.0%").ShouldBe(1);
        var before = XDocument.Parse(Fixes.Part(file, Styles)).Descendants().Single(e => e.Name.LocalName == "cellXfs").Elements().Count();
        styles.Descendants().Single(e => e.Name.LocalName == "cellXfs").Elements().Count().ShouldBeLessThanOrEqualTo(before + 2);
    }

    /// <summary>Our own form with one entry typed as text in a cell of this format.</summary>
    private static byte[] Typed(string entry, string text, string format)
    {
        var file = FormWorkbook.Write(TestForms.Unesco, new Dictionary<string, string> { [entry] = "XYZ" });
        var at = At(Fixes.Checked(file)[0].Entries, entry);
        var (sheet, styles) = (XDocument.Parse(Fixes.Part(file, Sheet)), XDocument.Parse(Fixes.Part(file, Styles)));
        var main = sheet.Root!.Name.Namespace;
        var formats = styles.Root!.Element(main + "numFmts");
        if (formats is null) { styles.Root.AddFirst(formats = new XElement(main + "numFmts", new XAttribute("count", 0))); }
        formats.Add(new XElement(main + "numFmt", new XAttribute("numFmtId", 190), new XAttribute("formatCode", format)));
        formats.SetAttributeValue("count", formats.Elements().Count());
        var cell = Cell(sheet, at);
        var list = styles.Root.Element(main + "cellXfs")!;
        var style = new XElement(list.Elements().ElementAt((int?)cell.Attribute("s") ?? 0));
        style.SetAttributeValue("numFmtId", format switch { "General" => 0, "@" => 49, _ => 190 });
        list.Add(style);
        list.SetAttributeValue("count", list.Elements().Count());
        cell.SetAttributeValue("s", list.Elements().Count() - 1);
        cell.SetAttributeValue("t", "inlineStr");
        cell.ReplaceNodes(new XElement(main + "is", new XElement(main + "t", text)));
        return ZipBytes.Of(Fixes.Parts(file).Select(p => new ZipItem(p.Key, p.Key switch { Sheet => Bytes(sheet), Styles => Bytes(styles), _ => p.Value })));
    }

    private static byte[] Bytes(XDocument xml) => Encoding.UTF8.GetBytes(xml.ToString(SaveOptions.DisableFormatting));

    private static string At(FormEntries form, string entry) => ((Location.Cell)form[TestForms.Unesco.Field(entry)].Location).Reference.ToString();

    private static XElement Cell(byte[] file, string at) => Cell(XDocument.Parse(Fixes.Part(file, Sheet)), at);

    private static XElement Cell(XDocument sheet, string at) => sheet.Descendants().Single(e => e.Name.LocalName == "c" && (string?)e.Attribute("r") == at);

    private static string Format(byte[] file, int style)
    {
        var styles = XDocument.Parse(Fixes.Part(file, Styles));
        var id = (int?)styles.Descendants().Single(e => e.Name.LocalName == "cellXfs").Elements().ElementAt(style).Attribute("numFmtId") ?? 0;
        return (string?)styles.Descendants().FirstOrDefault(e => e.Name.LocalName == "numFmt" && (int)e.Attribute("numFmtId")! == id)?.Attribute("formatCode")
            ?? id switch { 0 => "General", 3 => "#,##0", 9 => "0%", 10 => "0.00%", _ => $"?{id}" };
    }
}
