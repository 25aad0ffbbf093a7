using LearningCity.Docs.Forms;
using LearningCity.Docs.Packages;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Reading;

/// <summary>Forms that differ by level, or by locality, in a few words: typed by hand, without our marks.</summary>
public class LevelTests
{
    private static readonly FormReader Reader = new(new FormTexts(SampleForms.Official));

    public static TheoryData<string, string> FormsAndHosts
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var form in SampleForms.Official.Forms.Where(f => f.RecognitionLevel is not null)) { data.Add(form.Id, "xlsx"); data.Add(form.Id, "docx"); }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(FormsAndHosts))]
    public void TypedForm_IsReadAsItself(string id, string host)
    {
        var read = Read(Typed(SampleForms.Form(id), host));
        read.Form.Id.ShouldBe(id);
        read.Findings.Where(f => f.Severity is Severity.Error).Select(f => f.Code).ShouldBeEmpty();
    }

    /// <summary>Neither title nor mark: the thresholds tell the level.</summary>
    [Theory]
    [MemberData(nameof(FormsAndHosts))]
    public void TypedFormWithoutATitle_IsReadAsItself(string id, string host)
    {
        var read = Read(Typed(SampleForms.Form(id), host, title: false));
        read.Form.Id.ShouldBe(id);
        read.Findings.Where(f => f.Severity is Severity.Error).Select(f => f.Code).ShouldBeEmpty();
    }

    /// <summary>The thresholds are gone or altered beyond recognition: the title tells the level.</summary>
    [Theory]
    [InlineData("cdht-xa-muc-1")]
    [InlineData("cdht-xa-muc-2")]
    [InlineData("cdht-tinh-muc-1")]
    [InlineData("cdht-tinh-muc-2")]
    [InlineData("don-vi-hoc-tap-tinh-2")]
    public void TitleAlone_TellsTheLevel(string id)
    {
        var form = SampleForms.Form(id);
        var read = Read(Typed(form, "xlsx", text: n => OfOneLevel(form, n) ? "Nội dung khác hẳn" : n.Title));
        read.Form.Id.ShouldBe(id);
        read.Findings.ShouldNotContain(f => f.Code == "LC1122");
    }

    [Theory]
    [InlineData("cdht-xa-muc-1", "cdht-xa-muc-2")]
    [InlineData("cdht-xa-muc-2", "cdht-xa-muc-2")]
    [InlineData("don-vi-hoc-tap-tinh-1", "don-vi-hoc-tap-tinh-2")]
    [InlineData("cdht-tinh-muc-1", "cdht-tinh-muc-2")]
    public void NothingThatTellsTheLevel_IsReadAsTheHighestAndTold(string id, string expected)
    {
        var form = SampleForms.Form(id);
        var read = Read(Typed(form, "docx", title: false, text: n => OfOneLevel(form, n) ? "Nội dung khác hẳn" : n.Title));
        read.Form.Id.ShouldBe(expected);
        read.Findings.Single(f => f.Code == "LC1122").Severity.ShouldBe(Severity.Error);
    }

    [Theory]
    [InlineData("cdht-xa-muc-1", "cdht-xa-muc-2", "5.1", "xlsx")]
    [InlineData("cdht-xa-muc-2", "cdht-xa-muc-1", "4.2", "docx")]
    [InlineData("cdht-huyen-muc-1", "cdht-huyen-muc-2", "4.1", "xlsx")]
    [InlineData("don-vi-hoc-tap-tinh-2", "don-vi-hoc-tap-tinh-1", "2.3", "docx")]
    public void RowOfTheOtherLevel_IsAMixtureAndNeverLowersTheLevel(string id, string other, string code, string host)
    {
        var (form, from) = (SampleForms.Form(id), SampleForms.Form(other));
        var read = Read(Typed(form, host, text: n => n.Code == code ? from.Node(code).Title : n.Title));
        read.Form.RecognitionLevel.ShouldBe(2);
        // At the row of the other level, or at the title where that row is the form's own.
        var mixed = read.Findings.Where(f => f.Code is "LC1120" or "LC1109" && f.Severity == Severity.Error).ToList();
        mixed.ShouldNotBeEmpty();
        mixed.ShouldAllBe(f => f.Location != Location.File);
        // The row of the other level is still that row: its entries are read.
        read.Entries.ShouldAllBe(e => e.Found || e.Field.Kind == FieldKind.Property);
    }

    [Theory]
    [InlineData("cdht-huyen-muc-2", "phu-luc-iiib")]
    [InlineData("phu-luc-iiib", "phu-luc-iiib")]
    public void DistrictTextsThatTellNeither_AreTheCitysForm(string id, string expected)
    {
        var form = SampleForms.Form(id);
        Read(Typed(form, "xlsx", text: n => n.Code is "1" or "1.1" or "2" or "2.1" or "2.3" or "4.1" ? "Nội dung khác hẳn" : n.Title)).Form.Id.ShouldBe(expected);
    }

    [Fact]
    public void MarkOfAnotherLevel_IsTold()
    {
        var form = SampleForms.Form("cdht-xa-muc-2");
        var read = Read(PackageBuilder.Workbook().Sheet("Biểu", Rows(form, true, n => n.Title)).With("customXml/item1.xml", """<form xmlns="urn:learningcity:form" id="cdht-xa-muc-1" version="2023-12-27"/>""").ToBytes());
        read.Form.Id.ShouldBe("cdht-xa-muc-2");
        read.Findings.Single(f => f.Code == "LC1121").Location.ShouldBe(Location.File);
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("docx")]
    public void PropertyLine_IsReadByItsWords(string host)
    {
        var form = SampleForms.Form("cdht-xa-muc-1");
        var read = Read(Typed(form, host, properties: "☑ Có ☐ Không"));
        read.Has("vung_kho_khan").ShouldBe(true);
        read.Has("dac_biet_kho_khan").ShouldBe(true);
        Read(Typed(form, host, properties: "")).Has("vung_kho_khan").ShouldBeNull();
    }

    /// <summary>In Word the lines about the unit are a table of their own, between the title and the form.</summary>
    [Theory]
    [InlineData("cdht-xa-muc-1", "cdht-xa-muc-2")]
    [InlineData("cdht-xa-muc-2", "cdht-xa-muc-1")]
    [InlineData("don-vi-hoc-tap-tinh-1", "don-vi-hoc-tap-tinh-2")]
    public void TitleOfTheOtherLevel_AboveTheLinesAboutTheUnit_IsTold(string id, string other)
    {
        var (form, title) = (SampleForms.Form(id), SampleForms.Form(other));
        var document = PackageBuilder.Document();
        foreach (var line in title.TitleLines) { document.Paragraph(line); }
        document.Table([.. form.Properties.Select(p => new[] { p.Label, "☐ Có ☐ Không" })]).Table([.. Table(form, n => n.Title).Select(r => r.ToArray())]);
        var told = Read(document.ToBytes()).Findings.Where(f => f.Code is "LC1109" or "LC1120").ToList();
        told.ShouldNotBeEmpty();
        told.ShouldContain(f => f.Severity == Severity.Error);
    }

    /// <summary>Rows of level 1 throughout.</summary>
    [Theory]
    [InlineData("MỨC ĐỘ II", true)]
    [InlineData("MỨC 2", true)]
    [InlineData("Mức độ: 02", true)]
    [InlineData("mức độ hai", true)]
    [InlineData("MỨC ĐỘ I", false)]
    [InlineData("Mức độ một", false)]
    public void LevelInTheTitle_IsReadInEveryWayItIsWritten(string level, bool other)
    {
        var form = SampleForms.Form("cdht-xa-muc-1");
        foreach (var title in new[] { form.Title.Replace("MỨC ĐỘ 1", level), $"BẢNG TỰ ĐÁNH GIÁ CỘNG ĐỒNG HỌC TẬP {level} NĂM 2025" })
        {
            var rows = Rows(form, title: false, n => n.Title).Prepend([title]).ToArray();
            var told = Read(PackageBuilder.Workbook().Sheet("Biểu", rows).ToBytes()).Findings.Where(f => f.Code == "LC1109").Select(f => f.Location);
            told.ShouldBe(other ? [new Location.Cell("Biểu", new CellReference(1, 1))] : [], title);
        }
    }

    [Fact]
    public void LevelInALineOfItsOwn_IsReadWithTheTitle()
    {
        var form = SampleForms.Form("cdht-xa-muc-1");
        object?[][] title = [[form.TitleLines[0]], [form.TitleLines[1].Replace("1)", "").Trim()], ["2)"]];
        Read(PackageBuilder.Workbook().Sheet("Biểu", [.. title, .. Rows(form, title: false, n => n.Title)]).ToBytes()).Findings.Where(f => f.Code is "LC1109" or "LC1120" && f.Severity == Severity.Error).ShouldNotBeEmpty();
    }

    /// <summary>The table of lines about the unit bears our marks and is no form of its own.</summary>
    [Fact]
    public void LinesAboutTheUnit_AreNoFormOfTheirOwn()
    {
        var form = SampleForms.Form("don-vi-hoc-tap-tinh-1");
        Read(PackageBuilder.Document().Paragraph(SampleForms.Form("don-vi-hoc-tap-tinh-2").Title)
            .Table([.. form.Properties.Select(p => new[] { p.Label, "☐ Có ☐ Không" })]).Table([.. Table(form, n => n.Title).Select(r => r.ToArray())]).ToBytes()).Form.Family.ShouldBe(form.Family);
    }

    [Fact]
    public void LinesThatAnswerDifferently_AnswerNothing()
    {
        var form = SampleForms.Form("cdht-xa-muc-1");
        object?[][] lines = [[$"{form.Properties[0].Label}: Có"], [$"{form.Properties[0].Label}: Không"], [$"{form.Properties[1].Label}: ☐ Có ☐ Không"]];
        var read = Read(PackageBuilder.Workbook().Sheet("Biểu", [.. lines, .. Rows(form, title: false, n => n.Title)]).ToBytes());
        read.Has("vung_kho_khan").ShouldBeNull();
        var told = read.Findings.Single(f => f.Code == "LC2403");
        (told.Entry, told.Location).ShouldBe(("unit.vung_kho_khan", new Location.Cell("Biểu", new CellReference(1, 1))));
    }

    private static bool OfOneLevel(FormDefinition form, FormNode node) =>
        SampleForms.Official.Forms.Where(f => f.IsSiblingOf(form)).Any(f => f.Nodes.All(n => n.Code != node.Code) || f.Node(node.Code).Title != node.Title);

    private static byte[] Typed(FormDefinition form, string host, bool title = true, Func<FormNode, string>? text = null, string? properties = null)
    {
        if (host == "xlsx") { return PackageBuilder.Workbook().Sheet("Biểu", Rows(form, title, text ?? (n => n.Title), properties)).ToBytes(); }
        var document = PackageBuilder.Document();
        if (title) { foreach (var line in form.TitleLines) { document.Paragraph(line); } }
        if (properties is not null) { foreach (var property in form.Properties) { document.Paragraph($"{property.Label}: {properties}"); } }
        return document.Table([.. Table(form, text ?? (n => n.Title)).Select(r => r.ToArray())]).ToBytes();
    }

    private static object?[][] Rows(FormDefinition form, bool title, Func<FormNode, string> text, string? properties = null) =>
    [
        .. title ? form.TitleLines.Select(l => new object?[] { l }) : [],
        .. properties is null ? [] : form.Properties.Select(p => new object?[] { p.Label, null, null, properties.Length == 0 ? null : properties }),
        .. Table(form, text).Select(r => r.Select(c => c.Length == 0 ? null : (object?)c).ToArray()),
    ];

    private static IEnumerable<string[]> Table(FormDefinition form, Func<FormNode, string> text) =>
    [
        [.. form.Columns.Select(c => c.Title)],
        .. form.Nodes.Select(n => n.Kind is NodeKind.Total ? new[] { n.Title, "" }.Concat(form.Columns.Skip(2).Select(_ => "")).ToArray()
            : new[] { n.Label!, text(n) }.Concat(form.Columns.Skip(2).Select(c => c.Field is "result" && n.Kind is NodeKind.Indicator ? "Đạt" : "")).ToArray()),
    ];

    private static FormEntries Read(byte[] file) =>
        Reader.Read(PackageGuard.Open(file).ShouldBeOfType<GuardResult.Safe>().Package).ShouldBeOfType<ReadResult.Read>().Forms.ShouldHaveSingleItem();
}
