using LearningCity.Docs.Forms;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

/// <summary>
/// Tỷ lệ, in percent points. A number cell is read with its format: 0.95 shown as 95% is 95; 0.95 shown as it is could be 0,95% or 95%, and nothing is rescaled in silence.
/// </summary>
internal static class PercentReader
{
    public static EntryReading Read(TypedCell cell)
    {
        if (cell.Raw.Kind is RawKind.Date) { return cell.Unreadable(FindingCatalog.LC2402_DateInNumberCell, cell.Quote); }
        if (cell.Raw.Kind is RawKind.Number) { return Stored(cell); }
        if (NumberText.TryPlain(cell.Text, out var plain)) { return Bare(cell, plain, NumberText.KeptAsText(cell, null)); }

        var reading = VietnameseNumber.Read(Ratio(cell) is null ? cell.Text : WithoutTimes(cell.Text));
        if (NumberText.Refused(cell, reading) is { } refused) { return refused; }
        return reading switch
        {
            NumberReading.None => cell.Doubtful(FindingCatalog.LC2110_ZeroRate, "0%", cell.Quote),
            NumberReading.Value { Unit: null } value => Bare(cell, value.Number, NumberText.Remarks(cell, value)),
            NumberReading.Value { Unit: { } unit } value when IsPercent(unit) => Percent(cell, value.Number, NumberText.Remarks(cell, value)),
            NumberReading.Value { Unit: { } unit } value when IsTimes(unit) && Ratio(cell) is not null => Times(cell, value.Number, NumberText.Remarks(cell, value)),
            NumberReading.Value { Unit: ['%', ..] unit } value => cell.Doubtful(FindingCatalog.LC2105_OtherUnit, VietnameseNumber.Write(value.Number) + "%", cell.Quote, unit, "%"),
            NumberReading.Value { Unit: { } unit } => cell.Unreadable(FindingCatalog.LC2105_OtherUnit, cell.Quote, unit, "%"),
            NumberReading.Fraction fraction => Fraction(cell, fraction),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static EntryReading Stored(TypedCell cell)
    {
        if (cell.Raw.Number is not { } number) { return cell.Unreadable(FindingCatalog.LC2101_NotANumber, cell.Quote); }
        if (Math.Abs(number) > NumberText.Largest) { return OutOfRange(cell); }
        if (cell.Raw.Shape is NumberShape.Percent)
        {
            return number is > 1 and <= 100 && !cell.Field.AllowOver100 ? ShownTooLarge(cell, number) : Percent(cell, NumberText.Plain(number * 100), []);
        }
        // A format such as 0,0"%" shows the sign without scaling: the number is in percent already.
        if (cell.Raw.Unit is { } unit)
        {
            return IsPercent(unit) ? Percent(cell, number, [])
                : IsTimes(unit) && Ratio(cell) is not null ? Times(cell, number, [])
                : cell.Unreadable(FindingCatalog.LC2105_OtherUnit, cell.Quote, unit, "%");
        }
        if (cell.Text.EndsWith('%')) { return Percent(cell, number, []); }
        if (Ratio(cell) is null && number is > 0 and <= 1)
        {
            return cell.Doubtful(FindingCatalog.LC2108_PercentScale, VietnameseNumber.Write(number * 100) + "%", NumberText.Plain(number), NumberText.Plain(number * 100));
        }
        return Bare(cell, number, []);
    }

    /// <summary>95 typed into a cell that shows 9500%: impossible as it stands, and 95% is likely meant.</summary>
    private static EntryReading ShownTooLarge(TypedCell cell, decimal number) => new(new EntryValue.Unreadable(cell.Text),
        [cell.Finding(FindingCatalog.LC2109_PercentFormatTooLarge, NumberText.Plain(number * 100), NumberText.Plain(number)) with { Suggestion = TypedCell.Writing(VietnameseNumber.Write(number) + "%") }]);

    /// <summary>A number without a unit: percent, but for a ratio, where the form's setting says.</summary>
    private static EntryReading Bare(TypedCell cell, decimal number, ImmutableArray<Finding> remarks) => Ratio(cell)?.BareUnit switch
    {
        null or BareRatio.Percent => Percent(cell, number, remarks),
        BareRatio.Ratio => Times(cell, number, remarks),
        _ => cell.Doubtful(FindingCatalog.LC2114_RatioUnit, null, cell.Quote, number),
    };

    private static EntryReading Percent(TypedCell cell, decimal number, ImmutableArray<Finding> remarks) =>
        number < 0 || number > NumberText.Largest || number > 100 && !cell.Field.AllowOver100 ? OutOfRange(cell)
        : new EntryReading(new EntryValue.Number(number, Ratio(cell) is null ? NumberUnit.AsField : NumberUnit.Percent), remarks);

    private static EntryReading Times(TypedCell cell, decimal number, ImmutableArray<Finding> remarks) =>
        number is < 0 or > NumberText.Largest ? OutOfRange(cell) : new EntryReading(new EntryValue.Number(number, NumberUnit.Ratio), remarks);

    /// <summary>"45/50 (90%)": the two must agree; the fraction is the more exact.</summary>
    private static EntryReading Fraction(TypedCell cell, NumberReading.Fraction fraction)
    {
        if (Share.Percent(fraction.Numerator, fraction.Denominator) is not { } exact) { return OutOfRange(cell); }
        var share = NumberText.Plain(exact);
        if (fraction.Percent is { } stated && !StatedShare.Agrees(fraction.Numerator, fraction.Denominator, stated))
        {
            return cell.Unreadable(FindingCatalog.LC2107_FractionPercentMismatch, cell.Quote, fraction.Numerator, fraction.Denominator, decimal.Round(share, 2), stated);
        }
        var written = VietnameseNumber.Write(decimal.Round(share, 2)) + "%";
        return Percent(cell, share, [cell.Finding(FindingCatalog.LC2115_FractionAsPercent, cell.Quote, decimal.Round(share, 2)) with { Suggestion = TypedCell.Writing(written) }]);
    }

    private static EntryReading OutOfRange(TypedCell cell) => cell.Unreadable(FindingCatalog.LC2104_OutOfRange, cell.Quote, new Sentence(cell.Field.AllowOver100 ? "range.ratio" : "range.percent"));

    private static bool IsPercent(string unit)
    {
        if (!NumberWords.IsPercent(unit)) { return false; }
        var rest = (unit[0] == '%' ? unit[1..] : unit["phần trăm".Length..]).Trim();
        return rest.Length == 0 || rest[0] == '(';
    }

    /// <summary>"gấp 1,5 lần", as the indicator words it.</summary>
    private static string WithoutTimes(string text)
    {
        var typed = VietnameseText.Compose(text).AsSpan().TrimStart();
        return typed.StartsWith("gấp ", StringComparison.OrdinalIgnoreCase) ? typed[4..].ToString() : text;
    }

    private static bool IsTimes(string unit) => VietnameseText.Fold(unit) == "lần";

    private static Rule.RatioMin? Ratio(TypedCell cell) => cell.Field.AllowOver100 ? cell.Form.Node(cell.Field.Node).Rule as Rule.RatioMin : null;
}
