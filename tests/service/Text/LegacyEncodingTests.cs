using System.Globalization;
using System.Text;
using FsCheck.Fluent;
using LearningCity.Docs.Tests.Support;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Tests.Text;

public class LegacyEncodingTests
{
    [Theory]
    [InlineData("§¹t", null, LegacyKind.Tcvn3, "Đạt")]
    [InlineData("Kh«ng ®¹t", null, LegacyKind.Tcvn3, "Không đạt")]
    [InlineData("Kh«ng", null, LegacyKind.Tcvn3, "Không")]
    [InlineData("Céng ®ång häc tËp", null, LegacyKind.Tcvn3, "Cộng đồng học tập")]
    [InlineData("T×nh h×nh kinh tÕ-x· héi", null, LegacyKind.Tcvn3, "Tình hình kinh tế-xã hội")] // a real report of 2020
    [InlineData("tr\u00ADêng häc", null, LegacyKind.Tcvn3, "trường học")] // ư is the soft hyphen
    [InlineData("X·", ".VnTime", LegacyKind.Tcvn3, "Xã")]
    [InlineData("kh«ng ®¹t", ".VnTimeH", LegacyKind.Tcvn3Capitals, "KHÔNG ĐẠT")]
    [InlineData("100 m² ± 5° “®ñ”", ".VnTime", LegacyKind.Tcvn3, "100 m² ± 5° “đủ”")]
    [InlineData("Ñaït", null, LegacyKind.Vni, "Đạt")]
    [InlineData("Khoâng ñaït", null, LegacyKind.Vni, "Không đạt")]
    [InlineData("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", null, LegacyKind.Vni, "Cộng hòa xã hội chủ nghĩa Việt Nam")]
    [InlineData("COÄNG ÑOÀNG HOÏC TAÄP", null, LegacyKind.Vni, "CỘNG ĐỒNG HỌC TẬP")]
    [InlineData("tröôøng ñöôïc", null, LegacyKind.Vni, "trường được")]
    [InlineData("Kyõ", "VNI-Times", LegacyKind.Vni, "Kỹ")]
    public void OldEncoding_IsDetectedAndConverted(string text, string? font, object kind, string unicode)
    {
        LegacyEncoding.Detect(text, font).ShouldBe((LegacyKind)kind);
        LegacyEncoding.Convert(text, (LegacyKind)kind).ShouldBe(unicode);
    }

    [Theory]
    [InlineData("100 % ± 5", null)]
    [InlineData("m²", null)]
    [InlineData("§ 12", null)]
    [InlineData("Café", null)]
    [InlineData("Ångström", null)]
    [InlineData("25 µm · 3×4 · ½", null)]
    [InlineData("hoa¹", null)] // a footnote
    [InlineData("« Đạt »", null)]
    [InlineData("«ba»", null)]
    [InlineData("© UBND ®", null)]
    [InlineData("où", null)]
    [InlineData("tôt ou tard", null)]
    [InlineData("Thaï", null)]
    [InlineData("naïve, Noël, coïncidence, goût, août", null)]
    [InlineData("Le développement durable et l'éducation à la citoyenneté, première étape très complète", null)]
    [InlineData("L'apprentissage tout au long de la vie : où êtes-vous né ? Là-bas, à côté du théâtre.", null)]
    [InlineData("Größe, Straße, für, schön, Käse, Übung, möglich, spät, Öl, Köln, Mädchen, Tür", null)]
    [InlineData("Die Stadt fördert das lebenslange Lernen für alle Bürgerinnen und Bürger", null)]
    [InlineData("São Paulo, João, coração, não", null)]
    [InlineData("Malmö, Göteborg, Århus, København, smörgås", null)]
    [InlineData("Dat", ".VnTime")] // ASCII: nothing to convert
    [InlineData("95,5", "VNI-Times")]
    [InlineData("Đạt", ".VnTime")] // Unicode in a font left over
    [InlineData("không", "VNI-Times")]
    [InlineData("", ".VnTime")]
    public void AnythingElse_IsLeft(string text, string? font) => LegacyEncoding.Detect(text, font).ShouldBe(LegacyKind.None);

    [Fact]
    public void UnicodeVietnamese_IsNeverTaken()
    {
        var definitions = Directory.EnumerateFiles(Repository.Path("templates", "forms"), "*.yaml").SelectMany(File.ReadLines);
        foreach (var text in Texts.Official.Concat(definitions).SelectMany(t => t.Split(' ').Append(t)).Distinct())
        {
            foreach (var spelling in new[] { text, text.ToUpperInvariant(), text.ToLowerInvariant(), text.Normalize(NormalizationForm.FormD) })
            {
                LegacyEncoding.Detect(spelling, null).ShouldBe(LegacyKind.None, spelling);
                LegacyEncoding.Detect(spelling, "Times New Roman").ShouldBe(LegacyKind.None, spelling);
            }
        }
    }

