namespace LearningCity.Docs.Text;

/// <summary>The encodings before Unicode that Vietnamese offices wrote in, each readable only in its own fonts.</summary>
internal enum LegacyKind
{
    None,

    /// <summary>.VnTime and the like.</summary>
    Tcvn3,

    /// <summary>.VnTimeH and the like: the same codes, shown as capitals.</summary>
    Tcvn3Capitals,

    /// <summary>VNI-Times and the like.</summary>
    Vni,
}

/// <summary>Recognises and converts text of <see cref="LegacyKind"/>. Short text without its font stays None rather than be guessed: "häc" may be German.</summary>
internal static class LegacyEncoding
{
    /// <summary>What a text must show in letters alone before it is taken for an old encoding.</summary>
    private const int EnoughEvidence = 2;

    public static LegacyKind Detect(string text, string? fontName)
    {
        if (!HasLegacyLetter(text, out var isUnicode) || isUnicode) { return LegacyKind.None; }
        var evidence = Weigh(text);
        if (ByFont(fontName) is not LegacyKind.None and var kind)
        {
            return evidence.Against(kind) ? LegacyKind.None : kind;
        }
        return evidence.Tcvn3 >= EnoughEvidence && evidence.Tcvn3 > evidence.Vni ? LegacyKind.Tcvn3
            : evidence.Vni >= EnoughEvidence ? LegacyKind.Vni
            : LegacyKind.None;
    }

    /// <summary>
    /// How the words of a text in a font of an old encoding speak for it, and against it: how many are Vietnamese only when converted, how many only as they stand. None at
    /// all: the text alone does not tell.
    /// </summary>
    public static (int For, int Against) Evidence(string text, LegacyKind kind)
    {
        HasLegacyLetter(text, out var isUnicode);
        var (own, against) = Weigh(text).Of(kind);
        return (own, against + (isUnicode ? 1 : 0));
    }

    /// <summary>Letters beyond ASCII, of an old encoding or of Unicode; a text of ASCII and quotation marks has none.</summary>
    public static bool HasLetters(string text) => HasLegacyLetter(text, out var isUnicode) || isUnicode;

