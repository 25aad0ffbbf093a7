using System.Text;

namespace LearningCity.Docs.Layout;

/// <summary>Fields open at the place that is being read (17.16): their instruction is no text, their result is, and of all kinds only PAGE matters here.</summary>
internal sealed class FieldStack
{
    private readonly Stack<Field> open = new();

    public bool IsInstruction => open.TryPeek(out var top) && !top.HasResult;

    public void Begin(string instruction) => open.Push(new Field(new StringBuilder(instruction)));

    public void Instruct(string text)
    {
        if (open.TryPeek(out var field) && !field.HasResult) { field.Instruction.Append(text); }
    }

    public void Separate(ParagraphDraft paragraph, RunFormat look)
    {
        if (!open.TryPeek(out var field) || field.HasResult) { return; }
        field.HasResult = true;
        Found(field, paragraph, look);
    }

    public void End(ParagraphDraft paragraph, RunFormat? look)
    {
        if (open.TryPop(out var field) && look is not null && !field.HasResult) { Found(field, paragraph, look); }
    }

    /// <summary>The look of what is shown counts, not that of the instruction.</summary>
    public void Result(ParagraphDraft paragraph, RunFormat look)
    {
        if (open.TryPeek(out var field) && field is { IsPage: true } && paragraph.Page is { } page) { paragraph.Page = page with { Format = look }; }
    }

    /// <summary>The old element of its own for a page's number.</summary>
    public static void Page(ParagraphDraft paragraph, RunFormat look) => paragraph.Page = new PageField(look, "PAGE", paragraph.Tabs);

    private static void Found(Field field, ParagraphDraft paragraph, RunFormat look)
    {
        var instruction = field.Instruction.ToString().Trim();
        field.IsPage = instruction.Equals("PAGE", StringComparison.OrdinalIgnoreCase) || instruction.StartsWith("PAGE ", StringComparison.OrdinalIgnoreCase);
        if (field.IsPage) { paragraph.Page = new PageField(look, instruction, paragraph.Tabs); }
    }

    private sealed class Field(StringBuilder instruction)
    {
        public StringBuilder Instruction => instruction;
        public bool HasResult { get; set; }
        public bool IsPage { get; set; }
    }
}
