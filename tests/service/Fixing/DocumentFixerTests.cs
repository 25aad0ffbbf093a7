using LearningCity.Docs.Tests.Reading;
using static LearningCity.Docs.Tests.Support.WordBuilder;

namespace LearningCity.Docs.Tests.Fixing;

public class DocumentFixerTests
{
    private const string Document = "word/document.xml";
    private const string Nfd = "a\u0323";

    [Theory]
    [InlineData("<w:p><w:r><w:t>đạt</w:t></w:r></w:p>", "<w:p><w:r><w:t xml:space=\"preserve\">Đạt</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\"> dat </w:t></w:r></w:p>", "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Đạt</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:t>đ</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>ạt</w:t></w:r></w:p>", "<w:p><w:r><w:t xml:space=\"preserve\">Đạt</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\"></w:t></w:r></w:p>")]
    [InlineData("<w:p/><w:p><w:r><w:t>đạt</w:t></w:r></w:p><w:p/>", "<w:p/><w:p><w:r><w:t xml:space=\"preserve\">Đạt</w:t></w:r></w:p><w:p/>")]
    [InlineData("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:t>đạt</w:t></w:r></w:p>", "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:t xml:space=\"preserve\">Đạt</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:del w:id=\"1\" w:author=\"a\" w:date=\"2025-01-01T00:00:00Z\"><w:r><w:delText>cũ</w:delText></w:r></w:del><w:ins w:id=\"2\" w:author=\"a\" w:date=\"2025-01-01T00:00:00Z\"><w:r><w:t>đạt</w:t></w:r></w:ins></w:p>", "<w:p><w:del w:id=\"1\" w:author=\"a\" w:date=\"2025-01-01T00:00:00Z\"><w:r><w:delText>cũ</w:delText></w:r></w:del><w:ins w:id=\"2\" w:author=\"a\" w:date=\"2025-01-01T00:00:00Z\"><w:r><w:t xml:space=\"preserve\">Đạt</w:t></w:r></w:ins></w:p>")]
    [InlineData("<w:p><w:r><w:t>§¹t</w:t></w:r></w:p>", "<w:p><w:r><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/></w:rPr><w:t xml:space=\"preserve\">Đạt</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:rPr><w:rFonts w:ascii=\".VnTime\" w:hAnsi=\".VnTime\"/><w:b/></w:rPr><w:t>§¹t</w:t></w:r></w:p>", "<w:p><w:r><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/><w:b/></w:rPr><w:t xml:space=\"preserve\">Đạt</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:rPr><w:rStyle w:val=\"a\"/><w:b/></w:rPr><w:t>§¹t</w:t></w:r></w:p>", "<w:p><w:r><w:rPr><w:rStyle w:val=\"a\"/><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/><w:b/></w:rPr><w:t xml:space=\"preserve\">Đạt</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:t xml:space=\"preserve\">đạt </w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>không đạt</w:t></w:r></w:p>", "<w:p><w:r><w:t xml:space=\"preserve\">Đạt</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>không đạt</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:t>đ</w:t></w:r><w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t>x</w:t></w:r><w:r><w:t>ạt</w:t></w:r></w:p>", "<w:p><w:r><w:t xml:space=\"preserve\">Đạt</w:t></w:r><w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t>x</w:t></w:r><w:r><w:t xml:space=\"preserve\"></w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>IF</w:instrText></w:r><w:r><w:t>đạt</w:t></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>đạt</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>", "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>IF</w:instrText></w:r><w:r><w:t>đạt</w:t></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t xml:space=\"preserve\">Đạt</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>")]
    public void OnlyTheTextOfTheCellChanges(string cell, string expected)
    {
        var file = Typed("1.1.result", cell);
        var before = Fixes.Part(file, Document);
        Fixes.Part(Fixes.FixSafely(file, Document), Document).ShouldBe(before.Replace(cell, expected));
    }

