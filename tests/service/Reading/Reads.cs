using LearningCity.Docs.Packages;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Reading;

/// <summary>A file's bytes → what each step of the reading makes of it.</summary>
internal static class Reads
{
    public static FormReader Official { get; } = new(new FormTexts(SampleForms.Official));

    public static FormReader MadeUp { get; } = new(new FormTexts(SampleForms.MadeUp));

    public static SafePackage Package(byte[] file) => PackageGuard.Open(file).ShouldBeOfType<GuardResult.Safe>().Package;

    public static ReadResult Result(byte[] file) => Official.Read(Package(file));

    public static ImmutableArray<FormEntries> Forms(byte[] file) => Result(file).ShouldBeOfType<ReadResult.Read>().Forms;

    public static FormEntries Form(byte[] file) => Forms(file).ShouldHaveSingleItem();

    public static Finding NoForm(byte[] file) => Result(file).ShouldBeOfType<ReadResult.NoForm>().Finding;

    public static ImmutableArray<Grid> Sheets(byte[] file) => WorkbookReader.Read(Package(file)).Grids;

    public static Grid Sheet(byte[] file) => Sheets(file).ShouldHaveSingleItem();

    public static ImmutableArray<Grid> Tables(byte[] file) => DocumentReader.Read(Package(file)).Grids;

    public static Grid Table(byte[] file) => Tables(file).ShouldHaveSingleItem();

    /// <summary>Each row's cells that hold something, joined by <c>|</c>, line breaks as <c>/</c>.</summary>
    public static string[] Texts(this Grid grid) => [.. grid.Rows.Select(r => string.Join('|', r.Cells.Where(c => !c.IsEmpty).Select(c => c.Text.Replace('\n', '/'))))];

    public static string? Read(this FormEntries form, string entry) => form.Entries.Single(e => e.Id == entry).Value switch
    {
        EntryValue.Number number => LanguageTable.Vietnamese.Number(number.Value),
        EntryValue.Text text => text.Value,
        EntryValue.Choice choice => choice.Value,
        EntryValue.Unreadable => "?",
        _ => null,
    };

    public static string At(this Location location) => location.Text(LanguageTable.English);

    public static Finding Only(this FormEntries form, string code) => form.Findings.Where(f => f.Code == code).ShouldHaveSingleItem();

    public static void ShouldHaveNo(this FormEntries form, params string[] codes) => form.Findings.Where(f => codes.Contains(f.Code)).Select(f => $"{f.Code} {f.Location.At()}").ShouldBeEmpty();
}
