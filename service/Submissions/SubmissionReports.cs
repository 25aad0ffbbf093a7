using LearningCity.Docs.Reporting;
using LearningCity.Docs.Storage;

namespace LearningCity.Docs.Submissions;

/// <summary>Submissions → what other programs read.</summary>
internal static class SubmissionReports
{
    public static SubmissionReport Of(Submission submission, LanguageTable language)
    {
        var row = submission.Row;
        return new SubmissionReport(
            row.Id, CheckReports.Lower(row.State.ToString()), row.Form, row.FormVersion, row.UnitName, row.Year, row.Name, row.Size, row.FileHash, row.AcceptedAt, row.ChangedAt, row.Attempts,
            row.State is SubmissionState.Retrying or SubmissionState.NeedsConsent ? submission.DueAt : null,
            row.Link,
            row.Reason is { } reason ? language.Render(StoredSentence.Read(reason)) : null,
            row.Claims,
            [.. submission.Papers.Select(p => new PaperReport(p.Kind, p.Name, p.Number, p.Symbol, p.Date, p.Sha256))]);
    }

    public static ImmutableArray<SubmissionReport> Of(ImmutableArray<Submission> submissions, LanguageTable language) => [.. submissions.Select(s => Of(s, language))];
}
