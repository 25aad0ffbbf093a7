using System.Globalization;
using System.Text;

namespace LearningCity.Docs.OpenXml;

/// <summary>How a numeric cell is shown. <c>Percent</c>: 0.95 is shown as 95 %.</summary>
internal enum NumberShape { General, Percent, Text, Date }

/// <summary>
/// What a format makes of a number. <paramref name="Value"/> is the number as it is seen, before rounding: without its sign where the format leaves that out, in thousands where
/// it counts in thousands; a percent is not multiplied yet.
/// </summary>
/// <param name="Before">What is printed before the figure.</param>
/// <param name="Behind">What is printed behind it: "%", " trẻ".</param>
/// <param name="HasDigits">False for a format that prints words or nothing in the place of the figure.</param>
internal readonly record struct ShownNumber(NumberShape Shape, decimal Value, string Before, string Behind, bool HasDigits)
{
    /// <summary>The colour that the format gives the figure instead of the cell's own; not said for most.</summary>
    public Ink Ink { get; init; }

    /// <summary>Nothing is printed at all.</summary>
    public bool IsNothing => !HasDigits && Before.Length == 0 && Behind.Length == 0;
}

/// <summary>
/// A number format code (ECMA-376 part 1, 18.8.31): up to four sections, for positive, negative and zero numbers and for text, each with an own condition where it names one.
/// </summary>
internal sealed class NumberFormatCode
{
    public static readonly NumberFormatCode General = new([Section.General]);

    private readonly ImmutableArray<Section> sections;

    /// <summary>Without the one for text.</summary>
    private readonly ImmutableArray<Section> numeric;

    private NumberFormatCode(ImmutableArray<Section> sections)
    {
        this.sections = sections;
        numeric = sections.Length == 4 || (sections.Length > 1 && sections[^1].HasText) ? sections.RemoveAt(sections.Length - 1) : sections;
    }

    public static NumberFormatCode Parse(string code)
    {
        if (code.Length == 0) { return General; }
        var sections = ImmutableArray.CreateBuilder<Section>(1);
        for (var at = 0; at <= code.Length && sections.Count < 4;) { sections.Add(Section.Parse(code, ref at)); }
        if (sections.Count > 1 && sections[0].Holds(0) is null && sections[1] is { IsGeneral: false } second && second.Holds(0) is null) { second.IsOfNegatives = true; }
        return sections is [{ IsGeneral: true }] ? General : new(sections.ToImmutable());
    }

