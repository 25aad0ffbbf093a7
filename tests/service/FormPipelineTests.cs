using LearningCity.Docs.Documents;
using LearningCity.Docs.Evaluation;
using LearningCity.Docs.Fixing;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Support;
using LearningCity.Docs.Writing;

namespace LearningCity.Docs.Tests;

/// <summary>The façade on whole files. Two forms that no code knows (tests/fixtures/forms) go all the way: another annex is a YAML file and nothing else.</summary>
public class FormPipelineTests
{
    private static readonly DateOnly Today = new(2025, 3, 1);
    private static readonly FormPipeline MadeUp = new(SampleForms.MadeUp);
    private static readonly FormPipeline Official = new(SampleForms.Official);
    private static readonly FormDocuments Documents = new(Repository.Path("templates", "documents"), DocumentCatalog.Load(Repository.Path("templates", "documents")));

    public static IEnumerable<object[]> MadeUpForms() => from form in SampleForms.MadeUp.Forms from format in new[] { "xlsx", "docx" } select new object[] { form.Id, format };

    [Theory]
    [MemberData(nameof(MadeUpForms))]
    public void FormOfAYamlFileOnly_GoesFromBlankToEvaluation(string id, string format)
    {
        var form = SampleForms.MadeUp.Find(id)!;
        var blank = Checked(MadeUp, format == "xlsx" ? FormWorkbook.Write(form) : Documents.Blank(form));
        blank.Entries.Form.Id.ShouldBe(id);
        blank.Conforms.ShouldBeTrue();
        blank.Findings.ShouldAllBe(f => f.Code == "LC2001" || f.Code == "LC1113");
        blank.Evaluation.Counts.Missing.ShouldBe(form.Indicators.Count());

        var workbook = FormWorkbook.Write(form, form.Fields.ToDictionary(f => f.Id, Typed));
        var filled = Checked(MadeUp, workbook);
        if (format == "docx") { filled = Checked(MadeUp, Documents.Filled(filled.Entries)); }
        filled.Findings.Where(f => f.Severity is Severity.Error).ShouldBeEmpty();
        filled.Evaluation.Counts.Missing.ShouldBe(0);
        filled.Evaluation.Verdict.ShouldBe(form.RollUp is RollUp.AllOf ? Verdict.Met : Verdict.None);
        filled.Entries.Entries.ShouldAllBe(e => e.Found && !(e.Value is EntryValue.Blank));
    }

    [Theory]
    [InlineData("poverty_rate", "poor", "Met")]
    [InlineData("poverty_rate", "poor_and_near_poor", "NotMet")]
    public void Setting_ChangesTheEvaluationAndIsReported(string setting, string value, string outcome)
    {
        var text = File.ReadAllText(Repository.Path("templates", "forms", "unesco-ba-dinh.yaml")).Replace($"- id: {setting}\n", $"- id: {setting}\n  value: {value}\n");
        var form = FormFile.Read("unesco-ba-dinh.yaml", text);
        var values = new Dictionary<string, string> { ["1.2.1-2.poor"] = "6", ["1.2.1-2.near_poor"] = "5" };
        var check = (CheckResult.Checked)new FormPipeline(FormCatalog.Of([form])).Check(FormWorkbook.Write(form, values), Today);
        Leaf(check.Forms[0].Evaluation.Nodes, "1.2.1-2").Outcome.ToString().ShouldBe(outcome);
        var report = Reporting.CheckReports.Of(check, LanguageTable.Vietnamese);
        report.Form.Settings.Single(s => s.Id == setting).Value.ShouldBe(value);
    }

    [Theory]
    [InlineData("phu-luc-iiib")]
    [InlineData("unesco-ba-dinh")]
    public void RightSample_HasNoFinding(string form) => Checked(Official, FormWorkbook.Write(SampleForms.Form(form), SampleValues.Right(form))).Findings.ShouldBeEmpty();

    [Fact]
    public void Report_GivesValuesAsTheContractSays()
    {
        var values = new Dictionary<string, string> { ["1.1.1-1.value"] = "95,5", ["1.3.2-2.trend"] = "Giảm", ["2.4.1-2.rating"] = "4", ["2.1.1-1.male"] = "1.234" };
        var check = (CheckResult.Checked)Official.Check(FormWorkbook.Write(SampleForms.Form("unesco-ba-dinh"), values), Today);
        var entries = Reporting.CheckReports.Of(check, LanguageTable.Vietnamese).Entries;
        entries["1.1.1-1.value"].Value.ShouldBe(95.5m);
        entries["1.3.2-2.trend"].Value.ShouldBe("decrease");
        entries["2.4.1-2.rating"].Value.ShouldBe(4);
        entries["2.1.1-1.male"].Value.ShouldBe(1234m);
        entries["1.1.1-2.value"].Value.ShouldBeNull();
    }

    [Fact]
    public void FileThatIsNoForm_IsRefusedByBothVerbs()
    {
        var file = PackageBuilder.Workbook().Sheet("Danh sách", ["Họ tên", "Lớp"], ["Nguyễn Văn A", "5A"]).ToBytes();
        Official.Check(file, Today).ShouldBeOfType<CheckResult.Refused>().Finding.Code.ShouldBe("LC1101");
        Official.Fix(file, Today).ShouldBeOfType<FixResult.Refused>().Finding.Code.ShouldBe("LC1101");
        Official.Fix(new byte[] { 1, 2, 3 }, Today).ShouldBeOfType<FixResult.Refused>().Finding.Code.ShouldBe("LC1001");
    }

    private static FormCheck Checked(FormPipeline pipeline, byte[] file) => pipeline.Check(file, Today).ShouldBeOfType<CheckResult.Checked>().Forms.ShouldHaveSingleItem();

    private static NodeEvaluation Leaf(IEnumerable<NodeEvaluation> nodes, string code) =>
        nodes.SelectMany(Leaves).Single(n => n.Node.Code == code);

    private static IEnumerable<NodeEvaluation> Leaves(NodeEvaluation node) => node.Children.IsEmpty ? [node] : node.Children.SelectMany(Leaves);

    /// <summary>Something right for every kind of field; parts of a total add up.</summary>
    private static string Typed(FieldDefinition field) => field.Kind switch
    {
        FieldKind.Summary => "Đã thực hiện đầy đủ, có báo cáo kèm theo",
        FieldKind.Result => "Đạt",
        FieldKind.Percent => "95,5%",
        FieldKind.Count => field.Name.EndsWith("total", StringComparison.Ordinal) ? "200" : "100",
        FieldKind.Trend => "Tăng",
        _ => "4",
    };
}
