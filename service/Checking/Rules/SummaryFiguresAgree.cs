using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Checking.Rules;

/// <summary>LC3203: the same thing said twice in a summary, "16/17 xã (85%)", "tăng 0,6%" beside 97,2% and 97,8%.</summary>
internal sealed class SummaryFiguresAgree : ICheckingRule
{
    /// <summary>Characters between a fraction and the percent that belongs to it, as in "16/17 xã, đạt tỷ lệ 94,1%".</summary>
    private const int Nearby = 25;

    public IEnumerable<Finding> Check(FormEntries entries, DateOnly today)
    {
        foreach (var node in entries.Form.Nodes.Where(n => n.Kind is NodeKind.Indicator))
        {
            if (SummaryFigures.Of(entries, node) is not var (entry, prose)) { continue; }
            if (Share(prose) is var (fraction, percent))
            {
                var share = decimal.Round(fraction.Numerator / fraction.Denominator * 100, 2);
                yield return entry.Finding(FindingCatalog.LC3203_SummaryFiguresDisagree, new Sentence("LC3203.share", fraction.Numerator, fraction.Denominator, share, percent.Number));
            }
            else if (YearComparison.Contradictory(prose) is var (from, to, change))
            {
                yield return entry.Finding(FindingCatalog.LC3203_SummaryFiguresDisagree,
                    new Sentence("LC3203.change", Number(from), Number(to), to.UnitText, new Sentence(change is Change.Rise ? "LC3203.up" : "LC3203.down")));
            }
            else if (node.Rule is Rule.Attested { Evidence: Evidence.Rises } && VietnameseNumber.TryCompareYears(prose, out var years) && StatedChangeIsWrong(years))
            {
                yield return entry.Finding(FindingCatalog.LC3203_SummaryFiguresDisagree,
                    new Sentence("LC3203.change", years.LastYear!.Value, years.ThisYear!.Value, years.Unit, new Sentence(years.StatedChange > 0 ? "LC3203.rise" : "LC3203.fall", Math.Abs(years.StatedChange!.Value))));
            }
        }
    }

    private static decimal Number(FigureInText figure) => figure switch
    {
        FigureInText.Percent percent => percent.Number,
        FigureInText.Amount amount => amount.Number,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The first fraction whose own percent contradicts it.</summary>
    public static (FigureInText.Fraction Fraction, FigureInText.Percent Percent)? Share(string prose)
    {
        var figures = VietnameseNumber.FindFigures(prose);
        var text = VietnameseText.Compose(prose);
        for (var i = 0; i + 1 < figures.Length; i++)
        {
            var between = text.AsSpan()[(figures[i].Start + figures[i].Length)..figures[i + 1].Start];
            var pair = (figures[i], figures[i + 1]) switch
            {
                (FigureInText.Fraction f, FigureInText.Percent p) when between.Length <= Nearby && !between.ContainsAny(".;\n") && !IsAnother(between) => (f, p),
                (FigureInText.Fraction f, FigureInText.Percent p) when IsInBrackets(between) => (f, p),
                (FigureInText.Percent p, FigureInText.Fraction f) when between.Trim() is "(" or "(đạt" => (f, p),
                _ => ((FigureInText.Fraction, FigureInText.Percent)?)null,
            };
            if (pair is var (fraction, percent) && percent.Change is Change.None && !IsOfAPlan(text.AsSpan(percent.Start + percent.Length)) && !StatedShare.Agrees(fraction.Numerator, fraction.Denominator, percent.Number)) { return pair; }
        }
        return null;
    }

    /// <summary>Characters between a fraction and the percent that stands in brackets behind what was counted: "11/14 phường được công nhận … (đạt 92%)".</summary>
    private const int InBrackets = 90;

    private static bool IsInBrackets(ReadOnlySpan<char> between)
    {
        var open = between.LastIndexOf('(');
        return open >= 0 && between.Length <= InBrackets && !between.ContainsAny(".;\n") && !between.Contains(')') && !between.Contains(" và ", StringComparison.OrdinalIgnoreCase) && !between.Contains(" với ", StringComparison.OrdinalIgnoreCase)
            && between[(open + 1)..].Trim() is "" or "đạt" or "đạt tỷ lệ" or "chiếm" or "tỷ lệ" or "bằng";
    }

    /// <summary>"16/17 xã và 100% hộ": the percent begins another matter.</summary>
    private static bool IsAnother(ReadOnlySpan<char> between) => between.Contains(" và ", StringComparison.OrdinalIgnoreCase) || between.Contains(" với ", StringComparison.OrdinalIgnoreCase)
        || between.Contains(" có ", StringComparison.OrdinalIgnoreCase) || (between.Trim() is "," or "");

    /// <summary>"45/50 xã (100% kế hoạch)": a share of something else.</summary>
    private static bool IsOfAPlan(ReadOnlySpan<char> after)
    {
        after = after.TrimStart(' ');
        return after.StartsWith("kế hoạch", StringComparison.OrdinalIgnoreCase) || after.StartsWith("chỉ tiêu", StringComparison.OrdinalIgnoreCase) || after.StartsWith("so với", StringComparison.OrdinalIgnoreCase);
    }

    private static bool StatedChangeIsWrong(YearComparison years)
    {
        if (years is not { ThisYear: { } now, LastYear: { } before, StatedChange: { } stated }) { return false; }
        var difference = now - before;
        if (Math.Sign(difference) != Math.Sign(stated)) { return true; }
        var slack = 1m;
        for (var i = 0; i < Math.Min(stated.Scale, now.Scale); i++) { slack /= 10; }
        var isRelative = before != 0 && Math.Abs(difference / before * 100 - stated) <= slack;
        return Math.Abs(difference - stated) > slack && !isRelative;
    }
}
