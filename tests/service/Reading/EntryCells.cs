using LearningCity.Docs.Forms;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Reading;

/// <summary>One field of each kind, and what a reading must keep true whatever was typed.</summary>
internal static class EntryCells
{
    public static readonly FieldDefinition Summary = TestForms.IIIb.Field("4.1.summary");
    public static readonly FieldDefinition Result = TestForms.IIIb.Field("4.1.result");
    public static readonly FieldDefinition Percent = TestForms.Unesco.Field("1.1.1-1.value");
    public static readonly FieldDefinition Ratio = TestForms.Unesco.Field("1.2.1-1.value");
    public static readonly FieldDefinition Children = TestForms.Unesco.Field("2.1.1-1.male");
    public static readonly FieldDefinition People = TestForms.Unesco.Field("2.1.2-2.c_male");
    public static readonly FieldDefinition Trend = TestForms.Unesco.Field("1.2.4-1.trend");
    public static readonly FieldDefinition Rated = TestForms.Unesco.Field("3.1.1-1.rating");

    public static readonly Location InExcel = new Location.Cell("Biểu", new CellReference(20, 4));
    public static readonly Location InWord = new Location.TableCell(1, 20, 4);

    public static FormDefinition FormOf(FieldDefinition field) => TestForms.IIIb.Fields.Contains(field) ? TestForms.IIIb : TestForms.Unesco;

    public static EntryReading Word(FieldDefinition field, string text, string? font = null) => Read(field, new RawCell(text, RawKind.Text, InWord) { Font = font });

    public static EntryReading Excel(FieldDefinition field, string text) => Read(field, new RawCell(text, RawKind.Text, InExcel));

    public static EntryReading Excel(FieldDefinition field, decimal number, NumberShape shape = NumberShape.General, string? shown = null) =>
        Read(field, new RawCell(shown ?? number.ToString(System.Globalization.CultureInfo.InvariantCulture), RawKind.Number, InExcel) { Number = number, Shape = shape });

    public static EntryReading Read(FieldDefinition field, RawCell cell, FormDefinition? form = null)
    {
        var reading = EntryReader.Read(form ?? FormOf(field), field, cell);
        foreach (var finding in reading.Findings)
        {
            finding.Entry.ShouldBe(field.Id);
            finding.Location.ShouldBe(cell.Location);
            finding.Value.ShouldBe(cell.Text);
            foreach (var language in (LanguageTable[])[LanguageTable.Vietnamese, LanguageTable.English])
            {
                finding.Message(language).ShouldNotBeEmpty();
                if ((finding.Fix ?? finding.Suggestion) is { } fix) { language.Render(fix.Label).ShouldNotBeEmpty(); }
            }
        }
        return reading;
    }

    public static void ShouldBeClean(this EntryReading reading, EntryValue value)
    {
        reading.Findings.Select(f => f.Code).ShouldBeEmpty();
        reading.Value.ShouldBe(value);
    }

    public static Finding ShouldBe(this EntryReading reading, EntryValue value, string code)
    {
        reading.Findings.Select(f => f.Code).ShouldBe([code]);
        reading.Value.ShouldBe(value);
        return reading.Findings[0];
    }

    public static Finding ShouldBeInvalid(this EntryReading reading, string code) => Unreadable(reading, code, doubtful: false);

    public static Finding ShouldBeDoubtful(this EntryReading reading, string code) => Unreadable(reading, code, doubtful: true);

    private static Finding Unreadable(EntryReading reading, string code, bool doubtful)
    {
        reading.Findings.Select(f => f.Code).ShouldBe([code]);
        reading.Value.ShouldBeOfType<EntryValue.Unreadable>().Doubtful.ShouldBe(doubtful);
        reading.Findings[0].Fix.ShouldBeNull();
        return reading.Findings[0];
    }
}
