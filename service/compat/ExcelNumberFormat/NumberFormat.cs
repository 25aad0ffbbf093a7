using System.Globalization;

namespace ExcelNumberFormat;

/// <summary>
/// Stands in for the package of the same name, which ClosedXML 0.95.4 asks for and the registry lacks. ClosedXML calls it only to show a cell as text;
/// we write cells and never ask for their text, so it knows what our own forms use: General, fixed decimals, thousands and percent. Any other format is
/// shown as General. Delete this project when the package can be restored.
/// </summary>
public sealed class NumberFormat(string format)
{
    /// <summary>True for every format: an unknown one is shown as General.</summary>
    public bool IsValid { get; } = format is not null;

    /// <summary>True for a format with day, month, year, hour or second letters outside quotes.</summary>
    public bool IsDateTimeFormat { get; } = format is not null && format.Split('"').Where((_, i) => i % 2 == 0).Any(part => part.IndexOfAny(['d', 'm', 'y', 'h', 's']) >= 0);

    /// <summary>The value as Excel would show it in the given culture.</summary>
    public string Format(object value, CultureInfo culture)
    {
        if (value is not IFormattable number) { return value?.ToString() ?? ""; }
        var isNumeric = format.Length > 0 && format.All(c => c is '0' or '#' or ',' or '.' or '%');
        return number.ToString(isNumeric && value is not DateTime ? format : null, culture);
    }
}
