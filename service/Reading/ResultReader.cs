using System.Collections.Frozen;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

/// <summary>Kết quả tự đánh giá: Đạt or Không đạt, nothing else (Lưu ý 1.c). The negative is looked for first, since it contains the positive.</summary>
internal static class ResultReader
{
    private static readonly FrozenSet<string> Pass = Folded("đạt", "đ", "dat", "có đạt", "co dat");
    private static readonly FrozenSet<string> Outside = Folded("không áp dụng", "ko áp dụng", "k áp dụng", "kad", "không thuộc đối tượng", "khong ap dung", "ko ap dung");
    private static readonly FrozenSet<string> Fail = Folded("không đạt", "ko đạt", "k đạt", "kđ", "chưa đạt", "không", "khong dat", "ko dat", "k dat", "kd", "chua dat", "khong");
    private static readonly string[] Negatives = [.. new[] { "không đạt", "ko đạt", "k đạt", "kđ", "chưa đạt", "khong dat", "ko dat", "k dat", "chua dat" }.Select(VietnameseText.Fold)];
    private static readonly string[] Positives = [.. new[] { "đạt", "dat" }.Select(VietnameseText.Fold)];

    public static EntryReading Read(TypedCell cell)
    {
        if (cell.Text is ChoiceWords.Met) { return EntryReading.Met; }
        if (cell.Text is ChoiceWords.NotMet) { return EntryReading.NotMet; }
        if (cell.Field.MayNotApply && cell.Text is ChoiceWords.NotApplicable) { return EntryReading.NotApplicable; }
        if (cell.Raw.Kind is not RawKind.Text) { return cell.Unreadable(FindingCatalog.LC2201_NotAResult, cell.Quote); }
        if (NumberWords.IsPlaceholder(cell.Text)) { return EntryReading.Blank; }

        var folded = VietnameseText.Fold(VietnameseText.ReplaceLookAlikes(VietnameseText.Compose(Symbols.InOneUnit(cell.Text)))).Trim(' ', '-', '.', ',', ';', ':', '"', '(', ')');
        if (cell.Field.MayNotApply && Outside.Contains(folded)) { return Spelled(cell, EntryReading.NotApplicable, ChoiceWords.NotApplicable); }
        if (Fail.Contains(folded)) { return Spelled(cell, EntryReading.NotMet, ChoiceWords.NotMet); }
        if (Pass.Contains(folded)) { return Spelled(cell, EntryReading.Met, ChoiceWords.Met); }
        if (Ticks.AreOnlyMarks(folded)) { return cell.Doubtful(FindingCatalog.LC2207_TickForAResult, null, cell.Quote); }
        if (Ticks.HaveMarks(folded)) { return Ticked(cell); }
        if (SaysBoth(folded)) { return cell.Doubtful(FindingCatalog.LC2203_BothTicked, null, cell.Quote, new Sentence("choice.results")); }
        if (PartlyAccented(folded) is { } meant) { return cell.Doubtful(FindingCatalog.LC2201_NotAResult, meant, cell.Quote); }
        return VietnameseNumber.Read(cell.Text) is NumberReading.MissingWithReason missing
            ? cell.MissingWithReason(missing.Reason)
            : cell.Unreadable(FindingCatalog.LC2201_NotAResult, cell.Quote);
    }

    private static EntryReading Spelled(TypedCell cell, EntryReading canonical, string word) =>
        canonical with { Findings = [cell.Spelling(FindingCatalog.LC2202_ResultSpelling, word)] };

    /// <summary>"☑ Đạt ☐ Không đạt": read, and not rewritten.</summary>
    private static EntryReading Ticked(TypedCell cell) => Ticks.Read(cell.Text, Options) switch
    {
        Ticks.Reading.One one => EntryReading.Choice(one.Option),
        Ticks.Reading.None => EntryReading.Blank,
        Ticks.Reading.Several => cell.Doubtful(FindingCatalog.LC2203_BothTicked, null, cell.Quote, new Sentence("choice.results")),
        _ => cell.Unreadable(FindingCatalog.LC2201_NotAResult, cell.Quote),
    };

    private static readonly ImmutableArray<TickOption> Options = TickOption.Table((ChoiceWords.NotMet, [.. Negatives]), (ChoiceWords.Met, [.. Positives]));

    /// <summary>"Đạt/Không đạt", "Đạt và không đạt": a positive is left when the negatives are taken out.</summary>
    private static bool SaysBoth(string folded)
    {
        var rest = folded;
        foreach (var negative in Negatives) { rest = rest.Replace(negative, "", StringComparison.Ordinal); }
        return rest.Length < folded.Length && Positives.Any(p => rest.Split(' ', '/', ',', ';', '-', '(', ')').Contains(p));
    }

    /// <summary>"Đat", "Không đat", "Khong đạt": some of the word's marks are there, none that it does not have. Null for anything else.</summary>
    private static string? PartlyAccented(string folded)
    {
        foreach (var word in (ReadOnlySpan<string>)[ChoiceWords.NotMet, ChoiceWords.Met])
        {
            var whole = VietnameseText.Fold(word);
            if (whole.Length == folded.Length && folded.Zip(whole).All(pair => pair.First == pair.Second || Unmarked(pair.First) == LetterTable.Plain(pair.Second))) { return word; }
        }
        return null;
    }

    /// <summary>A Vietnamese letter as it is; another one, such as ṭ where the mark slipped, without its marks.</summary>
    private static char Unmarked(char letter) => letter is >= '\u1E00' and < '\u1EA0' ? letter.ToString().Normalize(System.Text.NormalizationForm.FormD)[0] : letter;

    private static FrozenSet<string> Folded(params string[] words) => words.Select(VietnameseText.Fold).ToFrozenSet();
}