    /// <summary>The formats that a file need not define (18.8.30); dates and times of other countries are dates.</summary>
    public static NumberFormatCode BuiltIn(int id) => id switch
    {
        9 or 10 => Percents,
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) => Dates,
        >= 37 and <= 40 => Brackets,
        >= 41 and <= 44 => Accounting,
        49 => Texts,
        _ => General,
    };

    private static readonly NumberFormatCode Percents = Parse("0%");
    private static readonly NumberFormatCode Dates = Parse("dd/mm/yyyy");
    private static readonly NumberFormatCode Brackets = Parse("#,##0_);(#,##0)");
    private static readonly NumberFormatCode Accounting = Parse("_-* #,##0_-;-* #,##0_-;_-* \"-\"_-;_-@_-");
    private static readonly NumberFormatCode Texts = Parse("@");

    /// <summary>How text is shown: null where the format shows nothing of it.</summary>
    public string? Show(string text)
    {
        if (ReferenceEquals(this, General)) { return text; }
        var section = sections is [.., { HasText: true } last] ? last : sections.Length == 4 ? sections[3] : null;
        if (section is null) { return text; }
        var shown = section.HasText ? section.Before + text + section.Behind : section.Before;
        return string.IsNullOrWhiteSpace(shown) && !string.IsNullOrWhiteSpace(text) ? null : shown;
    }

    public ShownNumber Show(decimal number)
    {
        if (ReferenceEquals(this, General)) { return new(NumberShape.General, number, "", "", true); }
        var section = sections is [{ HasText: true }, ..] ? sections[0] : Of(number);
        return section.Show(number) with { Ink = section.Ink };
    }

    /// <summary>The colour that the format gives a text.</summary>
    public Ink InkOfText => ReferenceEquals(this, General) ? default : sections is [.., { HasText: true } last] ? last.Ink : default;

    /// <summary>The section for a number. Where none of the conditions holds and none is left without one, Excel shows a row of #; here the number itself is shown.</summary>
    private Section Of(decimal number)
    {
        if (numeric.Length == 1) { return numeric[0].Holds(number) ?? true ? numeric[0] : Section.General; }
        var (first, second) = (numeric[0].Holds(number), numeric[1].Holds(number));
        if (first is null && second is null)
        {
            return numeric.Length > 2 && number == 0 ? numeric[2] : number < 0 ? numeric[1] : numeric[0];
        }
        if (first ?? number > 0) { return numeric[0]; }
        if (second is null) { return numeric.Length < 3 || number < 0 ? numeric[1] : numeric[2]; }
        return second.Value ? numeric[1] : numeric.Length > 2 ? numeric[2] : Section.General;
    }

    /// <summary>A comparison in square brackets.</summary>
    private readonly record struct Condition(string Operator, decimal Bound)
    {
        public bool Holds(decimal number) => Operator switch
        {
            "=" => number == Bound,
            "<>" => number != Bound,
            "<" => number < Bound,
            "<=" => number <= Bound,
            ">" => number > Bound,
            _ => number >= Bound,
        };

        public static Condition? Parse(ReadOnlySpan<char> text)
        {
            var sign = text.IndexOfAnyExcept("<>=".AsSpan());
            return sign is 1 or 2 && text[..sign] is "=" or "<>" or "<" or "<=" or ">" or ">=" && decimal.TryParse(text[sign..], NumberStyles.Float, CultureInfo.InvariantCulture, out var bound)
                ? new Condition(text[..sign].ToString(), bound) : null;
        }
    }

    private sealed class Section
    {
        public static readonly Section General = new() { IsGeneral = true, hasDigits = true, hasZero = true };

        private Condition? condition;
        private bool hasDigits;
        private bool hasZero;
        private int decimals;
        private int thousands;
        private int percents;
        private bool isDate;

        /// <summary>Nothing but <c>General</c>.</summary>
        public bool IsGeneral { get; private init; }

        /// <summary>It has an @, the place of a text.</summary>
        public bool HasText { get; private set; }

        public Ink Ink { get; private set; }

        public string Before { get; private set; } = "";

        public string Behind { get; private set; } = "";

        public bool? Holds(decimal number) => condition?.Holds(number);

        public ShownNumber Show(decimal number)
        {
            if (HasText && !hasDigits) { return new(NumberShape.Text, number, Before, Behind, true); }
            if (isDate) { return new(NumberShape.Date, number, "", "", true); }
            var shape = percents > 0 ? NumberShape.Percent : NumberShape.General;
            var (before, behind) = (Before, Behind);
            if (number < 0)
            {
                var says = Before.Contains('-') || Before.Contains('(') || Before.Contains('−');
                (before, behind) = says ? (Before.Replace("-", "").Replace("−", "").Replace("(", ""), Behind.Replace(")", "")) : (Before, Behind);
                // A section of its own for negative numbers that prints no sign.
                if (!says && IsOfNegatives) { number = -number; }
            }
            for (var i = 0; i < thousands; i++) { number /= 1000; }
            if (!hasDigits)
            {
                // 0 as a dash is the bookkeeper's 0.
                return number == 0 && before.Length > 0 && before.AsSpan().Trim("-–— ".AsSpan()).IsEmpty ? new(shape, 0, "", "", true) : new(shape, number, before.Trim(), behind, false);
            }
            if (!hasZero && decimal.Round(percents > 0 && Math.Abs(number) < 1 ? number * 100 : number, Math.Min(decimals, 15)) == 0)
            {
                return before.Length > 0 && before.AsSpan().Trim("-–— ".AsSpan()).IsEmpty ? new(shape, 0, "", "", true) : new(shape, number, before.Trim(), behind.Trim(), false);
            }
            return new(shape, number, before.TrimStart(), behind.TrimEnd(), true);
        }

        /// <summary>Set for the second of several sections without a condition.</summary>
        public bool IsOfNegatives { get; set; }

        /// <summary>Ends behind the section's <c>;</c>.</summary>
        public static Section Parse(string code, ref int at)
        {
            var section = new Section();
            var (before, between) = (new StringBuilder(), new StringBuilder());
            var (digits, inDecimals, general, carried) = (false, false, false, 0);
            var first = at;
            for (; at < code.Length && code[at] != ';'; at++)
            {
                var letter = code[at];
                switch (letter)
                {
                    case '"':
                        var end = code.IndexOf('"', at + 1);
                        if (end < 0) { end = code.Length; }
                        Literal(code.AsSpan(at + 1, end - at - 1));
                        at = Math.Min(end, code.Length - 1);
                        break;
                    case '\\' or '!' when at + 1 < code.Length:
                        Literal(code.AsSpan(++at, 1));
                        break;
                    case '_' or '*':
                        at = Math.Min(at + 1, code.Length - 1);
                        break;
                    case '[':
                        var close = code.IndexOf(']', at + 1);
                        if (close < 0) { close = code.Length; }
                        Bracketed(code.AsSpan(at + 1, close - at - 1));
                        at = Math.Min(close, code.Length - 1);
                        break;
                    case '0' or '#' or '?':
                        section.thousands = 0;
                        section.hasZero |= letter == '0';
                        if (inDecimals) { section.decimals++; }
                        Digit();
                        break;
                    case ',' when digits:
                        section.thousands++;
                        break;
                    case '.' when digits || (at + 1 < code.Length && code[at + 1] is '0' or '#' or '?'):
                        (inDecimals, carried, section.thousands) = (true, carried + section.thousands, 0);
                        Digit();
                        break;
                    case '/' when digits:
                        // A fraction: 0 is written out.
                        section.hasZero = true;
                        break;
                    case 'E' or 'e' when digits && at + 1 < code.Length && code[at + 1] is '+' or '-':
                        at++;
                        while (at + 1 < code.Length && code[at + 1] is '0' or '#' or '?') { at++; }
                        break;
                    case '%':
                        section.percents++;
                        Literal("%");
                        break;
                    case '@':
                        section.HasText = true;
                        Digit(isFigure: false);
                        break;
                    case 'G' or 'g' when code.AsSpan(at).StartsWith("General", StringComparison.OrdinalIgnoreCase):
                        general = section.hasZero = true;
                        at += "General".Length - 1;
                        Digit();
                        break;
                    case 'd' or 'D' or 'm' or 'M' or 'y' or 'Y' or 'h' or 'H' or 's' or 'S':
                        section.isDate = true;
                        break;
                    default:
                        Literal(code.AsSpan(at, 1));
                        break;
                }
            }
            var isWhole = general && code.AsSpan(first, at - first).Trim().Equals("General", StringComparison.OrdinalIgnoreCase);
            at++;
            if (isWhole) { return General; }
            section.thousands += carried;
            section.hasDigits &= !section.isDate;
            (section.Before, section.Behind) = (before.ToString(), between.ToString());
            return section;

            // Letters inside a figure (a dot between its digits) are a part of its writing.
            void Digit(bool isFigure = true)
            {
                digits = true;
                section.hasDigits |= isFigure;
                between.Clear();
            }

            void Literal(ReadOnlySpan<char> text) => (digits ? between : before).Append(text);

            // [h] and [mm] are elapsed time, [Red] is a colour, [$-42A] a language, [$₫-42A] a currency.
            void Bracketed(ReadOnlySpan<char> text)
            {
                if (text is ['$', ..]) { Literal(text.IndexOf('-') is > 0 and var dash ? text[1..dash] : text[1..]); }
                else if (text.Length > 0 && text.Trim("hHmMsS".AsSpan()).IsEmpty) { section.isDate = true; }
                else if (Ink.Named(text) is { IsSaid: true } ink) { section.Ink = ink; }
                else { section.condition ??= Condition.Parse(text); }
            }
        }
    }
}
