namespace LearningCity.Docs.Text;

/// <summary>One pass over a composed text: characters by <see cref="LetterTable"/>, spaces by their neighbours, each syllable when it ends.</summary>
internal static class TextFolding
{
    /// <summary>Fills the buffer (three times as long as the text) and says how much of it.</summary>
    public static int Fold(ReadOnlySpan<char> text, Span<char> buffer)
    {
        int length = 0, syllable = 0;
        var blank = false;
        foreach (var c in text)
        {
            var folded = LetterTable.Folded(c);
            if (folded == LetterTable.Dropped) { continue; }
            if (LetterTable.IsOfWord(folded))
            {
                if (blank) { buffer[length++] = ' '; blank = false; syllable = length; }
                buffer[length++] = folded;
                continue;
            }
            FoldSyllable(buffer[syllable..length]);
            if (folded == ' ')
            {
                blank = length > 0 && buffer[length - 1] != '-';
            }
            else
            {
                if (blank && folded != '-') { buffer[length++] = ' '; }
                blank = false;
                buffer[length++] = folded == '…' ? '.' : folded;
                if (folded == '…') { buffer[length++] = '.'; buffer[length++] = '.'; }
            }
            syllable = length;
        }
        FoldSyllable(buffer[syllable..length]);
        while (length > 0 && buffer[length - 1] is '.' or ';' or ',' or ':' or '/' or ' ') { length--; }
        return length;
    }

    private const string A = "aàáảãạ";
    private const string E = "eèéẻẽẹ";
    private const string I = "iìíỉĩị";
    private const string O = "oòóỏõọ";
    private const string U = "uùúủũụ";
    private const string Y = "yỳýỷỹỵ";

    /// <summary>
    /// An open syllable in -oa, -oe, -uy: the tone goes to the first vowel, whichever bore it. A syllable of one consonant and i or y, and quy: y becomes i.
    /// </summary>
    private static void FoldSyllable(Span<char> syllable)
    {
        if (syllable.Length < 2) { return; }
        ref var last = ref syllable[^1];
        ref var first = ref syllable[^2];
        var y = Y.IndexOf(last, StringComparison.Ordinal);
        var u = y < 0 ? -1 : U.IndexOf(first, StringComparison.Ordinal);
        if (u >= 0 && syllable.Length == 3 && syllable[0] == 'q')
        {
            if (u != 0 && y != 0) { return; }
            (first, last) = ('u', I[u + y]);
        }
        else if (u >= 0)
        {
            Move(U, u, Y, y, ref first, ref last);
        }
        else if (y >= 0)
        {
            if (syllable.Length == 2 && first is 'h' or 'k' or 'l' or 'm' or 's' or 't' or 'v') { last = I[y]; }
        }
        else if (O.IndexOf(first, StringComparison.Ordinal) is >= 0 and var o)
        {
            if (A.IndexOf(last, StringComparison.Ordinal) is >= 0 and var a) { Move(O, o, A, a, ref first, ref last); }
            else if (E.IndexOf(last, StringComparison.Ordinal) is >= 0 and var e) { Move(O, o, E, e, ref first, ref last); }
        }
    }

    private static void Move(string firsts, int first, string lasts, int last, ref char firstLetter, ref char lastLetter)
    {
        if (first != 0 || last == 0) { return; }
        (firstLetter, lastLetter) = (firsts[last], lasts[0]);
    }
}
