using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Writing;

/// <summary>
/// The last hand on a written workbook, on its zip: the form's mark as a custom XML part, core properties without a person's name, and the same bytes for the same
/// input (order, times and names of the entries are fixed).
/// </summary>
internal static class FormPackage
{
    /// <summary>Names the kind of part, not the file: the same in every workbook.</summary>
    private const string StoreItem = "{6C0D5B52-0E1B-4F3C-9A77-1C1A5E0F2B10}";

    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XNamespace Relationship = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace ContentType = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly DateTimeOffset EntryTime = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="growing">Rows whose height Excel may change by itself.</param>
    public static byte[] Seal(byte[] workbook, FormDefinition form, ImmutableArray<int> growing)
    {
        var parts = Read(workbook);
        Core(parts, form);
        Mark(parts, form);
        Edit(parts, "xl/workbook.xml", ClosedXmlParts.Workbook);
        Edit(parts, "xl/styles.xml", ClosedXmlParts.Styles);
        Edit(parts, "xl/worksheets/sheet1.xml", sheet => ClosedXmlParts.Sheet(sheet, growing));
        foreach (var part in parts.Keys.Where(n => n.StartsWith("xl/", StringComparison.Ordinal) && n.EndsWith(".xml", StringComparison.Ordinal)).Append("docProps/app.xml").Where(parts.ContainsKey).ToArray())
        {
            Edit(parts, part, ClosedXmlParts.WithoutPrefix);
        }
        return Pack(parts);
    }

    private static SortedDictionary<string, byte[]> Read(byte[] workbook)
    {
        var parts = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        using var zip = new ZipArchive(new MemoryStream(workbook));
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            parts[entry.FullName] = content.ToArray();
        }
        return parts;
    }

    /// <summary>System.IO.Packaging gives the core properties a random name; here they get the usual one.</summary>
    private static void Core(SortedDictionary<string, byte[]> parts, FormDefinition form)
    {
        const string name = "docProps/core.xml", type = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
        foreach (var old in parts.Keys.Where(n => n.EndsWith(".psmdcp", StringComparison.Ordinal)).ToArray()) { parts.Remove(old); }
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties", dublin = "http://purl.org/dc/elements/1.1/", terms = "http://purl.org/dc/terms/", instance = "http://www.w3.org/2001/XMLSchema-instance";
        var issued = form.ValidFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";
        XElement Date(string element) => new(terms + element, new XAttribute(instance + "type", "dcterms:W3CDTF"), issued);
        parts[name] = Bytes(new XDocument(new XElement(core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", core), new XAttribute(XNamespace.Xmlns + "dc", dublin), new XAttribute(XNamespace.Xmlns + "dcterms", terms), new XAttribute(XNamespace.Xmlns + "xsi", instance),
            new XElement(dublin + "title", form.Title), new XElement(dublin + "language", "vi-VN"), Date("created"), Date("modified"))));
        Edit(parts, "_rels/.rels", root =>
        {
            root.Elements().Where(e => (string?)e.Attribute("Type") == type).Remove();
            root.Add(Related("", type, name));
            foreach (var (i, relationship) in root.Elements().Index()) { relationship.SetAttributeValue("Id", $"rId{i + 1}"); } // one of them is random
        });
        Edit(parts, "[Content_Types].xml", root =>
        {
            root.Elements().Where(e => (string?)e.Attribute("Extension") == "psmdcp" || ((string?)e.Attribute("PartName"))?.EndsWith(".psmdcp", StringComparison.Ordinal) == true).Remove();
            root.Add(Override(name, "application/vnd.openxmlformats-package.core-properties+xml"));
        });
    }

    private static void Mark(SortedDictionary<string, byte[]> parts, FormDefinition form)
    {
        XNamespace mark = FormMark.Namespace, store = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
        parts["customXml/item1.xml"] = Bytes(new XDocument(new XElement(mark + "form", new XAttribute("id", form.Id), new XAttribute("version", form.Version), form.Part is { } part ? new XAttribute("part", part.Key) : null)));
        parts["customXml/itemProps1.xml"] = Bytes(new XDocument(new XElement(store + "datastoreItem", new XAttribute(XNamespace.Xmlns + "ds", store), new XAttribute(store + "itemID", StoreItem),
            new XElement(store + "schemaRefs", new XElement(store + "schemaRef", new XAttribute(store + "uri", FormMark.Namespace))))));
        parts["customXml/_rels/item1.xml.rels"] = Bytes(new XDocument(new XElement(Relationship + "Relationships", Related("rId1", $"{Relationships}/customXmlProps", "itemProps1.xml"))));
        Edit(parts, "xl/_rels/workbook.xml.rels", root => root.Add(Related("rIdForm", $"{Relationships}/customXml", "../customXml/item1.xml")));
        Edit(parts, "[Content_Types].xml", root =>
        {
            root.Add(Override("customXml/item1.xml", "application/xml"));
            root.Add(Override("customXml/itemProps1.xml", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"));
        });
    }

    private static byte[] Pack(SortedDictionary<string, byte[]> parts)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts.OrderBy(p => p.Key != "[Content_Types].xml").ThenBy(p => p.Key, StringComparer.Ordinal))
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = EntryTime;
                using var stream = entry.Open();
                stream.Write(content);
            }
        }
        return packed.ToArray();
    }

    private static void Edit(SortedDictionary<string, byte[]> parts, string name, Action<XElement> change)
    {
        using var stream = new MemoryStream(parts[name]);
        var document = XDocument.Load(stream, LoadOptions.PreserveWhitespace);
        change(document.Root!);
        parts[name] = Bytes(document);
    }

    private static byte[] Bytes(XDocument document)
    {
        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true)) { document.Save(writer, SaveOptions.DisableFormatting); }
        return stream.ToArray();
    }

    private static XElement Related(string id, string type, string target) => new(Relationship + "Relationship", new XAttribute("Type", type), new XAttribute("Target", target), new XAttribute("Id", id));

    private static XElement Override(string part, string type) => new(ContentType + "Override", new XAttribute("PartName", "/" + part), new XAttribute("ContentType", type));
}
