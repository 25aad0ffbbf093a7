using System.Globalization;

namespace LearningCity.Docs.Findings;

/// <summary>The number that a cell of a workbook is to hold in the place of its text, and a number format, in Excel's English notation, that shows all of it.</summary>
/// <param name="Format">For a cell whose own format would hide a part of it: <c>General</c>, <c>#,##0</c>, <c>0.0%</c>.</param>
internal sealed record CellNumber(decimal Value, string Format)
{
    /// <summary>95.5 as 0.955 shown <c>0.0%</c>.</summary>
    public static CellNumber OfPercent(decimal points) => new(points / 100, $"0{Places(Decimals(points))}%");

    /// <summary>1234.5 shown <c>#,##0.0</c>; below a thousand as it is.</summary>
    public static CellNumber Of(decimal number) => new(number, Math.Abs(number) < 1000 ? "General" : $"#,##0{Places(Decimals(number))}");

    public bool IsPercent => Format.EndsWith('%');

    /// <summary>How many decimals it takes to show the number.</summary>
    public int ShownDecimals => Decimals(IsPercent ? Value * 100 : Value);

    /// <summary>As a workbook's part writes it: digits and a decimal point.</summary>
    public string Stored => Value.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string Places(int decimals) => decimals == 0 ? "" : "." + new string('0', decimals);

    private static int Decimals(decimal number) => (number / 1.0000000000000000000000000000m).Scale;
}
