using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace LearningCity.Docs.Text;

/// <summary>What became of a text that was written in UTF-8 and read as Windows-1252 (chữ bị lỗi bảng mã): "NgÃ¢n sÃ¡ch". A closed union.</summary>
internal abstract record MojibakeReading
{
    private MojibakeReading() { }

    /// <summary>Nothing of the kind.</summary>
    internal sealed record Sound : MojibakeReading;

    /// <summary>Every byte is there: the text as it was written.</summary>
    internal sealed record Restored(string Text) : MojibakeReading;

    /// <summary>Bytes are gone, and with them letters: <paramref name="Words"/>, as they stand, cannot be restored.</summary>
    internal sealed record Lost(ImmutableArray<string> Words) : MojibakeReading;
}

/// <summary>
/// Recognises UTF-8 that was read as Windows-1252 or Latin-1, word by word, so that sound words beside it stay. Not every byte survives: programs drop 81, 8D, 8F, 90 and 9D,
/// which Windows-1252 has no letter for, and turn A0 and AD into a blank and nothing. What is lost is told, never guessed.
/// </summary>
internal static class Mojibake
{
    /// <summary>Where Windows-1252 differs from Latin-1.</summary>
    private static readonly FrozenDictionary<char, byte> Bytes = Enumerable.Range(0x80, 0x20)
        .Select(b => (Letter: CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString([(byte)b])[0], Byte: (byte)b))
        .Where(p => p.Letter > 'ÿ').ToFrozenDictionary(p => p.Letter, p => p.Byte);

    /// <summary>What begins a character of several bytes: À to ô, as Latin-1 has them.</summary>
    private static readonly SearchValues<char> Leads = SearchValues.Create([.. Enumerable.Range(0xC2, 0xF4 - 0xC2 + 1).Select(c => (char)c)]);

    /// <summary>Control codes that no text holds, and U+FFFD: each was a byte, or several.</summary>
    private static readonly SearchValues<char> Remains = SearchValues.Create(['\uFFFD', .. Enumerable.Range(0x80, 0x20).Where(c => c != 0x85).Select(c => (char)c)]);

    private static readonly FrozenSet<int> Vietnamese = Enumerable.Range(0x1EA0, 0x5A)
        .Concat("ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư\u0300\u0301\u0302\u0303\u0306\u0309\u031B\u0323".Select(c => (int)c)).ToFrozenSet();

    private const string Marks = "“”‘’\"'«»…–—•.,;:!?()[]/-";

    public static MojibakeReading Read(string text)
    {
        var reading = Once(text);
        // What went wrong twice is put right twice.
        for (var more = 0; more < 2 && reading is MojibakeReading.Restored { Text: var once }; more++)
        {
            if (Once(once) is not MojibakeReading.Restored twice) { break; }
            reading = twice;
        }
        return reading;
    }

    /// <summary>What the bytes of a word say.</summary>
    private enum Kind
    {
        /// <summary>No character of several bytes.</summary>
        Sound,

        /// <summary>A word of Vietnamese as it stands (XÃ”, lá»”), and bytes too: what the other words are, it is.</summary>
        Either,

        /// <summary>Characters of several bytes, among them one that nobody writes as it stands.</summary>
        Whole,

        /// <summary>The same, and bytes that lost theirs.</summary>
        Broken,

        /// <summary>Only the beginning of a character, "lÃ": its blank was a byte, if the other words are of bytes.</summary>
        Stump,
    }

    private static MojibakeReading Once(string text)
    {
        if (!text.AsSpan().ContainsAny(Leads) && !text.AsSpan().ContainsAny(Remains)) { return new MojibakeReading.Sound(); }
        var words = new List<(string Word, Kind Kind, string Restored)>();
        for (var at = 0; at < text.Length;)
        {
            var end = EndOfWord(text, at);
            var word = text[at..end];
            var kind = Judge(word, out var restored);
            words.Add((word, kind, restored));
            at = end;
        }
        var isSure = words.Exists(w => w.Kind is Kind.Whole or Kind.Broken);
        if (!isSure) { return new MojibakeReading.Sound(); }
        var lost = words.Where(w => w.Kind is Kind.Broken or Kind.Stump).Select(w => w.Word).Distinct().ToImmutableArray();
        return lost.IsEmpty ? new MojibakeReading.Restored(string.Concat(words.Select(w => w.Restored))) : new MojibakeReading.Lost(lost);
    }

