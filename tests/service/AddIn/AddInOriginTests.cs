using LearningCity.Docs.AddIn;

namespace LearningCity.Docs.Tests.AddIn;

public class AddInOriginTests
{
    [Theory]
    [InlineData("https://hoctap.badinh.gov.vn", "https://hoctap.badinh.gov.vn")]
    [InlineData("https://Hoctap.BaDinh.gov.vn:443/", "https://hoctap.badinh.gov.vn")]
    [InlineData("https://localhost:5271", "https://localhost:5271")]
    [InlineData("https://họctập.vn", "https://xn--hctp-xs5a9h.vn")]
    [InlineData("https://[::1]:5271", "https://[::1]:5271")]
    public void Origin_IsReadAsABrowserSendsIt(string text, string origin)
    {
        AddInOrigin.TryRead(text, out var read, out var fault).ShouldBeTrue();
        read!.ToString().ShouldBe(origin);
        fault.ShouldBeNull();
    }

    [Theory]
    [InlineData("", "addIn.origin.notAnAddress")]
    [InlineData("hoctap.badinh.gov.vn", "addIn.origin.notAnAddress")]
    [InlineData("https:hoctap.badinh.gov.vn", "addIn.origin.notAnAddress")]
    [InlineData("https://", "addIn.origin.notAnAddress")]
    [InlineData("https://a b.vn", "addIn.origin.notAnAddress")]
    [InlineData("https://a.vn:99999", "addIn.origin.notAnAddress")]
    [InlineData("file:///etc/hosts", "addIn.origin.notAnAddress")]
    [InlineData("http://a.vn", "addIn.origin.notHttps")]
    [InlineData("ftp://a.vn", "addIn.origin.notHttps")]
    [InlineData("https://a.vn/docs", "addIn.origin.more")]
    [InlineData("https://a.vn/?", "addIn.origin.more")]
    [InlineData("https://a.vn?x=1", "addIn.origin.more")]
    [InlineData("https://a.vn/#", "addIn.origin.more")]
    [InlineData("https://me:secret@a.vn", "addIn.origin.more")]
    public void AnythingElse_IsRefusedWithItsReason(string text, string reason)
    {
        AddInOrigin.TryRead(text, out var read, out var fault).ShouldBeFalse();
        read.ShouldBeNull();
        fault!.Key.ShouldBe(reason);
    }

    [Fact]
    public void AddressWithMore_IsToldHowToWriteIt()
    {
        AddInOrigin.TryRead("https://a.vn:8443/docs?x=1", out _, out var fault).ShouldBeFalse();
        LanguageTable.Vietnamese.Render(fault!).ShouldEndWith("hãy ghi https://a.vn:8443.");
    }
}
