using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Tests.Text;

/// <summary>Sentences as officials write them under "Tóm tắt kết quả đạt được" of Phụ lục IIIb, and what a check may take from them.</summary>
public class FigureFinderTests
{
    [Theory]
    // Tiêu chí 1
    [InlineData("Tổ chức 25 hội nghị tuyên truyền với 3.450 lượt người tham dự", "25 hội nghị; 3450 lượt người")]
    [InlineData("UBND huyện ban hành Kế hoạch số 128/KH-UBND ngày 08/4/2025 về xây dựng xã hội học tập", "")]
    [InlineData("Quyết định số 15/QĐ-UBND ngày 08 tháng 4 năm 2025 của UBND huyện", "")]
    [InlineData("Thực hiện Thông tư 25/2023/TT-BGDĐT ngày 27/12/2023, huyện đã ban hành 04 kế hoạch, 12 văn bản chỉ đạo", "4 kế hoạch; 12 văn bản")]
    [InlineData("Nghị quyết số 23-NQ/TU ngày 16/11/2023 của Thành ủy", "")]
    [InlineData("Nghị quyết 202/2025/QH15", "")]
    [InlineData("Tuần lễ hưởng ứng học tập suốt đời từ ngày 01/10 đến ngày 07/10/2024 có 17/17 xã tổ chức", "17/17 xã")]
    [InlineData("Phát 1.200 tờ rơi, treo 85 pano, đăng 126 tin bài trên cổng thông tin điện tử", "1200 tờ rơi; 85 pano; 126 tin bài")]
    [InlineData("Chỉ tiêu 1 đạt; Tiêu chí 4 đạt mức độ 2", "")]
    [InlineData("Theo Điều 3, khoản 2 của Thông tư", "")]
    [InlineData("Báo cáo quý I/2024, báo cáo tháng 10, báo cáo 10/2024 gửi đúng hạn", "")]
    [InlineData("Giai đoạn 2021-2030, tầm nhìn đến năm 2045", "")]
    [InlineData("Đã triển khai từ 01/01 đến 31/12 năm 2024", "")]
    // Tiêu chí 2
    [InlineData("Bố trí 1.250 triệu đồng từ ngân sách năm 2024", "1250 triệu đồng")] // the year is the budget's
    [InlineData("Kinh phí 1,5 tỷ đồng, đạt 100% nhu cầu", "1.5 tỷ đồng; 100%")]
    [InlineData("Vận động xã hội hóa được 2.345.000.000 đồng và 350 suất học bổng", "2345000000 đồng; 350 suất học bổng")]
    [InlineData("100% đơn vị cấp huyện được trang bị máy tính; 45/45 đơn vị có trang thông tin", "100%; 45/45 đơn vị")]
    [InlineData("Có 12 đơn vị (chiếm 80 phần trăm) sử dụng dịch vụ số", "12 đơn vị; 80%")]
    [InlineData("Tổng số 17 xã, trong đó 1/2 là xã miền núi", "17 xã; 1/2")]
    // Tiêu chí 3
    [InlineData("Thư viện huyện có 15.230 bản sách, phục vụ 8.500 lượt người", "15230 bản sách; 8500 lượt người")]
    [InlineData("Trung tâm tổ chức 36 cuộc giao lưu với 17 xã trong năm 2024", "36 cuộc; 17 xã @2024")]
    [InlineData("03 cơ sở giáo dục, 100% giáo viên dùng học liệu số", "3 cơ sở; 100%")]
    // Tiêu chí 4
    [InlineData("Có 16/17 xã (94,1%) được công nhận đạt CĐHT cấp xã mức độ 2", "16/17 xã; 94.1%")]
    [InlineData("16/17 xã, đạt 94,1 %, vượt chỉ tiêu 90%", "16/17 xã; 94.1%; 90%")]
    [InlineData("Có 45 / 50 xã đạt, tỷ lệ 90,0%", "45/50 xã; 90%")]
    [InlineData("Số xã đạt: 15/17.", "15/17")]
    [InlineData("Năm 2024 có 16/17 xã (94,1%) đạt", "16/17 xã @2024; 94.1% @2024")]
    [InlineData("Thu nhập bình quân đầu người năm 2024 đạt 85,2 triệu đồng/người/năm, năm 2023 đạt 78,5 triệu đồng", "85.2 triệu đồng/người/năm @2024; 78.5 triệu đồng @2023")]
    [InlineData("tỷ lệ lao động có việc làm 97,8%, tăng 0,6% so với năm 2023 (97,2%)", "97.8%; +0.6%; 97.2% @2023 so")]
    [InlineData("Tỷ lệ lao động có việc làm đạt 97,8% (năm 2024), 97,2% (năm 2023)", "97.8% @2024; 97.2% @2023")]
    [InlineData("Thu nhập giảm 2 triệu đồng so với năm trước", "-2 triệu đồng")]
    [InlineData("Tăng so với năm 2023, đạt 97,8%", "97.8%")]
    [InlineData("Không tăng 5% như kế hoạch", "5%")]
    [InlineData("Năm nay 85 triệu đồng, năm trước liền kề 80 triệu đồng", "85 triệu đồng @nay; 80 triệu đồng @trước")]
    [InlineData("Đạt 97.8%", "97.8% DecimalPoint")]
    [InlineData("Đạt 1,234 tỷ đồng", "1.234 tỷ đồng AmbiguousComma")]
    [InlineData("tăng 0,6 điểm phần trăm", "+0.6%")]
    [InlineData("Thu nhập 78,5 triệu đồng.\nNăm 2024 tốt hơn. Đạt 97%", "78.5 triệu đồng; 97%")]
    [InlineData("Đạt 1.23.456 người", "")]
    [InlineData("6. Trung tâm Văn hóa", "")] // a paragraph's number
    [InlineData("Đạt 15/17, xã còn lại phấn đấu năm 2025", "15/17")]
    [InlineData("Đạt", "")]
    [InlineData("", "")]
    [InlineData("Mã số 1.1.2, ĐT 024.3733.1234", "")]
    public void Sentence_HasTheseFigures(string prose, string figures) =>
        string.Join("; ", VietnameseNumber.FindFigures(prose).Select(Print)).ShouldBe(figures);

