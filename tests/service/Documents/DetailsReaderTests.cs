using System.Text.Json.Nodes;
using LearningCity.Docs.Documents;

namespace LearningCity.Docs.Tests.Documents;

public class DetailsReaderTests
{
    private const string Agency = """ "agency": "ỦY BAN NHÂN DÂN QUẬN BA ĐÌNH", "agencyShort": "UBND quận Ba Đình" """;
    private static readonly DocumentCatalog Catalog = DocumentCatalog.Load(Repository.Path("templates", "documents"));
    private static readonly DocumentKind Kind = Catalog.Find("phu-luc-iiib")!;

    [Fact]
    public void WholeDetails_AreRead()
    {
        var details = Read("""
            {"parentAgency": null, "agency": " ỦY BAN NHÂN DÂN QUẬN BA ĐÌNH ", "agencyShort": "UBND quận Ba Đình", "number": "5", "symbol": "BC-UBND", "place": "Ba Đình", "date": "2025-04-08", "year": 2024,
             "addressees": ["Sở Giáo dục và Đào tạo", " "], "subject": null, "signer": {"authority": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"], "title": "PHÓ CHỦ TỊCH", "name": "Phạm Thị A"},
             "recipients": [], "draftingUnit": "GDĐT", "meeting": {"date": "2025-03-20", "attendees": []}}
            """).Details.ShouldNotBeNull();
        details.Text("agency").ShouldBe("ỦY BAN NHÂN DÂN QUẬN BA ĐÌNH");
        details.Text("number").ShouldBe("05");
        details.Text("parentAgency").ShouldBeNull();
        details.Text("signer.title").ShouldBe("PHÓ CHỦ TỊCH");
        details.List("signer.authority").ShouldBe(["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"]);
        details.List("addressees").ShouldBe(["Sở Giáo dục và Đào tạo"]);
        details.Date("date").ShouldBe(new DateOnly(2025, 4, 8));
        details.Date("meeting.date").ShouldBe(new DateOnly(2025, 3, 20));
        details.Year("year").ShouldBe(2024);
    }