    [Fact]
    public void OfficialTexts_SurviveBothEncodings()
    {
        foreach (var text in Texts.Official.Where(t => t.Length > 15))
        {
            var lower = LowerTonedCapitals(text);
            LegacyEncoding.Detect(ToTcvn3(lower), null).ShouldBe(LegacyKind.Tcvn3, lower);
            LegacyEncoding.Convert(ToTcvn3(lower), LegacyKind.Tcvn3).ShouldBe(lower);
            LegacyEncoding.Detect(ToVni(text), null).ShouldBe(LegacyKind.Vni, text);
            LegacyEncoding.Convert(ToVni(text), LegacyKind.Vni).ShouldBe(text);
        }
    }

    [Fact]
    public void EveryVietnameseText_RoundTrips() => Prop.ForAll(Texts.Vietnamese, text =>
    {
        var lower = LowerTonedCapitals(text);
        return LegacyEncoding.Convert(ToTcvn3(lower), LegacyKind.Tcvn3) == lower && LegacyEncoding.Convert(ToVni(text), LegacyKind.Vni) == text;
    }).Holds();

    [Fact]
    public void AnyText_IsJudgedWithoutThrowing() => Prop.ForAll(Texts.Any, text =>
        Enum.IsDefined(LegacyEncoding.Detect(text, null)) && LegacyEncoding.Convert(text, LegacyKind.Vni) != null && LegacyEncoding.Convert(text, LegacyKind.Tcvn3).Length == text.Length)
        .Holds();

    // Letters by their TCVN3 codes, from glibc's TCVN5712-1: an encoder apart from the table under test.
    private const string Tcvn3Letters = "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ";
    private static readonly int[] Tcvn3Codes =
    [
        0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7, 0xA8, 0xA9, 0xAA, 0xAB, 0xAC, 0xAD, 0xAE, 0xB5, 0xB6, 0xB7, 0xB8, 0xB9, 0xBB, 0xBC, 0xBD, 0xBE, 0xC6,
        0xC7, 0xC8, 0xC9, 0xCA, 0xCB, 0xCC, 0xCE, 0xCF, 0xD0, 0xD1, 0xD2, 0xD3, 0xD4, 0xD5, 0xD6, 0xD7, 0xD8, 0xDC, 0xDD, 0xDE, 0xDF, 0xE1, 0xE2, 0xE3, 0xE4,
        0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEA, 0xEB, 0xEC, 0xED, 0xEE, 0xEF, 0xF1, 0xF2, 0xF3, 0xF4, 0xF5, 0xF6, 0xF7, 0xF8, 0xF9, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE,
    ];

    private static string ToTcvn3(string text) =>
        string.Concat(text.Select(c => Tcvn3Letters.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? (char)Tcvn3Codes[at] : c));

    private static string ToVni(string text) => string.Concat(text.Select(ToVni));

    private static string ToVni(char c)
    {
        var isCapital = char.IsUpper(c);
        string Cased(string code) => isCapital ? code.ToUpperInvariant() : code;
        var parts = char.ToLowerInvariant(c).ToString().Normalize(NormalizationForm.FormD);
        var at = parts.IndexOfAny(['\u0300', '\u0301', '\u0303', '\u0309', '\u0323']);
        var tone = at >= 0 ? parts[at] : '\0';
        var number = "\0\u0301\u0300\u0309\u0303\u0323".IndexOf(tone, StringComparison.Ordinal);
        var vowel = tone == '\0' ? parts.Normalize(NormalizationForm.FormC) : parts.Remove(at, 1).Normalize(NormalizationForm.FormC);
        return Cased((vowel, number) switch
        {
            ("đ", _) => "ñ",
            ("i", _) => "iíìæóò"[number].ToString(),
            ("y", 5) => "î",
            ("ă", _) => "a" + "êéèúüë"[number],
            ("â", _) or ("ê", _) or ("ô", _) => (vowel == "â" ? "a" : vowel == "ê" ? "e" : "o") + "âáàåãä"[number],
            ("ơ", _) => "ô" + (number == 0 ? "" : " ùøûõï"[number]),
            ("ư", _) => "ö" + (number == 0 ? "" : " ùøûõï"[number]),
            ("a" or "e" or "o" or "u" or "y", > 0) => vowel + " ùøûõï"[number],
            _ => vowel,
        });
    }

    /// <summary>The lower-case font has no capital with a tone.</summary>
    private static string LowerTonedCapitals(string text) =>
        string.Concat(text.Select(c => c > 0x7F && char.IsUpper(c) && !Tcvn3Letters.Contains(c, StringComparison.Ordinal) ? char.ToLower(c, CultureInfo.InvariantCulture) : c));
}
