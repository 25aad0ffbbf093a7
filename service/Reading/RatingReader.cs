using System.Globalization;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

/// <summary>Thang đánh giá: one whole step, as its number, its words, or both.</summary>
internal static class RatingReader
{
    public static EntryReading Read(TypedCell cell)
    {
        if (cell.Raw.Kind is RawKind.Date) { return cell.Unreadable(FindingCatalog.LC2402_DateInNumberCell, cell.Quote); }
        if (cell.Raw.Kind is RawKind.Number)
        {
            return cell.Raw is { Number: { } stored, Shape: not NumberShape.Percent } && IsStep(cell, stored) ? Step(stored) : NotAStep(cell);
        }
        if (NumberWords.IsPlaceholder(cell.Text) || ChoiceText.IsPrintedLabel(cell)) { return EntryReading.Blank; }
        switch (VietnameseNumber.Read(cell.Text))
        {
            case NumberReading.Value { Unit: null, Approximation: null } typed: return IsStep(cell, typed.Number) ? Step(typed.Number) : NotAStep(cell);
            case NumberReading.Fraction { Percent: null, Approximation: null } of when of.Denominator == cell.Form.RatingScale.Max(r => r.Value) && IsStep(cell, of.Numerator):
                return cell.Doubtful(FindingCatalog.LC2205_NotAChoice, Plain(of.Numerator), cell.Quote, Scale(cell));
        }
        return Ticks.Read(cell.Text, Options(cell)) switch
        {
            Ticks.Reading.One one => EntryReading.Choice(one.Option),
            Ticks.Reading.None => EntryReading.Blank,
            Ticks.Reading.Several => cell.Unreadable(FindingCatalog.LC2204_SeveralRatings, cell.Quote),
            Ticks.Reading.Other { Likely: { } likely } => cell.Doubtful(FindingCatalog.LC2205_NotAChoice, likely, cell.Quote, Scale(cell)),
            _ => ChoiceText.Missing(cell) ?? NotAStep(cell),
        };
    }

    private static ImmutableArray<TickOption> Options(TypedCell cell) =>
        TickOption.Table([.. cell.Form.RatingScale.Select(r => (Plain(r.Value), ImmutableArray.Create(Plain(r.Value), r.Label, $"mức {Plain(r.Value)}", VietnameseText.FoldMarks(r.Label))))]);

    private static bool IsStep(TypedCell cell, decimal number) => cell.Form.RatingScale.Any(r => r.Value == number);

    private static EntryReading Step(decimal number) => EntryReading.Choice(Plain(number));

    private static EntryReading NotAStep(TypedCell cell) => cell.Unreadable(FindingCatalog.LC2205_NotAChoice, cell.Quote, Scale(cell));

    private static Sentence Scale(TypedCell cell) => new("choice.ratings", cell.Form.RatingScale.Min(r => r.Value), cell.Form.RatingScale.Max(r => r.Value));

    private static string Plain(decimal number) => decimal.Truncate(number).ToString(CultureInfo.InvariantCulture);
}
