using System.Text;

namespace LearningCity.Docs.Packages;

/// <summary>
/// The letters of an XML part as UTF-8: by its byte order mark, by the shape of its first letter, then by what it declares (XML 1.0 appendix F). Only encodings that
/// hide no <c>&lt;</c> are known; a part in UTF-7 or EBCDIC could show one document to us and another to Word.
/// </summary>
internal static class XmlText
{
    /// <summary>Encodings whose first 128 letters are ASCII; 1258 is the Vietnamese one.</summary>
    private static readonly Dictionary<string, int> CodePages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["us-ascii"] = 20127, ["ascii"] = 20127, ["iso-8859-1"] = 28591, ["latin1"] = 28591, ["windows-1252"] = 1252, ["windows-1258"] = 1258,
    };

    /// <summary>Strict, without mark: bytes that are no text of it throw, as do letters that it lacks.</summary>
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Without byte order mark. <paramref name="own"/>: the very bytes of the part, which a parser may read by itself. Null when the encoding is unknown or the bytes do
    /// not fit it.
    /// </summary>
    public static ReadOnlyMemory<byte>? ToUtf8(ReadOnlyMemory<byte> part, out bool own)
    {
        own = false;
        if (Of(part.Span) is not { } encoding) { return null; }
        var text = part[encoding.Mark..];
        if (encoding.Letters is not UTF8Encoding) { return Transcode(text.Span, encoding.Letters); }
        own = encoding.IsDeclared;
        return text;
    }

    /// <summary>The part's text and the encoding to write it in again; null when the bytes do not fit it, so that writing would lose some.</summary>
    public static (string Text, Encoding Letters, int Mark)? Decode(ReadOnlySpan<byte> part)
    {
        if (Of(part) is not { } encoding) { return null; }
        try { return (encoding.Letters.GetString(part[encoding.Mark..]), encoding.Letters, encoding.Mark); }
        catch (DecoderFallbackException) { return null; }
    }

    /// <summary>The encoding, the length of its byte order mark, and whether a parser comes to the same by itself; null for an unknown one.</summary>
    private static (Encoding Letters, int Mark, bool IsDeclared)? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0, 0]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0])) { return null; }
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) { return (Utf16(bigEndian: false), 2, true); }
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) { return (Utf16(bigEndian: true), 2, true); }
        if (bytes.StartsWith("<\0"u8)) { return (Utf16(bigEndian: false), 0, true); }
        if (bytes.StartsWith("\0<"u8)) { return (Utf16(bigEndian: true), 0, true); }

        var mark = bytes.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var declared = Declared(bytes[mark..]);
        if (declared is null || declared.Equals("utf-8", StringComparison.OrdinalIgnoreCase)) { return (Utf8, mark, true); }
        // Says UTF-16 or the like and is not: some writers copy the declaration of a string. Its bytes are its own witness.
        if (mark > 0 || declared.StartsWith("utf", StringComparison.OrdinalIgnoreCase) && declared.Contains("16", StringComparison.Ordinal)) { return (Utf8, mark, false); }
        return CodePages.TryGetValue(declared, out var page) ? (OneByte(page), 0, true) : null;
    }

    private static UnicodeEncoding Utf16(bool bigEndian) => new(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true);

    private static Encoding OneByte(int page) => page is 20127 or 28591
        ? Encoding.GetEncoding(page, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        : CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static ReadOnlyMemory<byte>? Transcode(ReadOnlySpan<byte> bytes, Encoding from)
    {
        try
        {
            return Encoding.UTF8.GetBytes(from.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The value of <c>encoding</c> in the XML declaration; null without one.</summary>
    private static string? Declared(ReadOnlySpan<byte> text)
    {
        if (!text.StartsWith("<?xml"u8) || text.Length == "<?xml".Length || text["<?xml".Length] > ' ') { return null; }
        var declaration = text.IndexOf("?>"u8) is >= 0 and var end ? text[..end] : text;
        if (declaration.IndexOf("encoding"u8) is not (>= 0 and var name)) { return null; }
        var value = declaration[(name + "encoding".Length)..];
        if (value.IndexOfAny((byte)'"', (byte)'\'') is not (>= 0 and var quote)) { return null; }
        var length = value[(quote + 1)..].IndexOf(value[quote]);
        return length < 0 ? null : Encoding.ASCII.GetString(value.Slice(quote + 1, length));
    }
}
