using System.Buffers;
using System.Globalization;

namespace LearningCity.Docs.Text;

/// <summary>What a text is as a date. A closed union.</summary>
internal abstract record DateReading
{
    private DateReading() { }

    internal sealed record Blank : DateReading;

    internal sealed record Date(DateOnly Day) : DateReading;

    /// <summary>A year of two digits: the day is what it would be in this century, and a person must say so.</summary>
    internal sealed record Doubtful(DateOnly Day, string Raw) : DateReading;

    internal sealed record NotADate(string Raw) : DateReading;
}

/// <summary>Days as officials write them: day before month always, never by the server's culture.</summary>
internal static class VietnameseDate
{
    private const int Longest = 64;
    private const int LastSerial = 2_958_465; // 9999-12-31

    /// <summary>8/4/2025, 08.4.2025, 08-04-2025, "ngày 08 tháng 4 năm 2025", 2025-04-08 with or without time and zone (the day is the one written, whatever the zone).</summary>
    public static DateReading Read(string text)
    {
        var folded = text.Length <= Longest * 4 ? VietnameseText.Fold(text) : "";
        if (folded.Length == 0) { return text.AsSpan().IsWhiteSpace() ? new DateReading.Blank() : new DateReading.NotADate(text); }
        return folded.Length <= Longest ? InWords(folded, text) ?? Iso(folded, text) ?? InFigures(folded, text) ?? new DateReading.NotADate(text) : new DateReading.NotADate(text);
    }

    /// <summary>
    /// The day of an Excel serial, its time cut off; null outside the calendar. In the 1900 system 60 is 29/02/1900, a day that never was (kept from Lotus 1-2-3):
    /// serials below it count from 31/12/1899, above it from 30/12/1899. In the 1904 system 0 is 01/01/1904.
    /// </summary>
    public static DateOnly? FromSerial(decimal serial, bool date1904)
    {
        if (serial < 0 || serial >= LastSerial + 1) { return null; }
        var day = (int)decimal.Floor(serial);
        if (date1904) { return day <= LastSerial - 1462 ? new DateOnly(1904, 1, 1).AddDays(day) : null; }
        return day is 0 or 60 ? null : new DateOnly(1899, 12, day < 60 ? 31 : 30).AddDays(day);
    }

    private static DateReading? InWords(string folded, string raw)
    {
        var words = folded.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return words is ["ngày", var day, "tháng", var month, "năm", var year] ? Make(day, month, year, raw) : null;
    }

    private static DateReading? Iso(string folded, string raw)
    {
        if (folded.Length < 10 || folded[4] != '-' || folded[7] != '-') { return null; }
        var time = folded.AsSpan(10);
        if (time.Length > 0 && !IsTime(time[1..], time[0])) { return null; }
        return Make(folded[8..10], folded[5..7], folded[..4], raw);
    }

    private static DateReading? InFigures(string folded, string raw)
    {
        var text = folded.StartsWith("ngày ", StringComparison.Ordinal) ? folded[5..] : folded;
        foreach (var mark in "/.-")
        {
            if (text.Split(mark, StringSplitOptions.TrimEntries) is [var day, var month, var year]) { return Make(day, month, year, raw); }
        }
        return null;
    }

    private static DateReading? Make(string day, string month, string year, string raw)
    {
        if (!TryDigits(day, 2, out var d) || !TryDigits(month, 2, out var m) || !TryDigits(year, 4, out var y) || year.Length is not (2 or 4)) { return null; }
        var full = year.Length == 2 ? 2000 + y : y;
        if (full < 1 || m is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth(full, m)) { return new DateReading.NotADate(raw); }
        var date = new DateOnly(full, m, d);
        return year.Length == 2 ? new DateReading.Doubtful(date, raw) : new DateReading.Date(date);
    }

    private static bool TryDigits(string text, int longest, out int number)
    {
        number = 0;
        return text.Length >= 1 && text.Length <= longest && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private static readonly SearchValues<char> OffsetCharacters = SearchValues.Create("0123456789:");

    /// <summary>hh:mm[:ss[.fff]] then nothing, Z, +07:00 or +0700.</summary>
    private static bool IsTime(ReadOnlySpan<char> time, char before)
    {
        if (before is not ('t' or ' ')) { return false; }
        var zone = time.IndexOfAny('+', '-');
        if (zone >= 0)
        {
            if (time[(zone + 1)..] is not { Length: 4 or 5 } offset || offset.ContainsAnyExcept(OffsetCharacters)) { return false; }
            time = time[..zone];
        }
        else if (time.EndsWith("z")) { time = time[..^1]; }
        return TimeOnly.TryParseExact(time, ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }
}
