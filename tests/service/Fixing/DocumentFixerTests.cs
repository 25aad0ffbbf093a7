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
    [InlineData("<w:p><w:r><w:t xml:space=\"preserve\">đạt </w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>đã sửa</w:t></w:r></w:p>", "<w:p><w:r><w:t xml:space=\"preserve\">Đạt</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>đã sửa</w:t></w:r></w:p>")]
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
    [InlineData("<w:p><w:r><w:t xml:space=\"preserve\">Không </w:t></w:r></w:p><w:p><w:r><w:t>đạt</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:t xml:space=\"preserve\">Không </w:t><w:br/><w:t>đạt</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:t>Không</w:t></w:r></w:p><w:p><w:r><w:t xml:space=\"preserve\"> đạt</w:t></w:r></w:p>")]
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

    /// <summary>Two corrections of the same letters: the second is left out, and what it would have covered besides is still free for others.</summary>
    [Fact]
    public void CorrectionLeftOut_DoesNotBlockALaterOne()
    {
        string Sdt(string tag, string text) => $"<w:sdt><w:sdtPr><w:tag w:val=\"{tag}\"/></w:sdtPr><w:sdtContent>{R(text)}</w:sdtContent></w:sdt>";
        var file = new Support.WordBuilder(Table(Row(CellOf($"<w:p>{Sdt("a", "mot")}{Sdt("b", "hai")}</w:p>")))).Build();
        Finding Of(string? control, string value) => new(FindingCatalog.LC2302_StraySpaces, new Location.TableCell(1, 1, 1, control)) { Value = "", Fix = LearningCity.Docs.Reading.TypedCell.Writing(value) };
        var done = LearningCity.Docs.Fixing.FileFixer.Fix(Reads.Package(file), [Of("a", "Một"), Of(null, "Một hai"), Of("b", "Hai")]);
        done.Corrections.Select(c => c.After).ShouldBe(["Một", "Hai"]);
        Fixes.Part(done.File.ToArray(), Document).ShouldContain(">Một</w:t>");
        Fixes.Part(done.File.ToArray(), Document).ShouldContain(">Hai</w:t>");
    }

    /// <summary>Words on both sides of an equation are not drawn together, nor the equation taken away.</summary>
    [Fact]
    public void SummaryWithAnEquation_IsLeftAlone()
    {
        var equation = "<m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><m:r><m:t>17/18</m:t></m:r></m:oMath>";
        var file = Typed("1.1.summary", $"<w:p>{R("Đạt ")}{equation}{R(" xã,  đủ")}</w:p>");
        Fixes.Checked(file)[0].Findings.Where(f => f.Entry == "1.1.summary").ShouldAllBe(f => f.Fix == null && f.Suggestion == null);
        Fixes.FixSafely(file).ShouldBe(file);
    }

    private static byte[] Typed(string entry, string blocks) => TypedTable.Word((entry, blocks));
}
