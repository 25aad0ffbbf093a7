using System.Globalization;
using System.Text.RegularExpressions;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Checking.Rules;

/// <summary>LC3206, LC3207: "mức độ 1" in the summary where level 2 is asked for, "03 chương trình" where four are, and Đạt beside it; or the other way round. A hint: the typed result stands.</summary>
internal sealed partial class SummaryBearsOutTheLevel : ICheckingRule
{
    public IEnumerable<Finding> Check(FormEntries entries, DateOnly today)
    {
        var results = new TypedResults(entries);
        foreach (var node in entries.Form.Nodes)
        {
            if (node.Rule is not Rule.Attested { Evidence: { } evidence } || results.Typed(node) is not { } typed || SummaryFigures.Of(entries, node) is not var (entry, prose)) { continue; }
            var finding = evidence switch
            {
                Evidence.LevelReached { Level: { } level } of => Against(Numbers(LevelPattern(), prose), level, typed) is { } stated
                    ? entry.Finding(FindingCatalog.LC3206_SummaryAgainstLevel, stated, Word(typed), node.Code, of.Standard, level, of.Basis) : null,
                Evidence.CountMin count => Against(Numbers(new Regex($@"(?<![\d.,/])(\d{{1,3}}) (?:\w+ )?{Regex.Escape(VietnameseText.Fold(count.Of))}", RegexOptions.CultureInvariant), prose), count.Value, typed) is { } stated
                    ? entry.Finding(FindingCatalog.LC3207_SummaryAgainstCount, stated, Word(typed), node.Code, count.Value, count.Of, count.Per) : null,
                _ => null,
            };
            if (finding is not null) { yield return finding with { Related = [results.Entry(node)!.Location], Basis = node.Title }; }
        }
    }

    /// <summary>The number that contradicts the typed result; null when none does, or when they differ among themselves.</summary>
    private static decimal? Against(ImmutableArray<decimal> stated, decimal wanted, bool typed) => !stated.IsEmpty && stated.All(n => n >= wanted != typed) ? stated.Max() : null;

    private static ImmutableArray<decimal> Numbers(Regex pattern, string prose) =>
        [.. pattern.Matches(VietnameseText.Fold(prose)).Where(m => IsReached(VietnameseText.Fold(prose), m)).Select(m => decimal.Parse(m.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture))];

    /// <summary>False for a wish ("phấn đấu mức độ 2"), for what is not reached ("chưa đạt mức độ 2"), and for the year before.</summary>
    private static bool IsReached(string text, Match match)
    {
        var before = ProseSentences.ClauseBefore(text, match.Index);
        var after = text.AsSpan(match.Index + match.Length);
        after = after[..(after.IndexOfAny(".,;\n(") is >= 0 and var end ? end : after.Length)];
        return !ProseSentences.HasAny(before, ProseSentences.Wishes.AsSpan()) && !ProseSentences.HasAny(before, "chưa", "không", "năm trước", "so với") && !ProseSentences.HasAny(after, "chưa", "không đạt", "không được");
    }

    private static string Word(bool met) => met ? ChoiceWords.Met : ChoiceWords.NotMet;

    [GeneratedRegex(@"mức (?:độ )?(\d)(?![\d.,%])", RegexOptions.CultureInvariant)]
    private static partial Regex LevelPattern();
}
