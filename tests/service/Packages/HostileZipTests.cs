using System.Text;
using LearningCity.Docs.Packages;
using LearningCity.Docs.Tests.Support;
using static LearningCity.Docs.Tests.Support.GuardAssertions;

namespace LearningCity.Docs.Tests.Packages;

/// <summary>Archives made to harm: each is refused for its own reason and within bounded memory.</summary>
public class HostileZipTests
{
    private const string Sheet = "xl/worksheets/sheet1.xml", Media = "xl/media/image1.png";

    [Theory]
    [InlineData(Sheet)] // kept in memory
    [InlineData(Media)] // only counted
    public void Bomb_IsRefusedWithinTheMemoryOfItsLimits(string part)
    {
        var bomb = Bomb(part, megabytes: 200, declared: null);
        bomb.Length.ShouldBeLessThan(400_000);
        var limits = new PackageLimits { UnpackedBytes = 4 * PackageLimits.Megabyte, PartBytes = 2 * PackageLimits.Megabyte };
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused(bomb, "LC1008", part, limits);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(2L * limits.UnpackedBytes);
    }

    [Fact]
    public void BombUnderDefaultLimits_StopsAtTheFirstMegabytes()
    {
        var bomb = Bomb(Sheet, megabytes: 1024, declared: null);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused(bomb, "LC1008", Sheet);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(8L * PackageLimits.Megabyte);
    }

