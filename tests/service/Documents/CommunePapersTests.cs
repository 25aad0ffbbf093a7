using System.Text.Json.Nodes;
using LearningCity.Docs.Documents;
using LearningCity.Docs.Layout;
using LearningCity.Docs.Packages;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Documents;

/// <summary>The papers of a commune and of a ward, level 2, and those of the office that receives their dossiers.</summary>
public class CommunePapersTests
{
    private static readonly FormCheck Right = PaperSamples.Typical(SampleValues.Commune);
    private static readonly FormCheck Failed = PaperSamples.Filled(SampleValues.Commune, SampleValues.CommuneFailed);

    public static TheoryData<string, string> Papers => new()
    {
        { PaperSamples.Commune, "to-trinh" }, { PaperSamples.Commune, "bao-cao" }, { PaperSamples.Commune, "bieu-ket-qua" }, { PaperSamples.Commune, "bien-ban" },
        { PaperSamples.Ward, "to-trinh" }, { PaperSamples.Ward, "bao-cao" }, { PaperSamples.Ward, "bieu-ket-qua" }, { PaperSamples.Ward, "bien-ban" },
        { PaperSamples.Receiver, "bao-cao-tham-dinh" }, { PaperSamples.Receiver, "to-trinh-hoi-dong" }, { PaperSamples.Receiver, "quyet-dinh" }, { PaperSamples.Receiver, "tra-loi" },
    };

    [Theory]
    [MemberData(nameof(Papers))]
    public void Paper_HasNoFindingOfLayoutOrDetails(string details, string id)
    {
        var kind = PaperSamples.Catalog.Find(id)!;
        Read(kind, PaperSamples.Fixture(details)).Findings.Select(f => f.Message(LanguageTable.Vietnamese)).ShouldBeEmpty();
        foreach (var draft in new[] { false, true })
        {
            var docx = PaperSamples.Documents.Render(kind, id == "tra-loi" ? Failed : Right, PaperSamples.Details(kind, PaperSamples.Fixture(details)), draft);
            WordReading.Faults(docx).ShouldBeEmpty();
            LayoutChecker.Check(PackageGuard.Open(docx).ShouldBeOfType<GuardResult.Safe>().Package)
                .Select(f => $"{f.Code} {f.Location.Text(LanguageTable.English)}: {f.Message(LanguageTable.English)} [{f.Value}]").ShouldBeEmpty();
        }
    }

    public static TheoryData<string> Forms => [.. SampleForms.Official.Forms.Where(f => f.Family is "cong-dong-hoc-tap" or "don-vi-hoc-tap").Select(f => f.Id)];

    /// <summary>Right, failing and with mistakes: whatever a form comes to, the papers that tell of it keep their layout.</summary>
    [Theory]
    [MemberData(nameof(Forms))]
    public void EveryPaperOfEveryForm_HasNoFindingOfLayout(string form)
    {
        foreach (var kind in PaperSamples.Catalog.Kinds.Where(k => k.Fits(SampleForms.Form(form))))
        {
            var fixture = PaperSamples.DossierOf(form).Contains(kind) ? PaperSamples.Commune : PaperSamples.Receiver;
            foreach (var values in new[] { SampleValues.Right(form), SampleValues.Wrong(form) })
            {
                var docx = PaperSamples.Documents.Render(kind, PaperSamples.Filled(form, values), PaperSamples.Details(kind, PaperSamples.Fixture(fixture)), draft: true);
                LayoutChecker.Check(PackageGuard.Open(docx).ShouldBeOfType<GuardResult.Safe>().Package)
                    .Select(f => $"{kind.Id} {f.Code} {f.Location.Text(LanguageTable.English)}: {f.Message(LanguageTable.English)} [{f.Value}]").ShouldBeEmpty();
            }
        }
    }

    [Theory]
    [InlineData(PaperSamples.Commune, "to-trinh")]
    [InlineData(PaperSamples.Commune, "bao-cao")]
    [InlineData(PaperSamples.Ward, "bien-ban")]
    [InlineData(PaperSamples.Receiver, "quyet-dinh")]
    public void Words_AreApproved(string details, string id)
    {
        var kind = PaperSamples.Catalog.Find(id)!;
        string.Join('\n', WordReading.Paragraphs(PaperSamples.Documents.Render(kind, Right, PaperSamples.Details(kind, PaperSamples.Fixture(details)))))
            .ShouldMatchApproved(c => c.NoDiff().WithDiscriminator($"{details}.{id}").WithFileExtension(".txt"));
    }

