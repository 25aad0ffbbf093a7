using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

/// <summary>Tăng / Giảm: one of the two is ticked or written. There is no box for "không đổi".</summary>
internal static class TrendReader
{
    private const string Rising = "Tăng";
    private const string Falling = "Giảm";

    private static readonly ImmutableArray<TickOption> Options = TickOption.Table(
        (ChoiceWords.Increase, ["tăng", "tang", "increase", "↑", "▲", "⬆", "↗"]),
        (ChoiceWords.Decrease, ["giảm", "giam", "decrease", "↓", "▼", "⬇", "↘"]));

    public static EntryReading Read(TypedCell cell)
    {
        if (cell.Text is Rising) { return EntryReading.Increase; }
        if (cell.Text is Falling) { return EntryReading.Decrease; }
        if (cell.Raw.Kind is not RawKind.Text) { return cell.Unreadable(FindingCatalog.LC2205_NotAChoice, cell.Quote, new Sentence("choice.trends")); }
        if (NumberWords.IsPlaceholder(cell.Text) || ChoiceText.IsPrintedLabel(cell)) { return EntryReading.Blank; }
        switch (Ticks.Read(cell.Text, Options))
        {
            case Ticks.Reading.One { Plain: false } one: return Choice(one.Option);
            case Ticks.Reading.One one:
                var word = Word(one.Option);
                return Choice(one.Option) with { Findings = [cell.Spelling(FindingCatalog.LC2206_ChoiceSpelling, word)] };
            case Ticks.Reading.None: return EntryReading.Blank;
            case Ticks.Reading.Several: return cell.Unreadable(FindingCatalog.LC2203_BothTicked, cell.Quote, new Sentence("choice.trends"));
            case Ticks.Reading.Other { Likely: { } likely }: return cell.Doubtful(FindingCatalog.LC2205_NotAChoice, Word(likely), cell.Quote, new Sentence("choice.trends"));
            default: return ChoiceText.Missing(cell) ?? cell.Unreadable(FindingCatalog.LC2205_NotAChoice, cell.Quote, new Sentence("choice.trends"));
        }
    }

    private static EntryReading Choice(string option) => option == ChoiceWords.Increase ? EntryReading.Increase : EntryReading.Decrease;

    private static string Word(string option) => option == ChoiceWords.Increase ? Rising : Falling;
}
