using System.Text;
using LearningCity.Docs.Tests.Reading;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Fixing;

/// <summary>A part is written again in the encoding in which it came, or not at all.</summary>
public class PartTextTests
{
    private const string Sheet = "xl/worksheets/sheet1.xml", Document = "word/document.xml";

    static PartTextTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, string> Encodings()
    {
        var data = new TheoryData<string, string>();
        foreach (var host in (string[])["xlsx", "docx"])
        {
            foreach (var encoding in (string[])["utf-8", "utf-8 marked", "utf-16 marked", "utf-16", "utf-16BE marked", "utf-16BE", "windows-1258", "windows-1252", "iso-8859-1", "us-ascii"]) { data.Add(host, encoding); }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Part_IsRewrittenInItsOwnEncoding(string host, string name)
    {
        var (file, part) = (Typed(host), host == "xlsx" ? Sheet : Document);
        var encoding = Encoding.GetEncoding(name.Split(' ')[0]);
        byte[] mark = name.EndsWith("marked", StringComparison.Ordinal) ? encoding.GetPreamble() : [];
        var text = $"<?xml version=\"1.0\" encoding=\"{name.Split(' ')[0].Replace("BE", "")}\"?>" + Undeclared(file, part);
        byte[] Encoded(string letters) => [.. mark, .. encoding.GetBytes(InEncoding(letters, encoding))];
        var changed = With(file, part, Encoded(text));
        var after = Fixes.Parts(Fixes.FixSafely(changed, part))[part];
        Reads.Form(With(changed, part, after)).Read("1.1.result").ShouldBe("Đạt");
        after.AsSpan().StartsWith(mark).ShouldBeTrue();
        // All but the corrected cell, byte for byte.
        var (before, now) = (encoding.GetString(Encoded(text)), encoding.GetString(after));
        var start = before.Zip(now).TakeWhile(p => p.First == p.Second).Count();
        var end = before.Reverse().Zip(now.Reverse()).TakeWhile(p => p.First == p.Second).Count();
        (before.Length - start - end).ShouldBeLessThan(400);
        now.ShouldNotContain("\uFFFD");
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("docx")]
    public void BytesThatDoNotFitTheEncoding_AreNotWrittenAgain(string host)
    {
        var (file, part) = (Typed(host), host == "xlsx" ? Sheet : Document);
        var text = "<?xml version=\"1.0\" encoding=\"utf-16\"?>" + Undeclared(file, part);
        byte[] bytes = Encoding.UTF8.GetBytes(text.Replace("Đã làm", "\u0001\u0002"));
        bytes = [.. bytes.Select(b => b is 1 or 2 ? (byte)0xC3 : b)];
        var broken = With(file, part, bytes);
        Fixes.Fix(broken).File.ToArray().ShouldBe(broken);
        Fixes.Fix(broken).Corrections.ShouldBeEmpty();
    }

    private static string Undeclared(byte[] file, string part) => Fixes.Part(file, part) is var text && text.StartsWith("<?xml", StringComparison.Ordinal) ? text[(text.IndexOf("?>", StringComparison.Ordinal) + 2)..] : text;

    private static byte[] Typed(string host)
    {
        var table = new TypedTable();
        table.Rows[table.Index("1.1")][TypedTable.Result] = "đạt";
        table.Rows[table.Index("1.3")][TypedTable.Summary] = "Đã làm";
        return table.Save(host);
    }

    /// <summary>Letters that the encoding lacks by their numbers, as a program that writes in it must.</summary>
    private static string InEncoding(string text, Encoding encoding) => string.Concat(text.EnumerateRunes().Select(r =>
        encoding.GetString(encoding.GetBytes(r.ToString())) == r.ToString() ? r.ToString() : $"&#{r.Value};"));

    private static byte[] With(byte[] file, string part, byte[] bytes) => ZipBytes.Of(Fixes.Parts(file).Select(p => new ZipItem(p.Key, p.Key == part ? bytes : p.Value)));
}
