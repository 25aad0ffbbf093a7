using System.Collections.Frozen;

namespace LearningCity.Docs.Text;

/// <summary>
/// Whether a word can be a Vietnamese syllable (âm tiết): initial consonant, rhyme and at most one tone. Tells Vietnamese in an old encoding from Vietnamese,
/// French or German in Unicode, since text of a wrong encoding makes no syllables.
/// </summary>
internal static class VietnameseSyllable
{
    private const int Longest = 7; // nghiêng

    private static readonly string[] Initials =
        ["ngh", "ng", "nh", "gh", "gi", "kh", "ch", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", ""];

    private static readonly FrozenSet<string> Rhymes = string.Join(' ',
        "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây",
        "e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu",
        "o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet ooc oong",
        "ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uơ uôc uôi uôm uôn uông uôt",
        "uy uya uych uynh uyt uyên uyêt uyu uyp ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêt yêu").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> RhymeLookup = Rhymes.GetAlternateLookup<ReadOnlySpan<char>>();

    private const char Acute = '\u0301';
    private const char Dot = '\u0323';

    public static bool Is(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > Longest) { return false; }
        Span<char> letters = stackalloc char[word.Length];
        var tone = '\0';
        for (var i = 0; i < word.Length; i++)
        {
            (letters[i], var mark) = VietnameseTone.Take(char.ToLowerInvariant(word[i]));
            if (mark == '\0') { continue; }
            if (tone != '\0') { return false; }
            tone = mark;
        }
        foreach (var initial in Initials)
        {
            if (letters.StartsWith(initial, StringComparison.Ordinal) && IsRhyme(letters[initial.Length..], tone)) { return true; }
        }
        return false;
    }

    /// <summary>A rhyme that ends in a stop (-c, -ch, -p, -t) bears sắc or nặng and no other tone.</summary>
    private static bool IsRhyme(ReadOnlySpan<char> rhyme, char tone)
    {
        if (!RhymeLookup.Contains(rhyme)) { return false; }
        var stop = rhyme[^1] is 'c' or 'p' or 't' || rhyme.EndsWith("ch", StringComparison.Ordinal);
        return !stop || tone is Acute or Dot;
    }
}
