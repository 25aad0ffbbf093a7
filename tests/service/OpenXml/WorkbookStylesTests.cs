using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Tests.Reading;

namespace LearningCity.Docs.Tests.OpenXml;

public class WorkbookStylesTests
{
    private static CellStyle Style(string fonts, string fills, string borders, string xf) =>
        Workbook.Styles(Reads.Package(WorkbookXml.Of("").StyleSheet($"<fonts><font/>{fonts}</fonts><fills><fill/><fill/>{fills}</fills><borders><border/>{borders}</borders><cellXfs><xf/>{xf}</cellXfs>").ToBytes()))[1];

    private static Looks OfFont(string font) => Style($"<font>{font}</font>", "", "", "<xf fontId=\"1\"/>").Looks;

    private static Looks OfGround(string fill, string font = "") => Style($"<font>{font}</font>", $"<fill>{fill}</fill>", "", "<xf fontId=\"1\" fillId=\"2\"/>").Looks;

    [Theory]
    [InlineData("<strike/>", Looks.Struck)]
    [InlineData("<strike val=\"1\"/>", Looks.Struck)]
    [InlineData("<strike val=\"0\"/>", Looks.Plain)]
    [InlineData("<strike val=\"false\"/>", Looks.Plain)]
    [InlineData("<b/><u/>", Looks.Bold | Looks.Underlined)]
    [InlineData("<u val=\"none\"/>", Looks.Plain)]
    [InlineData("<vertAlign val=\"superscript\"/>", Looks.Raised)]
    [InlineData("<vertAlign val=\"subscript\"/>", Looks.Lowered)]
    [InlineData("<vertAlign val=\"baseline\"/>", Looks.Plain)]
    [InlineData("<color rgb=\"FFFFFFFF\"/>", Looks.Hidden)]
    [InlineData("<color theme=\"0\"/>", Looks.Hidden)]
    [InlineData("<color indexed=\"9\"/>", Looks.Hidden)]
    [InlineData("<color rgb=\"FFFEFEFE\"/>", Looks.Hidden)]
    [InlineData("<color theme=\"1\"/>", Looks.Plain)]
    [InlineData("<color theme=\"0\" tint=\"-0.5\"/>", Looks.Plain)]
    [InlineData("<color auto=\"1\"/>", Looks.Plain)]
    internal void Font_GivesItsLooks(string font, Looks looks) => OfFont(font).ShouldBe(looks);

    [Theory]
    [InlineData("<patternFill patternType=\"solid\"><fgColor rgb=\"FFFFFF00\"/></patternFill>", "", Looks.Highlighted)]
    [InlineData("<patternFill patternType=\"solid\"><fgColor rgb=\"FFFFFFFF\"/></patternFill>", "", Looks.Plain)]
    [InlineData("<patternFill patternType=\"none\"/>", "", Looks.Plain)]
    [InlineData("<patternFill patternType=\"solid\"><fgColor rgb=\"FF1F4E79\"/></patternFill>", "<color rgb=\"FFFFFFFF\"/>", Looks.Highlighted)]
    [InlineData("<patternFill patternType=\"solid\"><fgColor rgb=\"FFFFFF00\"/></patternFill>", "<color rgb=\"00FFFF00\"/>", Looks.Highlighted | Looks.Hidden)]
    [InlineData("<patternFill patternType=\"solid\"><fgColor theme=\"4\" tint=\"0.6\"/></patternFill>", "<color theme=\"4\" tint=\"0.6\"/>", Looks.Highlighted | Looks.Hidden)]
    [InlineData("<patternFill patternType=\"solid\"><fgColor theme=\"4\" tint=\"0.6\"/></patternFill>", "<color theme=\"4\"/>", Looks.Highlighted)]
    [InlineData("<patternFill patternType=\"gray125\"/>", "<color rgb=\"FFFFFFFF\"/>", Looks.Highlighted)]
    internal void Ground_IsKnown_AndTextInItsColourIsHidden(string fill, string font, Looks looks) => OfGround(fill, font).ShouldBe(looks);

    [Theory]
    [InlineData("medium", "medium", Looks.Boxed)]
    [InlineData("thick", "double", Looks.Boxed)]
    [InlineData("thin", "thin", Looks.Plain)]
    [InlineData("medium", "thin", Looks.Plain)]
    internal void HeavyFrameAllAround_IsABox(string sides, string bottom, Looks looks) =>
        Style("", "", $"<border><left style=\"{sides}\"/><right style=\"{sides}\"/><top style=\"{sides}\"/><bottom style=\"{bottom}\"/></border>", "<xf borderId=\"1\"/>").Looks.ShouldBe(looks);

    [Fact]
    public void CheckBox_IsAFormatOfTheCell()
    {
        Style("", "", "", "<xf><extLst><ext><x:xfComplement xmlns:x=\"urn:x\" i=\"0\"/></ext></extLst></xf>").IsBox.ShouldBeTrue();
        Style("", "", "", "<xf/>").IsBox.ShouldBeFalse();
    }

    [Fact]
    public void RunWithPropertiesOfItsOwn_TakesNothingFromTheCellsFont()
    {
        var style = Style("<font><strike/><b/></font>", "", "", "<xf fontId=\"1\"/>");
        style.Of(new TextRun("x", null, false, Looks.Plain, default, "")).ShouldBe(Looks.Struck | Looks.Bold);
        style.Of(new TextRun("x", null, true, Looks.Underlined, default, "")).ShouldBe(Looks.Underlined);
        style.Of(new TextRun("x", null, true, Looks.Plain, Ink.White, "")).ShouldBe(Looks.Hidden);
    }

    [Fact]
    public void FormatsOfConditions_AreNoFormatsOfCells()
    {
        var styles = Workbook.Styles(Reads.Package(WorkbookXml.Of("").StyleSheet("<fonts><font/></fonts><cellXfs><xf fontId=\"0\"/></cellXfs><dxfs><dxf><font><strike/></font><numFmt numFmtId=\"164\" formatCode=\"0%\"/></dxf><dxf/></dxfs>").ToBytes()));
        (styles[0].Looks, styles.Strikes(0), styles.Strikes(1), styles.Strikes(9)).ShouldBe((Looks.Plain, true, false, false));
    }
}
