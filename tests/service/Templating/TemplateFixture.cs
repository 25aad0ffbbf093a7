using LearningCity.Docs.Templating;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Templating;

/// <summary>Short words for what the tests of templates do.</summary>
internal static class TemplateFixture
{
    public static Dictionary<string, object?> Model(params (string Name, object? Value)[] values) => values.ToDictionary(v => v.Name, v => v.Value);

    public static List<object?> List(params object?[] items) => [.. items];

    /// <summary>Renders and proves that the result is a Word file without a fault.</summary>
    public static byte[] Fill(IReadOnlyDictionary<string, object?> model, params string[] body) => Fill(model, new WordBuilder(body));

    public static byte[] Fill(IReadOnlyDictionary<string, object?> model, WordBuilder builder)
    {
        var rendered = WordTemplate.Compile(builder.Build(), "mau.docx").Render(model);
        WordReading.Faults(rendered).ShouldBeEmpty();
        return rendered;
    }

    public static TemplateException Refused(params string[] body) => Should.Throw<TemplateException>(() => WordTemplate.Compile(new WordBuilder(body).Build(), "mau.docx"));
}
