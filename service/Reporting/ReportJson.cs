using System.Text.Json.Serialization;

namespace LearningCity.Docs.Reporting;

/// <summary>How reports are written as JSON, worked out when the program is built: a run of the command line spends its time on the form, not on reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CheckReport))]
[JsonSerializable(typeof(RefusalReport))]
[JsonSerializable(typeof(List<object>))]
[JsonSerializable(typeof(ImmutableArray<FormSummary>))]
[JsonSerializable(typeof(ImmutableArray<DocumentKindReport>))]
[JsonSerializable(typeof(ImmutableArray<FindingReport>))]
[JsonSerializable(typeof(ImmutableArray<AccountReport>))]
[JsonSerializable(typeof(ImmutableArray<SubmissionReport>))]
[JsonSerializable(typeof(ImmutableArray<AuditReport>))]
[JsonSerializable(typeof(AuditVerdictReport))]
[JsonSerializable(typeof(ImmutableArray<string>))]
[JsonSerializable(typeof(decimal))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(string))]
internal sealed partial class ReportJson : JsonSerializerContext;
