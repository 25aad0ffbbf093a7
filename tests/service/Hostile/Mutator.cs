using System.IO.Hashing;
using System.Text;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Hostile;

/// <summary>Changes a good file here and there, by a number: the same number makes the same file again.</summary>
internal sealed class Mutator(int seed)
{
    /// <summary>What the readers look for, and values at the ends of their kinds.</summary>
    private static readonly ImmutableArray<string> Words =
    [
        "", "0", "-1", "1", "2147483647", "4294967296", "99999999999999999999", "1E+308", "-1E-28", "NaN", "0.1.2", "2.5%", "Đạt", "Không đạt", "đ\u0323at", "☑", "\u00A0", "\u200B", "\u202E", "_xD800_", "_x0000_", "&#0;", "&#xD800;", "&#xFFFF;", "&amp;", "&x;", "]]>",
        "<!--", "-->", "<![CDATA[", "<?x", "<!DOCTYPE x>", "</w:p>", "<w:p>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:sdt>", "<w:sdtContent>", "</w:sdtContent>", "</w:sdt>", "<w:ins>", "<w:del>", "<w:vMerge/>", "<w:gridSpan w:val=\"65535\"/>",
        "<w:hMerge w:val=\"continue\"/>", "<w:sym w:font=\"Wingdings\" w:char=\"D800\"/>", "<w:fldChar w:fldCharType=\"begin\"/>", "<w:numId w:val=\"1\"/>", "<w:ilvl w:val=\"8\"/>", "<w:br w:type=\"page\"/>", "<w:vanish/>", "<w:sectPr/>", "<w:pgSz w:w=\"0\" w:h=\"-1\"/>",
        "<c>", "</c>", "<v>", "</v>", "<row>", "</row>", "<row r=\"1048576\">", "<c r=\"XFD1048576\">", "<mergeCell ref=\"A1:XFD1048576\"/>", "<is><t>", "</t></is>", "<f>1/0</f>", "<si>", "</si>", "<rPh>", "t=\"s\"", "t=\"e\"", "t=\"b\"", "t=\"d\"", "t=\"shared\"", "s=\"9999\"",
        "A1", "XFD1048576", "A0", "ZZZZ1", "A1:B2", "#REF!", "LC_4_1_result", "4.1.result", "rId1", "..", "/", "\\", "true", "continue", "restart", "xmlns=\"x\"", "xmlns:w=\"x\"", "xml:space=\"preserve\"", "encoding=\"utf-7\"",
        "{", "}", "[", "]", ":", ",", "null", "true", "1e999", "\"", "\\", "\\ud800", "\\u0000", "{{", "}}", "{{#each x}}", "=1+1", "\"agency\":", "\"signer\":{", "\"date\":\"2025-02-30\"", "\"date\":\"0000-00-00\"", "\"year\":1e3", "\"recipients\":[",
    ];

    private readonly Random random = new(seed);

    /// <summary>Whole numbers below <paramref name="end"/>.</summary>
    public int Next(int end) => random.Next(end);

    /// <summary>The archive itself: bytes of headers and of packed data.</summary>
    public byte[] Archive(byte[] file) => Bytes(file, words: false);

    /// <summary>One part, packed anew so that the archive is whole; those that hold the form more often than others.</summary>
    public byte[] Package(ImmutableArray<ZipItem> parts)
    {
        var changed = parts;
        for (var n = random.Next(1, 3); n > 0; n--)
        {
            var at = Which(changed);
            var content = random.Next(8) switch
            {
                0 => Bytes(changed[at].Content, words: true),
                1 => Markup(changed[at].Content),
                2 or 3 or 4 => Elements(changed[at].Content),
                _ => Values(changed[at].Content),
            };
            changed = changed.SetItem(at, changed[at] with { Content = content, Checksum = Crc32.HashToUInt32(content) });
        }
        return ZipBytes.Of(changed);
    }

    public string Json(string json) => Encoding.UTF8.GetString(Bytes(Encoding.UTF8.GetBytes(json), words: true));

    private int Which(ImmutableArray<ZipItem> parts)
    {
        for (var attempt = 0; attempt < 4; attempt++)
        {
            var at = random.Next(parts.Length);
            if (parts[at].Name is var name && (name.EndsWith("document.xml", StringComparison.Ordinal) || name.Contains("sheet", StringComparison.Ordinal) || name.Contains("sharedStrings", StringComparison.Ordinal) || name.Contains("workbook.xml", StringComparison.Ordinal))) { return at; }
        }
        return random.Next(parts.Length);
    }

    /// <summary>Bytes turned, left out, doubled, moved, words put in between.</summary>
    private byte[] Bytes(byte[] bytes, bool words)
    {
        var changed = new List<byte>(bytes);
        for (var n = random.Next(1, 9); n > 0 && changed.Count > 0; n--)
        {
            var at = random.Next(changed.Count);
            var length = Math.Min(random.Next(1, 64), changed.Count - at);
            switch (random.Next(words ? 7 : 5))
            {
                case 0: changed[at] = (byte)random.Next(256); break;
                case 1: changed[at] ^= (byte)(1 << random.Next(8)); break;
                case 2: changed.RemoveRange(at, length); break;
                case 3: changed.InsertRange(random.Next(changed.Count), changed.GetRange(at, length)); break;
                case 4 when random.Next(4) == 0: changed.RemoveRange(at, changed.Count - at); break;
                default: changed.InsertRange(at, words ? Word() : [(byte)random.Next(256)]); break;
            }
        }
        return [.. changed];
    }

