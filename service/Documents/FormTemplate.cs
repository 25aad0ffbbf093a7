using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Templating;

namespace LearningCity.Docs.Documents;

/// <summary>
/// A layout's Word template, prepared for one form before it is compiled: what tags cannot say in Word. The page turns as the form says; columns that the form does not have go; the list of a
/// rating control gets the form's own scale; and the whole page is put into a locked group, in which Word lets nobody edit but inside the entry controls. The file in <c>templates/</c> stays free to be edited.
/// </summary>
internal static class FormTemplate
{
    /// <summary>The list item that stands for the steps of the rating scale.</summary>
    public const string ScaleTag = "{{thang_danh_gia}}";

    /// <summary>Whether a row stays whole. Word takes no tag there, so it is put in here.</summary>
    private const string KeptName = "giu_hang";

    private const string SummaryName = "tom_tat";

    /// <summary>The column over the data cells of a figures form.</summary>
    private const string ScaleHeader = "so_lieu";

    private const string MainPart = "word/document.xml";
    private const string MarkPart = "customXml/item1.xml";
    private const string StylesPart = "word/styles.xml";
    private const string RelationshipsPart = "word/_rels/document.xml.rels";
    private const string TypesPart = "[Content_Types].xml";
    private static readonly XNamespace W = WordXml.W;

    /// <param name="file">How the author knows the template.</param>
    /// <exception cref="TemplateException">Not a .docx that can be read.</exception>
    public static byte[] For(byte[] template, string file, FormDefinition form) => Prepared(template, file, parts =>
    {
        var drawn = Changed(parts, MainPart, document => Lock(Drawn(document, form)));
        return form.Part is { } part ? Changed(drawn, MarkPart, mark => mark.Root!.SetAttributeValue("part", part.Key)) : drawn;
    });

    /// <summary>A paper's template: its annex put in, nothing locked, since it is not a form to be filled.</summary>
    /// <param name="layout">Reads the template that draws the form.</param>
    /// <param name="signatureLine">The picture of the signature lines; null for a paper without them.</param>
    /// <exception cref="TemplateException">Not a .docx that can be read.</exception>
    public static byte[] ForPaper(byte[] template, string file, FormDefinition form, Func<byte[]> layout, byte[]? signatureLine = null) => Prepared(template, file, parts =>
    {
        ImmutableArray<PackagePart> annex = [];
        parts = Changed(parts, MainPart, document =>
        {
            if (AnnexInsertion.Place(document) is not { } place) { return; }
            annex = DocxFile.Read(layout());
            TemplateScale.Announce(document.Root!);
            AnnexInsertion.Insert(place, Drawn(WordXml.Load(annex.First(p => p.Name == MainPart).Bytes), form));
        });
        if (!annex.IsEmpty) { parts = Changed(parts, StylesPart, styles => AnnexInsertion.AddStyles(styles, WordXml.Load(annex.First(p => p.Name == StylesPart).Bytes))); }
        return signatureLine is null ? parts : WithSignatureLines(parts, signatureLine);
    });

    private static ImmutableArray<PackagePart> WithSignatureLines(ImmutableArray<PackagePart> parts, byte[] picture)
    {
        parts = Changed(parts, MainPart, SignatureLines.Insert);
        parts = Changed(parts, RelationshipsPart, SignatureLines.Relate);
        return [.. Changed(parts, TypesPart, SignatureLines.Announce), SignatureLines.Picture(picture)];
    }

    private static byte[] Prepared(byte[] template, string file, Func<ImmutableArray<PackagePart>, ImmutableArray<PackagePart>> prepare)
    {
        try
        {
            using var prepared = new MemoryStream();
            using (var target = new ZipArchive(prepared, ZipArchiveMode.Create, leaveOpen: true))
            {
                foreach (var part in Drawn(DocxFile.Read(template), file, prepare))
                {
                    using var to = target.CreateEntry(part.Name, CompressionLevel.Fastest).Open();
                    to.Write(part.Bytes);
                }
            }
            return prepared.ToArray();
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or XmlException)
        {
            throw new TemplateException(file, [new Finding(FindingCatalog.LC9001_NotAWordTemplate, Location.File, unreadable.Message)]);
        }
    }

