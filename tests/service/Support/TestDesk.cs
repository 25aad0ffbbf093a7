using LearningCity.Docs.Writing;

namespace LearningCity.Docs.Tests.Support;

/// <summary>The shipped catalogues on a day when both official forms are in force.</summary>
internal static class TestDesk
{
    public const string Details = """{"agency": "ỦY BAN NHÂN DÂN QUẬN BA ĐÌNH", "agencyShort": "UBND quận Ba Đình", "number": "128", "date": "2025-04-28", "year": 2024}""";

    public static Desk Open(TimeProvider? clock = null, LearningCity.Docs.Pdf.LibreOfficePdf? pdf = null) => Desk.Open(Repository.Path("templates"), clock ?? new FixedClock(), pdf);

    public static byte[] Right(string form = "phu-luc-iiib") => FormWorkbook.Write(SampleForms.Form(form), SampleValues.Right(form));

    public static byte[] Wrong(string form = "phu-luc-iiib") => FormWorkbook.Write(SampleForms.Form(form), SampleValues.Wrong(form));

    public static byte[] Blank(string form = "phu-luc-iiib") => FormWorkbook.Write(SampleForms.Form(form));

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2025, 5, 12, 3, 0, 0, TimeSpan.Zero);

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
    }
}
