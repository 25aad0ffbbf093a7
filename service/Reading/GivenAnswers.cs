using LearningCity.Docs.Forms;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

/// <summary>Answers about the unit that are given beside its file: <c>unit.vung_kho_khan=có</c>.</summary>
internal static class GivenAnswers
{
    /// <summary>The answers, or what is wrong with them.</summary>
    public static (ImmutableDictionary<string, bool> Answers, Sentence? Fault) Read(IEnumerable<string> given, FormCatalog catalog)
    {
        var answers = ImmutableDictionary<string, bool>.Empty;
        foreach (var one in given)
        {
            var (name, word) = one.Split('=', 2) is [var left, var right] ? (left.Trim(), VietnameseText.FoldMarks(right)) : (one.Trim(), "");
            if (catalog.Forms.All(f => f.Properties.All(p => p.Field.Id != name)))
            {
                return (answers, new Sentence("request.unknownProperty", name, string.Join(", ", catalog.Forms.SelectMany(f => f.Properties).Select(p => p.Field.Id).Distinct().Order(StringComparer.Ordinal))));
            }
            if (word is not ("co" or "khong" or "true" or "false" or "yes" or "no")) { return (answers, new Sentence("request.propertyAnswer", name)); }
            var answer = word is "co" or "true" or "yes";
            if (answers.TryGetValue(name, out var before) && before != answer) { return (answers, new Sentence("request.propertyTwice", name)); }
            answers = answers.SetItem(name, answer);
        }
        return (answers, null);
    }
}
