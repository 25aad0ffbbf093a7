using System.Buffers;
using System.Globalization;

namespace LearningCity.Docs.Text;

/// <summary>Numbers as officials type them into a cell, by a strict grammar of our own: one meaning, or a note that there could be two, or no number.</summary>
internal static class VietnameseNumber
{
    private const int Longest = 256;
    private const int LongestUnit = 40;

    /// <summary>Total: any text has a reading, none throws.</summary>
    public static NumberReading Read(string text)
    {
        if (NumberWords.IsPlaceholder(text)) { return new NumberReading.Missing(); }
        if (text.Length > Longest) { return new NumberReading.NotANumber(text); }
        Span<char> buffer = stackalloc char[Longest];
        var composed = VietnameseText.Compose(text);
        if (composed.Length > Longest) { return new NumberReading.NotANumber(text); }
        var clean = buffer[..Clean(composed, buffer, out var notes)];
        return clean.IndexOfAnyInRange('0', '9') < 0
            ? NumberWords.Read(clean, text)
            : new Grammar(clean, text, notes).Read();
    }

    /// <summary>1.234,5: groups of three by dots from a thousand up, a decimal comma, no needless zeros.</summary>
    public static string Write(decimal number) => number.ToString("#,##0.############################", Vietnamese);

    /// <inheritdoc cref="FigureFinder.Find"/>
    public static ImmutableArray<FigureInText> FindFigures(string prose) => FigureFinder.Find(prose);

    /// <inheritdoc cref="YearComparison.TryFind"/>
    public static bool TryCompareYears(string prose, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out YearComparison? comparison) =>
        (comparison = YearComparison.TryFind(prose)) is not null;

