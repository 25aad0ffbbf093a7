using System.Globalization;
using System.Security;
using System.Text;

namespace LearningCity.Docs.Tests.Support;

/// <summary>
/// A small language for minimal packages that Excel and Word open:
/// <c>PackageBuilder.Workbook().Sheet("Phụ lục IIIb", [["Chỉ tiêu", "Kết quả"], ["1.1", 95.5m]]).ToBytes()</c>,
/// <c>PackageBuilder.Document().Paragraph("PHỤ LỤC").Table([["1.1", "Đạt"]]).ToBytes()</c>.
/// <c>With</c> replaces or adds a part as it is; content types and relationships that the builder makes can be replaced in the same way.
/// </summary>
internal sealed class PackageBuilder
{
    public const string SpreadsheetTypes = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    public const string WordTypes = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    public const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly bool workbook;
    private readonly List<(string Name, object?[][] Rows)> sheets = [];
    private readonly StringBuilder body = new();
    private readonly List<(string Part, string Type)> types = [];
    private readonly List<(string Source, string Element)> relationships = [];
    private readonly List<(string Name, byte[] Content)> parts = [];
    private readonly HashSet<string> without = [];

    private PackageBuilder(bool workbook) => this.workbook = workbook;

    public static PackageBuilder Workbook() => new(workbook: true);

    public static PackageBuilder Document() => new(workbook: false);

    /// <summary>Rows from A1 down; null leaves the cell out; text, number and bool become cells of that kind.</summary>
    public PackageBuilder Sheet(string name, params object?[][] rows)
    {
        sheets.Add((name, rows));
        return this;
    }

    public PackageBuilder Paragraph(string text)
    {
        body.Append(ParagraphXml(text));
        return this;
    }

    public PackageBuilder Table(params string[][] rows)
    {
        body.Append("<w:tbl><w:tblPr/><w:tblGrid>").Insert(body.Length, "<w:gridCol/>", rows.Max(r => r.Length)).Append("</w:tblGrid>");
        foreach (var row in rows)
        {
            body.Append("<w:tr>");
            foreach (var cell in row) { body.Append("<w:tc>").Append(ParagraphXml(cell)).Append("</w:tc>"); }
            body.Append("</w:tr>");
        }
        body.Append("</w:tbl>");
        return this;
    }

    /// <summary>Markup in the body of the document, in prefix <c>w</c>.</summary>
    public PackageBuilder Body(string markup)
    {
        body.Append(markup);
        return this;
    }

    public PackageBuilder With(string part, string xml) => With(part, Encoding.UTF8.GetBytes(xml));

    public PackageBuilder With(string part, byte[] content)
    {
        parts.RemoveAll(p => p.Name == part);
        parts.Add((part, content));
        return this;
    }

    public PackageBuilder Without(string part)
    {
        without.Add(part);
        return this;
    }

    /// <summary>An Override of <c>[Content_Types].xml</c>; the last one for a part stands.</summary>
    public PackageBuilder Type(string part, string contentType)
    {
        types.RemoveAll(t => t.Part == part);
        types.Add((part, contentType));
        return this;
    }

    /// <summary>A relationship of a part (<c>""</c>: of the package); <paramref name="type"/> is the end of its name, or a whole one.</summary>
    public PackageBuilder Relationship(string source, string type, string target, bool external = false)
    {
        var whole = type.Contains("://", StringComparison.Ordinal) ? type : Relationships + type;
        var id = "r" + (relationships.Count + 100).ToString(CultureInfo.InvariantCulture);
        relationships.Add((source, $"<Relationship Id=\"{id}\" Type=\"{whole}\" Target=\"{Escape(target)}\"{(external ? " TargetMode=\"External\"" : "")}/>"));
        return this;
    }

    public string MainPart => workbook ? "xl/workbook.xml" : "word/document.xml";

    public byte[] ToBytes() => ZipBytes.Of(Parts());

    /// <summary>The entries in the order of the file, for a test that wants to lie about them.</summary>
    public ImmutableArray<ZipItem> Parts()
    {
        var made = workbook ? WorkbookParts() : DocumentParts();
        var all = made.Where(m => parts.TrueForAll(p => p.Name != m.Name)).Concat(parts).Where(p => !without.Contains(p.Name));
        return [.. all.Select(p => new ZipItem(p.Name, p.Content))];
    }

