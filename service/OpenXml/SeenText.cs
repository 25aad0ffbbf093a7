using System.Buffers;
using System.Text;

namespace LearningCity.Docs.OpenXml;

/// <summary>How a stretch of text looks, as far as it changes what the text says or marks a choice.</summary>
[Flags]
internal enum Looks
{
    Plain = 0,

    /// <summary>Struck through, once or twice: withdrawn.</summary>
    Struck = 1,

    /// <summary>Hidden (<c>vanish</c>), in the colour of its ground, or shown by a format that shows nothing.</summary>
    Hidden = 2,

    /// <summary>Superscript.</summary>
    Raised = 4,

    /// <summary>Subscript.</summary>
    Lowered = 8,

    Bold = 16,
    Underlined = 32,

    /// <summary>A ground of its own: highlighted or shaded, in the run, the paragraph or the cell.</summary>
    Highlighted = 64,

    /// <summary>A border of its own around the text.</summary>
    Boxed = 128,
}

/// <summary>Neighbouring letters of one look, in the order of reading.</summary>
internal readonly record struct TextStretch(string Text, Looks Looks);

/// <summary>What a cell holds besides letters. Nothing of it can be read.</summary>
[Flags]
internal enum CellObjects
{
    None = 0,
    Picture = 1,
    Embedded = 2,
    ImportedPart = 4,
    Shape = 8,

    /// <summary>A check box that is drawn ticked and kept empty, or the other way round.</summary>
    DoubtfulBox = 16,
}

/// <summary>
/// What a person sees in a cell. Struck text is withdrawn, hidden text is not seen, and a raised mark behind a figure is a note mark: all three are left out of
/// <see cref="Visible"/> and kept beside it, so that they can be told.
/// </summary>
/// <param name="Visible">The text that counts.</param>
/// <param name="Struck">The struck stretches, joined; empty when there are none.</param>
/// <param name="Hidden">The hidden stretches, joined; empty when there are none.</param>
/// <param name="NoteMarks">The note marks, joined; empty when there are none.</param>
/// <param name="IsPowerDoubtful">Raised digits behind "10": a power or a note mark. They are kept in <paramref name="Visible"/>.</param>
/// <param name="Stretches">All of the text, also what does not count.</param>
internal sealed record SeenText(string Visible, string Struck, string Hidden, string NoteMarks, bool IsPowerDoubtful, ImmutableArray<TextStretch> Stretches)
{
    private const int LongestMark = 4;

    /// <summary>True when a plain text says all there is to say.</summary>
    public bool IsPlain => Stretches is [] or [{ Looks: Looks.Plain }] && NoteMarks.Length == 0;

    public static SeenText Of(params ImmutableArray<TextStretch> stretches)
    {
        var (visible, struck, hidden, marks) = (new StringBuilder(), new StringBuilder(), new StringBuilder(), new StringBuilder());
        var isRaisedWhole = stretches.All(s => (s.Looks & (Looks.Raised | Looks.Struck | Looks.Hidden)) != 0 || string.IsNullOrWhiteSpace(s.Text));
        var (doubtful, gap) = (false, false);
        foreach (var (text, looks) in stretches)
        {
            if (looks.HasFlag(Looks.Hidden)) { hidden.Append(text); }
            else if (looks.HasFlag(Looks.Struck)) { struck.Append(text); }
            else if (looks.HasFlag(Looks.Raised) && !isRaisedWhole && IsMark(text) && EndsInFigure(visible))
            {
                if (EndsInTen(visible) && text.Trim().All(char.IsAsciiDigit)) { doubtful = true; visible.Append(text); }
                else { marks.Append(text.Trim()); }
            }
            else
            {
                // Of the blanks on both sides of what is left out, one is left; none at the beginning.
                var isBehindGap = gap && (visible.Length == 0 || visible[^1] == ' ') && text is [' ', ..];
                Plain(isBehindGap ? text[1..] : text, visible, marks, ref doubtful);
            }
            gap = (looks & (Looks.Hidden | Looks.Struck)) != 0;
        }
        return new(WithoutStrokes(visible.ToString(), stretches), struck.ToString(), hidden.ToString(), marks.ToString(), doubtful, stretches);
    }

    /// <summary>Of two choices one of which is struck, the stroke between them is no part of the other: "Đạt/" with "Không đạt" struck behind it.</summary>
    private static string WithoutStrokes(string visible, ImmutableArray<TextStretch> stretches)
    {
        if (IsStruck(stretches.FirstOrDefault(s => !string.IsNullOrWhiteSpace(s.Text))) && visible.TrimStart() is ['/' or '|', .. var behind]) { visible = behind.TrimStart(); }
        if (IsStruck(stretches.LastOrDefault(s => !string.IsNullOrWhiteSpace(s.Text))) && visible.TrimEnd() is [.. var before, '/' or '|']) { visible = before.TrimEnd(); }
        return visible;
    }

    private static bool IsStruck(TextStretch stretch) => stretch.Looks.HasFlag(Looks.Struck);

    /// <summary>¹ ² ³ are raised by themselves, whatever the run's look.</summary>
    private static void Plain(string text, StringBuilder visible, StringBuilder marks, ref bool doubtful)
    {
        if (!HasRaisedDigits(text)) { visible.Append(text); return; }
        for (var i = 0; i < text.Length;)
        {
            var end = i;
            while (end < text.Length && RaisedDigits.Contains(text[end])) { end++; }
            if (end == i) { visible.Append(text[i++]); continue; }
            var mark = text[i..end];
            if (!EndsInFigure(visible)) { visible.Append(mark); }
            else if (EndsInTen(visible)) { doubtful = true; visible.Append(mark); }
            else { marks.Append(mark); }
            i = end;
        }
    }

    /// <summary>True for a text whose letters alone may be note marks.</summary>
    public static bool HasRaisedDigits(string text) => text.AsSpan().ContainsAny(RaisedDigits);

    /// <summary>The text without the raised digits at its end.</summary>
    public static string WithoutRaisedDigits(string text)
    {
        var end = text.Length;
        while (end > 0 && RaisedDigits.Contains(text[end - 1])) { end--; }
        return text[..end];
    }

    private static readonly SearchValues<char> RaisedDigits = SearchValues.Create("⁰¹²³⁴⁵⁶⁷⁸⁹");

    /// <summary>A digit or two, a letter, stars, each in brackets or not: "1", "a", "**", "(1)".</summary>
    public static bool IsMark(string text)
    {
        var mark = text.AsSpan().Trim();
        if (mark.Length is 0 or > LongestMark) { return false; }
        mark = mark.Trim("()[]".AsSpan());
        return mark.Length switch
        {
            0 => false,
            1 => char.IsLetterOrDigit(mark[0]) || mark[0] is '*' or '†',
            _ => mark.Trim('*').IsEmpty || (mark.Length == 2 && char.IsAsciiDigit(mark[0]) && char.IsAsciiDigit(mark[1])),
        };
    }

    private static bool EndsInFigure(StringBuilder visible) => visible.Length > 0 && (char.IsAsciiDigit(visible[^1]) || visible[^1] is '%');

    /// <summary>"10", alone or behind a sign of multiplication.</summary>
    private static bool EndsInTen(StringBuilder visible) =>
        visible.Length >= 2 && visible[^1] == '0' && visible[^2] == '1' && (visible.Length == 2 || !(char.IsAsciiDigit(visible[^3]) || visible[^3] is ',' or '.'));
}
