using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Reading;

/// <summary>Text with its looks in short: <c>~struck~</c>, <c>^raised^</c>, <c>{hidden}</c>, <c>_underlined_</c>, the rest plain.</summary>
internal static class MarkedText
{
    private const string Signs = "~^{}_";

    public static ImmutableArray<TextStretch> Stretches(string text)
    {
        var stretches = ImmutableArray.CreateBuilder<TextStretch>();
        var (looks, start) = (Looks.Plain, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !Signs.Contains(text[i], StringComparison.Ordinal)) { continue; }
            if (i > start) { stretches.Add(new TextStretch(text[start..i], looks)); }
            if (i < text.Length) { looks ^= text[i] switch { '~' => Looks.Struck, '^' => Looks.Raised, '_' => Looks.Underlined, _ => Looks.Hidden }; }
            start = i + 1;
        }
        return stretches.ToImmutable();
    }

    /// <summary>As a paragraph of Word.</summary>
    public static string Paragraph(string text) => WordBuilder.Para([.. Stretches(text).Select(s => WordBuilder.R(s.Text, string.Concat(
        s.Looks.HasFlag(Looks.Struck) ? "<w:strike/>" : "", s.Looks.HasFlag(Looks.Hidden) ? "<w:vanish/>" : "",
        s.Looks.HasFlag(Looks.Underlined) ? "<w:u w:val=\"single\"/>" : "", s.Looks.HasFlag(Looks.Raised) ? "<w:vertAlign w:val=\"superscript\"/>" : "")))]);

    /// <summary>As an inline string of Excel; what is hidden is white there.</summary>
    public static string InlineString(string text) => $"<is>{string.Concat(Stretches(text).Select(s => $"<r><rPr>{(s.Looks.HasFlag(Looks.Struck) ? "<strike/>" : "")}{(s.Looks.HasFlag(Looks.Hidden) ? "<color rgb=\"FFFFFFFF\"/>" : "")}{(s.Looks.HasFlag(Looks.Underlined) ? "<u/>" : "")}{(s.Looks.HasFlag(Looks.Raised) ? "<vertAlign val=\"superscript\"/>" : "")}</rPr><t xml:space=\"preserve\">{s.Text}</t></r>"))}</is>";
}
