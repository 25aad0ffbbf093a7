using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

/// <summary>Đặc điểm của đơn vị: "☐ Có ☐ Không", one of them ticked, or the word alone. Boxes without a tick are the printed line, and no answer.</summary>
internal static class PropertyReader
{
    /// <summary>As printed and as written; the marks that we write are those that Excel and Word draw themselves.</summary>
    public const string Open = "☐ Có   ☐ Không", Yes = "☒ Có   ☐ Không", No = "☐ Có   ☒ Không";

    private static readonly ImmutableArray<TickOption> Options = TickOption.Table((ChoiceWords.Yes, ["có", "co"]), (ChoiceWords.No, ["không", "khong", "ko"]));

    public static EntryReading Read(TypedCell cell)
    {
        if (cell.Raw.Kind is not RawKind.Text) { return cell.Unreadable(FindingCatalog.LC2205_NotAChoice, cell.Quote, Words); }
        if (NumberWords.IsPlaceholder(cell.Text)) { return EntryReading.Blank; }
        return Ticks.Read(cell.Text, Options) switch
        {
            Ticks.Reading.One one => EntryReading.Choice(one.Option),
            Ticks.Reading.None => EntryReading.Blank,
            Ticks.Reading.Several when !Ticks.HaveMarks(VietnameseText.Fold(cell.Text)) => EntryReading.Blank,
            Ticks.Reading.Several => cell.Doubtful(FindingCatalog.LC2203_BothTicked, null, cell.Quote, Words),
            _ => cell.Unreadable(FindingCatalog.LC2205_NotAChoice, cell.Quote, Words),
        };
    }

    /// <summary>What is written for a typed answer.</summary>
    public static string Written(string? answer) => answer switch { ChoiceWords.Yes => Yes, ChoiceWords.No => No, null or "" => Open, _ => answer };

    private static Sentence Words => new("choice.properties");
}
