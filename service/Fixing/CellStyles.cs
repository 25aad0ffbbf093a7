using System.Globalization;
using System.Text;
using System.Xml;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Packages;

namespace LearningCity.Docs.Fixing;

/// <summary>
/// The cell styles of a workbook (CT_Stylesheet, ECMA-376 part 1, 18.8), and those that corrections add behind them: like another, but with the number format or the font
/// that a corrected cell needs. What is there stays as it is, byte for byte.
/// </summary>
internal sealed class CellStyles
{
    private const int FirstOwnFormat = 164;

    private readonly string part = "";
    private readonly PartText? text;
    private readonly Container formats = new(), fonts = new(), styles = new();
    private readonly Dictionary<(int Style, string? Format, string? Font), int> made = [];
    private int root;

    private CellStyles(string part, PartText? text) => (this.part, this.text) = (part, text);

    /// <summary>A child of one of the lists: its attributes and what is inside it, as written; of a font also its name and where that stands.</summary>
    private sealed record Item(string Element, ImmutableArray<(string Name, string Value)> Attributes, string Inside)
    {
        public string? FontName { get; init; }

        public int Number(string name) => int.TryParse(this[name], CultureInfo.InvariantCulture, out var number) ? number : 0;

        public string? this[string name] => Attributes.FirstOrDefault(a => a.Name == name).Value;

        public Item With(string name, string value) =>
            this with { Attributes = this[name] is null ? Attributes.Add((name, value)) : [.. Attributes.Select(a => a.Name == name ? (name, value) : a)] };

        public override string ToString()
        {
            var tag = new StringBuilder($"<{Element}");
            foreach (var (name, value) in Attributes) { tag.Append(CultureInfo.InvariantCulture, $" {name}=\"{PartText.EscapeValue(value)}\""); }
            return tag.Append(Inside.Length == 0 ? "/>" : $">{Inside}</{Element}>").ToString();
        }
    }

    /// <summary>A list of the part: its start tag, the place behind its last child, and what is added there.</summary>
    private sealed class Container
    {
        public int Start { get; set; } = -1;
        public int End { get; set; }
        public List<Item> Items { get; } = [];
        public int Added { get; set; }

        public int Add(Item item)
        {
            Items.Add(item);
            Added++;
            return Items.Count - 1;
        }
    }

    public static CellStyles Read(SafePackage package)
    {
        var part = package.Relationships(package.MainPart).FirstOrDefault(r => r is { IsExternal: false, Kind: "styles" })?.Target;
        if (part is null || package.OpenXml(part) is not { } xml) { return new CellStyles("", null); }
        using (xml)
        {
            var result = new CellStyles(part, PartText.Of(package, part));
            if (result.text is not null) { result.Read(xml, result.text); }
            return result;
        }
    }

    public string? Font(int style) => Style(style) is { } own && (uint)own.Number("fontId") < (uint)fonts.Items.Count ? fonts.Items[own.Number("fontId")].FontName : null;

    /// <summary>The number format in Excel's English notation; empty for one of Excel's own that shows no plain number.</summary>
    public string Format(int style)
    {
        var id = Style(style)?.Number("numFmtId") ?? 0;
        return formats.Items.FirstOrDefault(f => f.Number("numFmtId") == id)?["formatCode"] ?? id switch
        {
            0 => "General", 1 => "0", 2 => "0.00", 3 => "#,##0", 4 => "#,##0.00", 9 => "0%", 10 => "0.00%", 49 => "@", _ => "",
        };
    }

    /// <summary>The number of a style like this one with another number format or font: one that is there, or a new one. Null where the part cannot be written.</summary>
    public int? With(int style, string? format, string? font)
    {
        if (text is null || styles.Start < 0 || Style(style) is not { } own) { return null; }
        if (made.TryGetValue((style, format, font), out var known)) { return known; }
        var wanted = own;
        if (format is not null) { wanted = wanted.With("numFmtId", FormatId(format).ToString(CultureInfo.InvariantCulture)).With("applyNumberFormat", "1"); }
        if (font is not null)
        {
            if (FontId(own, font) is not { } id) { return null; }
            wanted = wanted.With("fontId", id.ToString(CultureInfo.InvariantCulture)).With("applyFont", "1");
        }
        var there = styles.Items.FindIndex(s => Same(s, wanted));
        return made[(style, format, font)] = there >= 0 ? there : styles.Add(wanted);
    }

    /// <summary>The part and its new bytes; null when no style was added.</summary>
    public (string Part, byte[] Bytes)? Changed()
    {
        if (text is null || styles.Added == 0) { return null; }
        if (formats.Start < 0 && formats.Added > 0)
        {
            var prefix = Prefix();
            text.Replace(root, root, $"<{prefix}numFmts count=\"{formats.Added}\">{string.Concat(formats.Items)}</{prefix}numFmts>");
        }
        foreach (var list in (ReadOnlySpan<Container>)[formats, fonts, styles])
        {
            if (list.Start < 0 || list.Added == 0) { continue; }
            Count(text, list);
            text.Replace(list.End, list.End, string.Concat(list.Items.TakeLast(list.Added)));
        }
        return (part, text.ToBytes());
    }

