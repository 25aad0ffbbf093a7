using System.IO.Compression;
using System.Text;
using LearningCity.Docs.Pdf;

namespace LearningCity.Docs.Tests.Pdf;

public class PdfFontsTests
{
    [Theory]
    [InlineData("/BaseFont/BAAAAA+TimesNewRomanPSMT /FontName /CAAAAA+OpenSymbol")]
    [InlineData("/BaseFont /TimesNewRomanPS-BoldMT")]
    [InlineData("/FontName/TimesNewRoman,Bold")]
    public void ExpectedFont_HasNoSubstitute(string fonts) => PdfFonts.Substitutes(Pdf(fonts)).ShouldBeEmpty();

    [Fact]
    public void OtherFonts_AreNamedOnceWithoutTagAndStyle() =>
        PdfFonts.Substitutes(Pdf("/BaseFont/BAAAAA+LiberationSerif-Bold /FontName/BAAAAA+LiberationSerif-Bold /BaseFont/CAAAAA+LiberationSerif /BaseFont/DAAAAA+DejaVuSans")).ShouldBe(["DejaVuSans", "LiberationSerif"]);

    [Theory]
    [InlineData("TimesNewRomanPSMT")]
    [InlineData("Tinos", "Tinos")]
    public void FontsInObjectStreams_AreRead(string font, params string[] substitutes) =>
        PdfFonts.Substitutes([.. Pdf("/BaseFont"), .. ObjectStream($"<</Type/Font/BaseFont/BAAAAA+{font}>>"), .. "\n%%EOF"u8]).ShouldBe(substitutes);

    [Fact]
    public void DamagedObjectStream_GivesWhatIsReadElsewhere() => PdfFonts.Substitutes([.. Pdf("/BaseFont/Tinos"), .. "<</Type/ObjStm>>\nstream\nno zlib"u8]).ShouldBe(["Tinos"]);

    private static byte[] Pdf(string content) => Encoding.Latin1.GetBytes($"%PDF-1.7\n{content}\n");

    private static byte[] ObjectStream(string objects)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) { zlib.Write(Encoding.Latin1.GetBytes(objects)); }
        return [.. Encoding.Latin1.GetBytes($"7 0 obj\n<</Type/ObjStm/N 1/First 4/Length {packed.Length}/Filter/FlateDecode>>\nstream\r\n"), .. packed.ToArray(), .. "\nendstream"u8];
    }
}
