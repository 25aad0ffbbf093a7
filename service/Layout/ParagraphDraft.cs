using System.Text;

namespace LearningCity.Docs.Layout;

/// <summary>A paragraph while it is read.</summary>
internal sealed class ParagraphDraft(Location.Paragraph place, int section, bool isInTextBox)
{
    private readonly List<PaperRun> runs = [];
    private readonly StringBuilder text = new();
    private RunFormat? look;
    private ParagraphFormat format = ParagraphFormat.Empty;
    private RunFormat styled = RunFormat.Empty, defaults = RunFormat.Empty;
    private string? style;
    private string label = "";

    public List<DrawnLine> Lines { get; } = [];
    public bool HasPageBreak { get; set; }
    public PageField? Page { get; set; }

    /// <summary>Tabs read so far.</summary>
    public int Tabs { get; private set; }

    /// <summary>Settles what the paragraph looks like. A list's own indents stand below the paragraph's formatting, and below its style's when the style asks for the list (17.9.23).</summary>
    public void Shape(WordStyles styles, WordStyles.Style table, ParagraphFormat direct, string? named, ListNumbering lists)
    {
        var own = styles.Paragraph(named);
        var below = table.Paragraph.Over(styles.DefaultParagraph);
        var indents = ParagraphFormat.Empty;
        if ((direct.NumberingId ?? own.Paragraph.NumberingId) is > 0 and var list)
        {
            (label, indents) = lists.Next(list, direct.NumberingLevel ?? own.Paragraph.NumberingLevel ?? 0);
        }
        format = direct.Over(direct.NumberingId is null ? own.Paragraph.Over(indents.Over(below)) : indents.Over(own.Paragraph.Over(below)));
        style = named;
        styled = table.Run.Under(own.Run);
        defaults = styles.DefaultRun;
    }

    public RunFormat Look(WordStyles styles, string? character, RunFormat direct) => direct.Over(styled.Under(styles.Character(character).Run).Over(defaults));

    /// <summary>Neighbours of one look are one run, however often a program has split them.</summary>
    public void Append(string letters, RunFormat format)
    {
        if (letters.Length == 0) { return; }
        if (look != format) { Close(); }
        look = format;
        text.Append(letters);
        Tabs += letters.Count(c => c == '\t');
    }

    private void Close()
    {
        if (text.Length > 0) { runs.Add(new PaperRun(text.ToString(), look!)); }
        text.Clear();
    }

    public PaperParagraph Whole()
    {
        Close();
        return Made();
    }

    private PaperParagraph Made() => new(place, format, [.. runs])
    {
        Label = label,
        Section = section,
        Style = style,
        IsInTextBox = isInTextBox,
        Lines = [.. Lines],
        Page = Page,
        HasPageBreak = HasPageBreak || format.BreaksPage == true,
    };
}
