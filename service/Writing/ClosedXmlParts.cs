using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LearningCity.Docs.Writing;

/// <summary>What ClosedXML 0.95 writes into its parts and cannot be told to write otherwise.</summary>
internal static partial class ClosedXmlParts
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>Repeated rows as <c>$5:$5</c> (LibreOffice does not take <c>5:5</c>), a single cell as <c>$C$6</c>.</summary>
    public static void Workbook(XElement workbook)
    {
        foreach (var name in workbook.Descendants(Main + "definedName")) { name.Value = SingleCell().Replace(WholeRows().Replace(name.Value, "!$$$1:$$$2"), "$1"); }
    }

    /// <summary>Column widths count in digits of the default font, the first one: it must be the form's, or every width is off. The empty number format that overrides "General" goes.</summary>
    public static void Styles(XElement styles)
    {
        var font = styles.Element(Main + "fonts")!.Elements(Main + "font").First();
        font.Element(Main + "name")!.SetAttributeValue("val", FormSheet.Font);
        font.Element(Main + "sz")!.SetAttributeValue("val", FormSheet.DefaultSize.ToString(CultureInfo.InvariantCulture));
        foreach (var family in styles.Descendants(Main + "family")) { family.SetAttributeValue("val", "1"); } // Roman, as Times New Roman is
        if (styles.Element(Main + "numFmts") is not { } formats) { return; }
        formats.Elements().Where(f => (string?)f.Attribute("formatCode") == "").Remove();
        formats.SetAttributeValue("count", formats.Elements().Count());
        if (!formats.HasElements) { formats.Remove(); }
    }

    /// <param name="growing">Rows whose height Excel may change by itself as an official types: the height stands, but not as the user's own.</param>
    public static void Sheet(XElement sheet, ImmutableArray<int> growing)
    {
        var rows = growing.Select(r => r.ToString(CultureInfo.InvariantCulture)).ToHashSet(StringComparer.Ordinal);
        var data = sheet.Element(Main + "sheetData")!;
        data.Elements(Main + "row").Where(r => rows.Contains((string?)r.Attribute("r") ?? "")).Attributes("customHeight").Remove();
        data.Descendants(Main + "c").Where(c => !c.HasElements).Attributes("t").Remove(); // a type without a value
        var columns = sheet.Element(Main + "cols")!;
        columns.ReplaceNodes(columns.Elements().OrderBy(c => (int)c.Attribute("min")!).ToArray());
        foreach (var pane in sheet.Descendants(Main + "pane"))
        {
            pane.SetAttributeValue("state", "frozen");
            pane.SetAttributeValue("xSplit", null);
        }
        foreach (var end in sheet.Descendants(Main + "brk")) { end.SetAttributeValue("max", "16383"); }
        sheet.Descendants(Main + "dataValidation").Elements().Where(f => f.Value.Length == 0).Remove();
    }

    /// <summary>Element names bare, as Excel writes them: some programs (exceljs) look for <c>row</c> and do not find <c>x:row</c>.</summary>
    public static void WithoutPrefix(XElement root) => root.DescendantsAndSelf().Attributes().Where(a => a.IsNamespaceDeclaration && a.Value == root.Name.NamespaceName).Remove();

    [GeneratedRegex(@"!(\d+):(\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex WholeRows();

    [GeneratedRegex(@"(\$[A-Z]+\$\d+):\1$", RegexOptions.CultureInvariant)]
    private static partial Regex SingleCell();
}
