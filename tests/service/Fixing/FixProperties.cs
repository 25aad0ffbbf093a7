using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Tests.Reading;
using LearningCity.Docs.Tests.Support;
using LearningCity.Docs.Writing;

namespace LearningCity.Docs.Tests.Fixing;

/// <summary>Whatever is typed: what is offered is corrected, nothing else changes by a byte, and nothing is left to correct.</summary>
public partial class FixProperties
{
    private static readonly string[] Words =
    [
        "Đạt", "đạt ", "dat", "KHÔNG ĐẠT", "§¹t", "Ä\u0090áº¡t", "KhÃ´ng Ä‘áº¡t", "Äáº¡t", "Ðạt", "Đaṭ", "x", "tốt", "",
        "Đã  thực hiện", "Đã thực hie\u0323\u0302n", "T×nh h×nh kinh tÕ-x· héi", "Coäng ñoàng hoïc taäp", "NgÃ¢n sÃ¡ch huyá»‡n", "lÃ 5 tá»·", "th\u00AD viÖn", "th\u00AD", "a\u00ADb", "\u0093lời\u0094", "5% (năm 2024)",
        "1\u00A0234 hộ", "<b>&amp;\"'", "dòng\nhai ", "😀 ổn ", "_x0041_ ",
    ];

    private static readonly string[] Figures = ["95", "95.5", "95,5%", "95.5 %", "0.8", "1", "100%", "1.234", "1 234", "1.234 trẻ", "12 hộ", "45/50", "khoảng 90%", "không", "１２", "35 trÎ", "35 tráº»", "999999999999999/0,000000000000001", "1e5", ""];

    [Theory]
    [InlineData("xlsx")]
    [InlineData("docx")]
    public void TypedTable_IsCorrectedInItsCellsAlone(string host) => Prop.ForAll(Gen.ArrayOf(Gen.Elements(Words), 26).ToArbitrary(), words =>
    {
        var table = new TypedTable();
        for (var i = 0; i < table.Rows.Count; i++)
        {
            table.Rows[i][TypedTable.Summary] = words[i % words.Length];
            table.Rows[i][TypedTable.Result] = words[(i * 7 + 3) % words.Length];
        }
        var file = table.Save(host);
        var done = Fixes.Fix(file);
        var after = Fixes.FixSafely(file, [.. Fixes.ChangedParts(file, done.File.ToArray())]);
        var part = host == "xlsx" ? "xl/worksheets/sheet1.xml" : "word/document.xml";
        var places = done.Corrections.Select(c => c.Finding.Location).ToList();
        Without(Fixes.Part(after, part), places).ShouldBe(Without(Fixes.Part(file, part), places));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Fact]
    public void FiguresOfAForm_AreCorrectedInTheirCellsAlone()
    {
        var fields = TestForms.Unesco.Fields.Where(f => f.Kind is FieldKind.Percent or FieldKind.Count).Take(40).ToList();
        Prop.ForAll(Gen.ArrayOf(Gen.Elements(Figures), 40).ToArbitrary(), figures =>
        {
            var file = FormWorkbook.Write(TestForms.Unesco, fields.Select((f, i) => (f.Id, figures[i])).Where(p => p.Item2.Length > 0).ToDictionary());
            var done = Fixes.Fix(file);
            const string Sheet = "xl/worksheets/sheet1.xml";
            var after = Fixes.FixSafely(file, [.. Fixes.ChangedParts(file, done.File.ToArray()).Where(p => p == Sheet)]);
            var places = done.Corrections.Select(c => c.Finding.Location).ToList();
            Without(Fixes.Part(after, Sheet), places).ShouldBe(Without(Fixes.Part(file, Sheet), places));
            var corrected = done.Corrections.Select(c => c.Finding.Entry).ToHashSet();
            Fixes.Checked(after)[0].Findings.Where(f => corrected.Contains(f.Entry) && f.Code is ['L', 'C', '2', '1' or '3', ..]).Select(f => $"{f.Code} {f.Entry} {f.Value}").ShouldBeEmpty();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));
    }

    /// <summary>The part's markup but for the cells at these places.</summary>
    private static string Without(string part, IReadOnlyList<Location> places)
    {
        foreach (var cell in places.OfType<Location.Cell>())
        {
            part = Regex.Replace(part, $"<(?:\\w+:)?c [^>]*r=\"{cell.Reference}\"[^>]*?(?:/>|>.*?</(?:\\w+:)?c>)", "", RegexOptions.Singleline);
        }
        var words = places.OfType<Location.TableCell>().Select(c => (c.Row - 1) * 4 + c.Column - 1).ToHashSet();
        var at = 0;
        return words.Count == 0 ? part : WordCell().Replace(part, cell => words.Contains(at++) ? "" : cell.Value);
    }

    [GeneratedRegex("<w:tc>.*?</w:tc>", RegexOptions.Singleline)]
    private static partial Regex WordCell();
}
