using System.Text;
using FsCheck.Fluent;
using LearningCity.Docs.Tests.Support;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Tests.Text;

public class VietnameseTextTests
{
    [Theory]
    [InlineData("Đạt", "ĐẠT")]
    [InlineData("Đạt", "Ðạt")] // U+00D0
    [InlineData("hoà", "hòa")]
    [InlineData("Hoá", "hóa")]
    [InlineData("xoá mù chữ", "xóa mù chữ")]
    [InlineData("ỦY BAN NHÂN DÂN", "Uỷ ban nhân dân")]
    [InlineData("khoẻ", "khỏe")]
    [InlineData("thuỷ", "thủy")]
    [InlineData("goá", "góa")]
    [InlineData("kỹ năng", "kĩ năng")]
    [InlineData("Mỹ Đình", "Mĩ Đình")]
    [InlineData("quản lý", "quản lí")]
    [InlineData("tỷ lệ", "tỉ lệ")]
    [InlineData("quý", "quí")]
    [InlineData("quý", "qúy")]
    [InlineData("Tài chính - Kế hoạch", "Tài chính – Kế hoạch")]
    [InlineData("văn hóa-văn nghệ", "văn hóa - văn nghệ")]
    [InlineData("a‐b", "a−b")]
    [InlineData("“Gia đình học tập”", "\"Gia đình học tập\"")]
    [InlineData("«x»", "'x’")]
    [InlineData("câu lạc bộ… khác", "câu lạc bộ... khác")]
    [InlineData("Không\u00A0đạt", "không  đạt")]
    [InlineData("Không\r\nđạt", "không đạt")]
    [InlineData("\uFEFFKhông\u200B đạt\u00AD", "không đạt")]
    [InlineData("Đạt.", "đạt")]
    [InlineData("theo quy định./.", "theo quy định")]
    [InlineData("a\u200B\u0323", "ạ")] // an invisible character between letter and mark
    public void TwoSpellingsOfOneText_FoldAlike(string one, string other) =>
        VietnameseText.Fold(one).ShouldBe(VietnameseText.Fold(other));

    [Theory]
    [InlineData("hoán", "hóan")] // a closed syllable is not refolded
    [InlineData("Đạt", "Dạt")]
    [InlineData("không đạt", "đạt")]
    [InlineData("tai", "tay")] // i and y differ after a vowel
    [InlineData("thúi", "thúy")]
    [InlineData("ý", "í")] // no consonant
    [InlineData("xã hội", "huyện hội")]
    [InlineData("má", "mã")]
    [InlineData("1.1", "11")]
    public void TwoTexts_FoldApart(string one, string other) =>
        VietnameseText.Fold(one).ShouldNotBe(VietnameseText.Fold(other));

    [Theory]
    [InlineData("Số liệu thông kê hoặc kết quả khảo sát/dánh giá", "Số liệu thống kê hoặc kết quả khảo sát/đánh giá")]
    [InlineData("TIEU CHI", "Tiêu chí")]
    public void OcrLostTheMarks_FoldMarksAlike(string one, string other) =>
        VietnameseText.FoldMarks(one).ShouldBe(VietnameseText.FoldMarks(other));

    [Theory]
    [InlineData("  Đạt ", "Đạt")]
    [InlineData("Đa\u0323t", "Đạt")]
    [InlineData("Không\u00A0 \u200Bđạt", "Không đạt")]
    [InlineData("dòng một  \r\n  dòng hai \n\n", "dòng một\n dòng hai")]
    [InlineData("a\tb", "a b")]
    [InlineData("Hoà – “Hòa”…", "Hoà – “Hòa”…")] // spelling and signs are the official's
    public void UntidyText_IsTidiedWithoutChangingMeaning(string text, string tidy) => VietnameseText.Tidy(text).ShouldBe(tidy);

