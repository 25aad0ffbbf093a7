using System.Globalization;
using System.Text;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Packages;

namespace LearningCity.Docs.Fixing;

/// <summary>
/// An XML part as text with cuts to be made in it. Everything outside the cuts stays as it is, letter for letter: indentation, attribute order, unknown extensions.
/// </summary>
internal sealed class PartText
{
    private readonly string text;
    private readonly ReadOnlyMemory<byte> mark;
    private readonly Encoding encoding;
    private readonly List<int> lines = [0];
    private readonly SortedDictionary<int, (int End, string Replacement)> cuts = [];

    private PartText(string text, Encoding encoding, ReadOnlyMemory<byte> mark)
    {
        (this.text, this.encoding, this.mark) = (text, encoding, mark);
        for (var i = 0; i < text.Length; i++)
        {
            // Line ends as an XML parser counts them: \n, \r\n, and \r alone.
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) { lines.Add(i + 1); }
        }
    }

    /// <summary>Null for a part whose bytes do not fit its encoding: writing it again would lose some.</summary>
    public static PartText? Of(SafePackage package, string part) =>
        package.Part(part) is { } bytes && XmlText.Decode(bytes.Span) is var (text, encoding, mark) ? new PartText(text, encoding, bytes[..mark]) : null;

    /// <summary>False while the part is as it came.</summary>
    public bool IsChanged => cuts.Count > 0;

    /// <summary>In the encoding in which it came, its byte order mark as it was.</summary>
    public byte[] ToBytes()
    {
        var result = new StringBuilder(text.Length + 256);
        var at = 0;
        foreach (var (start, (end, replacement)) in cuts)
        {
            result.Append(text, at, start - at).Append(Written(replacement));
            at = end;
        }
        result.Append(text, at, text.Length - at);
        return [.. mark.Span, .. encoding.GetBytes(result.ToString())];
    }

    /// <summary>Letters that the part's encoding lacks, as Windows-1258 lacks ạ, are written by their numbers.</summary>
    private string Written(string replacement)
    {
        if (encoding is UTF8Encoding or UnicodeEncoding) { return replacement; }
        var written = new StringBuilder(replacement.Length);
        foreach (var letter in replacement.EnumerateRunes())
        {
            if (Has(letter)) { written.Append(letter.ToString()); }
            else { written.Append(CultureInfo.InvariantCulture, $"&#x{letter.Value:X};"); }
        }
        return written.ToString();
    }

    private bool Has(Rune letter)
    {
        if (letter.IsAscii) { return true; }
        try { return encoding.GetByteCount(letter.ToString()) > 0; }
        catch (EncoderFallbackException) { return false; }
    }

    /// <summary>The index of the <c>&lt;</c> before the element's name.</summary>
    public int Start(TextPlace place) => lines[place.Line - 1] + place.Position - 2;

    /// <summary>Behind the <c>&gt;</c> of the tag that begins at <paramref name="start"/>; a <c>&gt;</c> inside quotes does not end it.</summary>
    public int EndOfTag(int start)
    {
        var quote = '\0';
        for (var i = start; i < text.Length; i++)
        {
            if (quote != '\0') { if (text[i] == quote) { quote = '\0'; } }
            else if (text[i] is '"' or '\'') { quote = text[i]; }
            else if (text[i] == '>') { return i + 1; }
        }
        throw new InvalidOperationException("A well-formed part has an end to each tag.");
    }

    public bool IsEmptyTag(int start) => text[EndOfTag(start) - 2] == '/';

    public string Slice(int start, int end) => text[start..end];

    public int Find(string what, int from) => text.IndexOf(what, from, StringComparison.Ordinal);

    /// <summary>Cuts must not overlap; what is inserted before a cut (an empty one at its start) goes in front of it.</summary>
    public void Replace(int start, int end, string replacement)
    {
        if (cuts.TryAdd(start, (end, replacement))) { return; }
        var there = cuts[start];
        if (end == start) { cuts[start] = (there.End, replacement + there.Replacement); }
        else if (there.End == start) { cuts[start] = (end, there.Replacement + replacement); }
        else { throw new InvalidOperationException("Two corrections of one place."); }
    }

    /// <summary>Inside double quotes.</summary>
    public static string EscapeValue(string text) => Escape(text).Replace("\"", "&quot;").Replace("\n", "&#10;").Replace("\r", "&#13;").Replace("\t", "&#9;");

    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
