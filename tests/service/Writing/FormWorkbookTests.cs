using System.Globalization;
using System.IO.Compression;
using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Support;
using LearningCity.Docs.Writing;

namespace LearningCity.Docs.Tests.Writing;

/// <summary>What holds for every form, the made-up ones included.</summary>
public class FormWorkbookTests
{
    public static TheoryData<string> Forms => [.. SampleForms.Official.Forms.Concat(SampleForms.MadeUp.Forms).Select(f => f.Id)];

    public static TheoryData<string> OfficialForms => [.. SampleForms.Official.Forms.Select(f => f.Id)];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Blank_IsValidOpenXml(string id) => Faults(FormWorkbook.Write(SampleForms.Form(id))).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(OfficialForms))]
    public void Filled_IsValidOpenXml(string id)
    {
        Faults(FormWorkbook.Write(SampleForms.Form(id), SampleValues.Right(id))).ShouldBeEmpty();
        Faults(FormWorkbook.Write(SampleForms.Form(id), SampleValues.Wrong(id))).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void EveryOfficialText_StandsInTheSheet(string id)
    {
        var form = SampleForms.Form(id);
        using var book = Open(FormWorkbook.Write(form));
        var sheet = book.Worksheets.ShouldHaveSingleItem();
        sheet.Name.ShouldBe(form.Sheet);
        var texts = sheet.CellsUsed().Select(c => c.GetString()).ToHashSet();
        var figures = form.Layout is FormLayout.Figures;
        string?[] wanted =
        [
            form.Annex, .. form.TitleLines, form.AttachedLine, .. form.Columns.Select(c => c.Title), .. form.Nodes.SelectMany(n => new[] { n.Printed, n.Kind is NodeKind.Indicator ? n.Label : null, n.Unit?.Name }),
            .. figures ? form.Fields.SelectMany(f => new[] { f.HasLabel && f.Kind is not FieldKind.Rating ? f.Label : null, f.Group, f.Unit }) : [], .. form.RatingScale.Select(r => $"{r.Value}\n{r.Label}"), form.Notes?.Heading, .. form.Notes?.Items ?? [],
        ];
        wanted.Where(text => text is not null && !texts.Contains(text)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Rows_FollowThePaper(string id)
    {
        var form = SampleForms.Form(id);
        using var book = Open(FormWorkbook.Write(form));
        form.Fields.Select(f => (Mark(book, f).Address.RowNumber, Mark(book, f).Address.ColumnNumber)).ShouldBe(form.Fields.Select(f => (Mark(book, f).Address.RowNumber, Mark(book, f).Address.ColumnNumber)).Order());
        var rows = form.Indicators.Select(n => Mark(book, n.Fields[0]).Address.RowNumber).ToList();
        foreach (var (node, row) in form.Indicators.Zip(rows)) { book.Worksheet(1).Row(row).CellsUsed().Select(c => c.GetString()).ShouldContain(node.Title); }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void EveryEntry_HasItsMarkOnAnUnlockedCell(string id)
    {
        var form = SampleForms.Form(id);
        using var book = Open(FormWorkbook.Write(form));
        book.NamedRanges.Select(n => n.Name).ShouldBe(form.Fields.Select(f => f.MarkName), ignoreOrder: true);
        foreach (var field in form.Fields)
        {
            var cell = Mark(book, field);
            cell.Style.Protection.Locked.ShouldBeFalse(field.Id);
            if (cell.IsMerged()) { cell.MergedRange().FirstCell().Address.ShouldBe(cell.Address); }
            if (field.Kind is FieldKind.Property) { cell.GetString().ShouldBe("☐ Có   ☐ Không", field.Id); }
            else if (field.Kind is FieldKind.Rating) { Scale(book, field).Cells().Select(c => c.GetString()).ShouldBe(form.RatingScale.Select(r => $"{r.Value}\n{r.Label}"), field.Id); }
            else { cell.IsEmpty(XLCellsUsedOptions.Contents).ShouldBeTrue(field.Id); }
        }
        form.Fields.Select(f => Mark(book, f).Address).ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void EverythingElse_IsLockedWithoutAPassword(string id)
    {
        var form = SampleForms.Form(id);
        using var book = Open(FormWorkbook.Write(form));
        var sheet = book.Worksheet(1);
        sheet.Protection.IsProtected.ShouldBeTrue();
        sheet.Protection.IsPasswordProtected.ShouldBeFalse();
        sheet.Protection.AllowedElements.HasFlag(XLSheetProtectionElements.FormatRows | XLSheetProtectionElements.FormatColumns | XLSheetProtectionElements.SelectEverything).ShouldBeTrue();
        var entries = form.Fields.SelectMany(f => f.Kind is FieldKind.Rating ? Scale(book, f).Cells() : (Mark(book, f) is { } c && c.IsMerged() ? c.MergedRange() : Mark(book, f).AsRange()).Cells()).Select(c => c.Address.ToString()).ToHashSet();
        // Also the place where a locality writes the name of its own annex.
        if (form.Annex is null && form.LayoutBasis?.LocalAnnex is { } place) { entries.UnionWith(sheet.CellsUsed(c => c.GetString() == place).Single().MergedRange().Cells().Select(c => c.Address.ToString())); }
        sheet.RangeUsed().Cells().Where(c => !c.Style.Protection.Locked).Select(c => c.Address.ToString()).ShouldBe(entries, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void EveryEntry_HasTheHelpOfItsKind(string id)
    {
        var form = SampleForms.Form(id);
        using var book = Open(FormWorkbook.Write(form));
        foreach (var field in form.Fields)
        {
            var rule = Validation(book, field);
            rule.InputTitle.Length.ShouldBeInRange(1, 32);
            rule.InputMessage.Length.ShouldBeInRange(1, 255);
            rule.ErrorTitle.Length.ShouldBeLessThanOrEqualTo(32);
            rule.ErrorMessage.Length.ShouldBeLessThanOrEqualTo(255);
            var shape = (rule.AllowedValues, rule.ErrorStyle, rule.MinValue, rule.MaxValue);
            switch (field.Kind)
            {
                case FieldKind.Property: (rule.AllowedValues, rule.Value).ShouldBe((XLAllowedValues.List, "\"☐ Có   ☐ Không,☒ Có   ☐ Không,☐ Có   ☒ Không\"")); break;
                case FieldKind.Result when field.MayNotApply: (rule.AllowedValues, rule.Value).ShouldBe((XLAllowedValues.List, "\"Đạt,Không đạt,Không áp dụng\"")); break;
                case FieldKind.Evidence:
                case FieldKind.Summary: rule.AllowedValues.ShouldBe(XLAllowedValues.AnyValue); break;
                case FieldKind.Result: (rule.AllowedValues, rule.Value).ShouldBe((XLAllowedValues.List, "\"Đạt,Không đạt\"")); break;
                case FieldKind.Trend: (rule.AllowedValues, rule.Value).ShouldBe((XLAllowedValues.List, "\"Tăng,Giảm\"")); break;
                case FieldKind.Rating: (rule.AllowedValues, rule.Value).ShouldBe((XLAllowedValues.List, "\"☒ 5 Xuất sắc,5 Xuất sắc\"")); break;
                case FieldKind.Percent when field.AllowOver100: shape.ShouldBe((XLAllowedValues.Decimal, XLErrorStyle.Information, "0", "1000")); break;
                case FieldKind.Percent: shape.ShouldBe((XLAllowedValues.Decimal, XLErrorStyle.Warning, "0", "100")); break;
                case FieldKind.Count: (rule.AllowedValues, rule.ErrorStyle, rule.Operator, rule.MinValue).ShouldBe((XLAllowedValues.WholeNumber, XLErrorStyle.Warning, XLOperator.EqualOrGreaterThan, "0")); break;
                default: throw new ArgumentOutOfRangeException(nameof(id), field.Kind, "not tested");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void RequiredEntries_AreTintedUntilFilled(string id)
    {
        var form = SampleForms.Form(id);
        using var book = Open(FormWorkbook.Write(form));
        var tinted = book.Worksheet(1).ConditionalFormats.Select(f => f.Values[1].Value).Where(f => f.StartsWith("LEN", StringComparison.Ordinal));
        tinted.ShouldBe(form.Fields.Where(f => f.Required && f.Kind is not (FieldKind.Rating or FieldKind.Property)).Select(f => $"LEN(TRIM({Mark(book, f).Address.ToStringFixed()}))=0"), ignoreOrder: true);
    }

    /// <summary>Each step's cell offers itself ticked and not; no tick is tinted, two are red.</summary>
    [Fact]
    public void Scale_IsOneOfFive()
    {
        var form = SampleForms.Form("unesco-ba-dinh");
        using var book = Open(FormWorkbook.Write(form, new Dictionary<string, string> { ["3.2.1-1.rating"] = "4" }));
        var scale = Scale(book, form.Fields.Single(f => f.Id == "3.2.1-1.rating"));
        scale.Cells().Select(c => c.GetString()).ShouldBe(["5\nXuất sắc", "☒ 4 Rất tốt", "3\nTốt", "2\nKhá", "1\nYếu"]);
        scale.Cells().Select(c => scale.Worksheet.DataValidations.Single(v => v.Ranges.Any(r => r.Contains(c))).Value)
            .ShouldBe(form.RatingScale.Select(r => $"\"☒ {r.Printed},{r.Printed}\""));
        var at = scale.RangeAddress.ToStringFixed(XLReferenceStyle.A1);
        scale.Worksheet.ConditionalFormats.Where(f => f.Ranges.Any(r => r.Contains(scale))).Select(f => f.Values[1].Value)
            .ShouldBe([$"SUMPRODUCT(--(LEFT({at},1)=\"☒\"))=0", $"SUMPRODUCT(--(LEFT({at},1)=\"☒\"))>1"], ignoreOrder: true);
    }

    /// <summary>Words that are no step of the scale are kept: the row then has a cell for them.</summary>
    [Fact]
    public void RatingThatIsNoStep_KeepsItsWords()
    {
        var form = SampleForms.Form("unesco-ba-dinh");
        using var book = Open(FormWorkbook.Write(form, new Dictionary<string, string> { ["3.2.1-1.rating"] = "chưa có số liệu" }));
        var cell = Mark(book, form.Fields.Single(f => f.Id == "3.2.1-1.rating"));
        (cell.GetString(), cell.MergedRange().ColumnCount()).ShouldBe(("chưa có số liệu", 2));
    }

    [Theory]
    [MemberData(nameof(OfficialForms))]
    public void EveryText_HasRoomInItsCell(string id)
    {
        using var book = Open(FormWorkbook.Write(SampleForms.Form(id), SampleValues.Wrong(id)));
        var sheet = book.Worksheet(1);
        foreach (var cell in sheet.CellsUsed(XLCellsUsedOptions.Contents))
        {
            var range = cell.IsMerged() ? cell.MergedRange() : cell.AsRange();
            var width = (range.Columns().Sum(c => c.WorksheetColumn().Width + 0.710625) * 8 * 0.75) - 4; // 8 pixels a digit, less what Excel keeps free
            var height = range.Rows().Sum(r => r.WorksheetRow().Height);
            var font = cell.Style.Font;
            font.FontName.ShouldBe("Times New Roman");
            cell.Style.Alignment.WrapText.ShouldBeTrue();
            height.ShouldBeGreaterThanOrEqualTo(TimesNewRoman.Lines(cell.GetString(), font.FontSize, font.Bold, width) * font.FontSize * 1.35, cell.Address.ToString());
            height.ShouldBeLessThanOrEqualTo(RowHeights.Highest * range.RowCount());
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Page_IsA4WithTheHeadingRepeated(string id)
    {
        var form = SampleForms.Form(id);
        using var book = Open(FormWorkbook.Write(form));
        var sheet = book.Worksheet(1);
        var heading = sheet.CellsUsed(c => c.GetString() == form.Columns[0].Title).First().Address.RowNumber;
        var page = sheet.PageSetup;
        page.PaperSize.ShouldBe(XLPaperSize.A4Paper);
        page.PageOrientation.ShouldBe(form.Page is PageOrientation.Portrait ? XLPageOrientation.Portrait : XLPageOrientation.Landscape);
        (page.PagesWide, page.PagesTall).ShouldBe((1, 0));
        (page.FirstRowToRepeatAtTop, page.LastRowToRepeatAtTop).ShouldBe((heading, heading));
        page.PrintAreas.ShouldHaveSingleItem().RangeAddress.ToStringRelative().ShouldBe(sheet.RangeUsed().RangeAddress.ToStringRelative());
        page.CenterHorizontally.ShouldBeTrue();
        (page.Margins.Left * 25.4).ShouldBe(30, 0.01); // NĐ 30/2020, Phụ lục I: 30 to 35 mm
        (page.Margins.Right * 25.4).ShouldBe(15, 0.01);
        (page.Margins.Top * 25.4).ShouldBe(20, 0.01);
        // Lines about the unit above a high head would leave no room below.
        sheet.SheetView.SplitRow.ShouldBe(Enumerable.Range(1, heading).Sum(r => sheet.Row(r).Height) <= FormSheet.HighestFrozen ? heading : 0);
        if (form.Properties.IsEmpty) { sheet.SheetView.SplitRow.ShouldBe(heading); }
        var digits = Enumerable.Range(1, sheet.RangeUsed().ColumnCount()).Sum(c => sheet.Column(c).Width + 0.710625); // of Times New Roman 12: 8 pixels each; ClosedXML hides a part of every width
        (digits * 8 / 96 * 25.4).ShouldBeInRange(form.Page is PageOrientation.Portrait ? 160 : 245, form.Page is PageOrientation.Portrait ? 165 : 252); // 100 %, on one page
    }

    [Theory]
    [MemberData(nameof(OfficialForms))]
    public void Entries_AreReadBackAsWritten(string id)
    {
        var form = SampleForms.Form(id);
        var values = SampleValues.Right(id);
        values.Keys.ShouldBe(form.Fields.Select(f => f.Id), ignoreOrder: true); // a full set
        using var book = Open(FormWorkbook.Write(form, values));
        foreach (var field in form.Fields)
        {
            var cell = Mark(book, field);
            var typed = values[field.Id];
            if (field.Kind is FieldKind.Rating)
            {
                Scale(book, field).Cells().Select(c => c.GetString()).ShouldBe(form.RatingScale.Select(r => $"{r.Value}" == typed ? $"☒ {r.Printed}" : $"{r.Value}\n{r.Label}"), field.Id);
            }
            else if (field.Kind is FieldKind.Percent or FieldKind.Count && !typed.EndsWith('%'))
            {
                cell.DataType.ShouldBe(XLDataType.Number, field.Id);
                cell.GetDouble().ShouldBe(double.Parse(typed.Replace(".", "", StringComparison.Ordinal).Replace(',', '.'), CultureInfo.InvariantCulture), field.Id);
            }
            else { (cell.DataType, cell.GetString()).ShouldBe((XLDataType.Text, field.Kind is FieldKind.Property ? PropertyReader.Written(typed) : typed), field.Id); }
            cell.Style.NumberFormat.Format.ShouldNotContain("%");
        }
    }

    [Theory]
    [MemberData(nameof(OfficialForms))]
    public void SameInput_GivesTheSameBytes_WhateverTheMachinesLanguage(string id)
    {
        byte[] In(string culture)
        {
            byte[] bytes = [];
            var thread = new Thread(() => bytes = FormWorkbook.Write(SampleForms.Form(id), SampleValues.Right(id))) { CurrentCulture = CultureInfo.GetCultureInfo(culture) };
            thread.Start();
            thread.Join();
            return bytes;
        }
        var vietnamese = In("vi-VN");
        In("en-US").ShouldBe(vietnamese);
        using var zip = new ZipArchive(new MemoryStream(vietnamese));
        zip.Entries.Select(e => e.LastWriteTime.Year).Distinct().ShouldBe([2000]);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void FormsMark_IsACustomXmlPart(string id)
    {
        var form = SampleForms.Form(id);
        using var document = SpreadsheetDocument.Open(new MemoryStream(FormWorkbook.Write(form)), false);
        var part = document.WorkbookPart!.CustomXmlParts.ShouldHaveSingleItem();
        using var reader = new StreamReader(part.GetStream());
        reader.ReadToEnd().ShouldEndWith($"<form id=\"{form.Id}\" version=\"{form.Version}\" xmlns=\"urn:learningcity:form\" />");
        part.CustomXmlPropertiesPart.ShouldNotBeNull().DataStoreItem!.SchemaReferences!.GetFirstChild<DocumentFormat.OpenXml.CustomXmlDataProperties.SchemaReference>()!.Uri!.Value.ShouldBe("urn:learningcity:form");
        var about = document.PackageProperties;
        (about.Title, about.Language, about.Creator, about.LastModifiedBy).ShouldBe((form.Title, "vi-VN", null, null));
    }

    [Fact]
    public void ValueForAnEntryThatTheFormLacks_IsOurMistake() =>
        Should.Throw<ArgumentException>(() => FormWorkbook.Write(SampleForms.Form("phu-luc-iiib"), new Dictionary<string, string> { ["9.9.result"] = "Đạt" })).Message.ShouldContain("9.9.result");

    internal static XLWorkbook Open(byte[] workbook) => new(new MemoryStream(workbook));

    internal static IXLCell Mark(XLWorkbook book, FieldDefinition field) => book.NamedRange(field.MarkName).Ranges.Single().FirstCell();

    private static IXLRange Scale(XLWorkbook book, FieldDefinition field) => book.NamedRange(field.MarkName).Ranges.Single();

    internal static IXLDataValidation Validation(XLWorkbook book, FieldDefinition field)
    {
        var cell = Mark(book, field);
        return cell.Worksheet.DataValidations.Single(v => v.Ranges.Any(r => r.Contains(cell)));
    }

    private static IEnumerable<string> Faults(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")];
    }
}