    [Theory]
    [InlineData(Sheet)]
    [InlineData(Media)]
    public void BombThatDeclaresItselfSmall_IsRefusedAtItsDeclaredSize(string part)
    {
        var bomb = Bomb(part, megabytes: 200, declared: 5_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused(bomb, "LC1009", part);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(PackageLimits.Megabyte);
    }

    [Fact]
    public void PartThatDeclaresItselfLarge_IsRefusedWithoutTheMemory()
    {
        var bytes = Lie(Sheet, i => i with { DeclaredSize = 0xFFFFFFFE });
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused(bytes, "LC1009", Sheet).Message(LanguageTable.Vietnamese).ShouldContain("kích thước");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(2L * PackageLimits.Megabyte);
    }

    [Fact]
    public void ManyPartsTogetherTooLarge_AreRefused()
    {
        var noise = new byte[600_000];
        new Random(2).NextBytes(noise);
        var builder = PackageBuilder.Workbook();
        for (var i = 0; i < 4; i++) { builder.With($"xl/media/image{i}.png", noise); }
        var limits = new PackageLimits { UnpackedBytes = 2 * PackageLimits.Megabyte, PartBytes = PackageLimits.Megabyte };
        Refused(builder.ToBytes(), "LC1007", "Toàn tệp", limits);
        Safe(builder.ToBytes(), limits with { UnpackedBytes = 3 * PackageLimits.Megabyte });
    }

    [Fact]
    public void OnePartTooLarge_IsRefused()
    {
        var noise = new byte[600_000];
        new Random(3).NextBytes(noise);
        Refused(PackageBuilder.Workbook().With(Media, noise).ToBytes(), "LC1007", Media, new PackageLimits { PartBytes = 599_999 });
        Safe(PackageBuilder.Workbook().With(Media, noise).ToBytes(), new PackageLimits { PartBytes = 600_000 });
    }

    [Fact]
    public void SmallPartOfHighRatio_IsAccepted() => Safe(PackageBuilder.Workbook().With("xl/styles.xml", "<styleSheet>" + new string(' ', 900_000) + "</styleSheet>").ToBytes());

    [Fact]
    public void TooManyEntries_AreRefused()
    {
        var builder = PackageBuilder.Workbook();
        for (var i = 0; i < 995; i++) { builder.With($"xl/media/{i}.png", [1]); }
        Safe(builder.ToBytes());
        Refused(builder.With("xl/media/995.png", [1]).ToBytes(), "LC1006", "Toàn tệp");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void SizeThatIsNotTrue_IsDamage(int off) =>
        Refused(Lie(Sheet, i => i with { DeclaredSize = (uint)(i.Content.Length + off) }), "LC1009", Sheet).Message(LanguageTable.Vietnamese).ShouldContain("kích thước");

    [Fact]
    public void ChecksumThatIsNotTrue_IsDamage() =>
        Refused(Lie(Sheet, i => i with { Checksum = 1 }), "LC1009", Sheet).Message(LanguageTable.Vietnamese).ShouldContain("mã kiểm tra");

    [Fact]
    public void PackedSizeBeyondTheFile_IsDamage() => Refused(Lie(Sheet, i => i with { DeclaredPackedSize = 0x7FFFFFF0 }), "LC1009", Sheet);

    [Fact]
    public void LocalNameThatDiffers_IsDamage() =>
        Refused(Lie(Sheet, i => i with { LocalName = "xl/worksheets/sheet9.xml" }), "LC1009", Sheet).Message(LanguageTable.Vietnamese).ShouldContain("một kiểu");

    [Fact]
    public void TwoEntriesOverTheSameBytes_AreRefused()
    {
        var parts = PackageBuilder.Workbook().Parts();
        var twice = parts.Add(parts[0] with { Name = "xl/copy.xml", LocalName = "xl/copy.xml", DeclaredOffset = 0 });
        Refused(ZipBytes.Of(twice), "LC1009", "xl/copy.xml");
        var quoted = ZipBytes.Of(parts.Add(parts[0] with { DeclaredOffset = 0, Name = "[CONTENT_TYPES].xml" }));
        Refused(quoted, "LC1009", "[CONTENT_TYPES].xml");
    }

    [Fact]
    public void EntryThatReachesIntoTheNext_IsRefused()
    {
        // A stored entry that swallows the whole record behind it: both names can be read, from the same bytes.
        var inner = ZipBytes.Of(new ZipItem("xl/b.xml", "<b/>"u8.ToArray()) { Stored = true });
        var record = inner[..(30 + "xl/b.xml".Length + 4)];
        var outer = new ZipItem("xl/a.xml", record) { Stored = true };
        var place = (uint)(30 + "xl/a.xml".Length);
        var quoting = new ZipItem("xl/b.xml", "<b/>"u8.ToArray()) { Stored = true, DeclaredOffset = place };
        Refused(ZipBytes.Of([outer, quoting, .. PackageBuilder.Workbook().Parts()]), "LC1009", "Toàn tệp").Message(LanguageTable.Vietnamese).ShouldContain("chồng");
    }

    [Theory]
    [InlineData("../../etc/cron.d/x.xml")]
    [InlineData("xl/../../x.xml")]
    [InlineData("/../x.xml")]
    [InlineData("xl\\..\\..\\x.xml")]
    [InlineData("//server/share/x.xml")]
    [InlineData("C:/Windows/x.xml")]
    [InlineData("xl//x.xml")]
    [InlineData("xl/./x.xml")]
    [InlineData("..\\..\\Windows\\x.xml")]
    [InlineData("\\\\server\\share\\x.xml")]
    public void UnsafeName_IsRefused(string name) => Refused(PackageBuilder.Workbook().With(name, "<x/>").ToBytes(), "LC1010", name);

    [Theory]
    [InlineData("xl\\worksheets\\sheet9.xml", "xl/worksheets/sheet9.xml")]
    [InlineData("/xl/worksheets/sheet9.xml", "xl/worksheets/sheet9.xml")]
    [InlineData("\\xl\\worksheets\\sheet9.xml", "xl/worksheets/sheet9.xml")]
    public void NameWithBackslashesOrFromTheRoot_IsThePartThatItMeans(string name, string part)
    {
        var package = Safe(PackageBuilder.Workbook().With(name, "<x/>").ToBytes());
        package.PartNames.ShouldContain(part);
        PartText(package, part).ShouldBe("<x/>");
    }

    [Fact]
    public void SamePartByTwoNames_IsRefused() =>
        Refused(PackageBuilder.Workbook().With("xl/a.xml", "<x/>").With("xl\\a.xml", "<x/>").ToBytes(), "LC1011", "xl/a.xml");

    [Fact]
    public void NameWithControlCharacters_IsShownWithoutThem() => Refused(PackageBuilder.Workbook().With("xl/a\0\u001b.xml", "<x/>").ToBytes(), "LC1010", "xl/a\uFFFD\uFFFD.xml");

    [Fact]
    public void NameInVietnamese_IsAccepted() => Safe(PackageBuilder.Workbook().With("xl/media/ảnh..1.png", [1]).ToBytes());

    [Theory]
    [InlineData("xl/workbook.xml")]
    [InlineData("XL/Workbook.XML")]
    public void DuplicatePart_IsRefused(string name) =>
        Refused(ZipBytes.Of(PackageBuilder.Workbook().Parts().Add(new ZipItem(name, "<workbook/>"u8.ToArray()))), "LC1011", name);

    [Theory]
    [InlineData(0xA1FF)] // a symbolic link
    [InlineData(0x1180)] // a pipe
    [InlineData(0x21B6)] // a device
    public void EntryThatIsNoOrdinaryFile_IsRefused(int mode) =>
        Refused(Lie(Sheet, i => i with { Mode = (ushort)mode }), "LC1009", Sheet).Message(LanguageTable.Vietnamese).ShouldContain("liên kết");

    [Theory]
    [InlineData(0x81A4)]
    [InlineData(0)] // an archiver that keeps no kind
    public void EntryOfAnArchiverOfUnix_IsAccepted(int mode) => Safe(Lie(Sheet, i => i with { Mode = (ushort)mode }));

    [Fact]
    public void EncryptedEntry_IsRefused() => Refused(Lie(Sheet, i => i with { Flags = 1 }), "LC1003", "Toàn tệp");

    [Fact]
    public void UnknownPacking_IsRefused() => Refused(Lie(Sheet, i => i with { Method = 12 }), "LC1009", Sheet).Message(LanguageTable.Vietnamese).ShouldContain("cách nén");

    [Fact]
    public void SizesBehindTheData_AreAccepted() => Safe(Lie(Sheet, i => i with { Flags = 8 }));

    [Fact]
    public void StoredEntriesFoldersAndTrailingBytes_AreAccepted()
    {
        var parts = PackageBuilder.Workbook().Sheet("A", ["x"]).Parts().Select(p => p with { Stored = true }).Append(new ZipItem("xl/", []) { Stored = true });
        byte[] mailed = [.. ZipBytes.Of(parts), .. "\r\n--boundary--\r\n"u8];
        Safe(mailed).PartNames.ShouldNotContain("xl/");
    }

    [Fact]
    public void TruncatedFile_IsAlwaysAFinding()
    {
        var file = PackageBuilder.Workbook().Sheet("A", ["Chỉ tiêu", 1]).ToBytes();
        for (var i = 0; i < 100; i++)
        {
            var result = PackageGuard.Open(file.AsMemory(0, file.Length * i / 100));
            result.ShouldBeOfType<GuardResult.Refused>().Finding.Code.ShouldBe(i switch { 0 => "LC1001", _ => "LC1009" }, i.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void FlippedBytes_NeverThrow()
    {
        var file = PackageBuilder.Document().Paragraph("PHỤ LỤC").Table(["1.1", "Đạt"]).With("word/media/a.png", [1, 2, 3, 4]).ToBytes();
        var random = new Random(20_240_425);
        var refused = 0;
        for (var round = 0; round < 2_000; round++)
        {
            var flipped = (byte[])file.Clone();
            for (var n = random.Next(1, 6); n > 0; n--) { flipped[random.Next(flipped.Length)] = (byte)random.Next(256); }
            refused += PackageGuard.Open(flipped) is GuardResult.Refused ? 1 : 0;
        }
        refused.ShouldBeGreaterThan(1_000);
    }

    [Fact]
    public void FlippedBytesInsideWholeEntries_NeverThrowButAsXml()
    {
        var parts = PackageBuilder.Document().Paragraph("PHỤ LỤC").Table(["1.1", "Đạt"]).Relationship("word/document.xml", "hyperlink", "http://a b", external: true).Parts();
        var random = new Random(2_277);
        for (var round = 0; round < 2_000; round++)
        {
            var victim = random.Next(parts.Length);
            var content = (byte[])parts[victim].Content.Clone();
            for (var n = random.Next(1, 6); n > 0; n--) { content[random.Next(content.Length)] = (byte)random.Next(256); }
            if (PackageGuard.Open(ZipBytes.Of(parts.SetItem(victim, parts[victim] with { Content = content }))) is not GuardResult.Safe safe) { continue; }
            using var xml = safe.Package.OpenXml(safe.Package.MainPart)!;
            try { while (xml.Read()) { } }
            catch (System.Xml.XmlException) { }
        }
    }

    private static byte[] Lie(string part, Func<ZipItem, ZipItem> lie) => ZipBytes.Of(PackageBuilder.Workbook().Sheet("A", ["Chỉ tiêu", 1]).Parts().Select(p => p.Name == part ? lie(p) : p));

    /// <summary>Spaces by the megabyte, deflated piece by piece so that the test itself needs no memory for them.</summary>
    private static byte[] Bomb(string part, int megabytes, uint? declared)
    {
        var packed = new MemoryStream();
        var spaces = Encoding.ASCII.GetBytes(new string(' ', PackageLimits.Megabyte));
        using (var deflate = new System.IO.Compression.DeflateStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var i = 0; i < megabytes; i++) { deflate.Write(spaces); }
        }
        var bomb = new ZipItem(part, []) { Packed = packed.ToArray(), DeclaredSize = declared ?? (uint)megabytes * PackageLimits.Megabyte };
        return ZipBytes.Of(PackageBuilder.Workbook().Parts().Where(p => p.Name != part).Append(bomb));
    }
}
