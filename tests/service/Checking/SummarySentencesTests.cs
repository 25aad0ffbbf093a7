using System.Globalization;
using LearningCity.Docs.Checking;
using LearningCity.Docs.Tests.Support;
using Xunit.Abstractions;

namespace LearningCity.Docs.Tests.Checking;

/// <summary>How well contradictions are told from ordinary sentences, on a corpus in the style of real reports. A wrong alarm costs an official's trust, so precision comes before recall.</summary>
public class SummarySentencesTests(ITestOutputHelper output)
{
    private const double LeastPrecision = 0.97;
    private const double LeastRecall = 0.90;

    private sealed record Sentence(string Indicator, string Result, string Contradicts, string Text);

    private static ImmutableArray<Sentence> Corpus { get; } =
        [.. File.ReadLines(Repository.Path("tests", "fixtures", "summaries", "iiib.tsv")).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).Select(c => new Sentence(c[0], c[1], c[2], c[3]))];

    [Fact]
    public void Corpus_IsLargeAndOfBothSides()
    {
        Corpus.Length.ShouldBeGreaterThanOrEqualTo(120);
        Corpus.Select(s => (s.Indicator, s.Result, s.Text)).ShouldBeUnique();
        Corpus.ShouldAllBe(s => s.Contradicts == "–" || s.Contradicts == "result" || s.Contradicts == "itself");
        Corpus.Count(s => s.Contradicts == "–").ShouldBeInRange(Corpus.Length / 3, Corpus.Length * 2 / 3);
    }

    /// <summary>Measured: see the output. The wrong ones are named there.</summary>
    [Fact]
    public void Contradictions_AreFoundWithPrecisionOf97PercentAndRecallOf90()
    {
        var (right, wrong, missed) = (0, new List<string>(), new List<string>());
        foreach (var sentence in Corpus)
        {
            var found = Found(sentence);
            if (found == sentence.Contradicts) { right += found == "–" ? 0 : 1; continue; }
            if (found != "–") { wrong.Add($"{sentence} → {found}"); }
            if (sentence.Contradicts != "–") { missed.Add($"{sentence} → {found}"); }
        }
        var precision = (double)right / (right + wrong.Count);
        var recall = (double)right / Corpus.Count(s => s.Contradicts != "–");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Corpus.Length} sentences: precision {precision:P1}, recall {recall:P1}"));
        foreach (var line in wrong) { output.WriteLine($"wrong: {line}"); }
        foreach (var line in missed) { output.WriteLine($"missed: {line}"); }
        precision.ShouldBeGreaterThanOrEqualTo(LeastPrecision, string.Join('\n', wrong));
        recall.ShouldBeGreaterThanOrEqualTo(LeastRecall, string.Join('\n', missed));
    }

    private static string Found(Sentence sentence)
    {
        var entries = TestForms.FillIIIb("Đạt", ($"{sentence.Indicator}.summary", sentence.Text), ($"{sentence.Indicator}.result", sentence.Result));
        var findings = FormChecker.Check(entries, Checked.InForce).Where(f => f.Code.StartsWith("LC32", StringComparison.Ordinal)).ToList();
        findings.ShouldAllBe(f => f.Entry == $"{sentence.Indicator}.summary" && f.Location == TestForms.IIIb.At(f.Entry));
        return string.Join(" and ", findings.Select(f => f.Code == "LC3203" ? "itself" : "result").DefaultIfEmpty("–"));
    }
}
