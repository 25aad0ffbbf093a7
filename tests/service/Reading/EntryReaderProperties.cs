using FsCheck.Fluent;
using LearningCity.Docs.Forms;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Support;
using LearningCity.Docs.Tests.Text;

namespace LearningCity.Docs.Tests.Reading;

public class EntryReaderProperties
{
    private static readonly FieldDefinition[] Fields =
        [EntryCells.Summary, EntryCells.Result, EntryCells.Percent, EntryCells.Ratio, EntryCells.Children, EntryCells.Trend, EntryCells.Rated];

    /// <summary>Total, and a fix is a fix: read again, the same value and nothing more to fix.</summary>
    [Fact]
    public void AnyText_HasAValue_AndItsFixChangesNothingElse()
    {
        string[] scraps =
        [
            "Đạt", "đạt", "Không đạt", "ko", "Tăng", "giảm", "Rất tốt", "4", "95", "95.5", "1,234", "1.234,5", "0.95", "%", " %", "lần", "trẻ", "hộ", "/", "45/50", "(90%)", "≥", "khoảng",
            "☑", "☐", "x", "[x]", "✓", "…", "...", "-", "§¹t", "Kh«ng", "®¹t", "Ñaït", "T×nh", "häc", "tËp", "Coäng", "hoøa", "Chưa có số liệu", "không có", "8/4/2025", "\u00D0", "a\u0323", "\u0323",
            "\u00A0", "\u200B", "\uFEFF", " ", "  ", "\n", "\t", "\r\n", "\0", "\uD800", "😀", "１２", "²", "bài hát", "cá", "là", "Nam", "Tổng", ",", ".", ";", "ư\u00AD", "=1+1", "а",
        ];
        var texts = Gen.ArrayOf(Gen.Frequency((6, Gen.Elements(scraps)), (1, ArbMap.Default.GeneratorFor<string>().Select(s => s ?? "")))).Select(string.Concat);
        var cells =
            from field in Gen.Elements(Fields)
            from text in texts
            from font in Gen.Elements<string?>(null, null, "Times New Roman", ".VnTime", ".VnTimeH", "VNI-Times")
            from isExcel in Gen.Elements(true, false)
            select (field, cell: new RawCell(text, RawKind.Text, isExcel ? EntryCells.InExcel : EntryCells.InWord) { Font = font });
        Prop.ForAll(cells.ToArbitrary(), c =>
        {
            var reading = EntryReader.Read(EntryCells.FormOf(c.field), c.field, c.cell);
            var fixes = reading.Findings.Select(f => f.Fix).OfType<Fix>().ToList();
            fixes.Count.ShouldBeLessThanOrEqualTo(1);
            if (fixes is not [var fix]) { return; }
            var after = EntryReader.Read(EntryCells.FormOf(c.field), c.field, EntryReader.Corrected(c.cell, fix));
            after.Findings.ShouldAllBe(f => f.Fix == null);
            if (fix.Number is not null) { after.Findings.ShouldBeEmpty(); }
            after.Value.ShouldBe(c.field == EntryCells.Summary ? new EntryValue.Text(fix.Value) : reading.Value);
        }).Holds(3000);
    }

    [Fact]
    public void AnyNumberCell_HasAValue()
    {
        var cells =
            from field in Gen.Elements(Fields)
            from number in ArbMap.Default.GeneratorFor<decimal>()
            from scale in Gen.Elements(1m, 0.01m, 1e-20m, 1e20m)
            from shape in Gen.Elements(Enum.GetValues<NumberShape>())
            select (field, cell: new RawCell("?", RawKind.Number, EntryCells.InExcel) { Number = Math.Abs(number) < 1e8m ? number * scale : number, Shape = shape });
        Prop.ForAll(cells.ToArbitrary(), c => EntryCells.Read(c.field, c.cell).Value.ShouldNotBeNull()).Holds(2000);
    }

    /// <summary>Whatever figures are typed, in a text cell or as a stored number: a value, and findings that can be said.</summary>
    [Fact]
    public void FiguresAtTheEdgesOfArithmetic_HaveAValue()
    {
        var cells =
            from field in Gen.Elements(Fields)
            from text in NumbersAtTheEdge.Any.Generator
            from isExcel in Gen.Elements(true, false)
            select (field, cell: new RawCell(text, RawKind.Text, isExcel ? EntryCells.InExcel : EntryCells.InWord));
        Prop.ForAll(cells.ToArbitrary(), c => EntryCells.Read(c.field, c.cell).Value.ShouldNotBeNull()).Holds(5000);
    }

    [Theory]
    [InlineData("999999999999999/0,000000000000001")]
    [InlineData("-999999999999999/0,000000000000001")]
    [InlineData("999999999999999 / 0,1")]
    public void FractionBeyondEveryRate_IsOutOfRange(string text)
    {
        EntryCells.Excel(EntryCells.Percent, text).ShouldBeInvalid("LC2104");
        EntryCells.Word(EntryCells.Percent, text).ShouldBeInvalid("LC2104");
    }
}