    /// <summary>Phòng Văn hóa - Xã hội writes in its own name, the commune stands above it; a special zone is headed as a commune is.</summary>
    [Theory]
    [InlineData("ỦY BAN NHÂN DÂN XÃ PHÙ MỸ BẮC", "PHÒNG VĂN HÓA - XÃ HỘI", "Phòng VHXH", "TRƯỞNG PHÒNG", "Số: 28/BC-VHXH")]
    [InlineData("UBND XÃ PHÙ MỸ BẮC", "PHÒNG VĂN HÓA - XÃ HỘI", "Phòng VHXH", "TRƯỞNG PHÒNG", "Số: 28/BC-VHXH")]
    [InlineData(null, "ỦY BAN NHÂN DÂN ĐẶC KHU PHÚ QUÝ", "UBND đặc khu Phú Quý", "CHỦ TỊCH", "Số: 28/BC-UBND")]
    public void HeadOfAnOfficeOrASpecialZone_IsRight(string? above, string agency, string agencyShort, string title, string number)
    {
        var kind = PaperSamples.Catalog.Find("bao-cao")!;
        var json = JsonNode.Parse(PaperSamples.Fixture(PaperSamples.Commune))!.AsObject();
        (json["parentAgency"], json["agency"], json["agencyShort"]) = (above, agency, agencyShort);
        json["signer"]!["authority"] = new JsonArray(above is null ? "TM. ỦY BAN NHÂN DÂN" : title);
        json["signer"]!["title"] = above is null ? title : null;
        if (above is not null) { kind = kind with { Details = [.. kind.Details.Select(d => d.Name == "signer.title" ? d with { Required = false } : d)] }; }
        var docx = PaperSamples.Documents.Render(kind, Right, PaperSamples.Details(kind, json.ToJsonString()));
        WordReading.Paragraphs(docx).ShouldContain(number);
        LayoutChecker.Check(PackageGuard.Open(docx).ShouldBeOfType<GuardResult.Safe>().Package).Select(f => $"{f.Code} {f.Message(LanguageTable.English)} [{f.Value}]").ShouldBeEmpty();
    }

    [Fact]
    public void FiguresOfAnotherDay_AreSaidWithTheirClause()
    {
        string Text(string form, string details, string kind) => Words(PaperSamples.Catalog.Find(kind)!, PaperSamples.Typical(form), details);
        Text(SampleValues.Commune, PaperSamples.Commune, "bao-cao").ShouldContain("số liệu của Tiêu chí 4 tính đến ngày 30 tháng 9 năm 2025 theo điểm a khoản 1 Điều 31 Nghị định số 20/2014/NĐ-CP");
        Text("phu-luc-iiib", "phu-luc-iiib-2277", "bao-cao").ShouldNotContain("30 tháng 9");
    }

    [Fact]
    public void Decision_RestsOnTheAppraisalWhereThereIsOne()
    {
        var kind = PaperSamples.Catalog.Find("quyet-dinh")!;
        Words(kind, Right, PaperSamples.Receiver).ShouldContain("Theo kết quả thẩm định tại Báo cáo số 12/BC-HĐĐG ngày 16 tháng 3 năm 2026 của Hội đồng đánh giá, công nhận “Cộng đồng học tập” cấp xã;");
        Words(kind, PaperSamples.Typical("phu-luc-iiib"), "quyet-dinh").ShouldNotContain("thẩm định");
    }

    [Fact]
    public void AnnexOfALocality_HasItsName()
    {
        var kind = PaperSamples.Catalog.Find("bieu-ket-qua")!;
        string First(string json) => WordReading.Paragraphs(PaperSamples.Documents.Render(kind, Right, PaperSamples.Details(kind, json)))[0];
        First("""{"agency": "ỦY BAN NHÂN DÂN XÃ PHÙ MỸ BẮC", "agencyShort": "UBND xã Phù Mỹ Bắc"}""").ShouldBe("Phụ lục");
        First("""{"agency": "ỦY BAN NHÂN DÂN XÃ PHÙ MỸ BẮC", "agencyShort": "UBND xã Phù Mỹ Bắc", "annexName": "Phụ lục IIb"}""").ShouldBe("Phụ lục IIb");
    }

    [Fact]
    public void UnitOfAnotherFamily_IsCalledByItsOwnTitleAndHasNoMeeting()
    {
        var kind = PaperSamples.Catalog.Find("to-trinh")!;
        var form = PaperSamples.Typical("don-vi-hoc-tap-tinh-1");
        var text = Words(kind, form, PaperSamples.Commune);
        text.ShouldContain("“Đơn vị học tập” cấp tỉnh mức độ 1");
        text.ShouldNotContain("Cộng đồng học tập” cấp tỉnh");
        text.ShouldNotContain("họp xem xét");
        text.ShouldNotContain("Không áp dụng");
    }

    /// <summary>A criterion's slip stays in the form and is not repeated by our sentences.</summary>
    [Fact]
    public void SlipOfAForm_IsNotSaidInPapers()
    {
        var form = PaperSamples.Typical("phu-luc-iiib");
        Words(PaperSamples.Catalog.Find("to-trinh")!, form, "phu-luc-iiib-2277").ShouldContain("xây dựng xã hội học tập ở địa phương");
        Words(PaperSamples.Catalog.Find("to-trinh")!, form, "phu-luc-iiib-2277").ShouldNotContain("huyện hội");
        Words(PaperSamples.Catalog.Find("phu-luc-iiib")!, form, "phu-luc-iiib-2277").ShouldContain("xây dựng huyện hội học tập ở địa phương");
    }

    private static string Words(DocumentKind kind, FormCheck form, string details) =>
        string.Join('\n', WordReading.Paragraphs(PaperSamples.Documents.Render(kind, form, PaperSamples.Details(kind, PaperSamples.Fixture(details)))));

    private static DetailsReading Read(DocumentKind kind, string json) => DetailsReader.Read(json, kind, PaperSamples.Catalog, procedure: PaperSamples.Catalog.ProcedureOf(SampleForms.Form(SampleValues.Commune)));
}
