using System.Text;
using System.Text.RegularExpressions;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Packages;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Forms;

public partial class FormPartTests
{
    private static readonly Desk Desk = TestDesk.Open();
    private static readonly FormDefinition Form = Desk.Forms.Forms.Find("unesco-ba-dinh")!;
    private static readonly DateOnly Today = new(2025, 1, 15);

    public static TheoryData<string, string> Files()
    {
        var files = new TheoryData<string, string>();
        foreach (var unit in Form.Parts()) { foreach (var format in Enum.GetNames<FileFormat>()) { files.Add(unit.Key, format); } }
        return files;
    }

    [Fact]
    public void Parts_HoldEveryFieldOfTheOfficesOnce()
    {
        var parts = Form.Parts().SelectMany(u => Form.PartOf(u).Fields).Select(f => f.Id).ToArray();
        parts.ShouldBeUnique();
        parts.ShouldBe(Form.Nodes.Where(n => n.Unit is { IsUnit: true }).SelectMany(n => n.Fields).Select(f => f.Id), ignoreOrder: true);
    }

    [Fact]
    public void WayOfAssessing_HasNoPart() => Form.FindPart("Đánh giá của chuyên gia").ShouldBeNull();

    [Theory]
    [InlineData("GD")]
    [InlineData("gd")]
    [InlineData("phòng giáo dục và đào tạo")]
    public void Office_IsFoundByKeyOrName(string asked) => Form.FindPart(asked)!.Key.ShouldBe("GD");

    [Theory]
    [MemberData(nameof(Files))]
    public void BlankPart_IsReadBackAsThePartAndLacksNoRow(string unit, string format)
    {
        var part = Form.PartOf(Form.FindPart(unit)!);
        var check = Checked(Desk.Documents.Blank(part, Enum.Parse<FileFormat>(format)));
        check.Entries.Form.Part!.Key.ShouldBe(unit);
        check.Entries.Entries.Select(e => e.Id).ShouldBe(part.Fields.Select(f => f.Id));
        check.Findings.Select(f => f.Code).Distinct().ShouldBeSubsetOf(["LC2001", "LC1113"]);
        check.Evaluation.Counts.Missing.ShouldBe(part.Indicators.Count());
    }

    [Fact]
    public void RowGoneFromAPart_IsMissedAndOthersAreNot()
    {
        var part = Form.PartOf(Form.FindPart("VH")!);
        var other = Edited(Desk.Documents.Blank(part, FileFormat.Xlsx), "xl/sharedStrings.xml", texts => texts.Replace(part.Indicators.Last().Title, "Ghi chú của đơn vị", StringComparison.Ordinal));
        var unmarked = Edited(other, "xl/workbook.xml", book => DefinedNames().Replace(book, ""));
        var missing = Checked(unmarked).Findings.Where(f => f.Code == "LC1103").ToArray();
        missing.Length.ShouldBe(1);
        missing[0].Message(LanguageTable.Vietnamese).ShouldContain(part.Indicators.Last().Code);
    }

    [Fact]
    public void PartWithoutItsMark_IsKnownByItsLine()
    {
        var part = Form.PartOf(Form.FindPart("YT")!);
        Checked(Edited(Desk.Documents.Blank(part, FileFormat.Xlsx), "customXml/item1.xml", _ => "<none/>")).Entries.Form.Part!.Key.ShouldBe("YT");
    }

    [Fact]
    public void WholeFormUnderAPartsMark_IsReadWhole()
    {
        var whole = Edited(Desk.Documents.Blank(Form, FileFormat.Xlsx), "customXml/item1.xml", _ => $"""<form xmlns="{FormMark.Namespace}" id="{Form.Id}" version="{Form.Version}" part="YT"/>""");
        var check = Checked(whole);
        check.Entries.Form.Part.ShouldBeNull();
        check.Entries.Entries.Length.ShouldBe(Form.Fields.Length);
    }

    [Theory]
    [InlineData("phan-cong")]
    [InlineData("bao-cao-chi-so")]
    public void Part_MakesNoPaper(string kind)
    {
        var file = Desk.Documents.Blank(Form.PartOf(Form.FindPart("GD")!), FileFormat.Docx);
        var made = Desk.Documents.Make(Desk.Documents.Kinds.Find(kind)!, file, "{}", Today, draft: true).ShouldBeOfType<DocumentResult<byte[]>.Forbidden>();
        made.Findings.Single().Code.ShouldBe("LC6030");
        made.Findings.Single().Location.ShouldBe(Location.File);
        Desk.Documents.MakeDossier(file, "{}", Today, draft: true).ShouldBeOfType<DocumentResult<LearningCity.Docs.Documents.Dossier>.Forbidden>().Findings.Single().Code.ShouldBe("LC6030");
    }

    private static byte[] Edited(byte[] file, string part, Func<string, string> edit)
    {
        var package = PackageGuard.Open(file).ShouldBeOfType<GuardResult.Safe>().Package;
        var before = Encoding.UTF8.GetString(package.Part(part)!.Value.Span);
        var after = edit(before);
        after.ShouldNotBe(before);
        return PackageEdit.Replace(package, new Dictionary<string, byte[]> { [part] = Encoding.UTF8.GetBytes(after) }).ToArray();
    }

    [GeneratedRegex("<definedNames>.*</definedNames>", RegexOptions.Singleline)]
    private static partial Regex DefinedNames();

    private static FormCheck Checked(byte[] file) => Desk.Forms.Check(file, Today).ShouldBeOfType<CheckResult.Checked>().Forms.ShouldHaveSingleItem();
}
