using LearningCity.Docs.Packages;

namespace LearningCity.Docs.Tests.Reading;

/// <summary>Work grows as the file grows: told by what is allocated, which no clock disturbs.</summary>
public class LinearityTests
{
    [Theory]
    [InlineData("xlsx", false)]
    [InlineData("xlsx", true)]
    [InlineData("docx", false)]
    [InlineData("docx", true)]
    public void TenTimesTheRows_CostTenTimesAsMuch(string host, bool rowsMissing)
    {
        Cost(host, 500, rowsMissing);
        var (small, large) = (Cost(host, 5_000, rowsMissing), Cost(host, 50_000, rowsMissing));
        (large / (double)small).ShouldBeLessThan(14, $"{small} → {large}");
    }

    /// <summary>A file of texts that are nearly official, so that nothing is recognised and all is compared.</summary>
    [Fact]
    public void ThousandTextsLikeTheOfficialOnes_AreBounded()
    {
        var table = new TypedTable();
        var like = table.Rows.SelectMany(r => Enumerable.Range(0, 65).Select(i => new[] { "", $"{r[1]} {i} {i}", "" })).ToList();
        var package = Package(table.Save("xlsx", [.. table.Header, .. table.Rows.Take(4), .. like]));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Reads.Official.Read(package);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(512L << 20);
    }

    private static long Cost(string host, int rows, bool rowsMissing)
    {
        var table = new TypedTable();
        if (rowsMissing) { table.Rows.RemoveRange(3, 4); }
        var more = Enumerable.Range(0, rows).Select(i => new[] { $"Mục {i}", $"Nội dung thứ {i} của danh sách kèm theo, không thuộc biểu", $"việc {i}", i % 2 == 0 ? "Đạt" : "Không đạt" });
        var package = Package(table.Save(host, [.. table.Header, .. table.Rows, [""], .. more]));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Reads.Official.Read(package);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static SafePackage Package(byte[] file) => Reads.Package(file);
}
