using System.Xml;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Packages;

namespace LearningCity.Docs.Layout;

/// <summary>
/// What a paragraph or run looks like before its own formatting: defaults, then the table's style, then the paragraph's, then the run's, each over the styles that it is
/// based on (17.7.2). A style sheet that is missing or damaged says nothing.
/// </summary>
internal sealed class WordStyles
{
    private const int DeepestChain = 32;

    private readonly Dictionary<string, Style> styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Style> flat = new(StringComparer.Ordinal);
    private readonly FormatReader formats;
    private string? defaultParagraph, defaultTable;

    private WordStyles(FormatReader formats) => this.formats = formats;

    public RunFormat DefaultRun { get; private set; } = RunFormat.Empty;
    public ParagraphFormat DefaultParagraph { get; private set; } = ParagraphFormat.Empty;

    public static WordStyles Read(SafePackage package, FormatReader formats)
    {
        var sheet = new WordStyles(formats);
        if (package.Linked("styles") is not { } part) { return sheet; }
        using var xml = package.OpenXml(part);
        if (xml is null) { return sheet; }
        try
        {
            while (xml.Read())
            {
                if (xml.NodeType is XmlNodeType.Element && xml.LocalName == "styles") { sheet.Sheet(xml); }
            }
        }
        catch (XmlException) { return new WordStyles(formats); }
        return sheet;
    }

    /// <summary>The named table style, or the document's default one outside of naming.</summary>
    public Style Table(string? id) => Chain(id ?? defaultTable);

    public Style Paragraph(string? id) => Chain(id is not null && styles.ContainsKey(id) ? id : defaultParagraph);

    public Style Character(string? id) => Chain(id);

    private void Sheet(XmlReader xml) => xml.EachChild(name =>
    {
        switch (name)
        {
            case "docDefaults":
                xml.EachChild(_ => xml.EachChild(part =>
                {
                    if (part == "rPr") { DefaultRun = formats.Run(xml); }
                    else if (part == "pPr") { DefaultParagraph = FormatReader.Paragraph(xml); }
                    else { xml.Skip(); }
                }));
                break;
            case "style": ReadStyle(xml); break;
            default: xml.Skip(); break;
        }
    });

    private void ReadStyle(XmlReader xml)
    {
        var (id, type, isDefault) = (xml.Value("styleId"), xml.Value("type"), xml.Value("default") is "1" or "true" or "on");
        var style = new Style(null, RunFormat.Empty, ParagraphFormat.Empty);
        xml.EachChild(name =>
        {
            switch (name)
            {
                case "basedOn": style = style with { BasedOn = xml.Value() }; xml.Skip(); break;
                case "rPr": style = style with { Run = formats.Run(xml) }; break;
                case "pPr": style = style with { Paragraph = FormatReader.Paragraph(xml) }; break;
                default: xml.Skip(); break;
            }
        });
        if (id is null) { return; }
        styles[id] = style;
        if (isDefault && type == "paragraph") { defaultParagraph = id; }
        if (isDefault && type == "table") { defaultTable = id; }
    }

    private Style Chain(string? id, int depth = 0)
    {
        if (id is null || depth > DeepestChain || !styles.TryGetValue(id, out var style)) { return Style.Nothing; }
        if (flat.TryGetValue(id, out var known)) { return known; }
        var lower = Chain(style.BasedOn, depth + 1);
        var whole = new Style(null, style.Run.Over(lower.Run), style.Paragraph.Over(lower.Paragraph));
        // Of a chain cut for its depth, or one that turns back on itself, only what was asked for first is kept.
        if (depth == 0) { flat[id] = whole; }
        return whole;
    }

    internal sealed record Style(string? BasedOn, RunFormat Run, ParagraphFormat Paragraph)
    {
        public static Style Nothing { get; } = new(null, RunFormat.Empty, ParagraphFormat.Empty);
    }
}
