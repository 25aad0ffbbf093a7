using System.Text;
using FsCheck.Fluent;
using LearningCity.Docs.Templating;
using LearningCity.Docs.Tests.Support;
using static LearningCity.Docs.Tests.Support.WordBuilder;
using static LearningCity.Docs.Tests.Templating.TemplateFixture;

namespace LearningCity.Docs.Tests.Templating;

public class ValueTests
{
    [Fact]
    public void LineBreaksAndTabs_BecomeWordsOwn()
    {
        var docx = Fill(Model(("x", "a\nb\r\nc\td")), P("{{x}}"));
        WordReading.Xml(docx).ShouldContain("a</w:t><w:br/><w:t xml:space=\"preserve\">b</w:t><w:br/><w:t xml:space=\"preserve\">c</w:t><w:tab/><w:t xml:space=\"preserve\">d</w:t>");
    }

    [Fact]
    public void BracesAndMarkupInAValue_StayText() =>
        WordReading.Paragraphs(Fill(Model(("x", "{{y}} <w:p/> & \"")), P("{{x}}"))).ShouldBe(["{{y}} <w:p/> & \""]);

    [Fact]
    public void AnyText_ComesBackButForForbiddenCharacters()
    {
        var template = WordTemplate.Compile(new WordBuilder(P("{{x}}")).Build(), "mau.docx");
        var text = Gen.OneOf(ArbMap.Default.GeneratorFor<string>(), Gen.Elements('\0', '\b', '\n', '\r', '\t', '\v', '&', '<', '>', '"', '\'', '{', '}', '\uD83D', '\uDE00', '\uFFFE', '\uFFFF', '\uFDD0', '\uFDD1', '\u4E00', 'ệ', 'Đ', '\u0301', ' ').ArrayOf().Select(c => new string(c)));
        Prop.ForAll(text.ToArbitrary(), value =>
        {
            var found = WordReading.Paragraphs(template.Render(Model(("x", value))))[0];
            return found == Allowed(value ?? "");
        }).Holds();
    }

    [Fact]
    public void LongTexts_ComeBackWhole()
    {
        var value = string.Concat(Enumerable.Repeat("Đ😀a", 60_000));
        var template = WordTemplate.Compile(new WordBuilder(P("{{x}}")).Build(), "mau.docx");
        foreach (var shift in new[] { "", "a", "ab" }) { WordReading.Paragraphs(template.Render(Model(("x", shift + value))))[0].ShouldBe(shift + value); }
    }

    [Theory]
    [InlineData("{{x | so}}", "1234.5", "1.234,5")]
    [InlineData("{{x}}", "2024", "2024")]
    [InlineData("{{x}}", "95.5", "95,5")]
    [InlineData("{{x | phan_tram}}", "95.50", "95,5%")]
    [InlineData("{{x | bang_chu}}", "1005", "một nghìn không trăm linh năm")]
    [InlineData("{{x | tien_bang_chu}}", "1200000", "Một triệu hai trăm nghìn đồng")]
    public void Numbers_AreWrittenAsVietnamese(string tag, string number, string text) =>
        WordReading.Paragraphs(Fill(Model(("x", decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture))), P(tag))).ShouldBe([text]);

    [Theory]
    [InlineData("{{x | bang_chu}}", "1000000000000000", "1000000000000000")]
    [InlineData("{{x | tien_bang_chu}}", "1.5", "1,5")]
    public void NumberThatHasNoWords_IsRefused(string tag, string number, string named)
    {
        var template = WordTemplate.Compile(new WordBuilder(P(tag)).Build(), "mau.docx");
        var refused = Should.Throw<TemplateException>(() => template.Render(Model(("x", decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)))));
        refused.Findings.Select(f => (f.Code, f.Arguments[1])).ShouldBe([("LC9019", named)]);
    }

    [Theory]
    [InlineData("2025-04-08", "ngày 08 tháng 4 năm 2025")]
    [InlineData("2025-02-10", "ngày 10 tháng 02 năm 2025")]
    [InlineData("2025-01-31", "ngày 31 tháng 01 năm 2025")]
    [InlineData("2025-12-01", "ngày 01 tháng 12 năm 2025")]
    public void Dates_AreWrittenAsTheDecreeAsks(string date, string text) => WordReading.Paragraphs(Fill(Model(("d", date)), P("{{d | ngay}}"))).ShouldBe([text]);

    [Fact]
    public void OtherFormatters_WriteWhatTheySay() =>
        WordReading.Paragraphs(Fill(Model(("t", "ủy ban"), ("l", List("a", 2m)), ("trong", null)), P("{{t | hoa}}, {{l | noi}}, {{l | noi \" và \"}}{{trong}}{{trong | so}}"))).ShouldBe(["ỦY BAN, a; 2, a và 2"]);

    [Fact]
    public void NameLikeAFormatter_IsAName() =>
        WordReading.Paragraphs(Fill(Model(("so", "128"), ("hoa", "h")), P("{{so}}{{hoa | hoa}}"))).ShouldBe(["128H"]);

    [Fact]
    public void CharactersThatXmlForbids_AreReportedWithTheirNameAndNumber()
    {
        var template = WordTemplate.Compile(new WordBuilder(P("{{sach}} {{for dong in muc}}{{dong.ten}}{{end}} {{x | hoa}}")).Build(), "mau.docx");
        var warnings = new List<Finding>();
        var model = Model(("sach", "a\n\tb\v😀"), ("muc", List(Model(("ten", "a\u0001b")), Model(("ten", "\uD83D\uFFFE")), Model(("ten", "c")))), ("x", "\u0002"));
        var rendered = template.Render(model, warnings);
        WordReading.Paragraphs(rendered)[0].ShouldEndWith(" abc ");
        rendered.ShouldBe(template.Render(model));
        warnings.Select(f => (f.Code, f.Severity, f.Location, string.Join('|', f.Arguments))).ShouldBe([
            ("LC9021", Severity.Warning, new Location.Part("word/document.xml"), "mau.docx|muc[].ten|3"),
            ("LC9021", Severity.Warning, new Location.Part("word/document.xml"), "mau.docx|x|1")]);
        warnings[0].Message(LanguageTable.Vietnamese).ShouldStartWith("Văn bản mau.docx: giá trị của «muc[].ten» có 3 ký tự");
    }

    private static string Allowed(string value)
    {
        var allowed = new StringBuilder();
        value = value.Replace("\r\n", "\n", StringComparison.Ordinal);
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1])) { allowed.Append(c).Append(value[++i]); }
            else if (c is '\n' or '\r' or '\v') { allowed.Append('\n'); }
            else if (c == '\t' || (c >= ' ' && !char.IsSurrogate(c) && c < '\uFFFE')) { allowed.Append(c); }
        }
        return allowed.ToString();
    }
}
