namespace LearningCity.Docs.Packages;

internal enum XmlVerdict { Fine, TooDeep, TooLarge, Dtd }

/// <summary>
/// One pass over the bytes of an XML part, in UTF-8, that counts depth, elements and attributes and finds a document type declaration, before a parser that builds
/// anything sees it. Up to the first error of form it sees exactly the tags that <see cref="System.Xml.XmlReader"/> sees; behind that error no reader goes. So it need
/// not judge form itself: old VML drawings that are no XML pass, and break only for who wants to read them.
/// </summary>
internal static class XmlScan
{
    private const byte Open = (byte)'<', Close = (byte)'>', Slash = (byte)'/';

    public static XmlVerdict Scan(ReadOnlySpan<byte> xml, int depthLimit, PackageLimits limits)
    {
        int depth = 0, elements = 0;
        for (var at = Next(xml, 0); at < xml.Length; at = Next(xml, at))
        {
            switch (xml[at])
            {
                case Slash:
                    depth--;
                    break;
                case (byte)'?':
                    at = Behind(xml, at, "?>"u8);
                    break;
                case (byte)'!':
                    var rest = xml[at..];
                    if (rest.StartsWith("!--"u8)) { at = Behind(xml, at + 3, "-->"u8); }
                    else if (rest.StartsWith("![CDATA["u8)) { at = Behind(xml, at + 8, "]]>"u8); }
                    else if (rest.Length > 1 && char.IsAsciiLetter((char)rest[1])) { return XmlVerdict.Dtd; }
                    break;
                default:
                    if (depth >= depthLimit) { return XmlVerdict.TooDeep; }
                    if (++elements > limits.Elements) { return XmlVerdict.TooLarge; }
                    at = BehindTag(xml, at, out var attributes);
                    if (attributes > limits.Attributes) { return XmlVerdict.TooLarge; }
                    if (at < 2 || xml[at - 2] != Slash) { depth++; }
                    break;
            }
        }
        return XmlVerdict.Fine;
    }

    /// <summary>The byte behind the next <c>&lt;</c>.</summary>
    private static int Next(ReadOnlySpan<byte> xml, int at)
    {
        var found = xml[at..].IndexOf(Open);
        return found < 0 ? xml.Length : at + found + 1;
    }

    private static int Behind(ReadOnlySpan<byte> xml, int at, ReadOnlySpan<byte> end)
    {
        at = Math.Min(at, xml.Length);
        var found = xml[at..].IndexOf(end);
        return found < 0 ? xml.Length : at + found + end.Length;
    }

    /// <summary>A <c>&gt;</c> inside quotes does not end a tag; each pair of quotes is an attribute.</summary>
    private static int BehindTag(ReadOnlySpan<byte> xml, int at, out int attributes)
    {
        attributes = 0;
        while (at < xml.Length)
        {
            var letter = xml[at++];
            if (letter == Close) { return at; }
            if (letter is (byte)'"' or (byte)'\'')
            {
                var end = xml[at..].IndexOf(letter);
                if (end < 0) { return xml.Length; }
                at += end + 1;
                attributes++;
            }
        }
        return at;
    }
}