    /// <summary>Whole tags left out, doubled, swapped; values between quotes and between tags replaced.</summary>
    private byte[] Markup(byte[] xml)
    {
        var pieces = new List<byte[]>();
        for (var at = 0; at < xml.Length;)
        {
            var next = xml.AsSpan(at + 1).IndexOfAny((byte)'<', (byte)'"');
            var end = next < 0 ? xml.Length : at + 1 + next;
            pieces.Add(xml[at..end]);
            at = end;
        }
        for (var n = random.Next(1, 7); n > 0 && pieces.Count > 1; n--)
        {
            var at = random.Next(pieces.Count);
            switch (random.Next(6))
            {
                case 0: pieces.RemoveAt(at); break;
                case 1: pieces.Insert(random.Next(pieces.Count), pieces[at]); break;
                case 2: (pieces[at], pieces[random.Next(pieces.Count)]) = (pieces[random.Next(pieces.Count)], pieces[at]); break;
                case 3: pieces.InsertRange(at, Enumerable.Repeat(pieces[at], random.Next(2, 40))); break;
                case 4 when pieces[at] is [(byte)'"', ..]: pieces[at] = [(byte)'"', .. Word()]; break;
                default: pieces[at] = pieces[at].AsSpan().IndexOf((byte)'>') is >= 0 and var close ? [.. pieces[at][..(close + 1)], .. Word()] : [.. pieces[at], .. Word()]; break;
            }
        }
        return [.. pieces.SelectMany(p => p)];
    }

    /// <summary>Whole elements left out, doubled many times, moved: the form of the XML stays.</summary>
    private byte[] Elements(byte[] xml)
    {
        var tags = Tags(xml);
        for (var n = random.Next(1, 7); n > 0 && tags.Count > 3; n--)
        {
            var from = random.Next(1, tags.Count);
            var to = End(tags, from);
            if (to < 0 || to - from > tags.Count / 2) { continue; }
            var element = tags.GetRange(from, to - from);
            switch (random.Next(4))
            {
                case 0: tags.RemoveRange(from, element.Count); break;
                case 1: tags.InsertRange(from, Enumerable.Repeat(element, element.Count > 1_000 ? 1 : random.Next(1, 60)).SelectMany(e => e)); break;
                case 2:
                    tags.RemoveRange(from, element.Count);
                    tags.InsertRange(Between(tags), element);
                    break;
                default: tags.InsertRange(Between(tags), element); break;
            }
        }
        return [.. tags.SelectMany(t => t)];
    }

    /// <summary>Values of attributes and texts replaced: the form of the XML stays.</summary>
    private byte[] Values(byte[] xml)
    {
        var tags = Tags(xml);
        for (var n = random.Next(1, 12); n > 0 && tags.Count > 1; n--)
        {
            var at = random.Next(tags.Count);
            var tag = Encoding.UTF8.GetString(tags[at]);
            var word = System.Security.SecurityElement.Escape(string.Concat(Words[random.Next(Words.Length)].Where(System.Xml.XmlConvert.IsXmlChar)));
            var close = tag.IndexOf('>', StringComparison.Ordinal);
            var quotes = tag.Split('"');
            if (random.Next(2) == 0 && quotes.Length > 2 && !tag.StartsWith("<?", StringComparison.Ordinal))
            {
                quotes[1 + (2 * random.Next((quotes.Length - 1) / 2))] = word;
                tag = string.Join('"', quotes);
            }
            else if (close > 0 && at > 1) { tag = random.Next(3) == 0 ? tag + word : tag[..(close + 1)] + word; }
            tags[at] = Encoding.UTF8.GetBytes(tag);
        }
        return [.. tags.SelectMany(t => t)];
    }

    /// <summary>Each tag with the text behind it.</summary>
    private static List<byte[]> Tags(byte[] xml)
    {
        var tags = new List<byte[]>();
        for (var at = 0; at < xml.Length;)
        {
            var next = xml.AsSpan(at + 1).IndexOf((byte)'<');
            var end = next < 0 ? xml.Length : at + 1 + next;
            tags.Add(xml[at..end]);
            at = end;
        }
        return tags;
    }

    /// <summary>Behind the element that begins here; negative when none does.</summary>
    private static int End(List<byte[]> tags, int from)
    {
        var depth = 0;
        for (var at = from; at < tags.Count; at++)
        {
            depth += Step(tags[at]);
            if (depth == 0) { return at + 1; }
            if (depth < 0) { return -1; }
        }
        return -1;
    }

    private static int Step(byte[] tag) => tag switch
    {
        [(byte)'<', (byte)'/', ..] => -1,
        [(byte)'<', (byte)'?' or (byte)'!', ..] => 0,
        _ => tag.AsSpan().IndexOf((byte)'>') is > 0 and var close && tag[close - 1] == (byte)'/' ? 0 : 1,
    };

    /// <summary>A place inside the root element.</summary>
    private int Between(List<byte[]> tags) => tags.Count < 4 ? tags.Count : random.Next(2, tags.Count - 1);

    private byte[] Word() => Encoding.UTF8.GetBytes(Words[random.Next(Words.Length)]);
}
