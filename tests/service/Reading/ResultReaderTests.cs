using LearningCity.Docs.Reading;
using static LearningCity.Docs.Tests.Reading.EntryCells;

namespace LearningCity.Docs.Tests.Reading;

/// <summary>domain.md section 6, "Đạt / Không đạt".</summary>
public class ResultReaderTests
{
    private static readonly EntryValue Met = new EntryValue.Choice("Đạt");
    private static readonly EntryValue NotMet = new EntryValue.Choice("Không đạt");

    [Fact]
    public void CanonicalWords_AreReadWithoutAWord()
    {
        Word(Result, "Đạt").ShouldBeClean(Met);
        Excel(Result, "Không đạt").ShouldBeClean(NotMet);
    }

    [Theory]
    [InlineData("đạt")]
    [InlineData("ĐẠT")]
    [InlineData("đ")]
    [InlineData("dat")]
    [InlineData("có đạt")]
    [InlineData("Đạt.")]
    [InlineData("Đạt;")]
    [InlineData("Đạt,")]
    [InlineData("- Đạt")]
    public void SpellingsOfMet_AreMetWithAFix(string typed)
    {
        var finding = Word(Result, typed).ShouldBe(Met, "LC2202");
        finding.Fix!.Value.ShouldBe("Đạt");
        finding.Severity.ShouldBe(Severity.Info);
    }

    [Theory]
    [InlineData("không đạt")]
    [InlineData("KHÔNG ĐẠT")]
    [InlineData("Ko đạt")]
    [InlineData("k đạt")]
    [InlineData("KĐ")]
    [InlineData("chưa đạt")]
    [InlineData("không")]
    [InlineData("khong dat")]
    [InlineData("Không\nđạt")]
    public void SpellingsOfNotMet_AreNotMetWithAFix(string typed) => Word(Result, typed).ShouldBe(NotMet, "LC2202").Fix!.Value.ShouldBe("Không đạt");

    /// <summary>The letters that one sees are right: what is told is their encoding or spacing, not that “Đạt” is understood as “Đạt”.</summary>
    [Theory]
    [InlineData("Đa\u0323t", "Đạt", "LC2301")]
    [InlineData("Kho\u0302ng đa\u0323t", "Không đạt", "LC2301")]
    [InlineData("\u00D0ạt", "Đạt", "LC2304")] // Ð, not Đ
    [InlineData("Đ\u0430\u0323t", "Đạt", "LC2304")] // Cyrillic а
    [InlineData(" Đạt ", "Đạt", "LC2302")]
    [InlineData("Đạt\u00A0", "Đạt", "LC2302")]
    [InlineData("\u200BĐạt", "Đạt", "LC2302")]
    [InlineData("Không  đạt", "Không đạt", "LC2302")]
    public void RightWordOfOddLetters_IsToldByItsLetters(string typed, string word, string code)
    {
        var finding = Word(Result, typed).ShouldBe(new EntryValue.Choice(word), code);
        finding.Fix!.Value.ShouldBe(word);
        finding.Severity.ShouldBe(Severity.Info);
    }

    [Theory]
    [InlineData("Đat", "Đạt")]
    [InlineData("Dạt", "Đạt")]
    [InlineData("Không đat", "Không đạt")]
    [InlineData("Khong đạt", "Không đạt")]
    [InlineData("khong đat.", "Không đạt")]
    public void PartlyAccentedWord_GetsASuggestionOnly(string typed, string word)
    {
        var reading = Word(Result, typed);
        reading.Value.ShouldBeOfType<EntryValue.Unreadable>();
        var finding = reading.Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Fix, finding.Suggestion?.Value, finding.Location).ShouldBe(("LC2201", null, word, EntryCells.InWord));
    }

    [Theory]
    [InlineData("Đất")]
    [InlineData("Đợt")]
    [InlineData("Đạc")]
    public void WordOfOtherMarks_GetsNoSuggestion(string typed) => Word(Result, typed).Findings.ShouldHaveSingleItem().Suggestion.ShouldBeNull();

    [Theory]
    [InlineData("§¹t", ".VnTime", "Đạt")]
    [InlineData("§¹t", null, "Đạt")]
    [InlineData("Kh«ng ®¹t", ".VnTime", "Không đạt")]
    [InlineData("Kh«ng ®¹t", null, "Không đạt")]
    [InlineData("Ñaït", "VNI-Times", "Đạt")]
    [InlineData("Ñaït", null, "Đạt")]
    [InlineData("Khoâng ñaït", null, "Không đạt")]
    public void OldEncodings_AreReadAndShownBeforeAndAfter(string typed, string? font, string word)
    {
        var finding = Word(Result, typed, font).ShouldBe(new EntryValue.Choice(word), "LC2303");
        finding.Fix!.Value.ShouldBe(word);
        finding.Message(LanguageTable.Vietnamese).ShouldContain($"“{typed}”");
        finding.Message(LanguageTable.Vietnamese).ShouldContain($"“{word}”");
    }

    [Theory]
    [InlineData("Đạt/Không đạt")]
    [InlineData("Đạt / Không đạt")]
    [InlineData("Đạt và không đạt")]
    [InlineData("đạt, không đạt")]
    [InlineData("☑ Đạt ☑ Không đạt")]
    public void BothResults_AreAPersonsToDecide(string typed) => Word(Result, typed).ShouldBeDoubtful("LC2203").Severity.ShouldBe(Severity.Error);

    [Theory]
    [InlineData("x")]
    [InlineData("X")]
    [InlineData("✓")]
    [InlineData("☑")]
    public void AMarkAlone_IsAPersonsToDecide(string typed) => Word(Result, typed).ShouldBeDoubtful("LC2207");

    [Theory]
    [InlineData("☑ Đạt ☐ Không đạt", "Đạt")]
    [InlineData("☐ Đạt ☒ Không đạt", "Không đạt")]
    [InlineData("Đạt ☐ Không đạt ☑", "Không đạt")]
    public void Boxes_AreReadAndLeftAsTheyAre(string typed, string word) => Word(Result, typed).ShouldBeClean(new EntryValue.Choice(word));

    [Theory]
    [InlineData("Tốt")]
    [InlineData("95%")]
    [InlineData("đạt 50%")]
    [InlineData("gần đạt")]
    [InlineData("đạt yêu cầu một phần")]
    [InlineData("Không xếp loại")]
    public void AnythingElse_IsNoResult(string typed) => Word(Result, typed).ShouldBeInvalid("LC2201").Severity.ShouldBe(Severity.Error);

    [Theory]
    [InlineData("")]
    [InlineData("…")]
    [InlineData("......")]
    [InlineData("-")]
    [InlineData("☐ Đạt ☐ Không đạt")]
    public void Placeholders_AreBlank(string typed) => Word(Result, typed).ShouldBeClean(new EntryValue.Blank());

    [Fact]
    public void NoResultForAReason_IsBlankWithIt() => Word(Result, "Chưa đánh giá").ShouldBe(new EntryValue.Blank("Chưa đánh giá"), "LC2002");

    [Fact]
    public void NumberCell_IsNoResult() => Excel(Result, 1m).ShouldBeInvalid("LC2201");
}
