using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LearningCity.Docs.Tests.Support;

/// <summary>
/// A .docx as text that a person reads before approving it, part by part: paragraphs with their style, table rows with <c>^</c> for a cell merged with the one above and <c>(2)</c> for a
/// spanned one, controls as <c>⟦tag: text⟧</c> (a prompt as <c>⟦tag? text⟧</c>), styles one a line, other XML indented. Numbers that a program counts up (ids, rsids) are left out.
/// </summary>
internal static partial class DocxDump
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static string Of(byte[] docx)
    {
        var text = new StringBuilder();
        using var zip = new ZipArchive(new MemoryStream(docx));
        foreach (var entry in zip.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
        {
            using var stream = entry.Open();
            var root = XDocument.Load(stream, LoadOptions.PreserveWhitespace).Root!;
            text.Append("=== ").Append(entry.FullName).Append('\n');
            if (root.Name == W + "styles") { Styles(root, text); }
            else if (root.Name == W + "document") { Blocks(root.Element(W + "body")!, text, ""); text.Append(Section(root)).Append('\n'); }
            else if (root.Name == W + "hdr" || root.Name == W + "ftr") { Blocks(root, text, ""); }
            else { text.Append(Scrubbed(XElement.Parse(root.ToString(), LoadOptions.None).ToString())).Append('\n'); }
            text.Append('\n');
        }
        return text.ToString();
    }

    private static void Blocks(XElement container, StringBuilder text, string indent)
    {
        foreach (var block in container.Elements())
        {
            if (block.Name == W + "p") { text.Append(indent).Append('[').Append(Style(block)).Append("] ").Append(Text(block)).Append('\n'); }
            else if (block.Name == W + "tbl") { Table(block, text, indent); }
            else if (block.Name == W + "sdt")
            {
                text.Append(indent).Append('⟦').Append(string.Join(' ', block.Element(W + "sdtPr")!.Elements().Select(e => $"{e.Name.LocalName} {(string?)e.Attribute(W + "val")}".TrimEnd()))).Append('\n');
                Blocks(block.Element(W + "sdtContent")!, text, indent + "  ");
                text.Append(indent).Append("⟧\n");
            }
        }
    }

    private static void Table(XElement table, StringBuilder text, string indent)
    {
        text.Append(indent).Append("table ").Append(string.Join(' ', table.Element(W + "tblGrid")!.Elements().Select(c => (string?)c.Attribute(W + "w")))).Append('\n');
        foreach (var row in table.Elements(W + "tr"))
        {
            var properties = row.Element(W + "trPr")?.Elements().Select(e => e.Name.LocalName) ?? [];
            text.Append(indent).Append(properties.Contains("tblHeader") ? "# " : "| ").Append(string.Join(" | ", row.Elements(W + "tc").Select(Cell))).Append('\n');
        }
    }

    private static string Cell(XElement cell)
    {
        var properties = cell.Element(W + "tcPr")!;
        var span = (string?)properties.Element(W + "gridSpan")?.Attribute(W + "val");
        var merged = properties.Element(W + "vMerge") is { } merge && (string?)merge.Attribute(W + "val") != "restart";
        return (span is null ? "" : $"({span}) ") + (merged ? "^" : "") + string.Join(" ¶ ", cell.Elements(W + "p").Select(Text));
    }

    private static string Style(XElement paragraph) => (string?)paragraph.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val") ?? "";

    private static string Text(XElement container) => string.Concat(container.Elements().Select(e =>
        e.Name == W + "r" ? string.Concat(e.Elements().Select(Run))
        : e.Name == W + "sdt" ? $"⟦{(string?)e.Element(W + "sdtPr")!.Element(W + "tag")?.Attribute(W + "val")}{(e.Element(W + "sdtPr")!.Element(W + "showingPlcHdr") is null ? ":" : "?")} {Text(e.Element(W + "sdtContent")!)}⟧"
        : ""));

    private static string Run(XElement piece) => piece.Name.LocalName switch
    {
        "t" => piece.Value,
        "br" => "↵",
        "tab" => "→",
        "instrText" => $"{{{piece.Value.Trim()}}}",
        _ => "",
    };

    private static void Styles(XElement root, StringBuilder text)
    {
        foreach (var style in root.Elements(W + "style"))
        {
            text.Append((string?)style.Attribute(W + "styleId")).Append(": ")
                .Append(string.Join("; ", style.Elements().Select(e => $"{e.Name.LocalName} {Flat(e)}".TrimEnd()))).Append('\n');
        }
    }

    private static string Flat(XElement element) => string.Join(' ', [.. element.Attributes().Select(a => a.Name.LocalName == "val" ? a.Value : $"{a.Name.LocalName}={a.Value}"),
        .. element.Elements().Select(e => Flat(e) is { Length: > 0 } inner ? $"{e.Name.LocalName}({inner})" : e.Name.LocalName)]);

    private static string Section(XElement root) => string.Join('\n', root.Descendants(W + "sectPr").Select(s => $"section {string.Join("; ", s.Elements().Select(e => $"{e.Name.LocalName} {Flat(e)}".TrimEnd()))}"));

    private static string Scrubbed(string xml) => CountedUp().Replace(xml, "");

    [GeneratedRegex(@"\s(w:rsid\w*|w14:paraId|w14:textId)=""[^""]*""|<w:id w:val=""-?\d+""\s*/>")]
    private static partial Regex CountedUp();
}