    /// <summary>The form's table is drawn into that of the layout as it is shipped; an author's table that lost its grid, a cell or a merge stops it in one of these ways.</summary>
    private static ImmutableArray<PackagePart> Drawn(ImmutableArray<PackagePart> parts, string file, Func<ImmutableArray<PackagePart>, ImmutableArray<PackagePart>> prepare)
    {
        try { return prepare(parts); }
        catch (Exception other) when (other is InvalidOperationException or NullReferenceException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException or DivideByZeroException)
        {
            throw new TemplateException(file, [new Finding(FindingCatalog.LC9025_OtherTable, Location.File, file)]);
        }
    }

    private static ImmutableArray<PackagePart> Changed(ImmutableArray<PackagePart> parts, string name, Action<XDocument> change) => [.. parts.Select(part =>
    {
        if (part.Name != name) { return part; }
        var document = WordXml.Load(part.Bytes);
        change(document);
        using var xml = new MemoryStream();
        using (var writer = new StreamWriter(xml, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))) { document.Save(writer, SaveOptions.DisableFormatting); }
        return part with { Bytes = xml.ToArray() };
    })];

    /// <summary>The body of a layout's template, drawn for one form.</summary>
    private static XElement Drawn(XDocument document, FormDefinition form)
    {
        foreach (var item in document.Descendants(W + "listItem").Where(i => (string?)i.Attribute(W + "displayText") == ScaleTag).ToList()) { item.ReplaceWith(Steps(form)); }
        var body = document.Root!.Element(W + "body") ?? throw new InvalidDataException("w:body");
        var columns = AnnexModel.ColumnNames(form.Layout);
        TemplateColumns.TakeOut(body, columns.Where(c => !form.Columns.Any(c.Is)).Select(c => Tag(c.Name)), Tag(columns[0].Name));
        TemplateScale.Insert(body, form, Tag(ScaleHeader));
        TemplateScale.Announce(document.Root);
        TemplatePage.Turn(body, form.Page);
        if (form.Layout is FormLayout.Results)
        {
            foreach (var row in body.Descendants(W + "tr")) { if (Item(row) is { } item) { row.Element(W + "trPr")?.Element(W + "cantSplit")?.SetAttributeValue(W + "val", "{{" + item + "." + KeptName + "}}"); } }
        }
        return body;
    }

    /// <summary>What the template calls the item of a row that holds a summary, as in <c>{{hang_bieu.tom_tat.gia_tri}}</c>; null for any other row.</summary>
    private static string? Item(XElement row) =>
        TagGrammar.In(string.Concat(row.Descendants(W + "t").Select(t => t.Value))).SelectMany(tag => TagGrammar.Paths(tag.Expression)).Where(path => path is [_, SummaryName, _, ..])
            .Select(path => path[0]).FirstOrDefault();

    private static string Tag(string column) => "{{cot." + column + "}}";

    private static IEnumerable<XElement> Steps(FormDefinition form) => form.RatingScale.Select(step => new XElement(W + "listItem",
        new XAttribute(W + "displayText", step.Printed), new XAttribute(W + "value", step.Value.ToString(CultureInfo.InvariantCulture))));

    /// <summary>ECMA-376 part 1, 17.5.2.14 (group) and 17.5.2.20 (lock): what Word itself writes for Developer, Group.</summary>
    private static void Lock(XElement body)
    {
        var content = body.Elements().Where(e => e.Name != W + "sectPr").ToList();
        foreach (var element in content) { element.Remove(); }
        body.AddFirst(new XElement(W + "sdt",
            new XElement(W + "sdtPr", new XElement(W + "lock", new XAttribute(W + "val", "contentLocked")), new XElement(W + "group")),
            new XElement(W + "sdtContent", content)));
    }
}
