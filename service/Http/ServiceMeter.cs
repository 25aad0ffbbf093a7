using System.Diagnostics.Metrics;
using LearningCity.Docs.Documents;
using LearningCity.Docs.Fixing;

namespace LearningCity.Docs.Http;

/// <summary>What the service counts of its own work, under the meter <c>LearningCity.Docs</c>: forms, codes and kinds, never what stands in a file.</summary>
internal sealed class ServiceMeter
{
    public const string Name = "LearningCity.Docs";

    private readonly Counter<long> checks, findings, refusals, papers, lints;
    private readonly Histogram<double> pdf;

    public ServiceMeter(IMeterFactory meters, FileLimit files, UploadRoom uploads)
    {
        var meter = meters.Create(Name);
        checks = meter.CreateCounter<long>("learningcity.checks", description: "Forms checked, by form and verdict");
        findings = meter.CreateCounter<long>("learningcity.findings", description: "Findings, by code");
        refusals = meter.CreateCounter<long>("learningcity.refusals", description: "Files and details refused, by the code of the first reason");
        papers = meter.CreateCounter<long>("learningcity.papers", description: "Papers and dossiers made, by kind");
        lints = meter.CreateCounter<long>("learningcity.lints", description: "Documents whose layout was checked");
        pdf = meter.CreateHistogram<double>("learningcity.pdf.duration", "s", "Time for one PDF, the waiting included");
        meter.CreateObservableGauge("learningcity.files.working", () => files.Working, description: "Files that are worked on now");
        meter.CreateObservableGauge("learningcity.files.waiting", () => files.Waiting, description: "Files that wait for their turn");
        meter.CreateObservableGauge("learningcity.uploads.bytes", () => uploads.Taken, "By", "Bytes of files in memory");
    }

    public void Checked(CheckResult result)
    {
        if (result is CheckResult.Refused refused) { Refused(refused.Finding); return; }
        foreach (var form in ((CheckResult.Checked)result).Forms)
        {
            checks.Add(1, new("form", form.Entries.Form.Id), new("verdict", form.Evaluation.Verdict.ToString()));
            Count(form.Findings);
        }
    }

    public void Fixed(FixResult result)
    {
        if (result is FixResult.Refused refused) { Refused(refused.Finding); }
    }

    public void Linted(LayoutResult result)
    {
        if (result is LayoutResult.Refused refused) { Refused(refused.Finding); return; }
        lints.Add(1);
        Count(((LayoutResult.Checked)result).Findings);
    }

    /// <param name="kind">The kind's id, or <c>dossier</c>.</param>
    public void Made<T>(DocumentResult<T> result, string kind)
    {
        switch (result)
        {
            case DocumentResult<T>.Made: papers.Add(1, new KeyValuePair<string, object?>("kind", kind)); break;
            case DocumentResult<T>.Forbidden forbidden: Refused(forbidden.Findings[0]); break;
            case DocumentResult<T>.Contradicted: refusals.Add(1, new KeyValuePair<string, object?>("code", DocumentResult<T>.Contradicted.Code)); break;
            case DocumentResult<T>.Defective: refusals.Add(1, new KeyValuePair<string, object?>("code", OwnTemplate.DefectiveCode)); break;
            case DocumentResult<T>.Refused refused: Refused(refused.Finding); break;
        }
    }

    /// <param name="outcome"><c>made</c>, or why not.</param>
    public void Converted(TimeSpan time, string outcome) => pdf.Record(time.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));

    private void Refused(Finding finding) => refusals.Add(1, new KeyValuePair<string, object?>("code", finding.Code));

    private void Count(ImmutableArray<Finding> all)
    {
        foreach (var code in all.CountBy(f => f.Code)) { findings.Add(code.Value, new KeyValuePair<string, object?>("code", code.Key)); }
    }
}
