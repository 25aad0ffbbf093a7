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
    private readonly bool hasMark;
    private readonly Encoding encoding;
    private readonly List<int> lines = [0];
    private readonly SortedDictionary<int, (int End, string Replacement)> cuts = [];

    private PartText(string text, Encoding encoding, bool hasMark)
    {
        (this.text, this.encoding, this.hasMark) = (text, encoding, hasMark);
        for (var i = 0; i < text.Length; i++)
        {
            // Line ends as an XML parser counts them: \n, \r\n, and \r alone.
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) { lines.Add(i + 1); }
        }
    }

    public static PartText Of(SafePackage package, string part)
    {
        var bytes = package.Part(part)!.Value.ToArray();
        using var reader = new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true);
        var text = reader.ReadToEnd();
        var encoding = reader.CurrentEncoding is UTF8Encoding ? new UTF8Encoding(false) : reader.CurrentEncoding;
        return new PartText(text, encoding, bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) || encoding is UnicodeEncoding);
    }

    public byte[] ToBytes()
    {
        var result = new StringBuilder(text.Length + 256);
        var at = 0;
        foreach (var (start, (end, replacement)) in cuts)
        {
            result.Append(text, at, start - at).Append(replacement);
            at = end;
        }
        result.Append(text, at, text.Length - at);
        var bytes = encoding.GetBytes(result.ToString());
        return hasMark ? [.. encoding is UTF8Encoding ? Encoding.UTF8.GetPreamble() : encoding.GetPreamble(), .. bytes] : bytes;
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

    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