    [Theory]
    [InlineData("LC6001", "agencyShrot", """ "agencyShrot": "x" """)]
    [InlineData("LC6001", "signer.nam", """ "signer": {"nam": "x"} """)]
    [InlineData("LC6001", "name", """ "name": "x" """)]
    [InlineData("LC6003", "place", """ "place": 5 """)]
    [InlineData("LC6003", "number", """ "number": 15 """)]
    [InlineData("LC6003", "year", """ "year": "2024" """)]
    [InlineData("LC6003", "year", """ "year": 2024.5 """)]
    [InlineData("LC6003", "recipients", """ "recipients": "Như trên" """)]
    [InlineData("LC6003", "recipients", """ "recipients": ["Như trên", 1] """)]
    [InlineData("LC6003", "signer", """ "signer": "Nguyễn Văn A" """)]
    [InlineData("LC6003", "signer.signatureLine", """ "signer": {"signatureLine": "true"} """)]
    [InlineData("LC6004", "date", """ "date": "08/04/2025" """)]
    [InlineData("LC6004", "date", """ "date": "2025-02-29" """)]
    [InlineData("LC6006", "number", """ "number": "15/BC-UBND" """)]
    [InlineData("LC6006", "number", """ "number": "0" """)]
    [InlineData("LC6007", "symbol", """ "symbol": "KH-UBND" """)]
    [InlineData("LC6007", "symbol", """ "symbol": "BC - UBND" """)]
    [InlineData("LC6007", "symbol", """ "symbol": "15/BC-UBND" """)]
    [InlineData("LC6008", "place", """ "place": "Ba Đình", "place": "Hà Nội" """)]
    [InlineData("LC6010", "year", """ "year": 20244 """)]
    public void Mistake_IsFoundAtItsName(string code, string name, string json)
    {
        var reading = Read($"{{{Agency}, {json}}}");
        reading.Details.ShouldBeNull();
        var finding = reading.Findings.ShouldHaveSingleItem();
        finding.Code.ShouldBe(code);
        finding.Location.ShouldBe(new Location.Part(name));
        finding.Message(LanguageTable.Vietnamese).ShouldNotBeEmpty();
        finding.Message(LanguageTable.English).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("to-trinh", "report.date", "2025-03-19", "report.date")]
    [InlineData("to-trinh", "date", "2025-03-31", "date")]
    [InlineData("bao-cao", "report.date", "2025-03-19", "report.date")]
    public void DatesOutOfOrder_AreFoundAtTheLaterOne(string id, string name, string day, string at)
    {
        var finding = ReadSample(id, name, day).Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Location).ShouldBe(("LC6013", new Location.Part(at)));
        ReadSample(id, name, null).Findings.ShouldBeEmpty();
        ReadSample(id, name, "2025-04-08").Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("PHÓ CHỦ TỊCH", true)]
    [InlineData("Phó Chủ tịch", true)]
    [InlineData("CHỦ TỊCH", false)]
    [InlineData("PHÓ GIÁM ĐỐC", false)]
    public void WhoSignsForTheHead_IsTheHeadsDeputy(string title, bool sound)
    {
        var findings = ReadSample("to-trinh", "signer.title", title).Findings;
        findings.Select(f => (f.Code, f.Location)).ShouldBe(sound ? [] : [("LC6014", new Location.Part("signer.title"))]);
    }

    [Theory]
    [InlineData("cong-van-so-lieu", "request.symbol", "CV-UBND", false)]
    [InlineData("cong-van-so-lieu", "request.symbol", "BC-UBND", false)]
    [InlineData("cong-van-so-lieu", "request.symbol", "UBND-VX", true)]
    [InlineData("bao-cao", "report.symbol", "TTr-UBND", false)]
    [InlineData("to-trinh", "report.symbol", "BC-UBND", true)]
    public void Symbol_IsThatOfThePaperItself(string id, string name, string symbol, bool sound) =>
        ReadSample(id, name, symbol).Findings.Select(f => (f.Code, f.Location)).ShouldBe(sound ? [] : [("LC6007", new Location.Part(name))]);

    /// <summary>The sample file of a kind with one name changed; null leaves it out.</summary>
    private static DetailsReading ReadSample(string id, string name, string? value)
    {
        var kind = Catalog.Find(id)!;
        var json = JsonNode.Parse(PaperSamples.Json(kind))!.AsObject();
        var names = name.Split('.');
        (names.Length == 2 ? json[names[0]]!.AsObject() : json)[names[^1]] = value;
        return DetailsReader.Read(json.ToJsonString(), kind, Catalog);
    }

    [Theory]
    [InlineData(""" "date": "2024-02-29" """)]
    [InlineData(""" "number": "05" """)]
    [InlineData(""" "number": "128" """)]
    [InlineData(""" "symbol": "BC-UBND" """)]
    [InlineData(""" "symbol": "BC-UBND-VX" """)]
    [InlineData(""" "year": 2024 """)]
    [InlineData(""" "date": null, "number": "", "signer": null """)]
    public void SoundDetail_IsTaken(string json) => Read($"{{{Agency}, {json}}}").Findings.ShouldBeEmpty();

    [Fact]
    public void UnknownName_ComesWithTheNearestOne() =>
        Read($$"""{{{Agency}}, "adressees": []}""").Findings.Single().Message(LanguageTable.Vietnamese).ShouldContain("addressees");

    [Theory]
    [InlineData("{}", "agency", "agencyShort")]
    [InlineData("""{"agency": "ỦY BAN NHÂN DÂN QUẬN BA ĐÌNH", "agencyShort": " "}""", "agencyShort")]
    [InlineData("""{"agency": null, "agencyShort": "UBND quận Ba Đình"}""", "agency")]
    public void MissingDetail_IsNamed(string json, params string[] names)
    {
        var findings = Read(json).Findings;
        findings.ShouldAllBe(f => f.Code == "LC6005");
        findings.Select(f => f.Location).ShouldBe(names.Select(n => (Location)new Location.Part(n)));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("[]", 1)]
    [InlineData("\"text\"", 1)]
    [InlineData("{\n \"place\": \n}", 3)]
    [InlineData("{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}", 1)]
    public void TextThatIsNoJsonObject_IsOneFindingWithItsLine(string json, int line)
    {
        var finding = Read(json).Findings.ShouldHaveSingleItem();
        finding.Code.ShouldBe("LC6002");
        finding.Arguments[0].ShouldBe(line);
    }

    [Theory]
    [InlineData("\uFEFF{0}")]
    [InlineData(" {0} ")]
    public void ByteOrderMarkAndBlanks_DoNotCount(string around) => Read(around.Replace("{0}", $"{{{Agency}}}", StringComparison.Ordinal)).Findings.ShouldBeEmpty();

    [Fact]
    public void HalfCharacters_AreNoText()
    {
        Read("""{"agency": "\ud800", "agencyShort": "UBND quận Ba Đình"}""").Findings.Select(f => f.Code).ShouldBe(["LC6017", "LC6005"]);
        Read($$"""{{{Agency}}, "\udc00": 1}""").Findings.ShouldHaveSingleItem().Code.ShouldBe("LC6001");
        Read($$"""{{{Agency}}, "place": "{{"\ud800"}}"}""").Findings.ShouldBeEmpty();
    }

    [Fact]
    public void AllMistakes_AreReportedAtOnce() =>
        Read("""{"agency": 1, "date": "x", "foo": 1}""").Findings.Select(f => f.Code).ShouldBe(["LC6003", "LC6004", "LC6001", "LC6005"]);

    [Fact]
    public void AgencyWithoutAbbreviation_NeedsASymbol()
    {
        Read("""{"agency": "TRƯỜNG HỌC", "agencyShort": "Trường học"}""").Findings.ShouldHaveSingleItem().Code.ShouldBe("LC6009");
        Read("""{"agency": "TRƯỜNG HỌC", "agencyShort": "Trường học", "symbol": "BC-TH"}""").Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""Nguyễn\u0007 Văn\u0000 A""", "Nguyễn Văn A", 2)]
    [InlineData("""Nguyễn\uFFFF Văn A""", "Nguyễn Văn A", 1)]
    [InlineData("""Nguyễn\ud83d \"Văn\" \\A""", "Nguyễn \"Văn\" \\A", 1)]
    [InlineData("""Nguyễn\u0085Văn\fA\tB""", "Nguyễn\nVăn\nA B", 0)]
    [InlineData("""\ud83d\ude00 Nguyễn\u200b Văn\u00ad A""", "😀 Nguyễn Văn A", 0)]
    public void CharacterThatNoDocumentHolds_IsLeftOutAndReported(string typed, string kept, int leftOut)
    {
        var reading = Read($$"""{{{Agency}}, "signer": {"name": "{{typed}}"} }""");
        reading.Details.ShouldNotBeNull().Text("signer.name").ShouldBe(kept);
        if (leftOut == 0) { reading.Findings.ShouldBeEmpty(); return; }
        var finding = reading.Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Severity, finding.Location).ShouldBe(("LC6017", Severity.Warning, new Location.Part("signer.name")));
        finding.Message(LanguageTable.Vietnamese).ShouldStartWith($"“Họ và tên người ký” có {leftOut} ký tự");
    }

    [Fact]
    public void CharactersLeftOutOfAList_AreCountedTogether() =>
        Read($$"""{{{Agency}}, "recipients": ["Như\u0001 trên", "Lưu\u0002\u0003"]}""").Findings.ShouldHaveSingleItem().Arguments.ShouldBe(["Nơi nhận", 3]);

    private static DetailsReading Read(string json) => DetailsReader.Read(json, Kind, Catalog);
}
