namespace LearningCity.Docs.Reporting;

/// <summary>A file that cannot be read as a form, in the place of its report.</summary>
internal sealed record RefusalReport(string File, string Code, string Message, LocationReport Location)
{
    public static RefusalReport Of(Finding finding, string file, LanguageTable language) => new(file, finding.Code, finding.Message(language), CheckReports.Of(finding.Location, language));
}
