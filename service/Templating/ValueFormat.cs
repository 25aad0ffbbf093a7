using System.Globalization;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Templating;

/// <summary>
/// The formatters of the language of tags. A value that the model leaves open stays empty; one of a wrong kind is our mistake.
/// </summary>
internal static class ValueFormat
{
    /// <summary>so: number · phan_tram: percent · bang_chu: number in words · tien_bang_chu: amount in words · hoa: upper case · ngay: official date · noi: a list in one line.</summary>
    public static ImmutableArray<string> Names { get; } = ["so", "phan_tram", "bang_chu", "tien_bang_chu", "hoa", "ngay", "noi"];

    private static readonly NumberFormatInfo Plain = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    public static string? Apply(string formatter, object? value, string? argument) => value is null ? null : formatter switch
    {
        "so" => LanguageTable.Vietnamese.Number(Number(value, formatter)),
        "phan_tram" => LanguageTable.Vietnamese.Number(Number(value, formatter)) + "%",
        "bang_chu" => InWords(Number(value, formatter), formatter),
        "tien_bang_chu" => InWords(Number(value, formatter), formatter),
        "hoa" => value is string text ? text.ToUpperInvariant() : throw Unfit(formatter, value),
        "ngay" => value is string { Length: 0 } ? null : OfficialDate(Date(value, formatter)),
        "noi" => string.Join(argument ?? "; ", Items(value, formatter)),
        _ => throw new ArgumentOutOfRangeException(nameof(formatter), formatter, null),
    };

    /// <summary>A number where no formatter is asked for: a year or a count, so without groups; decimal comma.</summary>
    public static string Text(decimal number) => number.ToString("0.##########", Plain);

    /// <summary>Nghị định 30/2020/NĐ-CP, Phụ lục I (ngày, tháng, năm ban hành): days below 10 and the months 1 and 2 carry a leading zero, other months do not.</summary>
    public static string OfficialDate(DateOnly date) => string.Create(CultureInfo.InvariantCulture,
        $"ngày {date.Day:00} tháng {date.Month.ToString(date.Month <= 2 ? "00" : "0", CultureInfo.InvariantCulture)} năm {date.Year}");

    private static decimal Number(object value, string formatter) => value switch
    {
        decimal number => number,
        int number => number,
        _ => throw Unfit(formatter, value),
    };

    /// <summary>An amount is a whole number of đồng.</summary>
    private static string InWords(decimal number, string formatter)
    {
        var amount = formatter == "tien_bang_chu";
        if (Math.Abs(number) > NumberInWords.Most || (amount && decimal.Truncate(number) != number)) { throw Unfit(formatter, Text(number)); }
        return amount ? NumberInWords.Amount(number) : NumberInWords.Of(number);
    }

    private static DateOnly Date(object value, string formatter) =>
        value is string text && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : throw Unfit(formatter, value);

    private static IEnumerable<string> Items(object value, string formatter)
    {
        if (value is string or not System.Collections.IEnumerable) { throw Unfit(formatter, value); }
        foreach (var item in (System.Collections.IEnumerable)value)
        {
            yield return item switch { null => "", string text => text, decimal number => Text(number), int number => Text(number), _ => throw Unfit(formatter, item) };
        }
    }

    private static TemplateException Unfit(string formatter, object value) =>
        TemplateException.Of(FindingCatalog.LC9019_UnfitValue, formatter, value as string ?? value.GetType().Name);
}