    [Fact]
    public void PlainFoldedText_IsReturnedItself()
    {
        const string text = "không đạt, 90% số xã";
        VietnameseText.Fold(text).ShouldBeSameAs(text);
        VietnameseText.Tidy(text).ShouldBeSameAs(text);
    }

    [Theory]
    [InlineData("Đạt", true)]
    [InlineData("Đa\u0323t", false)]
    [InlineData("e\u0302\u0301", false)]
    [InlineData("\u00EA\u0301", false)] // the half form of CP1258
    [InlineData("≥ 95 % ₫ …", true)]
    public void Nfc_IsRecognised(string text, bool isNfc) => VietnameseText.IsNfc(text).ShouldBe(isNfc);

    [Theory]
    [InlineData("Ðạt", "Đạt")]
    [InlineData("ðạt", "đạt")]
    [InlineData("Tiêu сhí", "Tiêu chí")] // Cyrillic с
    [InlineData("ΤỔNG HỢP", "TỔNG HỢP")] // Greek Τ
    public void LettersOfAnotherAlphabet_AreReplaced(string text, string latin)
    {
        VietnameseText.HasLookAlikes(text).ShouldBeTrue();
        VietnameseText.ReplaceLookAlikes(text).ShouldBe(latin);
        VietnameseText.HasLookAlikes(latin).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Москва")]
    [InlineData("Đạt")]
    [InlineData("λ = 5")]
    public void WordWhollyOfAnotherAlphabet_IsLeft(string text)
    {
        VietnameseText.HasLookAlikes(text).ShouldBeFalse();
        VietnameseText.ReplaceLookAlikes(text).ShouldBeSameAs(text);
    }

    [Theory]
    [InlineData(0xD800)]
    [InlineData(0xDC00)]
    [InlineData(0xFFFE)]
    [InlineData(0xFFFF)]
    public void BrokenUnicode_IsFoldedAllTheSame(int code) => VietnameseText.Fold($"a\u0323{(char)code}").ShouldStartWith("ạ");

    [Fact]
    public void Normalisation_Works() => Should.NotThrow(VietnameseText.SelfTest);

    [Fact]
    public void AnyText_FoldsAndTidiesIdempotently() => Prop.ForAll(Texts.Any, text =>
    {
        var folded = VietnameseText.Fold(text);
        var tidy = VietnameseText.Tidy(text);
        VietnameseText.FoldMarks(text).ShouldNotBeNull();
        return VietnameseText.Fold(folded) == folded && VietnameseText.Tidy(tidy) == tidy
            && VietnameseText.IsNfc(tidy) && VietnameseText.ReplaceLookAlikes(VietnameseText.ReplaceLookAlikes(text)) == VietnameseText.ReplaceLookAlikes(text);
    }).Holds(3000);

    [Fact]
    public void VietnameseText_FoldsAlikeInNfdAndNfc() => Prop.ForAll(Texts.Vietnamese, text =>
        VietnameseText.Fold(text.Normalize(NormalizationForm.FormD)) == VietnameseText.Fold(text)
        && VietnameseText.Fold(text.ToUpperInvariant()) == VietnameseText.Fold(text)).Holds();

    [Fact]
    public void OfficialTexts_AreTidyAlready()
    {
        foreach (var text in Texts.Official) { VietnameseText.Tidy(text).ShouldBeSameAs(text); }
    }

    /// <summary>Folding is done for every cell of a file: it allocates the result and nothing else.</summary>
    [Fact]
    public void FoldingPlainText_AllocatesTheResultOnly()
    {
        const string text = "Tỷ lệ lao động có việc làm của huyện tăng so với năm trước liền kề, đạt 97,8% tổng số lao động cả xã";
        for (var i = 0; i < 100; i++) { VietnameseText.Fold(text); }
        var before = GC.GetAllocatedBytesForCurrentThread();
        var folded = VietnameseText.Fold(text);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        allocated.ShouldBeLessThanOrEqualTo(folded.Length * 2 + 32);
    }
}
