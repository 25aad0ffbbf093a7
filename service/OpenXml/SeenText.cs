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
    private const int LongestMarks = 16;

    /// <summary>Raised or lowered digits in or beside a figure that may be a part of it. They are kept in <see cref="Visible"/>.</summary>
    public bool IsFigureDoubtful { get; init; }

    /// <summary>A person must say what the figure is.</summary>
    public bool IsDoubtful => IsPowerDoubtful || IsFigureDoubtful;

    /// <summary>True when a plain text says all there is to say.</summary>
    public bool IsPlain => Stretches is [] or [{ Looks: Looks.Plain }] && NoteMarks.Length == 0 && !IsDoubtful;

    public static SeenText Of(params ImmutableArray<TextStretch> stretches)
    {
        var (visible, struck, hidden, marks) = (new StringBuilder(), new StringBuilder(), new StringBuilder(), new StringBuilder());
        var isWhole = IsAll(stretches, Looks.Raised) || IsAll(stretches, Looks.Lowered);
        var (power, figure, gap) = (false, false, false);
        var parts = Parts(stretches);
        for (var i = 0; i < parts.Count; i++)
        {
            var (text, looks) = parts[i];
            if (looks.HasFlag(Looks.Hidden)) { hidden.Append(text); }
            else if (looks.HasFlag(Looks.Struck))
            {
                // Two figures struck at two places are not one.
                if (struck.Length > 0 && i > 0 && !parts[i - 1].Looks.HasFlag(Looks.Struck)) { struck.Append("; "); }
                struck.Append(text);
            }
            else if ((looks & (Looks.Raised | Looks.Lowered)) == 0 || isWhole)
            {
                // Of the blanks on both sides of what is left out, one is left; none at the beginning.
                var isBehindGap = gap && (visible.Length == 0 || visible[^1] == ' ') && text is [' ', ..];
                visible.Append(isBehindGap ? text[1..] : text);
            }
            else
            {
                switch (Raised(Plain(text), looks.HasFlag(Looks.Raised), visible, Behind(parts, i)))
                {
                    case RaisedText.NoteMark: marks.Append(text.Trim()); break;
                    case RaisedText.Power: power = true; visible.Append(text); break;
                    case RaisedText.Doubtful: figure = true; visible.Append(text); break;
                    default: visible.Append(text); break;
                }
            }
            gap = (looks & (Looks.Hidden | Looks.Struck)) != 0;
        }
        return new(WithoutStrokes(visible.ToString(), stretches), struck.ToString(), hidden.ToString(), marks.ToString(), power, stretches) { IsFigureDoubtful = figure };
    }

    private static bool IsAll(ImmutableArray<TextStretch> stretches, Looks look) => stretches.All(s => (s.Looks & (look | Looks.Struck | Looks.Hidden)) != 0 || string.IsNullOrWhiteSpace(s.Text));

    private enum RaisedText { Text, NoteMark, Power, Doubtful }

    /// <summary>A mark behind a figure is a note mark; digits that the figure may go on with, or that it may begin with, are for a person to judge.</summary>
    private static RaisedText Raised(string text, bool isRaised, StringBuilder visible, ReadOnlySpan<char> behind)
    {
        var hasDigits = text.AsSpan().ContainsAnyInRange('0', '9');
        var isBare = text.AsSpan().IndexOfAny("()[]") < 0;
        if (EndsInFigure(visible))
        {
            var touches = !char.IsWhiteSpace(visible[^1]);
            if (!IsMarks(text)) { return hasDigits ? RaisedText.Doubtful : RaisedText.Text; }
            // Behind a blank a bare digit may be a figure of its own.
            if (!touches && isBare && hasDigits) { return RaisedText.Text; }
            if (isRaised && touches && EndsInTen(visible) && text.Trim().All(char.IsAsciiDigit)) { return RaisedText.Power; }
            var goesOn = behind is ['%', ..] or [>= '0' and <= '9', ..] or [',' or '.', >= '0' and <= '9', ..];
            return hasDigits && isBare && visible[^1] is not '%' && goesOn ? RaisedText.Doubtful : RaisedText.NoteMark;
        }
        if (!hasDigits || !isBare) { return RaisedText.Text; }
        var inFigure = visible.Length > 1 && visible[^1] is ',' or '.' && char.IsAsciiDigit(visible[^2]);
        var begins = behind is [>= '0' and <= '9', ..] || (IsBlank(visible) && behind.TrimStart() is [>= '0' and <= '9', ..]);
        return inFigure || begins ? RaisedText.Doubtful : RaisedText.Text;
    }

    private static bool IsBlank(StringBuilder text)
    {
        for (var i = 0; i < text.Length; i++) { if (!char.IsWhiteSpace(text[i])) { return false; } }
        return true;
    }

    /// <summary>The text that is seen next.</summary>
    private static ReadOnlySpan<char> Behind(List<TextStretch> parts, int at)
    {
        for (var i = at + 1; i < parts.Count; i++)
        {
            if ((parts[i].Looks & (Looks.Hidden | Looks.Struck)) != 0 || parts[i].Text.Length == 0) { continue; }
            return (parts[i].Looks & (Looks.Raised | Looks.Lowered)) == 0 ? parts[i].Text : default;
        }
        return default;
    }

    /// <summary>¹ ² ³ and ₁ ₂ ₃ are raised or lowered by themselves, whatever the run's look: each run of them is a stretch of its own.</summary>
    private static List<TextStretch> Parts(ImmutableArray<TextStretch> stretches)
    {
        var parts = new List<TextStretch>(stretches.Length);
        foreach (var stretch in stretches)
        {
            if (!HasRaisedDigits(stretch.Text)) { parts.Add(stretch); continue; }
            var text = stretch.Text;
            for (var i = 0; i < text.Length;)
            {
                var look = LookOf(text[i]);
                var end = i + 1;
                while (end < text.Length && LookOf(text[end]) == look) { end++; }
                parts.Add(new TextStretch(text[i..end], stretch.Looks | look));
                i = end;
            }
        }
        return parts;
    }

    private static Looks LookOf(char letter) => RaisedSigns.Contains(letter) ? Looks.Raised : LoweredSigns.Contains(letter) ? Looks.Lowered : Looks.Plain;

    /// <summary>True for a text whose letters alone may be note marks.</summary>
    public static bool HasRaisedDigits(string text) => text.AsSpan().ContainsAny(Signs);

    private const string RaisedSigns = "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾", LoweredSigns = "₀₁₂₃₄₅₆₇₈₉₍₎", PlainSigns = "0123456789()";

    private static readonly SearchValues<char> Signs = SearchValues.Create(RaisedSigns + LoweredSigns);

    /// <summary>The same letters on the line.</summary>
    private static string Plain(string text) => !HasRaisedDigits(text) ? text
        : string.Concat(text.Select(c => RaisedSigns.IndexOf(c) is >= 0 and var raised ? PlainSigns[raised] : LoweredSigns.IndexOf(c) is >= 0 and var lowered ? PlainSigns[lowered] : c));

    /// <summary>Of two choices one of which is struck, the stroke between them is no part of the other: "Đạt/" with "Không đạt" struck behind it.</summary>
    private static string WithoutStrokes(string visible, ImmutableArray<TextStretch> stretches)
    {
        if (IsStruck(stretches.FirstOrDefault(s => !string.IsNullOrWhiteSpace(s.Text))) && visible.TrimStart() is ['/' or '|', .. var behind]) { visible = behind.TrimStart(); }
        if (IsStruck(stretches.LastOrDefault(s => !string.IsNullOrWhiteSpace(s.Text))) && visible.TrimEnd() is [.. var before, '/' or '|']) { visible = before.TrimEnd(); }
        return visible;
    }

    private static bool IsStruck(TextStretch stretch) => stretch.Looks.HasFlag(Looks.Struck);

    /// <summary>A note mark, or several with blanks between them: "1, 2".</summary>
    private static bool IsMarks(string text)
    {
        if (IsMark(text)) { return true; }
        var marks = text.Trim();
        return marks.Length <= LongestMarks && marks.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } several
            && several.All(mark => IsMark(mark.TrimEnd(',', ';')));
    }

    /// <summary>The text without the raised digits at its end.</summary>
    public static string WithoutRaisedDigits(string text)
    {
        var end = text.Length;
        while (end > 0 && RaisedSigns.Contains(text[end - 1])) { end--; }
        return text[..end];
    }

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

    /// <summary>A digit or %, also where blanks follow it.</summary>
    private static bool EndsInFigure(StringBuilder visible)
    {
        var last = visible.Length - 1;
        while (last >= 0 && visible[last] is ' ' or '\u00A0') { last--; }
        return last >= 0 && (char.IsAsciiDigit(visible[last]) || visible[last] is '%');
    }

    /// <summary>"10", alone or behind a sign of multiplication.</summary>
    private static bool EndsInTen(StringBuilder visible) =>
        visible.Length >= 2 && visible[^1] == '0' && visible[^2] == '1' && (visible.Length == 2 || !(char.IsAsciiDigit(visible[^3]) || visible[^3] is ',' or '.'));
}
