using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LearningCity.Docs.Documents;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Documents;

/// <summary>Who chairs, receives and decides, and by when, for each level.</summary>
public class ProcedureTests
{
    [Theory]
    [InlineData("cdht-xa-muc-1", "Sở Giáo dục và Đào tạo", "Giám đốc Sở Giáo dục và Đào tạo", "28/02", "31/03")]
    [InlineData("cdht-huyen-muc-2", "Sở Giáo dục và Đào tạo", "Giám đốc Sở Giáo dục và Đào tạo", "30/04", "31/05")]
    [InlineData("phu-luc-iiib", "Sở Giáo dục và Đào tạo", "Giám đốc Sở Giáo dục và Đào tạo", "30/04", "31/05")]
    [InlineData("cdht-tinh-muc-1", "Bộ Giáo dục và Đào tạo", "Bộ trưởng Bộ Giáo dục và Đào tạo", "31/07", null)]
    [InlineData("don-vi-hoc-tap-tinh-2", "Sở Giáo dục và Đào tạo", "Chủ tịch Ủy ban nhân dân cấp tỉnh", "15/01", "15/02")]
    public void EachLevel_HasItsReceiverDeciderAndDays(string form, string receiver, string decider, string filed, string? done)
    {
        var procedure = Of(form)!;
        (procedure.Filing.Who, procedure.Decision.Who).ShouldBe((receiver, decider));
        procedure.Filing.Of(2025)!.Value.ToString("dd/MM", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(filed);
        procedure.Decision.Of(2025)?.ToString("dd/MM", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(done);
        procedure.Decision.WorkingDays.ShouldBe(done is null ? 20 : null);
    }

    [Fact]
    public void FormOfNoCircular_HasNoProcedure() => Of("unesco-ba-dinh").ShouldBeNull();

    public static TheoryData<string, string> Levels
    {
        get
        {
            var levels = new TheoryData<string, string>();
            foreach (var procedure in PaperSamples.Catalog.Procedures) { levels.Add(procedure.Family, procedure.Level); }
            return levels;
        }
    }

    /// <summary>Every clause cited is one of the circular's text, and those with a day name the day.</summary>
    [Theory]
    [MemberData(nameof(Levels))]
    public void EveryClause_IsInTheCircularWithItsDay(string family, string level)
    {
        var procedure = PaperSamples.Catalog.Procedures.Single(p => p.Family == family && p.Level == level);
        var law = File.ReadAllText(Repository.Path("tests", "fixtures", "law", procedure.Circular.Contains("25/2023", StringComparison.Ordinal) ? "thong-tu-25-2023.txt" : "thong-tu-24-2023.txt"));
        foreach (var clause in (string[])[procedure.Writer.Clause, procedure.Again, .. procedure.Conditions]) { Clause(law, clause).ShouldNotBeEmpty(clause); }
        if (procedure.Chair is { } chair) { Clause(law, chair.Clause).ShouldContain("do đại diện lãnh đạo"); }
        Clause(law, procedure.Council.Clause).ShouldContain($"thành lập {procedure.Council.Who}");
        Clause(law, procedure.Council.Clause).Contains("là số lẻ, tối thiểu là 05 người", StringComparison.Ordinal).ShouldBe(procedure.Council.Least == 5);
        foreach (var deadline in new[] { procedure.Filing, procedure.Decision })
        {
            var words = Clause(law, deadline.Clause);
            if (deadline.WorkingDays is { } days) { words.ShouldContain($"{days} ngày làm việc"); }
            else { Regex.IsMatch(words, $"trước ngày 0?{deadline.Day} tháng 0?{deadline.Month}\\D").ShouldBeTrue(words); }
        }
    }

    /// <summary>"điểm d khoản 1 Điều 9" → its text; several points are all looked for and given together.</summary>
    private static string Clause(string law, string clause)
    {
        var parts = Regex.Match(clause, "^(?:điểm (?<points>.+) )?khoản (?<number>\\d+) Điều (?<article>\\d+)$");
        parts.Success.ShouldBeTrue(clause);
        var article = Regex.Match(law, $"(?ms)^Điều {parts.Groups["article"]}\\. .*?(?=^Điều |\\z)").Value;
        var text = Regex.Match(article, $"(?ms)^{parts.Groups["number"]}\\. .*?(?=^\\d+\\. |\\z)").Value;
        text.ShouldNotBeEmpty(clause);
        return !parts.Groups["points"].Success ? text : string.Concat(parts.Groups["points"].Value.Split(", ").Select(point =>
        {
            var found = Regex.Match(text, $"(?ms)^{point}\\) .*?(?=^[a-zđ]\\) |\\z)").Value;
            found.ShouldNotBeEmpty($"{clause}: {point}");
            return found;
        }));
    }

    [Fact]
    public void DetailLeftOpen_TakesTheDefaultAndTellsItWithTheNote()
    {
        var kind = PaperSamples.Catalog.Find("quyet-dinh")!;
        var json = Json(PaperSamples.Receiver);
        json["decision"]!.AsObject().Remove("authority");
        var reading = Read(kind, json, "cdht-xa-muc-2");
        reading.Details!.Text("decision.authority").ShouldBe("GIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO");
        var told = reading.Findings.ShouldHaveSingleItem();
        (told.Code, told.Severity, told.Location).ShouldBe(("LC6019", Severity.Info, new Location.Part("decision.authority")));
        told.Message(LanguageTable.Vietnamese).ShouldContain("Phú Thọ");
    }

    [Fact]
    public void DetailGiven_StandsInThePlaceOfTheDefault()
    {
        var kind = PaperSamples.Catalog.Find("quyet-dinh")!;
        var json = Json(PaperSamples.Receiver);
        json["decision"]!["authority"] = "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH GIA LAI";
        json["signer"]!["authority"] = new JsonArray("KT. CHỦ TỊCH");
        json["signer"]!["title"] = "PHÓ CHỦ TỊCH";
        var reading = Read(kind, json, "cdht-xa-muc-2");
        reading.Findings.ShouldBeEmpty();
        reading.Details!.Text("decision.authority").ShouldBe("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH GIA LAI");
    }

    [Fact]
    public void MeetingThatTheCircularDoesNotKnow_IsNotAskedFor()
    {
        var kind = PaperSamples.Catalog.Find("to-trinh")!;
        var json = Json(PaperSamples.Commune);
        json.Remove("meeting");
        json["date"] = "2026-01-10";
        json["report"]!["date"] = "2026-01-09";
        Read(kind, json, "don-vi-hoc-tap-tinh-1").Findings.ShouldBeEmpty();
        Read(kind, json, "cdht-xa-muc-2").Findings.Select(f => (f.Code, f.Location)).ShouldBe([("LC6005", new Location.Part("meeting.date"))]);
    }

    [Theory]
    [InlineData("to-trinh", PaperSamples.Commune, "2026-02-27", false)]
    [InlineData("to-trinh", PaperSamples.Commune, "2026-02-28", true)]
    [InlineData("quyet-dinh", PaperSamples.Receiver, "2026-03-30", false)]
    [InlineData("quyet-dinh", PaperSamples.Receiver, "2026-03-31", true)]
    public void PaperOnOrAfterTheDay_IsWarnedOf(string id, string details, string date, bool warned)
    {
        var json = Json(details);
        json["date"] = date;
        var findings = Read(PaperSamples.Catalog.Find(id)!, json, "cdht-xa-muc-2").Findings;
        findings.Select(f => (f.Code, f.Severity, f.Location)).ShouldBe(warned ? [("LC6020", Severity.Warning, new Location.Part("date"))] : []);
        if (warned) { findings[0].Message(LanguageTable.Vietnamese).ShouldContain("Điều 9 Thông tư số 25/2023/TT-BGDĐT"); }
    }

    [Theory]
    [InlineData("cdht-xa-muc-2", "Phó Chủ tịch UBND xã", false)]
    [InlineData("cdht-xa-muc-2", "Chủ tịch Hội Khuyến học xã", true)]
    [InlineData("phu-luc-iiib", "Phó Trưởng phòng Phòng GDĐT", false)]
    [InlineData("phu-luc-iiib", "Phó Chủ tịch UBND huyện", true)]
    [InlineData("cdht-tinh-muc-1", "Phó Giám đốc Sở GDĐT", false)]
    [InlineData("cdht-tinh-muc-1", "Phó Chủ tịch UBND tỉnh", true)]
    public void ChairOfAnotherPost_IsWarnedOf(string form, string title, bool warned)
    {
        var json = Json(PaperSamples.Commune);
        json["meeting"]!["chairTitle"] = title;
        Read(PaperSamples.Catalog.Find("bien-ban")!, json, form).Findings.Select(f => (f.Code, f.Location)).ShouldBe(warned ? [("LC6021", new Location.Part("meeting.chairTitle"))] : []);
    }

    [Theory]
    [InlineData("cdht-xa-muc-2", 5, false)]
    [InlineData("cdht-xa-muc-2", 7, false)]
    [InlineData("cdht-xa-muc-2", 3, true)]
    [InlineData("cdht-xa-muc-2", 6, true)]
    [InlineData("cdht-tinh-muc-1", 4, false)]
    public void CouncilOfWrongSize_IsAnError(string form, int members, bool wrong)
    {
        var json = Json(PaperSamples.Receiver);
        json["council"]!["members"] = new JsonArray([.. Enumerable.Range(1, members).Select(i => (JsonNode)$"Ủy viên {i}")]);
        var findings = Read(PaperSamples.Catalog.Find("bao-cao-tham-dinh")!, json, form).Findings;
        findings.Select(f => (f.Code, f.Severity, f.Location)).ShouldBe(wrong ? [("LC6022", Severity.Error, new Location.Part("council.members"))] : []);
    }

    [Theory]
    [InlineData("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH GIA LAI", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", false)]
    [InlineData("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH GIA LAI", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", true)]
    [InlineData("ỦY BAN NHÂN DÂN TỈNH GIA LAI", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", false)]
    [InlineData("ỦY BAN NHÂN DÂN TỈNH GIA LAI", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", true)]
    public void DecisionSignedForAnother_IsWarnedOf(string authority, string sign, string title, bool warned)
    {
        var json = Json(PaperSamples.Receiver);
        json["decision"]!["authority"] = authority;
        json["signer"]!["authority"] = new JsonArray(sign);
        json["signer"]!["title"] = title;
        Read(PaperSamples.Catalog.Find("quyet-dinh")!, json, "cdht-xa-muc-2").Findings.Select(f => (f.Code, f.Location)).ShouldBe(warned ? [("LC6023", new Location.Part("signer.authority"))] : []);
    }

    [Theory]
    [InlineData("cdht-xa-muc-2", "HỘI ĐỒNG ĐÁNH GIÁ, CÔNG NHẬN “CỘNG ĐỒNG HỌC TẬP” CẤP XÃ", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "TM. HỘI ĐỒNG", "TTr-HĐĐG")]
    [InlineData("don-vi-hoc-tap-tinh-1", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "ỦY BAN NHÂN DÂN TỈNH GIA LAI", "GIÁM ĐỐC", null)]
    public void SubmissionToTheDecider_IsTheCouncilsOrItsOffices(string form, string agency, string above, string sign, string? symbol)
    {
        var details = Read(PaperSamples.Catalog.Find("to-trinh-hoi-dong")!, Json(PaperSamples.Receiver), form).Details!;
        (details.Text("agency"), details.Text("parentAgency"), details.List("signer.authority")[0], details.Text("symbol")).ShouldBe((agency, above, sign, symbol));
    }

    private static Procedure? Of(string form) => PaperSamples.Catalog.ProcedureOf(SampleForms.Form(form));

    private static JsonObject Json(string fixture) => JsonNode.Parse(PaperSamples.Fixture(fixture))!.AsObject();

    private static DetailsReading Read(DocumentKind kind, JsonObject json, string form) => DetailsReader.Read(json.ToJsonString(), kind, PaperSamples.Catalog, procedure: Of(form));
}
