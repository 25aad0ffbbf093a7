using System.Collections.Frozen;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

/// <summary>The prompts that our own blank forms show in empty cells: when a program keeps them as plain text they are still nothing.</summary>
internal static class Prompts
{
    private static readonly FrozenSet<string> Known = VietnameseSentences.All.Where(p => p.Key.StartsWith("prompt.", StringComparison.Ordinal)).Select(p => VietnameseText.Fold(p.Value)).ToFrozenSet(StringComparer.Ordinal);

    public static bool IsPrompt(string text) => text.Length is > 5 and < 80 && text[0] is 'C' or 'N' or '[' or '(' && Known.Contains(VietnameseText.Fold(text));
}
