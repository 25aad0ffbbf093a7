using System.Xml;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Tests.Reading;

namespace LearningCity.Docs.Tests.OpenXml;

public class SheetWalkerTests
{
    private static (SheetWalker Sheet, List<string> Cells) Walk(string content, string styles = "")
    {
        var known = Reads.Package(WorkbookXml.Of("").StyleSheet(styles).ToBytes());
        using var xml = XmlReader.Create(new StringReader($"<worksheet xmlns=\"{WorkbookXml.Main}\">{content}</worksheet>"));
        var sheet = new SheetWalker(xml, Workbook.Styles(known));
        var cells = new List<string>();
        while (sheet.Read()) { cells.Add($"{new CellReference(sheet.Row, sheet.Column)} {sheet.Value}"); }
        return (sheet, cells);
    }

    [Fact]
    public void RowsThatNobodySees_AreHidden() =>
        Walk("<sheetData><row r=\"1\" hidden=\"1\"/><row r=\"2\" ht=\"0\" customHeight=\"1\"/><row r=\"3\" ht=\"15\"/><row r=\"4\" hidden=\"0\"/><row r=\"5\" hidden=\"true\"/></sheetData><autoFilter ref=\"A1:B5\"/>").Sheet.HiddenRows.ShouldBe([1, 2, 5]);

    [Fact]
    public void RowsHiddenByDefault_AreShownWhereTheySayHow() =>
        Walk("<sheetFormatPr defaultRowHeight=\"15\" zeroHeight=\"1\"/><sheetData><row r=\"1\"/><row r=\"2\" ht=\"15\"/><row r=\"3\" hidden=\"0\"/></sheetData>").Sheet.HiddenRows.ShouldBe([1]);

    [Fact]
    public void ColumnsThatNobodySees_AreHidden() =>
        Walk("<cols><col min=\"1\" max=\"2\" width=\"9\"/><col min=\"3\" max=\"4\" width=\"9\" hidden=\"1\"/><col min=\"5\" max=\"5\" width=\"0\" customWidth=\"1\"/><col min=\"9\" max=\"8\" hidden=\"1\"/></cols><sheetData/>").Sheet.HiddenColumns.ShouldBe([(3, 4), (5, 5)]);

    [Fact]
    public void CellsBeyondTheSheet_AreNotOnIt() =>
        Walk("<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFE1\"><v>2</v></c><c r=\"A1048577\"><v>3</v></c></row><row r=\"1048576\"><c r=\"B1048576\"><v>4</v></c></row><row r=\"1048577\"><c r=\"A1048577\"><v>5</v></c><c><v>6</v></c></row><row><c><v>7</v></c></row></sheetData>")
            .Cells.ShouldBe(["A1 1", "B1048576 4"]);

    [Theory]
    [InlineData("<c r=\"A1\" t=\"str\"><f>_xlfn.DISPIMG(\"ID_0\",1)</f><v>=DISPIMG(\"ID_0\",1)</v></c>", true)]
    [InlineData("<c r=\"A1\"><f>DISPIMG(\"ID_0\",1)</f></c>", true)]
    [InlineData("<c r=\"A1\" t=\"str\"><v>=DISPIMG(\"ID_0\",1)</v></c>", true)]
    [InlineData("<c r=\"A1\" t=\"e\" vm=\"2\"><f>_xlfn.IMAGE(\"https://x\")</f><v>#VALUE!</v></c>", true)]
    [InlineData("<c r=\"A1\" t=\"e\" vm=\"1\"><v>#VALUE!</v></c>", true)]
    [InlineData("<c r=\"A1\" t=\"e\"><v>#VALUE!</v></c>", false)]
    [InlineData("<c r=\"A1\" t=\"str\"><f>\"DISPIMG(\"</f><v>DISPIMG(</v></c>", false)]
    public void PictureInACell_IsKnown(string cell, bool isPicture)
    {
        using var xml = XmlReader.Create(new StringReader($"<worksheet><sheetData><row r=\"1\">{cell}</row></sheetData></worksheet>"));
        var sheet = new SheetWalker(xml, WorkbookStyles.None);
        sheet.Read().ShouldBeTrue();
        sheet.IsPicture.ShouldBe(isPicture);
    }

    [Fact]
    public void ConditionalFormatsThatStrike_AreKnown_OldAndNew()
    {
        const string Differential = "<dxfs><dxf><font><b/></font></dxf><dxf><font><strike/></font></dxf><dxf><font><strike val=\"0\"/></font></dxf></dxfs>";
        var sheet = Walk("<sheetData/><conditionalFormatting sqref=\"A1:A3 C5\"><cfRule type=\"expression\" dxfId=\"1\"/></conditionalFormatting>"
            + "<conditionalFormatting sqref=\"B1\"><cfRule type=\"expression\" dxfId=\"0\"/><cfRule dxfId=\"2\"/><cfRule/></conditionalFormatting>"
            + "<extLst><ext><x:conditionalFormattings xmlns:x=\"urn:x\"><x:conditionalFormatting><x:cfRule><x:dxf><x:font><x:strike/></x:font></x:dxf></x:cfRule><sqref>D1:D2</sqref></x:conditionalFormatting>"
            + "<x:conditionalFormatting><x:cfRule><x:dxf/></x:cfRule><sqref>E1</sqref></x:conditionalFormatting></x:conditionalFormattings></ext></extLst>", Differential).Sheet;
        sheet.StruckByCondition.Select(r => $"{r.From}:{r.To}").ShouldBe(["A1:A3", "C5:C5", "D1:D2"]);
    }

    [Fact]
    public void SheetWithoutZeros_SaysSo()
    {
        Walk("<sheetViews><sheetView showZeros=\"0\"/></sheetViews><sheetData/>").Sheet.HidesZeros.ShouldBeTrue();
        Walk("<sheetViews><sheetView/></sheetViews><sheetData/>").Sheet.HidesZeros.ShouldBeFalse();
    }
}