    private Item? Style(int style) => (uint)style < (uint)styles.Items.Count ? styles.Items[style] : null;

    private string Prefix() => styles.Items[0].Element is var name && name.Contains(':') ? name[..(name.IndexOf(':') + 1)] : "";

    private int FormatId(string format)
    {
        var known = format switch { "General" => 0, "0" => 1, "#,##0" => 3, "#,##0.00" => 4, "0%" => 9, "0.00%" => 10, _ => -1 };
        if (known >= 0 && formats.Items.All(f => f.Number("numFmtId") != known)) { return known; }
        if (formats.Items.FirstOrDefault(f => f["formatCode"] == format) is { } there) { return there.Number("numFmtId"); }
        var id = Math.Max(FirstOwnFormat, formats.Items.Select(f => f.Number("numFmtId")).DefaultIfEmpty(0).Max() + 1);
        formats.Add(new Item($"{Prefix()}numFmt", [("numFmtId", id.ToString(CultureInfo.InvariantCulture)), ("formatCode", format)], ""));
        return id;
    }

    private int? FontId(Item style, string name)
    {
        if (fonts.Start < 0 || (uint)style.Number("fontId") >= (uint)fonts.Items.Count) { return null; }
        var own = fonts.Items[style.Number("fontId")];
        var tag = $"<{Prefix()}name";
        var start = own.Inside.IndexOf(tag, StringComparison.Ordinal);
        if (start < 0) { return null; }
        var end = own.Inside.IndexOf('>', start) + 1;
        // A name in quotes may hold no '>' in any font there is; its own end tag, if any, goes with it.
        var close = $"</{Prefix()}name>";
        if (own.Inside[end - 2] != '/' && own.Inside.IndexOf(close, end, StringComparison.Ordinal) is var behind && behind >= 0) { end = behind + close.Length; }
        // A font of the theme's scheme would go before one by its name.
        var inside = WithoutElement($"{own.Inside[..start]}{tag} val=\"{PartText.EscapeValue(name)}\"/>{own.Inside[end..]}", $"{Prefix()}scheme");
        var wanted = own with { Inside = inside, FontName = name };
        var there = fonts.Items.FindIndex(f => Same(f, wanted));
        return there >= 0 ? there : fonts.Add(wanted);
    }

    private static string WithoutElement(string markup, string name)
    {
        var start = markup.IndexOf($"<{name} ", StringComparison.Ordinal);
        if (start < 0) { return markup; }
        var end = markup.IndexOf('>', start) + 1;
        var close = $"</{name}>";
        if (markup[end - 2] != '/') { end = markup.IndexOf(close, end, StringComparison.Ordinal) + close.Length; }
        return markup.Remove(start, end - start);
    }

    private static bool Same(Item a, Item b) => a.Inside == b.Inside && a.Attributes.Length == b.Attributes.Length && a.Attributes.All(x => b[x.Name] == x.Value);

    private static void Count(PartText text, Container list)
    {
        var end = text.EndOfTag(list.Start);
        var tag = text.Slice(list.Start, end);
        var at = tag.IndexOf(" count=", StringComparison.Ordinal);
        if (at < 0) { return; }
        var open = at + " count=".Length;
        var close = tag.IndexOf(tag[open], open + 1);
        text.Replace(list.Start + open + 1, list.Start + close, list.Items.Count.ToString(CultureInfo.InvariantCulture));
    }

    private void Read(XmlReader xml, PartText text)
    {
        var place = (IXmlLineInfo)xml;
        Container? list = null;
        int TextStart() => text.Start(new TextPlace(place.LineNumber, place.LinePosition));
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.EndElement && list is not null && xml.Depth == 1)
            {
                // The position of an end tag is that of its name, behind "</".
                list.End = TextStart() - 1;
                list = null;
                continue;
            }
            if (xml.NodeType is not XmlNodeType.Element) { continue; }
            if (xml.Depth == 0) { root = text.EndOfTag(TextStart()); }
            if (xml.Depth == 1)
            {
                list = xml.LocalName switch { "numFmts" => formats, "fonts" => fonts, "cellXfs" => styles, _ => null };
                if (list is null || xml.IsEmptyElement) { list = null; continue; }
                list.Start = TextStart();
            }
            else if (list is not null && xml.Depth == 2) { list.Items.Add(Read(xml, place, text)); }
        }
    }

    /// <summary>Ends on the last node of the item.</summary>
    private static Item Read(XmlReader xml, IXmlLineInfo place, PartText text)
    {
        var (name, start) = (xml.Name, text.Start(new TextPlace(place.LineNumber, place.LinePosition)));
        var attributes = ImmutableArray.CreateBuilder<(string, string)>();
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute()) { attributes.Add((xml.Name, xml.Value)); }
        xml.MoveToElement();
        if (xml.IsEmptyElement) { return new Item(name, attributes.ToImmutable(), ""); }
        string? font = null;
        while (xml.Read() && xml.Depth > 2)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "name", Depth: 3 }) { font = xml.GetAttribute("val"); }
        }
        var end = text.Start(new TextPlace(place.LineNumber, place.LinePosition)) - 1;
        return new Item(name, attributes.ToImmutable(), text.Slice(text.EndOfTag(start), end)) { FontName = font };
    }
}
