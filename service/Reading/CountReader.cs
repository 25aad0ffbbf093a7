using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

/// <summary>A number of people, households …: whole, not negative, in the field's own unit. "Không", "không có" are zero.</summary>
internal static class CountReader
{
    public static EntryReading Read(TypedCell cell)
    {
        if (cell.Raw.Kind is RawKind.Date) { return cell.Unreadable(FindingCatalog.LC2402_DateInNumberCell, cell.Quote); }
        if (cell.Raw.Kind is RawKind.Number) { return Stored(cell); }
        if (NumberText.TryPlain(cell.Text, out var plain)) { return Whole(cell, plain, NumberText.KeptAsText(cell, null)); }

        var reading = VietnameseNumber.Read(cell.Text);
        if (NumberText.Refused(cell, reading) is { } refused) { return refused; }
        return reading switch
        {
            NumberReading.None => new EntryReading(new EntryValue.Number(0)),
            NumberReading.Value { Unit: var unit } when !Fits(cell, unit) => cell.Unreadable(FindingCatalog.LC2105_OtherUnit, cell.Quote, unit!, cell.Field.Unit ?? cell.Field.Label),
            NumberReading.Value value => Whole(cell, value.Number, NumberText.Remarks(cell, value)),
            _ => cell.Unreadable(FindingCatalog.LC2101_NotANumber, cell.Quote),
        };
    }

    private static EntryReading Stored(TypedCell cell) =>
        cell.Raw.Shape is NumberShape.Percent || cell.Text.Contains('%', StringComparison.Ordinal) ? cell.Unreadable(FindingCatalog.LC2105_OtherUnit, cell.Quote, "%", cell.Field.Unit ?? cell.Field.Label)
        : !Fits(cell, cell.Raw.Unit) ? cell.Unreadable(FindingCatalog.LC2105_OtherUnit, cell.Quote, cell.Raw.Unit!, cell.Field.Unit ?? cell.Field.Label)
        : cell.Raw.Number is { } number ? Whole(cell, number, [])
        : cell.Unreadable(FindingCatalog.LC2101_NotANumber, cell.Quote);

    private static EntryReading Whole(TypedCell cell, decimal number, ImmutableArray<Finding> remarks) =>
        number < 0 || number > NumberText.Largest ? cell.Unreadable(FindingCatalog.LC2104_OutOfRange, cell.Quote, new Sentence("range.count"))
        : number != decimal.Truncate(number) ? cell.Unreadable(FindingCatalog.LC2111_NotAWholeNumber, cell.Quote, cell.Field.Unit ?? cell.Field.Label)
        : new EntryReading(new EntryValue.Number(decimal.Truncate(number)), remarks);

    /// <summary>No unit, the field's own ("trẻ", also "trẻ em"), or any unit but a percent where the form names none; a remark in brackets does not count.</summary>
    private static bool Fits(TypedCell cell, string? unit)
    {
        if (unit is null) { return true; }
        var remark = unit.IndexOf('(', StringComparison.Ordinal);
        var typed = VietnameseText.Fold(remark < 0 ? unit : unit[..remark]).Trim();
        if (typed.Length == 0) { return true; }
        if (typed[0] is '%' or '‰' || NumberWords.IsPercent(typed)) { return false; }
        if (cell.Field.Unit is null) { return true; }
        var own = VietnameseText.Fold(cell.Field.Unit);
        return typed == own || typed.StartsWith(own + " ", StringComparison.Ordinal);
    }
}
