using System.Globalization;
using System.Xml.Linq;
using LearningCity.Docs.Templating;

namespace LearningCity.Docs.Documents;

/// <summary>
/// Dòng chữ ký: Word's own signature line (ECMA-376 part 4, <c>o:signatureline</c>), put into the room for signature and seal of a paper's template, so that the signer signs by a double click. It fits into the
/// room, which stays as high as it is. Name and title are those that stand around it, tags and all.
/// </summary>
internal static class SignatureLines
{
    /// <summary>The picture that Word shows until it is signed.</summary>
    public const string PictureFile = "dong-chu-ky.png";

    private const string RoomStyle = "ChoKy", NameStyle = "HoTen", TitleStyle = "ChucVu", AuthorityStyle = "QuyenHan";
    private const string PicturePart = "word/media/dong-chu-ky.png";
    private const string PictureId = "rIdDongChuKy";
    private const string PictureType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";

    private static readonly XNamespace W = WordXml.W, V = "urn:schemas-microsoft-com:vml", O = "urn:schemas-microsoft-com:office:office",
        R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", Relations = "http://schemas.openxmlformats.org/package/2006/relationships",
        Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    public static void Insert(XDocument document)
    {
        var rooms = document.Descendants(WordXml.P).Where(p => Style(p) == RoomStyle).ToList();
        for (var i = 0; i < rooms.Count; i++) { rooms[i].Add(Line(rooms[i], i + 1)); }
    }

    public static PackagePart Picture(byte[] png) => new(PicturePart, png);

    /// <summary>Into the relationships of the document.</summary>
    public static void Relate(XDocument relationships) => relationships.Root!.Add(
        new XElement(Relations + "Relationship", new XAttribute("Type", PictureType), new XAttribute("Target", "/" + PicturePart), new XAttribute("Id", PictureId)));

    /// <summary>Into the content types of the package.</summary>
    public static void Announce(XDocument types)
    {
        if (types.Root!.Elements(Types + "Default").Any(d => string.Equals((string?)d.Attribute("Extension"), "png", StringComparison.OrdinalIgnoreCase))) { return; }
        types.Root.AddFirst(new XElement(Types + "Default", new XAttribute("Extension", "png"), new XAttribute("ContentType", "image/png")));
    }

    private static XElement Line(XElement room, int number)
    {
        var digits = number.ToString("X4", CultureInfo.InvariantCulture);
        var letter = Letter(room);
        var (id, shape) = (Tag(letter, SignatureLineNames.Id) + digits + "}", Tag(letter, SignatureLineNames.Shape) + digits);
        var title = Words(room.ElementsBeforeSelf(), TitleStyle);
        return new XElement(WordXml.R, new XElement(W + "pict", new XAttribute(XNamespace.Xmlns + "v", V), new XAttribute(XNamespace.Xmlns + "o", O),
            new XElement(V + "shapetype", new XAttribute("id", shape), new XAttribute("coordsize", "21600,21600"), new XAttribute(O + "spt", "75"), new XAttribute(O + "preferrelative", "t"),
                new XAttribute("path", "m@4@5l@4@11@9@11@9@5xe"), new XAttribute("filled", "f"), new XAttribute("stroked", "f"),
                new XElement(V + "stroke", new XAttribute("joinstyle", "miter")),
                new XElement(V + "formulas", PictureFormulas.Select(f => new XElement(V + "f", new XAttribute("eqn", f)))),
                new XElement(V + "path", new XAttribute(O + "extrusionok", "f"), new XAttribute("gradientshapeok", "t"), new XAttribute(O + "connecttype", "rect")),
                new XElement(O + "lock", new XAttribute(V + "ext", "edit"), new XAttribute("aspectratio", "t"))),
            new XElement(V + "shape", new XAttribute("type", "#" + shape), new XAttribute("alt", LanguageTable.Vietnamese.Render("document.signatureLine")), new XAttribute("style", "width:180pt;height:68pt"),
                new XElement(V + "imagedata", new XAttribute(R + "id", PictureId), new XAttribute(O + "title", "")),
                new XElement(O + "lock", new XAttribute(V + "ext", "edit"), new XAttribute("ungrouping", "t"), new XAttribute("rotation", "t"), new XAttribute("cropping", "t"), new XAttribute("verticies", "t"),
                    new XAttribute("text", "t"), new XAttribute("grouping", "t")),
                new XElement(O + "signatureline", new XAttribute(V + "ext", "edit"), new XAttribute("id", id),
                    new XAttribute("provid", "{00000000-0000-0000-0000-000000000000}"),
                    new XAttribute(O + "suggestedsigner", Words(room.ElementsAfterSelf(), NameStyle)),
                    new XAttribute(O + "suggestedsigner2", title.Length > 0 ? title : Words(room.ElementsBeforeSelf(), AuthorityStyle)),
                    new XAttribute("issignatureline", "t")))));
    }

    private static string Tag(string letter, string name) => "{{" + letter + SignatureLineNames.Group + "." + name + "}}";

    /// <summary>In front of a name, where one of several letters repeats: each has its own.</summary>
    private static string Letter(XElement room)
    {
        var open = new Stack<TagContent>();
        foreach (var tag in TagGrammar.In(string.Concat(room.Ancestors().Reverse().Append(room).SelectMany(a => a.ElementsBeforeSelf()).SelectMany(e => e.Descendants(WordXml.T)).Select(t => t.Value))))
        {
            if (tag.Opens) { open.Push(tag); } else if (tag.Kind is TagKind.End) { open.TryPop(out _); }
        }
        return open.FirstOrDefault(t => t.Kind is TagKind.For && TagGrammar.Paths(t.Expression).First() is [UnitLetters.List]) is { Variable: { } letter } ? letter + "." : "";
    }

    private static string Words(IEnumerable<XElement> around, string style) =>
        string.Concat(around.Where(p => p.Name == WordXml.P && Style(p) == style).SelectMany(p => p.Descendants(WordXml.T)).Select(t => t.Value));

    private static string? Style(XElement paragraph) => (string?)paragraph.Element(WordXml.PPr)?.Element(W + "pStyle")?.Attribute(W + "val");

    /// <summary>What Word itself writes for a picture.</summary>
    private static readonly ImmutableArray<string> PictureFormulas =
    [
        "if lineDrawn pixelLineWidth 0", "sum @0 1 0", "sum 0 0 @1", "prod @2 1 2", "prod @3 21600 pixelWidth", "prod @3 21600 pixelHeight", "sum @0 0 1", "prod @6 1 2", "prod @7 21600 pixelWidth",
        "sum @8 21600 0", "prod @7 21600 pixelHeight", "sum @10 21600 0",
    ];
}
