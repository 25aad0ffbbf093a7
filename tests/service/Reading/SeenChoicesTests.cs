using LearningCity.Docs.Forms;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Reading;
using static LearningCity.Docs.Tests.Support.WordBuilder;

namespace LearningCity.Docs.Tests.Reading;

/// <summary>
/// Choices as a person sees them: what is struck is withdrawn before choices are weighed, what is hidden is no entry, a note mark chooses nothing, and what says two things is asked.
/// </summary>
public class SeenChoicesTests
{
    private const string Rated = "3.2.1-1.rating";
    private const string Ticked = "1.2.4-1.trend";
    private static readonly string[] Both = ["Excel", "Word"];

    private static IssuedTable Paper(string host, ScalePrint scale = ScalePrint.Cells, ScalePrint trend = ScalePrint.Cells) =>
        new(new IssuedLayout(Enum.Parse<Host>(host), LabelPlace.OwnCell, true, true, "", scale, trend, false));

    private static FieldDefinition Field(IssuedTable paper, string id) => paper.Form.Fields.Single(f => f.Id == id);

    private static (int Row, int Column) Place(IssuedTable paper, string id, int choice, int part = 0) => paper.PlacesOf(Field(paper, id), choice)[part];

    private static string[] Codes(FormEntries form, string id) => [.. form.Findings.Where(f => f.Entry == id && f.Code.StartsWith("LC", StringComparison.Ordinal)).Select(f => f.Code).Distinct()];

