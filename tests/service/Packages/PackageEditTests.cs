using System.IO.Compression;
using System.Text;
using LearningCity.Docs.Packages;
using LearningCity.Docs.Tests.Support;
using static LearningCity.Docs.Tests.Support.GuardAssertions;

namespace LearningCity.Docs.Tests.Packages;

public class PackageEditTests
{
    private const string Sheet = "xl/worksheets/sheet1.xml";
    private static readonly byte[] NewSheet = Encoding.UTF8.GetBytes("<worksheet>Đạt</worksheet>");

    public static TheoryData<string> Writers => ["plain", "sizes behind the data", "stored", "ZipArchive", "zip64 offsets", "comment and gaps"];

    [Theory]
    [MemberData(nameof(Writers))]
    public void OtherEntries_StayByteForByte(string writer)
    {
        var before = Safe(Written(writer));
        var edited = PackageEdit.Replace(before, new Dictionary<string, byte[]> { ["XL/worksheets/sheet1.XML"] = NewSheet });
        var after = Safe(edited);
        after.PartNames.ShouldBe(before.PartNames);
        PartText(after, Sheet).ShouldBe("<worksheet>Đạt</worksheet>");
        foreach (var (old, now) in before.Directory.Entries.Zip(after.Directory.Entries).Where(pair => pair.First.Name != Sheet))
        {
            edited[now.LocalOffset..now.RecordEnd].ShouldBe(before.Original.Span[old.LocalOffset..old.RecordEnd].ToArray(), old.Name);
            var record = before.Original.Span.Slice(old.CentralOffset, old.CentralLength).ToArray();
            var width = old.OffsetField == ZipRecord.NarrowOffsetField ? 4 : 8;
            edited.AsSpan(now.CentralOffset, old.OffsetField).SequenceEqual(record.AsSpan(0, old.OffsetField)).ShouldBeTrue(old.Name);
            edited.AsSpan(now.CentralOffset + old.OffsetField + width, old.CentralLength - old.OffsetField - width)
                .SequenceEqual(record.AsSpan(old.OffsetField + width)).ShouldBeTrue(old.Name);
        }
        after.Directory.Comment.ToArray().ShouldBe(before.Directory.Comment.ToArray());
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public void EditedPackage_OpensInTheFrameworksOwnReader(string writer)
    {
        var edited = PackageEdit.Replace(Safe(Written(writer)), new Dictionary<string, byte[]> { [Sheet] = NewSheet });
        using var archive = new ZipArchive(new MemoryStream(edited));
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            var bytes = new MemoryStream();
            content.CopyTo(bytes);
            bytes.ToArray().ShouldBe(Safe(edited).Part(entry.FullName)!.Value.ToArray());
        }
        archive.GetEntry(Sheet)!.LastWriteTime.DateTime.ShouldBe(new DateTime(1980, 1, 1));
    }

    [Fact]
    public void SameEdit_GivesTheSameBytes()
    {
        var package = Safe(Written("plain"));
        var parts = new Dictionary<string, byte[]> { [Sheet] = NewSheet, ["customXml/b.xml"] = [60], ["customXml/a.xml"] = [61] };
        PackageEdit.Replace(package, parts).ShouldBe(PackageEdit.Replace(package, parts.Reverse().ToDictionary()));
    }

    [Fact]
    public void NoEdit_GivesTheFileItself()
    {
        var file = Written("plain");
        PackageEdit.Replace(Safe(file), new Dictionary<string, byte[]>()).ShouldBe(file);
    }

    [Fact]
    public void NewPart_IsAddedBehindTheOthers()
    {
        var after = Safe(PackageEdit.Replace(Safe(Written("plain")), new Dictionary<string, byte[]> { ["xl/media/ảnh.png"] = [1, 2, 3] }));
        after.PartNames[^1].ShouldBe("xl/media/ảnh.png");
        after.Part("xl/media/ảnh.png")!.Value.ToArray().ShouldBe([1, 2, 3]);
    }

    private static byte[] Written(string writer)
    {
        var parts = PackageBuilder.Workbook().Sheet("A", ["Chỉ tiêu", 1]).With("xl/media/image1.png", [1, 2, 3]).Parts();
        switch (writer)
        {
            case "sizes behind the data": return ZipBytes.Of(parts.Select(p => p with { Flags = 8 }));
            case "stored": return ZipBytes.Of(parts.Select(p => p with { Stored = true }));
            case "ZipArchive":
                var output = new MemoryStream();
                using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
                {
                    foreach (var part in parts)
                    {
                        using var content = archive.CreateEntry(part.Name).Open();
                        content.Write(part.Content);
                    }
                }
                return output.ToArray();
            case "zip64 offsets": return ZipBytes.Of(parts.Select(p => p with { Wide = true }));
            case "comment and gaps":
                var bytes = ZipBytes.Of(parts.Select(p => p with { Gap = 5 }));
                bytes[^2] = 4;
                return [.. bytes, .. "note"u8];
            default: return ZipBytes.Of(parts);
        }
    }
}
