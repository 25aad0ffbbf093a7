using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Tests.Text;

public class MojibakeTests
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Theory]
    [InlineData("Ngân sách huyện bố trí 1,45 tỷ đồng cho nhiệm vụ xây dựng xã hội học tập năm 2024, đạt 100% dự toán")]
    [InlineData("17/18 xã, thị trấn được công nhận đạt “Cộng đồng học tập” cấp xã mức độ 2")]
    [InlineData("Đạt")]
    [InlineData("Không đạt")]
    [InlineData("là")]
    [InlineData("Ổ ổ Ễ ễ Ỡ ỡ Ữ ữ Ự ự\nư Ư ơ Ơ đ Đ ă Ă ĩ Ĩ ũ Ũ")]
    [InlineData("Nước – điện… ≥ 95 m²")]
    public void EveryByteThere_IsRestored(string text)
    {
        Mojibake.Read(Windows1252.GetString(Encoding.UTF8.GetBytes(text))).ShouldBe(new MojibakeReading.Restored(text));
        Mojibake.Read(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text))).ShouldBe(new MojibakeReading.Restored(text));
    }

    [Fact]
    public void ReadWronglyTwice_IsRestored()
    {
        const string text = "Ngân sách huyện bố trí, học tập";
        var once = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
        Mojibake.Read(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(once))).ShouldBe(new MojibakeReading.Restored(text));
    }

    [Fact]
    public void SoundWordsBesideIt_Stay() =>
        Mojibake.Read("“Xã hội” học tập: NgÃ¢n sÃ¡ch là 5%").ShouldBe(new MojibakeReading.Restored("“Xã hội” học tập: Ngân sách là 5%"));

    [Theory]
    [InlineData("Äáº¡t", "Äáº¡t")] // 90 of Đ dropped
    [InlineData("NgÃ¢n sÃ¡ch lÃ 5 tá»·", "lÃ")] // A0 of à a blank
    [InlineData("bá»‘ trÃ cho nhiá»‡m vá»¥", "trÃ")] // AD of í gone
    [InlineData("há»c táº­p", "há»c")] // 8D of ọ gone
    [InlineData("Ng\uFFFDn sách", "Ng\uFFFDn")]
    [InlineData("\u0093Đạt\u0094", "\u0093Đạt\u0094")]
    public void BytesGone_AreTold(string text, string word) => Mojibake.Read(text).ShouldBeOfType<MojibakeReading.Lost>().Words.ShouldBe([word]);

    [Theory]
    [InlineData("“CÔNG NHẬN XÃ”")]
    [InlineData("XÃ’ và XÃ…")]
    [InlineData("“XÃ” và “HUYỆN”")]
    [InlineData("«lá»” và cá…”")]
    [InlineData("Â Ê Ô")]
    [InlineData("QUÝ–NĂM, “CHÍ”")]
    [InlineData("T×nh h×nh kinh tÕ-x· héi, ®¹t môc tiªu")]
    [InlineData("Tình hình kinh tế")]
    [InlineData("Coäng ñoàng hoïc taäp, ñaït muïc tieâu")]
    [InlineData("Äpfel, Ärzte, Übung, Café, naïve")]
    [InlineData("")]
    public void WhatIsRightAsItStands_IsSound(string text) => Mojibake.Read(text).ShouldBe(new MojibakeReading.Sound());

    [Fact]
    public void AnyVietnameseText_IsSound_AndComesBack() => Prop.ForAll(Texts.Vietnamese, text =>
    {
        Mojibake.Read(text).ShouldBe(new MojibakeReading.Sound());
        var wrong = Mojibake.Read(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text + " Ngân")));
        wrong.ShouldBe(new MojibakeReading.Restored(text + " Ngân"));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void AnyText_HasAReading() => Prop.ForAll(Texts.Any, text => Mojibake.Read(text) is not null).QuickCheckThrowOnFailure();
}