    /// <summary>Behind a run of blanks, or behind a word; a no-break space and NEL are bytes, not blanks.</summary>
    private static int EndOfWord(string text, int at)
    {
        var isBlank = IsBlank(text[at]);
        while (at < text.Length && IsBlank(text[at]) == isBlank) { at++; }
        return at;
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\r' or '\n';

    private static Kind Judge(string word, out string restored)
    {
        restored = word;
        if (System.Text.Ascii.IsValid(word)) { return Kind.Sound; }
        var result = new StringBuilder(word.Length);
        bool sequences = false, sure = false, broken = false, stump = false;
        for (var i = 0; i < word.Length;)
        {
            var c = word[i];
            if (c < 0x80) { result.Append(c); i++; }
            else if (Sequence(word.AsSpan(i)) is var (rune, length))
            {
                result.Append(rune.ToString());
                sequences = true;
                sure |= Vietnamese.Contains(rune.Value) || word.AsSpan(i).StartsWith("â€");
                i += length;
            }
            else
            {
                broken |= Remains.Contains(c);
                stump |= c is 'Ã' or 'Ä' or 'Å' or 'Æ' || c is 'á' && i + 1 < word.Length && word[i + 1] is 'º' or '»' || word.AsSpan(i).StartsWith("â€");
                result.Append(c);
                i++;
            }
        }
        if (broken) { return Kind.Broken; }
        if (IsVietnamese(word)) { restored = sequences && !stump ? result.ToString() : word; return sequences ? Kind.Either : Kind.Sound; }
        if (stump) { return sure ? Kind.Broken : Kind.Stump; }
        restored = result.ToString();
        return sure ? Kind.Whole : sequences ? Kind.Either : Kind.Sound;
    }

    /// <summary>A syllable as it stands, quotation marks and stops around it left aside.</summary>
    private static bool IsVietnamese(ReadOnlySpan<char> word)
    {
        word = word.Trim(Marks);
        for (var i = 1; i < word.Length; i++)
        {
            // "lÃ": nobody writes a capital behind a small letter.
            if (char.IsUpper(word[i]) && char.IsLower(word[i - 1])) { return false; }
        }
        return VietnameseSyllable.Is(word);
    }

    /// <summary>The character that the bytes at the beginning make, and of how many of them; null where they make none that an official text holds.</summary>
    private static (Rune Rune, int Length)? Sequence(ReadOnlySpan<char> word)
    {
        Span<byte> bytes = stackalloc byte[4];
        var count = 0;
        while (count < 4 && count < word.Length && Byte(word[count]) is { } b) { bytes[count++] = b; }
        if (count < 2 || Rune.DecodeFromUtf8(bytes[..count], out var rune, out var length) != OperationStatus.Done || length < 2) { return null; }
        return IsOfficial(rune.Value) ? (rune, length) : null;
    }

    private static byte? Byte(char c) => c is >= '\u0080' and <= 'ÿ' ? (byte)c : Bytes.TryGetValue(c, out var b) ? b : null;

    /// <summary>Vietnamese and what stands beside it: punctuation, signs of figures, boxes; and the letters themselves read wrongly once more.</summary>
    private static bool IsOfficial(int rune) => Vietnamese.Contains(rune)
        || rune is (>= 0x80 and < 0x100) or (>= 0x2000 and < 0x2070) or 0x20AB or 0x0152 or 0x0153 or 0x0160 or 0x0161 or 0x0178 or 0x017D or 0x017E or 0x0192 or 0x02C6 or 0x02DC or 0x20AC or 0x2122
            or (>= 0x2190 and < 0x2300) or (>= 0x2500 and < 0x27C0) or 0xFEFF;
}
