using LearningCity.Docs.Documents;

namespace LearningCity.Docs.Tests.Documents;

public class LetterReferenceTests
{
    private static readonly DocumentCatalog Catalog = DocumentCatalog.Load(Repository.Path("templates", "documents"));
    private static readonly DocumentKind Kind = Catalog.Find("phu-luc-iiib")!;

    [Theory]
    [InlineData(""" "number": "15", "date": "2025-04-08" """, "số 15/BC-UBND ngày 08 tháng 4 năm 2025 của")]
    [InlineData(""" "number": "5", "date": "2025-02-28" """, "số 05/BC-UBND ngày 28 tháng 02 năm 2025 của")]
    [InlineData(""" "number": "128", "date": "2025-12-10" """, "số 128/BC-UBND ngày 10 tháng 12 năm 2025 của")]
    [InlineData(""" "number": "15", "date": "2025-01-01" """, "số 15/BC-UBND ngày 01 tháng 01 năm 2025 của")]
    [InlineData(""" "year": 2024 """, "số      /BC-UBND ngày    tháng    năm 2025 của")]
    [InlineData(""" "symbol": "BC-PGDĐT" """, "số      /BC-PGDĐT ngày    tháng    năm       của")]
    public void NumberAndDate_AreWrittenAsTheDecreeSaysOrLeftOpen(string json, string expected) =>
        Of($$"""{"agency": "ỦY BAN NHÂN DÂN QUẬN BA ĐÌNH", "agencyShort": "UBND quận Ba Đình", {{json}}}""").ShouldBe($"(Kèm theo Báo cáo {expected} Ủy ban nhân dân quận Ba Đình)");

    [Theory]
    [InlineData("SỞ GIÁO DỤC VÀ ĐÀO TẠO HÀ NỘI", "Sở GDĐT Hà Nội", "BC-SGDĐT", "Sở Giáo dục và Đào tạo Hà Nội")]
    [InlineData("UỶ BAN NHÂN DÂN  QUẬN BA ĐÌNH", "UBND quận Ba Đình", "BC-UBND", "Ủy ban nhân dân quận Ba Đình")]
    [InlineData("ỦY BAN NHÂN DÂN", "UBND quận Ba Đình", "BC-UBND", "UBND quận Ba Đình")]
    public void Agency_IsWrittenOutWhenItsFullNameSaysTheSame(string agency, string agencyShort, string symbol, string written)
    {
        var line = Of($$"""{"agency": "{{agency}}", "agencyShort": "{{agencyShort}}", "number": "15", "date": "2025-04-08"}""");
        line.ShouldContain($"15/{symbol} ");
        line.ShouldEndWith($" của {written})");
    }

    private static string Of(string json) => LetterReference.AttachedTo(Kind, DetailsReader.Read(json, Kind, Catalog).Details.ShouldNotBeNull(), Catalog);
}