    [Fact]
    public void ControlIsKept_AndItsPlaceholderIsNot_Text()
    {
        string Sdt(string content, string more = "") => $"<w:sdt><w:sdtPr><w:tag w:val=\"1.1.result\"/>{more}<w:dropDownList><w:listItem w:displayText=\"Đạt\" w:value=\"Đạt\"/></w:dropDownList></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>";
        var file = Typed("1.1.result", $"<w:p>{Sdt(R("đạt"))}</w:p>");
        Fixes.Part(Fixes.FixSafely(file, Document), Document).ShouldContain(Sdt(R("Đạt")));
        Fixes.FixSafely(Typed("1.1.result", $"<w:p>{Sdt(R("Chọn Đạt hoặc Không đạt"), "<w:showingPlcHdr/>")}</w:p>"));
        var beside = $"<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{R("Bấm vào đây")}</w:sdtContent></w:sdt>{R("đạt")}</w:p>";
        var fixedBeside = Fixes.Part(Fixes.FixSafely(Typed("1.1.result", beside), Document), Document);
        fixedBeside.ShouldContain("Bấm vào đây");
        fixedBeside.ShouldContain(">Đạt</w:t>");
    }

    [Theory]
    [InlineData("<w:p><w:r><w:t>đạt</w:t><w:tab/></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:t>đạt</w:t></w:r><w:r><w:br/></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:t>đạt</w:t></w:r></w:p><w:p><w:r><w:t xml:space=\"preserve\"> </w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:t>không</w:t><w:br/><w:t>đạt</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:t>không</w:t><w:tab/><w:t>đạt</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:t>không</w:t></w:r></w:p><w:p><w:r><w:t>đạt</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:sym w:font=\"Symbol\" w:char=\"F0B7\"/><w:t>đạt</w:t></w:r></w:p>")]
    public void WhatIsNoLetter_IsNeverInTheWay(string cell)
    {
        var file = Typed("1.1.result", cell);
        var changes = Fixes.ChangedParts(file, Fixes.Fix(file).File.ToArray());
        var after = Fixes.FixSafely(file, [.. changes]);
        Fixes.Fix(file).Corrections.IsEmpty.ShouldBe(after.AsSpan().SequenceEqual(file));
    }

    /// <summary>What is drawn by other means than letters cannot be corrected, so nothing is promised.</summary>
    [Theory]
    [InlineData("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:ddList><w:listEntry w:val=\"đạt\"/></w:ddList></w:ffData></w:fldChar></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:t>k</w:t><w:noBreakHyphen/><w:t>đạt</w:t></w:r></w:p>")]
    [InlineData("<w:p><m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><m:r><m:t>đạt</m:t></m:r></m:oMath></w:p>")]
    [InlineData("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>đạt</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>")]
    public void CellOfOtherThanLetters_HasNoFix(string cell)
    {
        var file = Typed("1.1.result", cell);
        Fixes.Fix(file).Corrections.ShouldBeEmpty();
        Fixes.FixSafely(file);
    }

    [Fact]
    public void ParagraphsAndRunsOfASummary_KeepTheirLook()
    {
        var file = Typed("1.1.summary", $"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Đ{Nfd}t </w:t></w:r><w:r><w:t>t{Nfd}i</w:t></w:r></w:p><w:p><w:r><w:t>h{Nfd}ng &amp; hai</w:t><w:br/><w:t>b{Nfd}</w:t></w:r></w:p>");
        Fixes.Part(Fixes.FixSafely(file, Document), Document).ShouldContain("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Đạt </w:t></w:r><w:r><w:t xml:space=\"preserve\">tại</w:t></w:r></w:p><w:p><w:r><w:t xml:space=\"preserve\">hạng &amp; hai</w:t><w:br/><w:t xml:space=\"preserve\">bạ</w:t></w:r></w:p>");
    }

    [Fact]
    public void CorrectionsThatWereMade_AreListed_AndNoOthers()
    {
        var done = Fixes.Fix(Typed("1.1.result", P("đạt")));
        done.Corrections.ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.Finding.Entry.ShouldBe("1.1.result"), c => c.Before.ShouldBe("đạt"), c => c.After.ShouldBe("Đạt"));
    }

    private static byte[] Typed(string entry, string blocks) => TypedTable.Word((entry, blocks));
}
