using System.Text.RegularExpressions;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Forms;

/// <summary>The forms in force, and those of the districts, against the text of the circulars (tests/fixtures/law): letter for letter, at the clause that each row names.</summary>
public partial class LawTextsTests
{
    public static TheoryData<string> FormsOfCirculars => [.. SampleForms.Official.Forms.Where(f => f.LayoutBasis is not null).Select(f => f.Id)];

    [Theory]
    [MemberData(nameof(FormsOfCirculars))]
    public void EveryRow_IsTheTextOfItsClause(string id)
    {
        var form = SampleForms.Form(id);
        var law = Law(Circular(form));
        foreach (var node in form.Nodes.Where(n => n.Kind is not NodeKind.Total))
        {
            var clauses = node.Provenance.ShouldNotBeNull(node.Code).Clauses;
            var line = law[clauses[^1]];
            line = node.Kind is NodeKind.Criterion ? Criterion().Replace(line, "") : Indicator().Replace(line, "");
            node.Title.ShouldBe(node.Kind is NodeKind.Criterion ? line : line.TrimEnd(';', '.'), node.Code);
            // The row that refers to another article names it, and the article refers to where the text stands.
            if (clauses.Length == 2) { law[clauses[0] + " dẫn chiếu"].ShouldBe($"Nội dung tiêu chí theo quy định tại {clauses[1][(clauses[1].IndexOf("khoản", StringComparison.Ordinal))..]} Thông tư này."); }
        }
    }

