using LearningCity.Docs.Packages;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Support;
using LearningCity.Docs.Writing;

namespace LearningCity.Docs.Tests.Writing;

/// <summary>What we write, we read.</summary>
public class ReadBackTests
{
    private static readonly FormReader Reader = new(new FormTexts(SampleForms.Official));

    [Theory]
    [MemberData(nameof(FormWorkbookTests.OfficialForms), MemberType = typeof(FormWorkbookTests))]
    public void Blank_HasNothingButBlanks(string id)
    {
        var form = Read(FormWorkbook.Write(SampleForms.Form(id)));
        form.Form.Id.ShouldBe(id);
        form.Entries.Where(e => !e.Found || e.Value is not EntryValue.Blank).ShouldBeEmpty();
        form.Findings.Where(f => f.Severity is Severity.Error).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(FormWorkbookTests.OfficialForms), MemberType = typeof(FormWorkbookTests))]
    public void RightValues_AreReadWithoutAFinding(string id) => ShouldBeRight(id, FormWorkbook.Write(SampleForms.Form(id), SampleValues.Right(id)));

    [Theory]
    [MemberData(nameof(FormWorkbookTests.OfficialForms), MemberType = typeof(FormWorkbookTests))]
    public void WrongValues_AreAllFoundInPlace(string id)
    {
        var form = Read(FormWorkbook.Write(SampleForms.Form(id), SampleValues.Wrong(id)));
        form.Entries.ShouldAllBe(e => e.Found);
        form.Entries.Where(e => e.Value is EntryValue.Unreadable).ShouldNotBeEmpty();
    }

    internal static void ShouldBeRight(string id, byte[] workbook)
    {
        var form = Read(workbook);
        form.Findings.Select(f => $"{f.Code} {f.Location} {f.Entry}").ShouldBeEmpty();
        foreach (var entry in form.Entries)
        {
            var typed = SampleValues.Right(id)[entry.Id];
            var read = entry.Value switch
            {
                EntryValue.Number number => LanguageTable.Vietnamese.Number(number.Value) + (number.Unit is NumberUnit.Percent ? "%" : ""),
                EntryValue.Text text => text.Value,
                EntryValue.Choice choice => choice.Value switch { "increase" => "Tăng", "decrease" => "Giảm", var word => word },
                EntryValue.Blank or EntryValue.Unreadable => entry.Value.ToString(),
                _ => throw new ArgumentOutOfRangeException(nameof(id), entry.Value, "not tested"),
            };
            read.ShouldBe(typed, entry.Id);
        }
    }

    private static FormEntries Read(byte[] workbook) =>
        Reader.Read(PackageGuard.Open(workbook).ShouldBeOfType<GuardResult.Safe>().Package).ShouldBeOfType<ReadResult.Read>().Forms.ShouldHaveSingleItem();
}
