using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LearningCity.Docs.Fixing;
using LearningCity.Docs.Tests.Support;
using LearningCity.Docs.Writing;

namespace LearningCity.Docs.Tests.Hostile;

/// <summary>What officials type, or somebody makes them paste, is text in everything that we write: no formula, no field, no template; and what a file refers to is never fetched.</summary>
public partial class InjectionTests
{
    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly Desk Desk = TestDesk.Open();

    public static TheoryData<string> Values =>
    [
        "=1+1", "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://127.0.0.1/\",\"x\")", "=WEBSERVICE(\"http://127.0.0.1/\")", "+1+1", "-1+1", "- Đã ban hành kế hoạch", "@SUM(A1:A9)", "\t=1+1", "=", "'=1+1", "{=1+1}",
        "{{signer.name}}", "{{for entry in entries}}x{{end}}", "{{{agency}}}", "{% raw %}", "${1+1}", "<w:p/>", "]]>", "{ INCLUDETEXT \"http://127.0.0.1/\" }", "DDEAUTO c:\\windows\\cmd.exe",
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public void ValueInAWorkbook_StaysText(string value)
    {
        var form = SampleForms.Form("phu-luc-iiib");
        var book = FormWorkbook.Write(form, new Dictionary<string, string>(SampleValues.Right(form.Id)) { ["1.1.summary"] = value });
        ShouldHaveNoFormulas(book);
        Read(book, "1.1.summary").ShouldBe(value);
        // Excel takes what begins so for a formula the moment that somebody edits the cell, unless the cell says otherwise.
        var quoted = Fixing.Fixes.Parts(book)["xl/styles.xml"];
        System.Text.Encoding.UTF8.GetString(quoted).Contains("quotePrefix=\"1\"", StringComparison.Ordinal).ShouldBe(value[0] is '=' or '+' or '-' or '@' or '\t');
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void ValueThatIsTidied_StaysText(string value)
    {
        var form = SampleForms.Form("phu-luc-iiib");
        var book = FormWorkbook.Write(form, new Dictionary<string, string>(SampleValues.Right(form.Id)) { ["1.1.summary"] = "  " + value + "  kế hoa\u0323ch" });
        var fixedFile = Desk.Forms.Fix(book, Desk.Today).ShouldBeOfType<FixResult.Fixed>();
        fixedFile.Corrections.ShouldNotBeEmpty();
        ShouldHaveNoFormulas(fixedFile.File.ToArray());
        Read(fixedFile.File.ToArray(), "1.1.summary").ShouldNotBeNull().ShouldStartWith(value.Trim()[..1]);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void ValueInAPaper_StaysText(string value)
    {
        var form = SampleForms.Form("phu-luc-iiib");
        var book = FormWorkbook.Write(form, new Dictionary<string, string>(SampleValues.Right(form.Id)) { ["1.1.summary"] = value });
        var details = JsonSerializer.Deserialize<Dictionary<string, object>>(File.ReadAllText(Repository.Path("tests", "fixtures", "details", "phu-luc-iiib-2277.json")))!;
        details["place"] = value;
        foreach (var kind in Desk.Documents.Kinds.Kinds.Where(k => Desk.Documents.Kinds.DossierOf(form).Contains(k)))
        {
            var made = Desk.Documents.Make(kind, book, JsonSerializer.Serialize(details), Desk.Today, draft: true);
            var paper = made.ShouldBeOfType<DocumentResult<byte[]>.Made>(kind.Id).Product;
            var xml = WordReading.Xml(paper);
            foreach (Match field in Field().Matches(xml)) { field.Value.ShouldNotContain(value.Trim()); }
            WordReading.Faults(paper).ShouldBeEmpty();
            var shown = string.Join('\n', WordReading.Paragraphs(paper));
            if (kind.Id == "phu-luc-iiib") { shown.ShouldContain(value.Trim()); }
        }
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("docx")]
    public void WhatAFileRefersTo_IsNeverFetched(string host)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}/x";
        var main = host == "xlsx" ? "xl/workbook.xml" : "word/document.xml";
        var file = host == "xlsx" ? PackageBuilder.Workbook().Sheet("A", ["PHỤ LỤC IIIb"]) : PackageBuilder.Document().Body($"<w:p><w:r><w:instrText>INCLUDEPICTURE \"{address}\"</w:instrText></w:r></w:p>");
        foreach (var type in (string[])["attachedTemplate", "image", "oleObject", "aFChunk", "externalLinkPath", "hyperlink", "stylesheet", "customXml", "theme", "styles", "settings", "numbering", "header"]) { file.Relationship(main, type, address, external: true); }
        file.With("customXml/item1.xml", $"<x xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"a {address}\"><?xml-stylesheet href=\"{address}\"?><xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"{address}\"/></x>");
        var bytes = file.ToBytes();
        Desk.Forms.Check(bytes, Desk.Today);
        Desk.Forms.Fix(bytes, Desk.Today);
        LayoutPipeline.Check(bytes);
        server.Pending().ShouldBeFalse();
    }

    private static string? Read(byte[] book, string entry) => Desk.Forms.Check(book, Desk.Today).ShouldBeOfType<CheckResult.Checked>().Forms[0].Entries.Entries.Single(e => e.Id == entry).Raw;

    private static void ShouldHaveNoFormulas(byte[] book)
    {
        foreach (var (name, part) in Fixing.Fixes.Parts(book).Where(p => p.Key.StartsWith("xl/worksheets/", StringComparison.Ordinal) && p.Key.EndsWith(".xml", StringComparison.Ordinal)))
        {
            XDocument.Load(new MemoryStream(part)).Descendants(Sheet + "f").Select(f => $"{name}: {f.Value}").ShouldBeEmpty();
        }
    }

    [GeneratedRegex("<w:instrText.*?</w:instrText>|w:instr=\"[^\"]*\"|<w:fldSimple[^>]*>")]
    private static partial Regex Field();
}
