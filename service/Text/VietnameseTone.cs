using System.Collections.Frozen;
using System.Text;

namespace LearningCity.Docs.Text;

/// <summary>The five written tones (thanh điệu): huyền, sắc, hỏi, ngã, nặng, as combining marks.</summary>
internal static class VietnameseTone
{
    private const string Marks = "\u0300\u0301\u0303\u0309\u0323";

    private static readonly FrozenDictionary<char, (char Letter, char Mark)> Toned = Build();

    /// <summary>A composed letter as its vowel (ă, â, ê, ô, ơ, ư stay) and its tone; the mark is '\0' where there is none.</summary>
    public static (char Letter, char Mark) Take(char letter) =>
        letter < 'À' ? (letter, '\0') : Toned.TryGetValue(letter, out var parts) ? parts : (letter, '\0');

    private static FrozenDictionary<char, (char, char)> Build()
    {
        var toned = new Dictionary<char, (char, char)>();
        foreach (var vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY")
        {
            foreach (var mark in Marks) { toned[$"{vowel}{mark}".Normalize(NormalizationForm.FormC)[0]] = (vowel, mark); }
        }
        return toned.ToFrozenDictionary();
    }
}
