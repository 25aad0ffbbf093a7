using System.Globalization;

namespace LearningCity.Docs.Text;

/// <summary>
/// The digits of one number, Vietnamese style: dots group by three, the comma is the decimal mark. Anything that could be two numbers is flagged or refused:
/// .NET's culture parsing makes 955 of "95.5".
/// </summary>
internal static class NumberToken
{
    /// <summary>Excel keeps no more; a longer number was not counted by anybody.</summary>
    private const int MostSignificantDigits = 15;

    /// <summary>Reads digits, dots and commas without spaces or sign; false for what no one rule explains, such as 1.2345 or 1.23.456.</summary>
    public static bool TryRead(ReadOnlySpan<char> token, out decimal number, out NumberNotes notes)
    {
        number = 0;
        notes = NumberNotes.Plain;
        if (token.IsEmpty || !char.IsAsciiDigit(token[0]) || !char.IsAsciiDigit(token[^1])) { return false; }
        int dots = token.Count('.'), commas = token.Count(',');
        int dot = token.LastIndexOf('.'), comma = token.LastIndexOf(',');
        return (dots, commas) switch
        {
            (0, 0) => Make(token, [], out number),
            (_, 0) when IsGrouped(token, '.') => Make(token, [], out number),
            (1, 0) => IsDecimalPoint(token[..dot], token[(dot + 1)..], ref notes) && Make(token[..dot], token[(dot + 1)..], out number),
            (0, 1) => Make(token[..comma], token[(comma + 1)..], out number) && NoteComma(token[..comma], token[(comma + 1)..], ref notes),
            (0, _) when IsGrouped(token, ',') => English(token, [], out number, ref notes),
            (_, 1) when comma > dot && IsGrouped(token[..comma], '.') => Make(token[..comma], token[(comma + 1)..], out number),
            (1, _) when dot > comma && commas > 0 && IsGrouped(token[..dot], ',') => English(token[..dot], token[(dot + 1)..], out number, ref notes),
            _ => false,
        };
    }

    /// <summary>One to three digits, the first not 0, then groups of exactly three.</summary>
    public static bool IsGrouped(ReadOnlySpan<char> token, char mark)
    {
        var head = token.IndexOf(mark);
        if (head is < 1 or > 3 || token[0] == '0' || (token.Length - head) % 4 != 0) { return false; }
        for (var i = 0; i < token.Length; i++)
        {
            if ((i - head) % 4 == 0 && i >= head ? token[i] != mark : !char.IsAsciiDigit(token[i])) { return false; }
        }
        return true;
    }

    /// <summary>One or two decimals, or any number after 0: three after another digit would be a group, more are a slip.</summary>
    private static bool IsDecimalPoint(ReadOnlySpan<char> whole, ReadOnlySpan<char> decimals, ref NumberNotes notes)
    {
        notes |= NumberNotes.DecimalPoint;
        return decimals.Length <= 2 || whole is "0";
    }

    private static bool NoteComma(ReadOnlySpan<char> whole, ReadOnlySpan<char> decimals, ref NumberNotes notes)
    {
        if (decimals.Length == 3 && whole.Length <= 3 && whole[0] != '0') { notes |= NumberNotes.AmbiguousComma; }
        return true;
    }

    private static bool English(ReadOnlySpan<char> whole, ReadOnlySpan<char> decimals, out decimal number, ref NumberNotes notes)
    {
        notes |= NumberNotes.EnglishGrouping;
        return Make(whole, decimals, out number);
    }

    private static bool Make(ReadOnlySpan<char> whole, ReadOnlySpan<char> decimals, out decimal number)
    {
        number = 0;
        Span<char> plain = stackalloc char[MostSignificantDigits * 2 + 2];
        int length = 0, significant = 0;
        foreach (var c in whole)
        {
            if (!char.IsAsciiDigit(c) || c == '0' && significant == 0) { continue; }
            if (++significant > MostSignificantDigits) { return false; }
            plain[length++] = c;
        }
        if (decimals.Length > MostSignificantDigits) { return false; }
        plain[length++] = '.';
        foreach (var c in decimals)
        {
            if (!char.IsAsciiDigit(c)) { return false; }
            if ((c != '0' || significant > 0) && ++significant > MostSignificantDigits) { return false; }
            plain[length++] = c;
        }
        if (length == 1) { return true; }
        return decimal.TryParse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }
}
