using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

/// <summary>Which words of an official text somebody took out, and which were put in. Words that differ only in spelling are the same word.</summary>
internal sealed record WordDifference(string Missing, string Added, double Similarity)
{
    /// <summary>In the order of the texts, runs of words together, " … " between runs. Similarity: share of words in common, 0..1.</summary>
    public static WordDifference Between(string official, string typed)
    {
        var (a, b) = (Words(official), Words(typed));
        var (x, y) = (a.ConvertAll(VietnameseText.Fold), b.ConvertAll(VietnameseText.Fold));
        var common = new int[x.Count + 1, y.Count + 1];
        for (var i = x.Count - 1; i >= 0; i--)
        {
            for (var j = y.Count - 1; j >= 0; j--)
            {
                common[i, j] = x[i] == y[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }
        var (missing, added) = (new Runs(), new Runs());
        int p = 0, q = 0;
        while (p < x.Count || q < y.Count)
        {
            if (p < x.Count && q < y.Count && x[p] == y[q])
            {
                missing.Break();
                added.Break();
                p++;
                q++;
            }
            else if (q == y.Count || (p < x.Count && common[p + 1, q] >= common[p, q + 1])) { missing.Add(a[p++]); }
            else { added.Add(b[q++]); }
        }
        return new WordDifference(missing.ToString(), added.ToString(), x.Count + y.Count == 0 ? 1 : 2.0 * common[0, 0] / (x.Count + y.Count));
    }

    /// <summary>For a finding: what is missing, what was added, or both.</summary>
    public Sentence Sentence => (Missing.Length, Added.Length) switch
    {
        ( > 0, > 0) => new Sentence("text.replaced", Missing, Added),
        ( > 0, _) => new Sentence("text.missing", Missing),
        (_, > 0) => new Sentence("text.added", Added),
        _ => new Sentence("text.spelling"),
    };

    private static List<string> Words(string text) => [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => VietnameseText.Fold(w).Length > 0)];

    private sealed class Runs
    {
        private readonly List<string> runs = [];
        private bool broken = true;

        public void Break() => broken = true;

        public void Add(string word)
        {
            if (broken) { runs.Add(word); }
            else { runs[^1] += " " + word; }
            broken = false;
        }

        public override string ToString() => string.Join(" … ", runs);
    }
}
