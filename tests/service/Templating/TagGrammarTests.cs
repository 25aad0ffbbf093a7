using LearningCity.Docs.Templating;
using LearningCity.Docs.Tests.Support;
using static LearningCity.Docs.Tests.Support.WordBuilder;
using static LearningCity.Docs.Tests.Templating.TemplateFixture;

namespace LearningCity.Docs.Tests.Templating;

/// <summary>Tags that are meant to hurt: each is read, refused or rendered on a small stack within its time.</summary>
public class TagGrammarTests
{
    private const int Stack = 256 * 1024;

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    public static TheoryData<string, string> Hostile()
    {
        var tags = new TheoryData<string, string>();
        foreach (var times in new[] { 100, 240, 480, 100_000 })
        {
            var code = times switch { 100_000 => "LC9024", _ => "LC9004 LC9024" };
            tags.Add("{{if " + Repeat("(", times) + "a" + Repeat(")", times) + "}}x{{end}}", code);
            tags.Add("{{if " + Repeat("!", times) + "a}}x{{end}}", code);
            tags.Add("{{if " + Repeat("!(", times) + "a" + Repeat(")", times) + "}}x{{end}}", code);
            tags.Add("{{a" + Repeat(".b", times) + "}}", code);
            tags.Add("{{for x in a" + Repeat(".b", times) + "}}x{{end}}", code);
            tags.Add("{{" + Repeat("[", times) + "}}", code);
            tags.Add("{{" + Repeat("[", times) + Repeat("]", times) + "}}", code);
            tags.Add("{{x = " + Repeat("{a:", times) + "1" + Repeat("}", times) + "}}", code);
            tags.Add("{{a" + Repeat("[a", times) + "}}", code);
            tags.Add("{{" + Repeat("a ", times) + "}}", code);
            tags.Add("{{" + Repeat("-", times) + "a}}", code);
            tags.Add("{{" + Repeat("@", times) + "a}}", code);
            tags.Add("{{a" + Repeat("?b:", times) + "c}}", code);
            tags.Add("{{" + Repeat("$\"{", times) + "}}", code);
        }
        foreach (var times in new[] { 40, 190, 100_000 })
        {
            var code = times switch { 100_000 => "LC9024", _ => "LC9004 LC9024" };
            tags.Add("{{if a" + Repeat("&&a", times) + "}}x{{end}}", code);
            tags.Add("{{if a" + Repeat("||!a", times) + "}}x{{end}}", code);
            tags.Add("{{if a" + Repeat("==a", times) + "}}x{{end}}", code);
            tags.Add("{{a" + Repeat("|so", times) + "}}", code);
            tags.Add("{{a" + Repeat("+a", times) + "}}", code);
            tags.Add("{{a" + Repeat("??a", times) + "}}", code);
        }
        tags.Add("{{if a == " + new string('9', 900) + "}}x{{end}}", "LC9004");
        tags.Add("{{if a == 1e" + new string('9', 300) + "}}x{{end}}", "LC9004");
        tags.Add("{{if a == 0x" + new string('f', 900) + "}}x{{end}}", "LC9004");
        tags.Add("{{if a == " + new string('9', 1_000_000) + "}}x{{end}}", "LC9024");
        tags.Add("{{a | noi \"" + new string('x', 10_000_000) + "\"}}", "LC9024");
        tags.Add("{{" + new string('a', 1_000_000) + "}}", "LC9024");
        return tags;
    }

    [Theory, MemberData(nameof(Hostile))]
    public void HostileTag_IsRefusedOnASmallStack(string text, string codes)
    {
        var found = OnASmallStack(() => Refused(P(text)).Findings.Select(f => f.Code).Distinct().ToList());
        found.ShouldNotBeEmpty();
        found.ShouldBeSubsetOf(codes.Split(' '));
    }

    [Theory]
    [InlineData("{{if a == b}}")]
    [InlineData("{{x | noi \"; \"}}")]
    [InlineData("{{for x in a.b}}")]
    [InlineData("}} {{ {{{ }}} ' \" (")]
    public void AnyBeginningOfATag_IsReadWithoutAnException(string tag)
    {
        for (var length = 0; length <= tag.Length; length++)
        {
            var faults = new List<TagGrammar.Fault>();
            TagGrammar.Read(tag[..length], faults);
            TagGrammar.Read(tag[length..], faults);
        }
    }

    [Theory]
    [InlineData("if a && b && c && d && e && f && g")]
    [InlineData("if ((((((a))))))")]
    [InlineData("a.b.c.d.e.f.g.h")]
    public void DepthOfARealTemplate_IsTaken(string inner)
    {
        var faults = new List<TagGrammar.Fault>();
        TagGrammar.Read(inner, faults).Kind.ShouldNotBe(TagKind.Faulty);
        faults.ShouldBeEmpty();
    }

    [Fact]
    public void LongestLiteral_IsWrittenWhole()
    {
        var separator = new string('x', TagGrammar.MostCharacters - 20);
        OnASmallStack(() => WordReading.Paragraphs(Fill(Model(("l", List("a", "b"))), P($"{{{{l | noi \"{separator}\"}}}}"))).Single().Length.ShouldBe(separator.Length + 2));
    }

    [Fact]
    public void LongValue_IsNotCut()
    {
        var text = new string('x', 3_000_000);
        WordReading.Paragraphs(Fill(Model(("x", text)), P("{{x}}{{x | hoa}}"))).Single().Length.ShouldBe(6_000_000);
    }

    [Theory]
    [InlineData("{{GetType}}")]
    [InlineData("{{x.Length}}")]
    [InlineData("{{x.size}}")]
    [InlineData("{{l.size}}")]
    [InlineData("{{m.Keys}}")]
    [InlineData("{{object}}")]
    [InlineData("{{string}}")]
    [InlineData("{{include}}")]
    [InlineData("{{for x in m.Values}}a{{end}}")]
    [InlineData("{{if x.empty == 1}}a{{end}}")]
    public void NothingButTheModel_HasNames(string tag) =>
        Should.Throw<TemplateException>(() => WordTemplate.Compile(new WordBuilder(P(tag)).Build(), "mau.docx").Render(Model(("x", "a"), ("l", List("a")), ("m", Model(("a", "b")))))).Findings.Select(f => f.Code).ShouldBe(["LC9017"]);

    [Fact]
    public void NamesTypedWithMarks_AreEachTold()
    {
        var faults = new List<TagGrammar.Fault>();
        var content = TagGrammar.Read("for chỉ_tiêu in tiêu_chí.chỉ_tiêu".Normalize(System.Text.NormalizationForm.FormD), faults);
        (content.Kind, content.Variable).ShouldBe((TagKind.For, "chi_tieu"));
        TagGrammar.Paths(content.Expression).Single().ShouldBe(["tieu_chi", "chi_tieu"]);
        faults.Select(f => (f.Descriptor.Code, f.Arguments[0], f.Arguments[1])).ShouldBe([("LC9015", "chỉ_tiêu", "chi_tieu"), ("LC9015", "tiêu_chí.chỉ_tiêu", "tieu_chi.chi_tieu")]);
    }

    private static T OnASmallStack<T>(Func<T> work)
    {
        var result = default(T);
        Exception? problem = null;
        var thread = new Thread(() => { try { result = work(); } catch (Exception e) { problem = e; } }, Stack);
        thread.Start();
        thread.Join();
        problem.ShouldBeNull();
        return result!;
    }

    private static void OnASmallStack(Action work) => OnASmallStack(() => { work(); return true; });
}