    private static readonly NumberFormatInfo Vietnamese = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NegativeSign = "-" };

    private static readonly SearchValues<char> NotOfUnits = SearchValues.Create("=+*<>≥≤~;");

    /// <summary>Spaces one at a time, digits and marks of other scripts as ASCII, invisible characters gone, closing punctuation gone.</summary>
    private static int Clean(string text, Span<char> clean, out NumberNotes notes)
    {
        notes = NumberNotes.Plain;
        var length = 0;
        foreach (var c in text)
        {
            var plain = c;
            if (c >= 0x80)
            {
                if (LetterTable.IsDropped(c)) { continue; }
                if (char.IsDigit(c)) { plain = (char)('0' + (int)CharUnicodeInfo.GetDecimalDigitValue(c)); notes |= NumberNotes.Unusual; }
                else if (c is '，' or '．' or '％' or '／') { plain = (char)(c - 0xFEE0); notes |= NumberNotes.Unusual; }
                else if (LetterTable.IsDash(c)) { plain = '-'; }
                else if (char.IsWhiteSpace(c)) { plain = ' '; }
            }
            else if (char.IsWhiteSpace(c)) { plain = ' '; }
            else if (char.IsControl(c)) { continue; }
            if (plain == ' ' && (length == 0 || clean[length - 1] == ' ')) { continue; }
            clean[length++] = plain;
        }
        while (length > 0 && clean[length - 1] is ' ' or '.' or ',' or ';') { length--; }
        return length;
    }

    /// <summary>[label] [approximation] number [unit] | [approximation] number / number [unit] [= percent]. Walks left to right by one index.</summary>
    private ref struct Grammar(ReadOnlySpan<char> clean, string raw, NumberNotes notes)
    {
        private readonly ReadOnlySpan<char> clean = clean;
        private int at;
        private NumberNotes notes = notes;

        public NumberReading Read()
        {
            if (!TryPrefix(out var approximation) || !TryNumber(out var number)) { return new NumberReading.NotANumber(raw); }
            SkipSpace();
            if (at < clean.Length && clean[at] == '/') { return ReadFraction(number, approximation); }
            if (!TryUnit(clean[at..], out var unit)) { return Refused(); }
            if (NumberWords.ClosingBound(unit) is { } bound)
            {
                notes |= NumberNotes.Approximate;
                approximation ??= bound;
            }
            return new NumberReading.Value(number, unit, notes, approximation);
        }

        /// <summary>What stands before the first digit, but for its sign.</summary>
        private bool TryPrefix(out string? approximation)
        {
            approximation = null;
            var digit = clean.IndexOfAnyInRange('0', '9');
            var signed = digit > 0 && clean[digit - 1] is '-' or '+';
            at = signed ? digit - 1 : digit;
            if (at == 0) { return true; }
            if (signed && clean[at - 1] is not (' ' or '>' or '<' or '≥' or '≤')) { return false; }
            return NumberWords.TryPrefix(clean[..at].Trim(' '), ref notes, out approximation);
        }

        private bool TryNumber(out decimal number)
        {
            number = 0;
            var negative = at < clean.Length && clean[at] == '-';
            if (at < clean.Length && clean[at] is '-' or '+')
            {
                if (!negative) { notes |= NumberNotes.Unusual; }
                at++;
            }
            var start = at;
            while (at < clean.Length && clean[at] is (>= '0' and <= '9') or '.' or ',') { at++; }
            while (at > start && clean[at - 1] is '.' or ',') { at--; }
            var end = at;
            Span<char> joined = stackalloc char[clean.Length];
            var length = Join(start, joined);
            if (at != end) { notes |= NumberNotes.Spaced; }
            if (!NumberToken.TryRead(joined[..length], out number, out var found)) { return false; }
            notes |= found;
            if (negative) { number = -number; }
            return true;
        }

        /// <summary>Takes in "1 234 567" (groups of exactly three) and "95 , 5": the only spaces a number may hold.</summary>
        private int Join(int start, scoped Span<char> joined)
        {
            clean[start..at].CopyTo(joined);
            var length = at - start;
            var head = length;
            while (head <= 3 && joined[0] != '0' && !joined[..head].ContainsAny('.', ',') && at + 3 < clean.Length && clean[at] == ' '
                && IsDigits(clean.Slice(at + 1, 3)) && (at + 4 == clean.Length || !char.IsAsciiDigit(clean[at + 4])))
            {
                clean.Slice(at + 1, 3).CopyTo(joined[length..]);
                length += 3;
                at += 4;
            }
            var mark = at;
            if (mark < clean.Length && clean[mark] == ' ') { mark++; }
            if (mark >= clean.Length || clean[mark] != ',' || joined[..length].Contains(',')) { return length; }
            var decimals = mark + 1 < clean.Length && clean[mark + 1] == ' ' ? mark + 2 : mark + 1;
            var end = decimals;
            while (end < clean.Length && char.IsAsciiDigit(clean[end])) { end++; }
            if (end == decimals) { return length; }
            joined[length++] = ',';
            clean[decimals..end].CopyTo(joined[length..]);
            at = end;
            return length + end - decimals;
        }

        private NumberReading ReadFraction(decimal numerator, string? approximation)
        {
            at++;
            SkipSpace();
            if (at >= clean.Length || !char.IsAsciiDigit(clean[at])) { return new NumberReading.NotANumber(raw); }
            if (!TryNumber(out var denominator) || denominator == 0 || at < clean.Length && clean[at] == '/') { return new NumberReading.NotANumber(raw); }
            SkipSpace();
            var (unit, stated) = NumberWords.SplitStatedPercent(clean[at..]);
            decimal? percent = null;
            if (stated.Length > 0)
            {
                if (!NumberToken.TryRead(stated, out var value, out var found)) { return Refused(); }
                percent = value;
                notes |= found | NumberNotes.Percent;
            }
            return TryUnit(unit, out var unitText)
                ? new NumberReading.Fraction(numerator, denominator, percent, unitText, notes, approximation)
                : Refused();
        }

        /// <summary>Letters, % or a bracketed remark; digits only as in m2, km2, m3.</summary>
        private bool TryUnit(ReadOnlySpan<char> rest, out string? unit)
        {
            unit = null;
            rest = rest.Trim(' ');
            if (rest.IsEmpty) { return true; }
            if (rest.Length > LongestUnit) { return false; }
            if (!(char.IsLetter(rest[0]) || rest[0] is '%' or '‰' or '₫' or '$' or '°' or '(') || rest.ContainsAny(NotOfUnits) || rest.StartsWith("%%")) { return false; }
            var digit = rest.IndexOfAnyInRange('0', '9');
            if (digit >= 0 && !(digit == rest.Length - 1 && rest is "m2" or "m3" or "km2" or "cm2" or "dm2" or "mm2")) { return false; }
            if (rest[0] == '(') { notes |= NumberNotes.Unusual; }
            unit = rest.ToString();
            if (NumberWords.IsPercent(unit)) { notes |= NumberNotes.Percent; }
            return true;
        }

        /// <summary>Another number in the rest makes several; else it is none.</summary>
        private readonly NumberReading Refused()
        {
            for (var i = Math.Max(at, 1); i < clean.Length; i++)
            {
                if (char.IsAsciiDigit(clean[i]) && !char.IsLetter(clean[i - 1])) { return new NumberReading.Several(raw); }
            }
            return new NumberReading.NotANumber(raw);
        }

        private void SkipSpace()
        {
            if (at < clean.Length && clean[at] == ' ') { at++; }
        }

        private static bool IsDigits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;
    }
}
