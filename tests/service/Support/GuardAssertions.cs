using System.Text;
using LearningCity.Docs.Packages;

namespace LearningCity.Docs.Tests.Support;

internal static class GuardAssertions
{
    public static SafePackage Safe(byte[] file, PackageLimits? limits = null) => PackageGuard.Open(file, limits) switch
    {
        GuardResult.Safe safe => safe.Package,
        GuardResult.Refused refused => throw new ShouldAssertException($"Refused: {refused.Finding.Location.Text(LanguageTable.English)}: {refused.Finding.Message(LanguageTable.English)}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Asserts code and printed location, and that both languages have a sentence for it.</summary>
    public static Finding Refused(byte[] file, string code, string location, PackageLimits? limits = null)
    {
        var finding = PackageGuard.Open(file, limits).ShouldBeOfType<GuardResult.Refused>().Finding;
        finding.Code.ShouldBe(code, finding.Message(LanguageTable.English));
        finding.Location.Text(LanguageTable.Vietnamese).ShouldBe(location);
        finding.Message(LanguageTable.Vietnamese).ShouldNotBeEmpty();
        return finding;
    }

    public static string PartText(SafePackage package, string part) => Encoding.UTF8.GetString(package.Part(part)!.Value.Span);
}
