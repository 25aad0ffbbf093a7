using LearningCity.Docs.Text;

namespace LearningCity.Docs.Tests.Text;

public class AbbreviationsTests
{
    [Theory]
    [InlineData("UBND phường", "Ủy ban nhân dân phường")]
    [InlineData("UBND P.", "Ủy ban nhân dân phường")]
    [InlineData("Uỷ ban nhân dân phường", "ỦY BAN NHÂN DÂN PHƯỜNG")]
    [InlineData("PGDĐT", "Phòng Giáo dục và Đào tạo")]
    [InlineData("PGD&ĐT", "Phòng Giáo dục và Đào tạo")]
    [InlineData("Phòng GD-ĐT", "Phòng Giáo dục và Đào tạo")]
    [InlineData("Phòng GDĐT", "Phòng Giáo dục & Đào tạo")]
    [InlineData("P. GDĐT", "Phòng Giáo dục và Đào tạo")]
    [InlineData("P. Nội vụ", "Phòng Nội vụ")]
    [InlineData("P.Nội vụ", "Phòng Nội vụ")]
    [InlineData("P Nội vụ", "Phòng Nội vụ")]
    [InlineData("Phòng TC-KH", "Phòng Tài chính – Kế hoạch")]
    [InlineData("Phòng TN&MT", "Phòng Tài nguyên và Môi trường")]
    [InlineData("TP Hà Nội", "Thành phố Hà Nội")]
    [InlineData("TP. Hà Nội", "Thành phố Hà Nội")]
    public void UsualAbbreviation_IsEqual(string written, string full) => Abbreviations.AreEqual(written, full).ShouldBeTrue($"{Abbreviations.Key(written)} / {Abbreviations.Key(full)}");

    [Theory]
    [InlineData("UBND quận", "Ủy ban nhân dân phường")]
    [InlineData("P. Nội vụ", "Phòng Y tế")]
    [InlineData("HĐND phường", "Ủy ban nhân dân phường")]
    [InlineData("Phòng Giáo dục", "Phòng Giáo dục và Đào tạo")]
    [InlineData("", "Phòng Y tế")]
    public void OtherOffice_IsNot(string written, string full) => Abbreviations.AreEqual(written, full).ShouldBeFalse();
}