    /// <summary>1.1.result of Phụ lục IIIb, as typed in its cell.</summary>
    private static FormEntries Result(string host, string typed)
    {
        if (host == "Word") { return Reads.Form(TypedTable.Word(("1.1.result", MarkedText.Paragraph(typed)))); }
        var table = new TypedTable();
        string Text(char column, int row, string text) => text.Length == 0 ? "" : $"<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{System.Security.SecurityElement.Escape(text)}</t></is></c>";
        var rows = table.Header.Concat(table.Rows).Select((r, i) => $"<row r=\"{i + 2}\">{string.Concat(r.Select((t, c) => i == 1 + table.Index("1.1") && c == TypedTable.Result
            ? $"<c r=\"D{i + 2}\" t=\"inlineStr\">{MarkedText.InlineString(typed)}</c>" : Text("ABCD"[c], i + 2, t)))}</row>");
        return Reads.Form(WorkbookXml.Of($"<row r=\"1\">{Text('A', 1, TypedTable.FormTitle)}</row>{string.Concat(rows)}", name: "Biểu").ToBytes());
    }

    public static TheoryData<string, string, string?, string?> Results()
    {
        var data = new TheoryData<string, string, string?, string?>();
        foreach (var host in Both)
        {
            foreach (var (typed, read, code) in (IEnumerable<(string, string?, string?)>)
            [
                ("Đạt /~ Không đạt x~", "Đạt", "LC2414"), ("~x Đạt~ / Không đạt", "Không đạt", "LC2414"), ("~Đạt x~ / Không đạt", "Không đạt", "LC2414"),
                ("~☒ Đạt~ ☐ Không đạt", "Không đạt", "LC2414"), ("~[x] Đạt~ [ ] Không đạt", "Không đạt", "LC2414"),
                ("Đạt ~x~ / Không đạt", null, "LC2406"), ("~☒~ Đạt ☐ Không đạt", null, "LC2406"), ("☒ Đạt ~☒~ Không đạt", "Đạt", "LC2406"),
                ("~☒~ Đạt ☒ Không đạt", "Không đạt", "LC2406"), ("Đạt ☒ Không đạt ~☒~", "Đạt", "LC2406"), ("Đạt/~Không đạt~đạt", "Đạt", "LC2406"), ("~Đạt~ x Không đạt", "Không đạt", null), ("x ~Đạt~ / Không đạt", "?", "LC2413"),
                ("~Đạt/ Không ~đạt", "Đạt", "LC2406"), ("~Không ~đạt", "Đạt", "LC2406"), ("Không ~đạt~ đạt", "Không đạt", "LC2414"),
                ("Đạt* / Không đạt", "?", "LC2410"), ("Đạt^*^ / Không đạt", "?", "LC2410"), ("Đạt^x^ / Không đạt", "?", "LC2410"), ("Đạt* / Không đạt x", "Không đạt", null),
                ("Đạt^1^", "Đạt", "LC2407"), ("Không đạt^(1)^", "Không đạt", "LC2407"), ("Đạt¹", "Đạt", "LC2407"), ("Đạt^x^", "?", null),
                ("🗹 Đạt ☐ Không đạt", "Đạt", null), ("☐ Đạt 🗹 Không đạt", "Không đạt", null), ("Đạt / Không đạt: Đạt", "Đạt", null),
                ("{Không đạt}Đạt", "Đạt", "LC1110"), ("{☒ }Đạt / ☒ Không đạt", "Không đạt", "LC1110"),
            ]) { data.Add(host, typed, read, code); }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Results))]
    public void ResultInItsCell_IsWhatIsSeen(string host, string typed, string? read, string? code)
    {
        var form = Result(host, typed);
        form.Read("1.1.result").ShouldBe(read);
        if (code is null) { return; }
        var told = form.Findings.Single(f => f.Code == code && f.Entry == "1.1.result");
        told.Location.At().ShouldBe(host == "Word" ? "Table 1, row 3, column 4" : "Biểu!D4");
        foreach (var language in (LanguageTable[])[LanguageTable.Vietnamese, LanguageTable.English]) { told.Message(language).ShouldNotBeEmpty(); }
    }

    public static TheoryData<string, string, string, string?, string> Trends()
    {
        var data = new TheoryData<string, string, string, string?, string>();
        foreach (var host in Both)
        {
            foreach (var (rising, falling, read, code) in (IEnumerable<(string, string, string?, string)>)
            [
                ("Tăng ~x~", "Giảm", null, "LC2406"), ("~x~Tăng", "Giảm", null, "LC2406"), ("Tăng ~x~", "Giảm x", "decrease", "LC2406"),
                ("Tăng^x^", "Giảm", "?", "LC2410"), ("Tăng^*^", "Giảm", "?", "LC2410"), ("Tăng*", "Giảm", "?", "LC2410"), ("Tăngx", "Giảm", "?", "LC2410"), ("Tang x", "Giảm", "increase", ""),
                ("{Tăng}", "Giảm", "decrease", "LC1110"), ("Tăng/Giảm", "Giảm", "?", "LC2410"), ("~Tăng~ x", "Giảm", "?", "LC2410"), ("~Tăng~", "Giảm", "decrease", "LC2414"),
                ("Tăng", "Giảm{x}", null, "LC1110"), ("T", "Giảm", "?", "LC2410"),
            ]) { data.Add(host, rising, falling, read, code); }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Trends))]
    public void OneOfTwo_IsWhatIsSeen_ADamagedWordIsNoDeletedOne(string host, string rising, string falling, string? read, string code)
    {
        var paper = Paper(host);
        paper.TypeMarked(Place(paper, Ticked, 0), rising);
        paper.TypeMarked(Place(paper, Ticked, 1), falling);
        var form = paper.Read();
        form.Read(Ticked).ShouldBe(read);
        Codes(form, Ticked).ShouldBe(code.Length == 0 ? [] : [code]);
        if (code is "LC2410" or "LC2406" or "LC1110")
        {
            var at = form.Only(code).Location;
            at.ShouldBeOneOf(paper.At(Place(paper, Ticked, 0)), paper.At(Place(paper, Ticked, 1)));
        }
    }

    [Fact]
    public void TickBesideACellThatPrintsBoth_TellsNeither_AndIsNamed()
    {
        foreach (var host in Both)
        {
            foreach (var mark in (string[])["x", "X", "v", "✓", "☑", "☒", "🗹", "*"])
            {
                foreach (var (id, scale) in (IEnumerable<(string, ScalePrint)>)[(Ticked, ScalePrint.Cells), (Rated, ScalePrint.Label)])
                {
                    var paper = Paper(host, scale, ScalePrint.Label);
                    paper.Type(paper.Slot(Field(paper, id)), mark);
                    var form = paper.Read();
                    form.Read(id).ShouldBe("?", $"{host} {mark}");
                    var told = form.Only("LC2410");
                    (told.Entry, told.Location).ShouldBe((id, paper.At(paper.Slot(Field(paper, id)))));
                    told.Message(LanguageTable.Vietnamese).ShouldStartWith($"Ô có ghi “{mark}” nhưng không hiểu được");
                }
            }
        }
    }

    [Fact]
    public void WordBesideACellThatPrintsBoth_IsTheEntry_AlsoBehindItsStruckOther()
    {
        foreach (var host in Both)
        {
            var paper = Paper(host, trend: ScalePrint.Label);
            paper.TypeMarked(paper.Slot(Field(paper, Ticked)), "~Tăng~ Giảm");
            var form = paper.Read();
            form.Read(Ticked).ShouldBe("decrease");
            Codes(form, Ticked).ShouldBe(["LC2406"]);
        }
    }

    public static TheoryData<string, string, string?, string> Steps()
    {
        var data = new TheoryData<string, string, string?, string>();
        // The cells of a row, as typed; "=" is the printed step.
        foreach (var host in Both)
        {
            foreach (var (row, read, code) in (IEnumerable<(string, string?, string)>)
            [
                ("0|1|0|0|0", "?", "LC2410"), ("||1||", "?", "LC2410"), ("=|=|1|=|=", "?", "LC2410"), ("=|2|=|=|=", "?", "LC2410"), ("=|=|=|=|4", "?", "LC2410"), ("=|=|=|=|5", "?", "LC2410"),
                ("=|=|=|4 Khá x|=", "?", "LC2410"), ("=|=|=|4 x Khá|=", "?", "LC2410"), ("||3||", "3", ""), ("=|khá tốt|=|=|=", "?", "LC2410"), ("=|=|3|=|=", "?", "LC2410"),
                ("=|4 ☒ Rất tốt|=|=|=", "4", ""), ("=|4 Rất tốt 🗹|=|=|=", "4", ""), ("=|=|TB|=|=", "?", "LC2205"), ("~5~|~4~|TB|~2~|~1~", "?", "LC2205"),
                ("=|4 Rất tốt ~x~|=|=|=", null, "LC2406"), ("=|~☒~ 4 Rất tốt|=|=|=", null, "LC2406"), ("=|~4 Rất tốt~ x|=|=|=", "?", "LC2410"),
                ("=|4 Rất tốt{ x}|=|=|=", null, "LC1110"), ("=|_4_ Rất tốt|=|=|=", "4", "LC2411"), ("=|4 Rất tốt^1^|=|=|=", "?", "LC2410"), ("=|4 Rất tốt^1^ x|=|=|=", "4", ""), ("4 x|=|=|=|=", "?", "LC2410"),
            ]) { data.Add(host, row, read, code); }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void StepInItsPlace_IsRead_ANumberInThePlaceOfAnotherIsAsked(string host, string typed, string? read, string code)
    {
        var paper = Paper(host);
        var cells = typed.Split('|');
        for (var i = 0; i < cells.Length; i++) { if (cells[i] != "=") { paper.TypeMarked(Place(paper, Rated, i), cells[i]); } }
        var form = paper.Read();
        form.Read(Rated).ShouldBe(read);
        Codes(form, Rated).ShouldBe(code.Length == 0 ? [] : [code]);
        if (code.Length > 0) { Enumerable.Range(0, 5).Select(i => paper.At(Place(paper, Rated, i))).ShouldContain(form.Only(code).Location); }
    }

    [Fact]
    public void TrueAndFalseInTheFiveCells_AreTheStepOfThatPlace()
    {
        var paper = Paper("Excel");
        foreach (var i in Enumerable.Range(0, 5)) { paper.Type(Place(paper, Rated, i), i == 3 ? "☑" : "☐"); }
        paper.Read().Read(Rated).ShouldBe("2");
    }

    [Fact]
    public void NumberAloneAtThePlaceOfAnotherStep_IsAsked_AlsoWhereNoRowPrintsTheScale()
    {
        foreach (var host in Both)
        {
            foreach (var (at, digit, read) in (IEnumerable<(int, string, string)>)[(0, "4", "4"), (2, "3", "3"), (2, "1", "?"), (4, "5", "?"), (4, "1", "1")])
            {
                var paper = Paper(host);
                foreach (var field in paper.Choices.Where(f => f.Kind is FieldKind.Rating)) { foreach (var i in Enumerable.Range(0, 5)) { paper.Type(paper.PlacesOf(field, i)[0], ""); } }
                paper.Type(Place(paper, Rated, at), digit);
                var form = paper.Read();
                form.Read(Rated).ShouldBe(read, $"{host} {at} {digit}");
                if (read == "?") { form.Only("LC2410").Location.ShouldBe(paper.At(Place(paper, Rated, at))); }
            }
        }
    }

    [Fact]
    public void StepsTypedIntoOneOfTheCells_AreNotCalledDeleted()
    {
        foreach (var host in Both)
        {
            var paper = Paper(host);
            foreach (var i in Enumerable.Range(0, 5)) { paper.Type(Place(paper, Rated, i), i == 0 ? "khá tốt" : ""); }
            var form = paper.Read();
            form.Read(Rated).ShouldBe("?");
            Codes(form, Rated).ShouldBe(["LC2204"]);
        }
    }

    [Fact]
    public void WholeTickedStepStruck_IsNotChosen_AndTold()
    {
        foreach (var host in Both)
        {
            var paper = Paper(host);
            paper.TypeMarked(Place(paper, Rated, 1), "~4 Rất tốt x~");
            var form = paper.Read();
            form.Read(Rated).ShouldNotBe("4");
            Codes(form, Rated).ShouldContain("LC2406");
        }
    }

    [Fact]
    public void ScaleOverTwoRows_NumbersOrNamesStruck_LeaveTheChosenStep()
    {
        foreach (var host in Both)
        {
            foreach (var part in (int[])[0, 1])
            {
                var paper = Paper(host, ScalePrint.TwoRows);
                foreach (var i in (int[])[0, 2, 3, 4])
                {
                    var step = paper.Form.ChoicesOf(FieldKind.Rating)[i];
                    paper.TypeMarked(Place(paper, Rated, i, part), $"~{(part == 0 ? step.Number : step.Words)}~");
                }
                var form = paper.Read();
                form.Read(Rated).ShouldBe("4", $"{host} {part}");
                Codes(form, Rated).ShouldBe(["LC2414"]);
                paper = Paper(host, ScalePrint.TwoRows);
                paper.TypeMarked(Place(paper, Rated, 1, part), part == 0 ? "_4_" : "_Rất tốt_");
                form = paper.Read();
                form.Read(Rated).ShouldBe("4");
                Codes(form, Rated).ShouldBe(["LC2411"]);
            }
        }
    }

    [Fact]
    public void LookOfTheWholeColumn_DoesNotHideTheStepThatStandsOut()
    {
        foreach (var host in Both)
        {
            var paper = Paper(host);
            foreach (var field in paper.Choices.Where(f => f.Kind is FieldKind.Rating)) { paper.Look(field, 0, Looks.Bold); }
            paper.Look(Field(paper, Rated), 1, Looks.Bold);
            var form = paper.Read();
            form.Read(Rated).ShouldBe("4");
            Codes(form, Rated).ShouldBe(["LC2411"]);
        }
    }

    [Fact]
    public void MarkInTheBoxOfAStruckChoice_IsAsked_InThatOfTheOtherItCounts()
    {
        foreach (var host in Both)
        {
            foreach (var (marked, read) in (IEnumerable<(int, string)>)[(0, "?"), (1, "decrease")])
            {
                var paper = Paper(host, trend: ScalePrint.Boxes);
                paper.Look(Field(paper, Ticked), 0, Looks.Struck);
                var (row, column) = Place(paper, Ticked, marked);
                paper.Type((row, column + 2), "x");
                var form = paper.Read();
                form.Read(Ticked).ShouldBe(read, host);
                if (read == "?") { form.Only("LC2410").Location.ShouldBe(paper.At((row, column + 2))); }
            }
        }
    }

    [Fact]
    public void NoteMarkThatMostRowsHave_SaysNothing()
    {
        foreach (var host in Both)
        {
            var paper = Paper(host);
            foreach (var field in paper.Choices.Where(f => f.Kind is FieldKind.Rating)) { paper.TypeMarked(paper.PlacesOf(field, 0)[0], "5 Xuất sắc^(1)^"); }
            var form = paper.Read();
            (form.Read(Rated), Codes(form, Rated).Length).ShouldBe((null, 0));
        }
    }

    [Fact]
    public void StepWrittenBehindTheScaleInItsCell_IsTheEntry()
    {
        foreach (var host in Both)
        {
            foreach (var (behind, read) in (IEnumerable<(string, string?)>)[(": 4", "4"), (": Khá", "2"), ("", null), (": TB", "?"), (": ~4~", null), (": ~4~ 3", "3")])
            {
                var paper = Paper(host, ScalePrint.Lines);
                var place = paper.Slot(Field(paper, Rated));
                paper.TypeMarked(place, $"5 Xuất sắc, 4 Rất tốt, 3 Tốt, 2 Khá, 1 Yếu{behind}");
                paper.Read().Read(Rated).ShouldBe(read, $"{host} {behind}");
            }
        }
    }

    private static string Box(bool state, string sign, string properties = "", bool isBlock = false)
    {
        var run = R(sign, properties);
        return $"<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"{(state ? 1 : 0)}\"/></w14:checkbox></w:sdtPr><w:sdtContent>{(isBlock ? Para(run) : run)}</w:sdtContent></w:sdt>";
    }

    [Fact]
    public void CheckBox_IsWhatThePageShows_OrAsked()
    {
        var form = Reads.Form(TypedTable.Word(
            ("1.1.result", Para(Box(true, "☒"), R(" Đạt "), Box(false, "☐"), R(" Không đạt"))),
            ("1.2.result", Para(Box(true, "☒", "<w:vanish/>"), R(" Đạt")) + Para(Box(true, "☒"), R(" Không đạt"))),
            ("1.3.result", Para(Box(true, "☐"), R(" Đạt "), Box(false, "☒"), R(" Không đạt"))),
            ("2.1.result", Para(Box(false, "☒"), R(" Đạt "), Box(false, "☐"), R(" Không đạt"))),
            ("2.2.result", Para(Box(true, "☒", "<w:strike/>"), R(" Đạt "), Box(false, "☐"), R(" Không đạt"))),
            ("2.3.result", Box(true, "☐", isBlock: true) + P("Đạt")),
            ("2.4.result", Box(true, "☒", "<w:vanish/>", isBlock: true) + P("Không đạt"))));
        string?[] read = [.. new[] { "1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4" }.Select(i => form.Read($"{i}.result"))];
        read.ShouldBe(["Đạt", "Không đạt", "?", "?", null, "?", "Không đạt"]);
        form.Findings.Where(f => f.Code == "LC2409").Select(f => f.Entry).ShouldBe(["1.3.result", "2.1.result", "2.3.result"]);
        form.Findings.First(f => f.Code == "LC2409").Location.At().ShouldBe("Table 1, row 5, column 4");
        form.Findings.First(f => f.Code == "LC2409").Message(LanguageTable.Vietnamese).ShouldStartWith("Ô chứa ô đánh dấu mà dấu nhìn thấy khác với trạng thái lưu trong tệp");
        form.Findings.Where(f => f.Code == "LC1110").Select(f => f.Entry).ShouldContain("1.2.result");
        form.Findings.Where(f => f.Code == "LC2406").Select(f => f.Entry).ShouldBe(["2.2.result"]);
    }

    [Theory]
    [InlineData("[White]0.0", true)]
    [InlineData("[Color2]0.0", true)]
    [InlineData("[white]General", true)]
    [InlineData("[Red]0.0", false)]
    [InlineData("[Color3]0.0", false)]
    [InlineData("0.0;[White]0.0", false)]
    public void FigureThatItsFormatDrawsInTheColourOfTheGround_IsHidden(string format, bool isHidden)
    {
        var cell = Reads.Sheet(WorkbookXml.Row("<c r=\"A1\" s=\"1\"><v>4.5</v></c>").Formats(format).ToBytes()).At(1, 1)!;
        (cell.IsEmpty, cell.Seen?.Hidden ?? "").ShouldBe((isHidden, isHidden ? "4,5" : ""));
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("docx")]
    public void TickColumnsThatRepeatTheirTitle_AreOneAnswer(string host)
    {
        var table = new TypedTable();
        var rows = table.Rows.Select((r, i) => new[] { r[0], r[1], r[2], i == 1 ? "" : "x", i == 1 ? "x" : "" })
            .Prepend(["Tiêu chí, chỉ tiêu", "Nội dung", "Tóm tắt kết quả đạt được", "Kết quả tự đánh giá: Đạt", "Kết quả tự đánh giá: Không đạt"]);
        var form = Reads.Form(table.Save(host, rows));
        form.ShouldHaveNo("LC1116");
        (form.Read("1.1.result"), form.Read("1.2.result")).ShouldBe(("Không đạt", "Đạt"));
    }
}
