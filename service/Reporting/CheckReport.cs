using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace LearningCity.Docs.Reporting;

/// <summary>The answer to a check as other programs read it (DESIGN.md section 5): names here are the contract. Additions are welcome, renames are not.</summary>
internal sealed record CheckReport(
    FormReport Form,
    [property: AllowedValues("excel", "word")] string Host,
    bool Conforms,
    IReadOnlyList<FindingReport> Findings,
    IReadOnlyDictionary<string, EntryReport> Entries,
    EvaluationReport Evaluation)
{
    /// <summary>The file that was checked, where one call checks several.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? File { get; init; }

    /// <summary>What the thresholds depend on besides the figures; empty for a form without such properties.</summary>
    public IReadOnlyList<PropertyReport> Properties { get; init; } = [];

    /// <summary>The other forms of the same file.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CheckReport>? Others { get; init; }
}

/// <param name="ValidFrom">yyyy-MM-dd, as <paramref name="ValidTo"/>.</param>
/// <param name="Part">The office whose part of the form the file is; null for the whole form.</param>
/// <param name="Settings">The readings that the form leaves open, as decided: what a result rests on besides the figures.</param>
internal sealed record FormReport(string Id, string Version, string Title, string? Annex, string ValidFrom, string? ValidTo, string? Part, IReadOnlyList<SettingReport> Settings, string Name, string? NextLevel);

/// <summary>What is known of the unit.</summary>
/// <param name="Id">Its entry id, for <c>check?set=unit.vung_kho_khan=có</c>.</param>
/// <param name="Value">Null where it is left open.</param>
/// <param name="Given">Answered beside the file.</param>
internal sealed record PropertyReport(string Id, string Label, string Basis, bool Required, bool? Value, bool Given);

internal sealed record SettingReport(string Id, string Title, string? Value, string? Default, string Reason);

internal sealed record FindingReport(
    string Code, [property: AllowedValues("error", "warning", "info")] string Severity, string? Entry, LocationReport Location, IReadOnlyList<LocationReport> Related, string Message, string? Value, FixReport? Fix, string? Basis)
{
    /// <summary>A correction that a person must agree to; never made by <c>fix</c>.</summary>
    public FixReport? Suggestion { get; init; }

    /// <summary>Every place of one cause that stands in several, the finding's own first; absent for a finding of one place.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PlaceReport>? Places { get; init; }

    /// <summary>The finding that this one follows from; absent for one of its own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CauseReport? FollowsFrom { get; init; }
}

internal sealed record PlaceReport(string? Entry, LocationReport Location, string? Value, FixReport? Fix);

internal sealed record CauseReport(string Code, string? Entry);

/// <param name="Number">For a figure in a workbook: the cell is to hold a number, and <paramref name="Value"/> is how it looks.</param>
/// <param name="Font">The font to write it in, where the cell's own draws other letters.</param>
internal sealed record FixReport(string Label, string Value, CellNumberReport? Number, string? Font);

/// <param name="Format">In Excel's English notation, for a cell whose own format does not show the number whole.</param>
internal sealed record CellNumberReport(decimal Value, string Format);

/// <summary>Where, in the user's words. In Excel also <see cref="CellLocationReport"/>, in Word <see cref="TableLocationReport"/> for a form, <see cref="ParagraphLocationReport"/> for any other document.</summary>
[JsonDerivedType(typeof(CellLocationReport))]
[JsonDerivedType(typeof(TableLocationReport))]
[JsonDerivedType(typeof(ParagraphLocationReport))]
internal record LocationReport(string Text);

internal sealed record CellLocationReport(string Text, string Sheet, string Cell) : LocationReport(Text);

/// <param name="Control">The tag of the content control; null for a cell without one.</param>
internal sealed record TableLocationReport(string Text, int Table, int Row, int Column, string? Control) : LocationReport(Text);

/// <param name="Part">Its name in the package, which <paramref name="Text"/> gives in Word's words: <c>word/header1.xml</c>.</param>
/// <param name="Table">With row and column counted from 1; null outside tables.</param>
/// <param name="Paragraph">In its cell, or in the part outside tables.</param>
internal sealed record ParagraphLocationReport(string Text, string Part, int? Table, int? Row, int? Column, int Paragraph) : LocationReport(Text);

/// <param name="Value">A string, a number, or null for a blank or unreadable entry.</param>
internal sealed record EntryReport(object? Value, string Raw, LocationReport Location);

/// <param name="Contradictions">Which of the findings say that the figures contradict the results: their places in <c>findings</c>, from 0.</param>
internal sealed record EvaluationReport([property: AllowedValues("met", "notMet", "incomplete", "none")] string Verdict, string Summary, CountsReport Counts, IReadOnlyList<int> Contradictions, IReadOnlyList<NodeReport> Nodes, IReadOnlyList<UnitReport> Units);

internal sealed record CountsReport(int Met, int NotMet, int Recorded, int Missing, int Invalid, int NeedsReview, int NotApplicable);

/// <param name="Settings">The settings that the outcome rests on.</param>
internal sealed record NodeReport(
    string Code, string Kind, string Title, [property: AllowedValues("met", "notMet", "recorded", "missing", "invalid", "needsReview", "notApplicable")] string Outcome, string Because, string? Distance, string? Basis, IReadOnlyList<string> Entries, IReadOnlyList<string> Settings, IReadOnlyList<NodeReport> Children);

/// <summary>What one office in charge has done, and the entries it still has to fill.</summary>
internal sealed record UnitReport(string Name, CountsReport Counts, IReadOnlyList<string> Left);