    [Fact]
    public void Figure_StandsWhereItSays()
    {
        const string prose = "Có 16/17 xã (94,1%) đạt 85,2 triệu đồng/người/năm.";
        VietnameseNumber.FindFigures(prose).Select(f => prose.Substring(f.Start, f.Length)).ShouldBe(["16/17 xã", "94,1%", "85,2 triệu đồng/người/năm"]);
    }

    [Theory]
    [InlineData("Thu nhập bình quân đầu người năm 2024 đạt 85,2 triệu đồng/người/năm, năm 2023 đạt 78,5 triệu đồng", 85.2, 78.5, null)]
    [InlineData("Năm 2023: 78,5 triệu đồng; năm 2024: 85,2 triệu đồng", 85.2, 78.5, null)]
    [InlineData("tỷ lệ lao động có việc làm 97,8%, tăng 0,6% so với năm 2023 (97,2%)", 97.8, 97.2, 0.6)]
    [InlineData("Tỷ lệ lao động có việc làm đạt 97,8% (năm 2024), 97,2% (năm 2023)", 97.8, 97.2, null)]
    [InlineData("Năm nay đạt 85 triệu đồng, năm trước đạt 80 triệu đồng", 85.0, 80.0, null)]
    [InlineData("Đạt 97,0%, giảm so với năm trước liền kề (97,2%)", 97.0, 97.2, null)]
    [InlineData("Đạt 97,8%, tăng 0,6% so với năm trước", 97.8, null, 0.6)]
    [InlineData("Thu nhập năm 2024: 85,2 trđ/người, năm 2023: 78,5 triệu đồng/người", 85.2, 78.5, null)]
    [InlineData("Thu nhập đạt 85,2 triệu đồng (năm 2024), tăng 6,7 triệu đồng so với năm 2023 (78,5 triệu đồng/người)", 85.2, 78.5, 6.7)]
    [InlineData("Tăng từ 97,2% năm 2023 lên 97,8%", 97.8, 97.2, null)]
    [InlineData("Thu nhập bình quân năm 2024 tăng từ 78,5 triệu đồng lên 85,2 triệu đồng/người/năm", 85.2, 78.5, null)]
    [InlineData("Giảm từ 97,8% (năm 2023) xuống 97,2% (năm 2024)", 97.2, 97.8, null)]
    [InlineData("Thu nhập đạt 85,2 triệu đồng, tăng 8,5% so với năm 2023", null, null, 8.5)]
    [InlineData("Thu nhập giảm 2 triệu đồng so với năm trước", null, null, -2.0)]
    public void SummaryOfTwoYears_IsCompared(string prose, double? now, double? before, double? change)
    {
        VietnameseNumber.TryCompareYears(prose, out var comparison).ShouldBeTrue();
        ((double?)comparison!.ThisYear, (double?)comparison.LastYear, (double?)comparison.StatedChange).ShouldBe((now, before, change));
    }