    private List<(string Name, byte[] Content)> WorkbookParts()
    {
        List<(string Name, object?[][] Rows)> written = sheets.Count == 0 ? [("Sheet1", [])] : sheets;
        var list = new StringBuilder();
        var made = new List<(string, string)>();
        for (var i = 1; i <= written.Count; i++)
        {
            var part = string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{i}.xml");
            var number = i.ToString(CultureInfo.InvariantCulture);
            list.Append(CultureInfo.InvariantCulture, $"<sheet name=\"{Escape(written[i - 1].Name)}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
            made.Add((part, SheetXml(written[i - 1].Rows)));
        }
        var links = string.Concat(made.Select((_, i) => string.Create(CultureInfo.InvariantCulture,
            $"<Relationship Id=\"rId{i + 1}\" Type=\"{Relationships}worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>")));
        made.Insert(0, (MainPart, $"<workbook xmlns=\"{Spreadsheet}\" xmlns:r=\"{Relationships.TrimEnd('/')}\"><sheets>{list}</sheets></workbook>"));
        return Framed(made, links, SpreadsheetTypes + "sheet.main+xml", SpreadsheetTypes + "worksheet+xml");
    }

    private List<(string Name, byte[] Content)> DocumentParts()
    {
        var xml = $"<w:document xmlns:w=\"{Word}\" xmlns:r=\"{Relationships.TrimEnd('/')}\"><w:body>{body}<w:sectPr/></w:body></w:document>";
        return Framed([(MainPart, xml)], "", WordTypes + "document.main+xml", "");
    }

    private List<(string Name, byte[] Content)> Framed(List<(string Part, string Xml)> made, string links, string mainType, string otherType)
    {
        var overrides = made.Select((m, i) => (m.Part, i == 0 ? mainType : otherType)).Where(t => types.TrueForAll(own => own.Part != t.Part)).Concat(types);
        var contentTypes = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Default Extension=\"bin\" ContentType=\"application/octet-stream\"/><Default Extension=\"png\" ContentType=\"image/png\"/>"
            + string.Concat(overrides.Select(o => $"<Override PartName=\"/{Escape(o.Item1)}\" ContentType=\"{o.Item2}\"/>")) + "</Types>";
        var root = $"<Relationship Id=\"rId1\" Type=\"{Relationships}officeDocument\" Target=\"{MainPart}\"/>";
        List<(string, string)> all = [("[Content_Types].xml", contentTypes)];
        var sources = relationships.Select(r => r.Source).Prepend(MainPart).Prepend("").Distinct();
        foreach (var source in sources)
        {
            var own = (source == "" ? root : source == MainPart ? links : "") + string.Concat(relationships.Where(r => r.Source == source).Select(r => r.Element));
            if (own.Length > 0) { all.Add((RelationshipsPart(source), $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{own}</Relationships>")); }
        }
        all.AddRange(made);
        return [.. all.Select(p => (p.Item1, Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + p.Item2)))];
    }

    private static string RelationshipsPart(string source)
    {
        var slash = source.LastIndexOf('/') + 1;
        return source[..slash] + "_rels/" + source[slash..] + ".rels";
    }

    private static string SheetXml(object?[][] rows)
    {
        var data = new StringBuilder($"<worksheet xmlns=\"{Spreadsheet}\"><sheetData>");
        for (var r = 0; r < rows.Length; r++)
        {
            data.Append(CultureInfo.InvariantCulture, $"<row r=\"{r + 1}\">");
            for (var c = 0; c < rows[r].Length; c++) { data.Append(CellXml(new CellReference(r + 1, c + 1).ToString(), rows[r][c])); }
            data.Append("</row>");
        }
        return data.Append("</sheetData></worksheet>").ToString();
    }

    private static string CellXml(string reference, object? value) => value switch
    {
        null => "",
        bool yes => $"<c r=\"{reference}\" t=\"b\"><v>{(yes ? 1 : 0)}</v></c>",
        string text => $"<c r=\"{reference}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{Escape(text)}</t></is></c>",
        IFormattable number => $"<c r=\"{reference}\"><v>{number.ToString(null, CultureInfo.InvariantCulture)}</v></c>",
        _ => throw new ArgumentException($"A cell cannot hold a {value.GetType().Name}."),
    };

    private static string ParagraphXml(string text) => $"<w:p><w:r><w:t xml:space=\"preserve\">{Escape(text)}</w:t></w:r></w:p>";

    private static string Escape(string text) => SecurityElement.Escape(text);
}
