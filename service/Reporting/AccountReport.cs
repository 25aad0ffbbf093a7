namespace LearningCity.Docs.Reporting;

/// <summary>An account as <c>accounts list --json</c> shows it.</summary>
/// <param name="Role"><c>viewer</c>, <c>editor</c>, <c>submitter</c> or <c>admin</c>.</param>
internal sealed record AccountReport(string Name, string Role, bool Locked);
