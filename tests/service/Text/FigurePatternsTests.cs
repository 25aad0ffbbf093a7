using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Tests.Text;

/// <summary>The patterns find what they find with the engine that cannot be slow; that they are not slow themselves is measured for every reader.</summary>
public class FigurePatternsTests
{
    private static readonly string[] Scraps =
    [
        "1", "12", "2024", "1.234,5", "9", ",", ".", "/", "-", "–", "−", " ", " ", " ", "(", ")", "\n", "%", "điểm %", "phần trăm", "xã", "hộ", "triệu đồng", "/người", " / năm", "tỷ", "lượt người", "người", "ha", "m2", "ngày", "ngày 1",
        "tháng", "năm", "năm 2024", "năm trước", "năm nay", "cùng kỳ", "so với", "tăng", "hơn", "quý", "I", "x", "giai đoạn", "điều", "khoản 2", "Tiêu chí", "công văn số", "KH-UBND", "QĐ", "TT-BGDĐT", "a", "ab", "đ", "ế", "_", "&",
        "từ", "đến", "K", "đến hết",
    ];

    public static TheoryData<string> Names => ["figure", "no figure", "year"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Matches_AreThoseOfTheEngineWithoutBacktracking(string name)
    {
        var pattern = name switch { "figure" => FigurePatterns.Figure(), "no figure" => FigurePatterns.NoFigure(), _ => FigurePatterns.Year() };
        var plain = new Regex(pattern.ToString(), pattern.Options | RegexOptions.NonBacktracking);
        var texts = Gen.ArrayOf(Gen.Elements(Scraps)).Select(string.Concat).ToArbitrary();
        Prop.ForAll(texts, text => Print(pattern, text).ShouldBe(Print(plain, text))).Check(Config.QuickThrowOnFailure.WithMaxTest(1500).WithEndSize(60));
    }

    private static string[] Print(Regex pattern, string text) =>
        [.. pattern.Matches(text).Select(m => string.Join(' ', m.Groups.Values.Where(g => g.Success).Select(g => $"{g.Name}:{g.Index}+{g.Length}")))];
}