    [Theory]
    [InlineData("Thu nhập bình quân đạt 85,2 triệu đồng")]
    [InlineData("Thu nhập tăng so với năm trước liền kề")]
    [InlineData("Năm 2024 đạt 85,2 triệu đồng, năm 2021 đạt 78,5 triệu đồng")] // not the year before
    [InlineData("Năm 2024 đạt 97,8%, năm 2023 có 16 xã")] // two units
    [InlineData("Năm 2024 nam 97,8%, nữ 96,1%; năm 2023 nam 97,2%, nữ 95%")] // two pairs
    [InlineData("Năm 2024 đạt 1,234 tỷ đồng, năm 2023 đạt 1,134 tỷ đồng")] // ambiguous commas
    [InlineData("Nam tăng 0,6%, nữ tăng 0,2%")]
    [InlineData("Năm 2024 đạt 85,2 triệu đồng, cao hơn năm trước 6,7 triệu đồng")] // a change told like a level
    [InlineData("Đạt 97,8%, cao hơn năm trước là 0,6%")]
    [InlineData("Đạt 97,8%, tăng so với năm trước (0,6%)")]
    [InlineData("97,8% và 97,2%")]
    [InlineData("Tăng từ 90% ở quý I lên 95% ở quý II")] // no year
    public void UncertainSummary_IsNotCompared(string prose) => VietnameseNumber.TryCompareYears(prose, out _).ShouldBeFalse();

    /// <summary>Whatever is typed: figures in their order, none reaching into the next, every share one that can be worked out.</summary>
    [Fact]
    public void FiguresAtTheEdgesOfArithmetic_AreFoundWithoutThrowing() => Prop.ForAll(NumbersAtTheEdge.Any, prose =>
    {
        var figures = VietnameseNumber.FindFigures(prose);
        for (var i = 1; i < figures.Length; i++) { figures[i].Start.ShouldBeGreaterThanOrEqualTo(figures[i - 1].Start + figures[i - 1].Length); }
        foreach (var fraction in figures.OfType<FigureInText.Fraction>()) { (fraction.Numerator / fraction.Denominator * 100).ShouldBeGreaterThanOrEqualTo(0); }
        VietnameseNumber.TryCompareYears(prose, out var years).ShouldBe(years is not null);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Theory]
    [InlineData("999999999999999/0,000000000000001 xã")]
    [InlineData("999999999999999 / 0,1 xã (5%)")]
    public void FractionBeyondEveryShare_IsNoFigure(string prose) => VietnameseNumber.FindFigures(prose).ShouldNotContain(f => f is FigureInText.Fraction);

    /// <summary>A year is given to the figure that follows it in its sentence, however many figures and blanks are between.</summary>
    [Fact]
    public void YearOfAFigure_IsTheLastBeforeItInItsSentence()
    {
        var prose = "Năm 2023 đạt " + string.Concat(Enumerable.Repeat("5%, ", 300)) + new string(' ', 300) + "6% . 7%; so với năm 2022 (8%) 9%";
        VietnameseNumber.FindFigures(prose).Select(f => f.Year is YearMention.Named year ? year.Year : 0).ShouldBe([.. Enumerable.Repeat(2023, 301), 0, 2022, 0]);
    }

    private static string Print(FigureInText figure)
    {
        var text = figure switch
        {
            FigureInText.Percent p => $"{Sign(p)}{Plain(p.Number)}%",
            FigureInText.Fraction f => $"{Plain(f.Numerator)}/{Plain(f.Denominator)} {f.Unit}".TrimEnd(),
            FigureInText.Amount a => $"{Sign(a)}{Plain(a.Number)} {a.Unit}",
            _ => throw new NotSupportedException(),
        };
        var year = figure.Year switch { YearMention.Named n => $" @{n.Year}", YearMention.ThisYear => " @nay", YearMention.YearBefore => " @trước", _ => "" };
        var notes = figure.Notes & ~NumberNotes.Percent;
        return text + year + (figure.Compared ? " so" : "") + (notes == NumberNotes.Plain ? "" : $" {notes}");
    }

    private static string Sign(FigureInText figure) => figure.Change switch { Change.Rise => "+", Change.Fall => "-", _ => "" };

    private static string Plain(decimal number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