    /// <summary>A soft hyphen that is a letter: the word is Vietnamese with ư in its place, and none without it ("th­" is thư).</summary>
    public static bool HasLetterAsSoftHyphen(string text)
    {
        for (var at = text.IndexOf('\u00AD', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\u00AD', at + 1))
        {
            int start = at, end = at + 1;
            while (start > 0 && at - start <= LongestWord && IsOfWord(text[start - 1])) { start--; }
            while (end < text.Length && end - at <= LongestWord && IsOfWord(text[end])) { end++; }
            var word = text[start..end];
            if (VietnameseSyllable.Is(Tcvn3Table.Convert(word)) && !VietnameseSyllable.Is(word.Replace("\u00AD", ""))) { return true; }
        }
        return false;
    }

    /// <summary>No syllable is longer.</summary>
    private const int LongestWord = 10;

    /// <summary>The encoding that the font draws; None for a font of Unicode.</summary>
    public static LegacyKind OfFont(string? font) => ByFont(font);

    public static string Convert(string text, LegacyKind kind) => kind switch
    {
        LegacyKind.None => text,
        LegacyKind.Tcvn3 => Tcvn3Table.Convert(text),
        LegacyKind.Tcvn3Capitals => Tcvn3Table.Convert(text).ToUpperInvariant(),
        LegacyKind.Vni => VniTable.Convert(text),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A font that draws other letters than Unicode's.</summary>
    public static bool IsLegacyFont(string? font) => ByFont(font) is not LegacyKind.None;

    private static LegacyKind ByFont(string? font) =>
        font is null ? LegacyKind.None
        : font.StartsWith(".Vn", StringComparison.OrdinalIgnoreCase) ? font.EndsWith('H') ? LegacyKind.Tcvn3Capitals : LegacyKind.Tcvn3
        : font.StartsWith("VNI-", StringComparison.OrdinalIgnoreCase) ? LegacyKind.Vni
        : LegacyKind.None;

    /// <summary>Letters that only Unicode has (ạ, đ, a combining mark) prove that the text is Unicode already.</summary>
    private static bool HasLegacyLetter(string text, out bool isUnicode)
    {
        var found = false;
        foreach (var c in text)
        {
            if (c is >= '\u0100' and < '\u0400' or >= '\u1E00' and < '\u1F00') { isUnicode = true; return found; }
            found |= c is >= Tcvn3Table.First and <= 'ÿ';
        }
        isUnicode = false;
        return found;
    }

    private static Weight Weigh(string text)
    {
        var evidence = new Weight();
        for (var start = 0; start < text.Length;)
        {
            if (!IsOfWord(text[start])) { start++; continue; }
            var end = start;
            while (end < text.Length && IsOfWord(text[end])) { end++; }
            evidence.Add(text[start..end]);
            start = end;
        }
        return evidence;
    }

    private static bool IsOfWord(char c) => char.IsAsciiLetter(c) || Tcvn3Table.Letter(c) != '\0' || c is >= 'À' and <= 'ÿ';

    /// <summary>Words with letters beyond ASCII, counted by the encoding in which they make a Vietnamese syllable.</summary>
    private sealed class Weight
    {
        private int tcvn3, vni, unicode, unicodeNotTcvn3, unicodeNotVni, none;

        public int Tcvn3 => unicode == 0 && tcvn3 >= none ? tcvn3 : 0;

        public int Vni => unicode == 0 && vni >= none ? vni : 0;

        /// <summary>A word of the text is Vietnamese as it stands, and none is in the encoding of the font: the font was left over.</summary>
        public bool Against(LegacyKind kind) => kind == LegacyKind.Vni ? unicodeNotVni > 0 && vni == 0 : unicodeNotTcvn3 > 0 && tcvn3 == 0;

        public (int For, int Against) Of(LegacyKind kind) => kind == LegacyKind.Vni ? (vni, unicodeNotVni) : (tcvn3, unicodeNotTcvn3);

        public void Add(string word)
        {
            if (word.Length == 1 || System.Text.Ascii.IsValid(word)) { return; }
            var asTcvn3 = VietnameseSyllable.Is(Tcvn3Table.Convert(word));
            var asVni = VietnameseSyllable.Is(VniTable.Convert(word));
            if (VietnameseSyllable.Is(word))
            {
                if (!asTcvn3 && !asVni) { unicode++; }
                if (!asTcvn3) { unicodeNotTcvn3++; }
                if (!asVni) { unicodeNotVni++; }
            }
            else if (!asTcvn3 && !asVni) { none++; }
            else
            {
                if (asTcvn3) { tcvn3 += Tcvn3Weight(word); }
                if (asVni) { vni += VniWeight(word); }
            }
        }

        /// <summary>A letter counts 1; a sign inside a word (kh«ng), after two letters (kh¸), or § and ® before two letters counts 2. ¹ closing a word may be a footnote,
        /// another sign before a unit (µm) is itself.</summary>
        private static int Tcvn3Weight(string word)
        {
            var weight = 0;
            for (var i = 0; i < word.Length; i++)
            {
                if (Tcvn3Table.Letter(word[i]) == '\0') { continue; }
                var inside = i > 0 && i < word.Length - 1 || i >= 2 && word[i] != '¹' || i == 0 && word.Length > 2 && word[i] is '§' or '®';
                if (i == 0 && word[i] is not ('§' or '®') && Tcvn3Table.IsSign(word[i])) { continue; }
                weight += inside && Tcvn3Table.IsSign(word[i]) ? 2 : 1;
            }
            return weight;
        }

        /// <summary>A letter counts 1; one that no European language writes after a vowel in a word of this shape (hoøa, khoâng) counts 2.</summary>
        private static int VniWeight(string word)
        {
            var weight = 0;
            for (var i = 0; i < word.Length; i++)
            {
                var paired = i > 0 && VniTable.Pair(word[i - 1], word[i]) != '\0';
                if (paired) { weight += char.ToLowerInvariant(word[i]) is 'â' or 'ê' or 'ä' or 'å' or 'ã' or 'ø' or 'û' or 'õ' ? 2 : 1; }
                else if (VniTable.Single(word[i]) != '\0') { weight++; }
            }
            return weight;
        }
    }
}
