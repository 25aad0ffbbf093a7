using LearningCity.Docs.Documents;

namespace LearningCity.Docs.Tests.Documents;

public class DocumentSymbolTests
{
    [Theory]
    [InlineData("bao-cao", "UBND xã Phù Mỹ Bắc", "VHXH", "BC-UBND")]
    [InlineData("bao-cao", "UBND phường Ba Đình", "VHXH", "BC-UBND")]
    [InlineData("to-trinh", "UBND đặc khu Phú Quý", "VHXH", "TTr-UBND")]
    [InlineData("bao-cao", "Phòng VHXH", "VHXH", "BC-VHXH")]
    [InlineData("bao-cao", "Phòng VHXH xã Phù Mỹ Bắc", null, "BC-VHXH")]
    [InlineData("bao-cao", "Phòng GDĐT", null, "BC-PGDĐT")]
    [InlineData("quyet-dinh", "Sở GDĐT", "GDTX", "QĐ-SGDĐT")]
    [InlineData("tra-loi", "UBND xã Hàm Yên", "VHXH", "UBND-VHXH")]
    [InlineData("tra-loi", "UBND xã Hàm Yên", null, null)]
    [InlineData("bao-cao", "Trường Cao đẳng nghề", null, null)]
    public void Symbol_IsOfKindAndAgencyAsCommunesWrite(string kind, string agencyShort, string? drafting, string? symbol)
    {
        var made = DocumentSymbol.Made(PaperSamples.Catalog.Find(kind)!, agencyShort, drafting);
        made.ShouldBe(symbol);
        if (made is not null) { DocumentSymbol.Fits(PaperSamples.Catalog.Find(kind)!, made).ShouldBeTrue(); }
    }
}
