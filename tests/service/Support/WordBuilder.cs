using System.IO.Compression;
using System.Security;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace LearningCity.Docs.Tests.Support;

/// <summary>A small language for Word files: <c>new WordBuilder(P("…"), Table(Row(Cell("…")))).Build()</c>. Strings are WordprocessingML.</summary>
internal sealed class WordBuilder(params string[] body)
{
    public const string Namespaces = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
        xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"
        """;

    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private readonly List<(string Name, string Type, string Xml)> others = [];

    /// <summary>A header, footer or notes part; <paramref name="kind"/> is <c>header</c>, <c>footer</c> or <c>footnotes</c>.</summary>
    public WordBuilder With(string kind, string content)
    {
        var root = kind switch { "header" => "hdr", "footer" => "ftr", _ => kind };
        others.Add(($"{kind}1.xml", kind, $"<w:{root} {Namespaces}>{content}</w:{root}>"));
        return this;
    }

    public byte[] Build()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", $"""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{WordType}document.main+xml"/>{string.Concat(others.Select(o => $"<Override PartName=\"/word/{o.Name}\" ContentType=\"{WordType}{o.Type}+xml\"/>"))}</Types>
                """);
            Add(zip, "_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            var references = string.Concat(others.Select((o, i) => o.Type is "header" or "footer" ? $"<w:{o.Type}Reference w:type=\"default\" r:id=\"rId{i + 1}\"/>" : ""));
            Add(zip, "word/document.xml", $"<w:document {Namespaces}><w:body>{string.Concat(body)}<w:sectPr>{references}<w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr></w:body></w:document>");
            Add(zip, "word/_rels/document.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(others.Select((o, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Relations}{o.Type}\" Target=\"{o.Name}\"/>"))}</Relationships>");
            foreach (var other in others) { Add(zip, "word/" + other.Name, other.Xml); }
        }
        return file.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string xml)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(xml);
    }

    public static string R(string text, string properties = "") => $"<w:r>{(properties.Length > 0 ? $"<w:rPr>{properties}</w:rPr>" : "")}<w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t></w:r>";

    public static string P(string text) => Para(R(text));

    public static string Para(params string[] runs) => $"<w:p>{string.Concat(runs)}</w:p>";

    /// <summary>A cell with one paragraph for each text.</summary>
    public static string Cell(params string[] paragraphs) => CellOf(paragraphs.Select(P).ToArray());

    public static string CellOf(params string[] blocks) => $"<w:tc><w:tcPr><w:tcW w:w=\"2000\" w:type=\"dxa\"/><w:tcBorders><w:top w:val=\"single\"/></w:tcBorders></w:tcPr>{string.Concat(blocks)}</w:tc>";

    public static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    /// <summary>A row with a cell for each text.</summary>
    public static string Texts(params string[] texts) => Row(texts.Select(t => Cell(t)).ToArray());

    public static string Table(params string[] rows) => $"<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"2000\"/></w:tblGrid>{string.Concat(rows)}</w:tbl>";
}

/// <summary>A rendered Word file as a test sees it.</summary>
internal static class WordReading
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static string Xml(byte[] docx, string part = "word/document.xml")
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        using var reader = new StreamReader(zip.GetEntry(part)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>The name of the part that the package has in this role, by the end of the relationship's type.</summary>
    public static string Part(byte[] docx, string role) => ((string)XDocument.Parse(Xml(docx, "_rels/.rels")).Root!.Elements().Single(r => ((string)r.Attribute("Type")!).EndsWith(role, StringComparison.Ordinal)).Attribute("Target")!).TrimStart('/');

    /// <summary>Each paragraph's text; a break is a line break, a tab a tab.</summary>
    public static string[] Paragraphs(byte[] docx, string part = "word/document.xml") =>
        XDocument.Parse(Xml(docx, part), LoadOptions.PreserveWhitespace).Descendants(W + "p").Select(p => string.Concat(p.Descendants().Select(Text))).ToArray();

    /// <summary>Rows of all tables: the cells' texts joined by <c>|</c>, paragraphs in a cell by <c>/</c>.</summary>
    public static string[] Rows(byte[] docx) => XDocument.Parse(Xml(docx), LoadOptions.PreserveWhitespace).Descendants(W + "tr")
        .Select(r => string.Join('|', r.Elements(W + "tc").Select(c => string.Join('/', c.Elements(W + "p").Select(p => string.Concat(p.Descendants().Select(Text))))))).ToArray();

    /// <summary>What Word would find wrong; empty when nothing.</summary>
    public static string[] Faults(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        return new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}").ToArray();
    }

    private static string Text(XElement element) => element.Name == W + "t" ? element.Value : element.Name == W + "br" ? "\n" : element.Name == W + "tab" ? "\t" : "";
}
