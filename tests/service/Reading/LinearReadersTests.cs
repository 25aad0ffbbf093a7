using LearningCity.Docs.Forms;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Support;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Tests.Reading;

/// <summary>Every reader of a text is linear in its length: 100 KB cost at most 0.2 s of the processor, and twice the length at most 2.3 times as much.</summary>
public class LinearReadersTests
{
    private const int Length = 100_000;

    private static readonly TimeSpan Slowest = TimeSpan.FromSeconds(0.2);

    /// <summary>So quick that its growth is not worth measuring, nor can it be measured.</summary>
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(20);

    private const double Growth = 2.3;

    private const int Attempts = 6;

    private static readonly FormTexts FormTexts = new(SampleForms.Official);

    private static readonly Dictionary<string, Func<string, object?>> Readers = new()
    {
        ["number"] = VietnameseNumber.Read,
        ["figures"] = text => VietnameseNumber.FindFigures(text),
        ["years"] = YearComparison.TryFind,
        ["date"] = VietnameseDate.Read,
        ["fold"] = VietnameseText.Fold,
        ["fold marks"] = VietnameseText.FoldMarks,
        ["tidy"] = VietnameseText.Tidy,
        ["compose"] = VietnameseText.Compose,
        ["NFC"] = text => VietnameseText.IsNfc(text),
        ["look-alikes"] = VietnameseText.ReplaceLookAlikes,
        ["legacy, no font"] = text => LegacyEncoding.Detect(text, null),
        ["legacy, TCVN3"] = text => LegacyEncoding.Convert(text, LegacyEncoding.Detect(text, ".VnTime")),
        ["legacy, VNI"] = text => LegacyEncoding.Convert(text, LegacyEncoding.Detect(text, "VNI-Times")),
        ["to VNI"] = text => LegacyEncoding.Convert(text, LegacyKind.Vni),
        ["official texts"] = FormTexts.Find,
        ["official texts without marks"] = FormTexts.FindBare,
        ["prompt"] = text => Prompts.IsPrompt(text),
        ["symbols"] = text => Symbols.FromFont("Wingdings", text),
        ["rich text"] = text => RichText.Escape(RichText.Unescape(text)),
        ["summary"] = Entry(EntryCells.Summary),
        ["result"] = Entry(EntryCells.Result),
        ["percent"] = Entry(EntryCells.Percent),
        ["ratio"] = Entry(EntryCells.Ratio),
        ["count"] = Entry(EntryCells.Children),
        ["trend"] = Entry(EntryCells.Trend),
        ["rating"] = Entry(EntryCells.Rated),
    };

    /// <summary>A piece that is repeated, or a beginning, a piece and an end: the worst case of some expression or loop over letters.</summary>
    private static readonly string[] Pieces =
    [
        "1e", "9", "1.", "1,", "1/", "1 / ", "1/1 ", "1-", "1 - ", "-", "1%", "9% ", "5% 1/2 ", "(", "(5%)", "=", ".", "…", "_", " ", "\t", "\n", ";", "x", "☑ ", "☑ Tăng / ", "[x]", "a", "ế", "ab1-", "a-1/", "1/ab",
        "1/ab-", "12/AB-C ", "1/2023/ab", "1/1/", "ngày ", "ngày 1", "ngày 1/1 ", "ngày 01 tháng 2 năm 2024 ", "tháng 1-", "tháng 1 1", "điều 1.", "tiêu chí 1.1 ", "năm 2023 ", "năm 2023 đạt 5% ", "5% năm 2023 ", "5% (năm 2023) ",
        "so với năm trước ", "so với ", "tăng ", "tăng 5% ", "không tăng từ 1 ", "1 triệu đồng/năm", "1 đồng / người / năm ", " / năm", "khoảng ", "khoảng 5% ", "là ", "I/", "x/", "i", "xã ", "lượt người ", "không ", "đạt ", "Đạt/", "không đạt ",
        "§¹t ", "Kh«ng", "«", "hoøa ", "aø", "\u0301", "a\u0301", "\u0323\u0301", "\u00D0", "a\u0430", "\u00AD", "\u200B", "\u00A0", "_x000D_", "_x", "😀", "\uD83D", "\r", "\r\n", "，", "１", "Ã¡", "áº", "á»", "Ã", "Ä", "NgÃ¢n sÃ¡ch ",
    ];

    private static readonly (string Begin, string Piece, string End)[] Framed =
    [
        ("1/", "a", "ế"), ("1-", "a", "_"), ("1-a/", "a", "ế"), ("điều ", "1", "_"), ("điều 1", ".1", "_"), ("tháng 1", "-1", "_"), ("1 đồng", "/năm", "x"), ("1", "/", "1"), ("", "1", "a"), ("năm ", "2023 ", "đạt"),
        ("năm 2023 ", "5% ", ""), ("năm 2023 ", "5 ", "%"), ("(", "a ", ")"), ("5%", " ", "%"), ("§", "a", ""), ("a", "\u0323", "b"), ("số", " ", "1"), ("1 ", "Đạt ", "☑"), ("1/ab", "-a", "ế"), ("", "1 ", "xã"),
    ];

    public static TheoryData<string> Names() => [.. Readers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Reader_IsLinear(string name)
    {
        var read = Readers[name];
        foreach (var piece in Pieces) { ShouldBeLinear(read, piece, length => Of("", piece, "", length)); }
        foreach (var (begin, piece, end) in Framed) { ShouldBeLinear(read, $"{begin}({piece})*{end}", length => Of(begin, piece, end, length)); }
    }

    private static void ShouldBeLinear(Func<string, object?> read, string what, Func<int, string> make)
    {
        var text = make(Length);
        for (var attempt = 1; ; attempt++)
        {
            var single = ProcessorTime.Least(() => read(text), Quick);
            if (single <= Quick) { return; }
            // Measured again over more doublings where one seems slow: another guest of the host, or a larger object to collect, is no fault of the reader, and goes under in them.
            var doublings = Math.Min(attempt, 3);
            var longer = make(Length << doublings);
            var growth = Math.Pow(ProcessorTime.Least(() => read(longer), single * Math.Pow(Growth, doublings)) / single, 1.0 / doublings);
            if (single < Slowest && growth <= Growth) { return; }
            attempt.ShouldBeLessThan(Attempts, $"{what}: {single.TotalMilliseconds:0} ms, each doubling {growth:0.0} times as much");
        }
    }

    private static string Of(string begin, string piece, string end, int length) =>
        begin + string.Concat(Enumerable.Repeat(piece, (length - begin.Length - end.Length) / piece.Length)) + end;

    private static Func<string, object?> Entry(FieldDefinition field) =>
        text => EntryReader.Read(EntryCells.FormOf(field), field, new RawCell(text, RawKind.Text, EntryCells.InExcel));
}