    [Theory]
    [InlineData("cdht-xa-muc-1", 6, 5, 15)]
    [InlineData("cdht-xa-muc-2", 7, 5, 15)]
    [InlineData("cdht-huyen-muc-1", 11, 4, 13)]
    [InlineData("cdht-huyen-muc-2", 12, 4, 13)]
    [InlineData("cdht-tinh-muc-1", 16, 4, 16)]
    [InlineData("cdht-tinh-muc-2", 17, 4, 16)]
    [InlineData("don-vi-hoc-tap-tinh-1", 12, 3, 16)]
    [InlineData("don-vi-hoc-tap-tinh-2", 13, 3, 16)]
    public void Form_HasEveryRowOfItsArticle(string id, int article, int criteria, int indicators)
    {
        var form = SampleForms.Form(id);
        form.Roots.Length.ShouldBe(criteria);
        form.Indicators.Count().ShouldBe(indicators);
        var law = Law(Circular(form));
        // Every clause of the article stands on the form, and no other article's but those it refers to.
        law.Keys.Where(k => k.EndsWith($" Điều {article}", StringComparison.Ordinal)).Except(form.Nodes.SelectMany(n => n.Provenance?.Clauses ?? [])).ShouldBeEmpty();
        form.Nodes.Where(n => n.Kind is not NodeKind.Total).ShouldAllBe(n => n.Provenance!.Clauses[0].EndsWith($" Điều {article}", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(FormsOfCirculars))]
    public void Notes_AreTheArticlesOnConditionsVerbatim(string id)
    {
        var form = SampleForms.Form(id);
        var lines = System.IO.File.ReadAllLines(File(Circular(form)));
        form.Notes.ShouldNotBeNull().Items.Where(i => !form.LayoutBasis!.Parts.Contains("notes_of_dates") || i != form.Notes!.Items[^1]).ShouldAllBe(item => lines.Contains(item));
    }

    /// <summary>What a level of universal education asks for is quoted from Nghị định 20/2014, at the clause that the form names.</summary>
    [Theory]
    [InlineData("cdht-xa-muc-1")]
    [InlineData("cdht-xa-muc-2")]
    public void ConditionsOfLevels_AreQuotedFromTheirClause(string id)
    {
        var text = System.IO.File.ReadAllText(File("nghi-dinh-20-2014"));
        foreach (var level in SampleForms.Form(id).Indicators.Select(n => (n.Rule as Rule.Attested)?.Evidence).OfType<Evidence.LevelReached>())
        {
            var article = ArticleNumber().Match(level.Basis).Groups[1].Value;
            var own = text[text.IndexOf($"\nĐiều {article}. ", StringComparison.Ordinal)..];
            own = own[..(own.IndexOf("\nĐiều ", 5, StringComparison.Ordinal) is > 0 and var end ? end : own.Length)];
            own.ShouldContain(level.Standard, Case.Sensitive, level.Basis);
            if (level.Level is { } number) { own.ShouldContain($"mức độ {number}", Case.Sensitive, level.Basis); }
            foreach (var condition in level.Conditions)
            {
                own.ShouldContain(condition.Text);
                if (condition.Hardship is { } milder) { own.ShouldContain(milder); }
            }
        }
    }

    /// <summary>Each threshold of a rule is a number that the row's own words give.</summary>
    [Theory]
    [MemberData(nameof(FormsOfCirculars))]
    public void EveryThreshold_StandsInTheRowsOwnWords(string id)
    {
        foreach (var node in SampleForms.Form(id).Indicators)
        {
            string[] wanted = (node.Rule as Rule.Attested)?.Evidence switch
            {
                Evidence.PercentMin share => [$"{share.Value}%"],
                Evidence.Shares shares => [.. shares.Thresholds.SelectMany(t => t.Instead is { } instead ? new[] { $"{t.Value}%", $"{instead.Value}%" } : [$"{t.Value}%"])],
                Evidence.LevelReached { Level: { } level } => [$"mức độ {level}"],
                Evidence.CountMin count => [$"{count.Value:00} {count.Of}"],
                Evidence.Rises { Falls: true } => ["giảm so với năm trước liền kề"],
                Evidence.Rises => ["tăng so với năm trước liền kề"],
                _ => [],
            };
            foreach (var words in wanted) { node.Title.ShouldContain(words); }
            if (wanted.Length == 0) { PercentSign().IsMatch(node.Title).ShouldBeFalse(node.Code); }
        }
    }

    [Fact]
    public void SlipsOfTheLaw_AreKeptAndNamed()
    {
        var district = SampleForms.Form("cdht-huyen-muc-2");
        district.Node("1").Title.ShouldEndWith("chính quyền cấp xã");
        district.Node("1").Slip.ShouldNotBeNull();
        district.Node("4.1").Title.ShouldContain("điểm b khoản 2 Điều 8");
        district.Node("4.1").Slip.ShouldNotBeNull();
        SampleForms.Form("cdht-huyen-muc-1").Nodes.ShouldAllBe(n => n.Slip == null);
        SampleForms.Form("cdht-tinh-muc-2").Nodes.Where(n => n.Slip is not null).Select(n => n.Code).ShouldBe(["1", "4.1"]);
    }

    private static string Circular(FormDefinition form) => form.Family == "don-vi-hoc-tap" ? "thong-tu-24-2023" : "thong-tu-25-2023";

    private static string File(string name) => Repository.Path("tests", "fixtures", "law", $"{name}.txt");

    /// <summary>Every line of the circular by its clause: <c>điểm a khoản 1 Điều 6</c>, <c>khoản 1 Điều 6</c>.</summary>
    private static Dictionary<string, string> Law(string name)
    {
        var law = new Dictionary<string, string>();
        var (article, clause) = ("", "");
        foreach (var line in System.IO.File.ReadAllLines(File(name)))
        {
            if (Article().Match(line) is { Success: true } a) { article = a.Groups[1].Value; }
            else if (Clause().Match(line) is { Success: true } c)
            {
                clause = c.Groups[1].Value;
                law[$"khoản {clause} Điều {article}"] = line;
            }
            else if (Point().Match(line) is { Success: true } p) { law[$"điểm {p.Groups[1].Value} khoản {clause} Điều {article}"] = line; }
            else if (line.StartsWith("Nội dung tiêu chí", StringComparison.Ordinal)) { law[$"khoản {clause} Điều {article} dẫn chiếu"] = line; }
        }
        return law;
    }

    [GeneratedRegex(@"^Điều (\d+)\. ")]
    private static partial Regex Article();

    [GeneratedRegex(@"^(\d+)\. ")]
    private static partial Regex Clause();

    [GeneratedRegex(@"^(\w+)\) ")]
    private static partial Regex Point();

    [GeneratedRegex(@"^\d+\. Tiêu chí \d+[:.] ")]
    private static partial Regex Criterion();

    [GeneratedRegex(@"^\w+\) Chỉ tiêu \d+: ")]
    private static partial Regex Indicator();

    [GeneratedRegex(@"Điều (\d+)")]
    private static partial Regex ArticleNumber();

    [GeneratedRegex(@"\d%")]
    private static partial Regex PercentSign();
}
