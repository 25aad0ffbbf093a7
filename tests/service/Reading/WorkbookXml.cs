using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Reading;

/// <summary>A workbook whose parts a test writes by hand.</summary>
internal static class WorkbookXml
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";

    public static PackageBuilder Of(string sheetData, string behind = "", string name = "S") => PackageBuilder.Workbook().Sheet(name)
        .With("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{sheetData}</sheetData>{behind}</worksheet>");

    /// <summary>One row, its cells as markup.</summary>
    public static PackageBuilder Row(params string[] cells) => Of($"<row r=\"1\">{string.Concat(cells)}</row>");

    public static PackageBuilder Strings(this PackageBuilder book, params string[] items) => book
        .With("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{string.Concat(items.Select(i => $"<si>{i}</si>"))}</sst>")
        .Type("xl/sharedStrings.xml", PackageBuilder.SpreadsheetTypes + "sharedStrings+xml")
        .Relationship("xl/workbook.xml", "sharedStrings", "sharedStrings.xml");

    /// <summary>Style <c>i + 1</c> shows numbers in the i-th format; style 0 is General.</summary>
    public static PackageBuilder Formats(this PackageBuilder book, params string[] codes) => book.Styles(
        string.Concat(codes.Select((c, i) => $"<numFmt numFmtId=\"{164 + i}\" formatCode=\"{System.Security.SecurityElement.Escape(c)}\"/>")),
        "<font/>",
        string.Concat(codes.Select((_, i) => $"<xf numFmtId=\"{164 + i}\"/>")));

    public static PackageBuilder Styles(this PackageBuilder book, string formats, string fonts, string xfs) =>
        book.StyleSheet($"<numFmts>{formats}</numFmts><fonts>{fonts}</fonts><cellXfs><xf numFmtId=\"0\"/>{xfs}</cellXfs>");

    /// <summary>The content of the styles' part.</summary>
    public static PackageBuilder StyleSheet(this PackageBuilder book, string content) => book
        .With("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\">{content}</styleSheet>")
        .Type("xl/styles.xml", PackageBuilder.SpreadsheetTypes + "styles+xml")
        .Relationship("xl/workbook.xml", "styles", "styles.xml");

    /// <summary>The workbook part with what a test wants in it; <paramref name="properties"/> before the sheets, <paramref name="names"/> behind.</summary>
    public static PackageBuilder Book(this PackageBuilder book, string sheets, string names = "", string properties = "") => book
        .With("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{PackageBuilder.Relationships.TrimEnd('/')}\">{properties}<sheets>{sheets}</sheets>{names}</workbook>");
}
