using System.Buffers;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

/// <summary>What percents and counts have in common.</summary>
internal static class NumberText
{
    /// <summary>Nothing larger was counted by anybody; it also keeps arithmetic from overflowing.</summary>
    public const decimal Largest = 1_000_000_000_000_000m;

    /// <summary>A number as anybody types it, "95" or "95,5": the way without allocations.</summary>
    public static bool TryPlain(string text, out decimal number)
    {
        number = 0;
        return !text.AsSpan().ContainsAnyExcept(PlainCharacters) && NumberToken.TryRead(text, out number, out var notes) && notes is NumberNotes.Plain;
    }

    private static readonly SearchValues<char> PlainCharacters = SearchValues.Create("0123456789.,");

    /// <summary>What holds whatever the field: blank, a reason, a date, several numbers, an approximation, a comma with two readings. Null: a number of one reading.</summary>
    public static EntryReading? Refused(TypedCell cell, NumberReading reading) => reading switch
    {
        NumberReading.Missing => EntryReading.Blank,
        NumberReading.Value { Notes: var notes } when notes.HasFlag(NumberNotes.Labelled) && NamesOthers(cell) => cell.Unreadable(FindingCatalog.LC2410_NotUnderstood, cell.Quote),
        NumberReading.Fraction { Notes: var notes } when notes.HasFlag(NumberNotes.Labelled) && NamesOthers(cell) => cell.Unreadable(FindingCatalog.LC2410_NotUnderstood, cell.Quote),
        NumberReading.MissingWithReason missing => cell.MissingWithReason(missing.Reason),
        NumberReading.NotANumber when VietnameseDate.Read(cell.Text) is DateReading.Date or DateReading.Doubtful => cell.Unreadable(FindingCatalog.LC2402_DateInNumberCell, cell.Quote),
        NumberReading.NotANumber or NumberReading.Several => cell.Unreadable(FindingCatalog.LC2101_NotANumber, cell.Quote),
        NumberReading.Value { Approximation: { } word } value => cell.Doubtful(FindingCatalog.LC2106_Approximate, Written(value), cell.Quote, word.Trim()),
        NumberReading.Fraction { Approximation: { } word } => cell.Doubtful(FindingCatalog.LC2106_Approximate, null, cell.Quote, word.Trim()),
        NumberReading.Value { Notes: var notes } value when IsAmbiguous(notes) => cell.Doubtful(FindingCatalog.LC2103_AmbiguousComma, null, cell.Quote, value.Number, EnglishReading(value)),
        NumberReading.Fraction { Notes: var notes } when IsAmbiguous(notes) => cell.Unreadable(FindingCatalog.LC2101_NotANumber, cell.Quote),
        _ => null,
    };

    /// <summary>"Nữ 51%" where the form counts all: a figure of men or women in a field that says nothing of them.</summary>
    private static bool NamesOthers(TypedCell cell)
    {
        var typed = VietnameseText.Fold(cell.Text);
        foreach (var label in (ReadOnlySpan<string>)["nam", "nữ"])
        {
            if (!typed.StartsWith(label, StringComparison.Ordinal) || (typed.Length > label.Length && char.IsLetter(typed[label.Length]))) { continue; }
            var printed = cell.Field.HasLabel ? cell.Field.LabelKey : VietnameseText.Fold(cell.Form.Node(cell.Field.Node).Title);
            return !$" {printed} ".Contains($" {label} ", StringComparison.Ordinal);
        }
        return false;
    }

    /// <summary>What is to be said about a number that could be read: its decimal point, its odd writing, or that Excel keeps it as text.</summary>
    public static ImmutableArray<Finding> Remarks(TypedCell cell, NumberReading.Value value)
    {
        var written = Written(value);
        var isRewritable = !value.Notes.HasFlag(NumberNotes.Labelled) && value.Unit?.Contains('(', StringComparison.Ordinal) != true;
        if (value.Notes.HasFlag(NumberNotes.DecimalPoint))
        {
            var finding = cell.Finding(FindingCatalog.LC2102_DecimalPoint, cell.Quote, value.Number, written);
            return [isRewritable ? finding with { Fix = TypedCell.Writing(written) } : finding with { Suggestion = TypedCell.Writing(written) }];
        }
        if ((value.Notes & (NumberNotes.Spaced | NumberNotes.Unusual)) != 0 && isRewritable)
        {
            return [cell.Spelling(FindingCatalog.LC2113_SpellingTidied, written)];
        }
        return KeptAsText(cell, value.Unit);
    }

    /// <summary>The green triangle: Excel adds up no number that is kept as text.</summary>
    public static ImmutableArray<Finding> KeptAsText(TypedCell cell, string? unit) =>
        unit is null && cell is { IsInExcel: true, Raw: { Kind: RawKind.Text, IsFormula: false } } ? [cell.Finding(FindingCatalog.LC2112_NumberAsText, cell.Quote) with { Fix = ToNumber(cell) }] : [];

    private static Fix ToNumber(TypedCell cell) => new(new Sentence("fix.number"), VietnameseText.Tidy(cell.Text));

    /// <summary>The number in Vietnamese writing with its unit as typed: "95.5 %" → "95,5 %".</summary>
    public static string Written(NumberReading.Value value)
    {
        var number = VietnameseNumber.Write(value.Number);
        var unit = value.Unit is { } typed && NumberWords.ClosingBound(typed) is { } bound ? typed[..^bound.Length].TrimEnd() : value.Unit;
        return string.IsNullOrEmpty(unit) ? number : unit.StartsWith('%') ? number + unit : $"{number} {unit}";
    }

    /// <summary>Without the zeros that scaling leaves: 95.50 → 95.5.</summary>
    public static decimal Plain(decimal number) => number / 1.0000000000000000000000000000m;

    private static bool IsAmbiguous(NumberNotes notes) => (notes & (NumberNotes.AmbiguousComma | NumberNotes.EnglishGrouping)) != 0;

    /// <summary>"1,234" as it would be in English: 1234.</summary>
    private static decimal EnglishReading(NumberReading.Value value) => value.Notes.HasFlag(NumberNotes.AmbiguousComma) ? decimal.Truncate(value.Number * 1000) : value.Number;
}
