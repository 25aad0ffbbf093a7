using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Tests.Reading;
using LearningCity.Docs.Tests.Support;
using static LearningCity.Docs.Tests.Support.WordBuilder;

namespace LearningCity.Docs.Tests.Foreign;

/// <summary>What we call visible in a Word file is what LibreOffice exports of it as text, except for the kinds in one table.</summary>
public partial class VisibleTextTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>What LibreOffice exports and we do not call visible: the file is given to it with these texts between marks, which are taken away from what it says.</summary>
    private static readonly ImmutableArray<(string Kind, Func<XElement, bool> Has)> Withdrawn =
    [
        ("struck", text => On(text, "strike") || On(text, "dstrike")),
        ("hidden", text => On(text, "vanish")),
        ("white on white", text => (string?)Property(text, "color")?.Attribute(W + "val") == "FFFFFF"),
        ("deleted", text => text.Name == W + "delText" || text.Ancestors(W + "tr").Any(row => row.Element(W + "trPr")?.Element(W + "del") is not null)),
        ("moved away", text => text.Ancestors(W + "moveFrom").Any()),
        ("prompts of empty controls", text => text.Ancestors(W + "sdt").Any(c => c.Element(W + "sdtPr")?.Element(W + "showingPlcHdr") is not null)),
        ("text boxes", text => text.Ancestors(W + "txbxContent").Any()),
    ];

    // What we tell and LibreOffice does not export (equations, old check boxes and drop-downs, text boxes) is left out by the walker below. Boxes and symbols are left out on
    // both sides, because a ticked box is the file's own sign there, a letter of a symbol font in the private use area, and ☑ here.
    private const string Boxes = "☐☑☒✓✔□■";

    private static bool IsCompared(char c) => !Boxes.Contains(c, StringComparison.Ordinal) && c is not ((>= '\uF000' and <= '\uF0FF') or '\u00AD' or '\uFEFF');

    private const char Begin = '\uE000', End = '\uE001', Joins = '\uE002';

    [LibreOffice.Fact]
    public void ForeignDocuments_SayWhatLibreOfficeExports()
    {
        var names = Directory.EnumerateFiles(Repository.Path("tests", "fixtures", "foreign"), "*.docx").Order(StringComparer.Ordinal).ToImmutableArray();
        names.Length.ShouldBeGreaterThan(20);
        Compare([.. names.Select(n => (Path.GetFileName(n), File.ReadAllBytes(n)))]);
    }

    [LibreOffice.Fact]
    public void DocumentOfEveryKind_SaysWhatLibreOfficeExports()
    {
        string[] fields = [Character("begin"), Code(" IF "), Character("begin"), Code(" MERGEFIELD KQ "), Character("separate"), R("1"), Character("end"), Code(" = 1 "), R("Đạt"), Character("separate"), R("Đạt"), Character("end")];
        var box = $"<w:r><w:pict><v:shape style=\"width:90pt;height:40pt\"><v:textbox><w:txbxContent>{P("trong hộp")}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>";
        var control = $"<w:sdt><w:sdtPr><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>{R("Bấm vào đây")}</w:sdtContent></w:sdt>";
        var equation = "<m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><m:r><m:t>17/18</m:t></m:r></m:oMath>";
        var deleted = "<w:del w:id=\"1\" w:author=\"a\"><w:r><w:delText>cũ</w:delText></w:r></w:del>";
        var kinds = new WordBuilder(
            Para(R("Một "), R("gạch", "<w:strike/>"), R("ẩn", "<w:vanish/>"), R("trắng", "<w:color w:val=\"FFFFFF\"/>"), R("còn", "<w:color w:val=\"FF0000\"/>")),
            Para(R("Hai "), deleted, $"<w:ins w:id=\"2\" w:author=\"a\">{R("mới")}</w:ins>"),
            Para(R("Ba "), $"<w:moveFrom w:id=\"3\" w:author=\"a\">{R("đi")}</w:moveFrom>", $"<w:moveTo w:id=\"4\" w:author=\"a\">{R("đến")}</w:moveTo>"),
            Para([R("Bốn "), .. fields, R(" hết")]),
            Para(R("Năm "), control, R("sau")),
            Para(R("Sáu "), box, R("sau hộp")),
            Para(R("Bảy "), equation, R(" phần"), "<w:r><w:noBreakHyphen/></w:r>", R("trăm")),
            Para(R("Tám "), "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>", R(" dấu")),
            $"<w:p><w:pPr><w:rPr><w:del w:id=\"5\" w:author=\"a\"/></w:rPr></w:pPr>{R("Chín ")}</w:p>", P("nối"),
            Table(Row(CellOf(P("trên"), Table(Texts("x", "y")), P("dưới")), Cell("phải")),
                $"<w:tr><w:trPr><w:del w:id=\"6\" w:author=\"a\"/></w:trPr>{CellOf(Para(deleted))}{CellOf(Para(deleted))}</w:tr>",
                Row(CellOf(Para(R("82,4"), R("2", "<w:vertAlign w:val=\"superscript\"/>"))), CellOf(Para("<w:r><w:br/></w:r>", R("sau ngắt"))))),
            P("Hết")).Build();
        Compare([("every kind", kinds)]);
        Withdrawn.Length.ShouldBe(7);
    }

    private static string Character(string type) => $"<w:r><w:fldChar w:fldCharType=\"{type}\"/></w:r>";

    private static string Code(string text) => $"<w:r><w:instrText xml:space=\"preserve\">{text}</w:instrText></w:r>";

    private static void Compare(ImmutableArray<(string Name, byte[] File)> documents)
    {
        var exported = LibreOffice.Convert([.. documents.Select(d => Marked(d.File))], "docx", "txt:Text (encoded):UTF8");
        var differences = new List<string>();
        foreach (var ((name, file), text) in documents.Zip(exported))
        {
            var (ours, theirs) = (Lines(Visible(file)), Lines(Unmarked(Encoding.UTF8.GetString(text))));
            differences.AddRange(ours.Zip(theirs).Where(p => p.First != p.Second).Take(3).Select(p => $"{name}: we see <{p.First}>, LibreOffice <{p.Second}>"));
            if (ours.Length != theirs.Length) { differences.Add($"{name}: {ours.Length} lines, LibreOffice {theirs.Length}"); }
            ours.ShouldNotBeEmpty(name);
        }
        differences.ShouldBeEmpty();
    }

    private static string Visible(byte[] file)
    {
        var package = Reads.Package(file);
        using var xml = package.OpenXml(package.MainPart)!;
        var walker = new VisibleText(xml, WordLookStyles.Read(package));
        walker.Read();
        return walker.Text;
    }

    private static string[] Lines(string text) =>
        [.. text.Split('\n').Select(line => Blanks().Replace(string.Concat(line.Where(IsCompared)).Replace('\u2011', '-'), " ").Trim()).Where(line => line.Length > 0)];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    private static string Unmarked(string text) => Regex.Replace(Regex.Replace(text.ReplaceLineEndings("\n"), $"{Begin}[^{End}]*{End}", ""), $"{Joins}\n", "");

    /// <summary>The file with what is withdrawn between marks.</summary>
    private static byte[] Marked(byte[] file)
    {
        using var result = new MemoryStream();
        result.Write(file);
        using (var zip = new ZipArchive(result, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry("word/document.xml")!;
            XDocument document;
            using (var stream = entry.Open()) { document = XDocument.Load(stream, LoadOptions.PreserveWhitespace); }
            foreach (var text in document.Descendants().Where(e => (e.Name == W + "t" || e.Name == W + "delText") && Withdrawn.Any(k => k.Has(e)))) { text.Value = $"{Begin}{text.Value}{End}"; }
            foreach (var paragraph in document.Descendants(W + "p").Where(p => p.Element(W + "pPr")?.Element(W + "rPr")?.Elements().Any(e => e.Name == W + "del" || e.Name == W + "moveFrom") == true))
            {
                paragraph.Add(new XElement(W + "r", new XElement(W + "t", Joins.ToString())));
            }
            entry.Delete();
            using var written = zip.CreateEntry("word/document.xml").Open();
            document.Save(written, SaveOptions.DisableFormatting);
        }
        return result.ToArray();
    }

    private static XElement? Property(XElement text, string name) => text.Parent?.Element(W + "rPr")?.Element(W + name);

    private static bool On(XElement text, string name) => Property(text, name) is { } property && (string?)property.Attribute(W + "val") is not ("0" or "false" or "off");

    private sealed class VisibleText(XmlReader xml, WordLookStyles styles) : WordStoryWalker(xml, styles)
    {
        private readonly StringBuilder text = new();
        private int boxes, prompts;

        public string Text => text.ToString();

        public void Read() => Walk();

        protected override void Paragraph(bool goesOn, Action content)
        {
            if (!goesOn) { Add("\n", Looks.Plain); }
            content();
        }

        protected override void TextBox(Action blocks)
        {
            boxes++;
            blocks();
            boxes--;
        }

        protected override void Control(WordControl control, Action content)
        {
            if (control.ShowsPrompt) { prompts++; }
            content();
            if (control.ShowsPrompt) { prompts--; }
        }

        protected override void Words(string text, Looks looks) => Add(text, looks);

        protected override void Tab(Looks looks) => Add(" ", looks);

        protected override void Break(string? kind, Looks looks) => Add("\n", looks);

        protected override void Drawn(string text, Looks looks) => Add(text, looks);

        protected override void Equation(string text, Looks looks) { }

        protected override void Chosen(string text, Looks looks) { }

        private void Add(string words, Looks looks)
        {
            if (boxes == 0 && prompts == 0 && (looks & (Looks.Struck | Looks.Hidden)) == 0) { text.Append(words); }
        }
    }
}
