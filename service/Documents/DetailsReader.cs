using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LearningCity.Docs.Templating;

namespace LearningCity.Docs.Documents;

/// <summary>The details of a paper, or what is wrong with them. <paramref name="Details"/> is null exactly when a finding is an error.</summary>
internal sealed record DetailsReading(DocumentDetails? Details, ImmutableArray<Finding> Findings);

/// <summary>
/// Details (JSON) → <see cref="DocumentDetails"/>, strictly: a mistyped name would leave a paper without its signer, and nobody would see it. Everything wrong is reported at once, each with its name.
/// </summary>
internal sealed partial class DetailsReader
{
    private const int FirstYear = 2000;
    private const int LastYear = 2100;
    private const int MostDepth = 8;
    private static readonly ImmutableArray<string> OfOnePaper = ["number", "symbol", "date"];

    private readonly DocumentCatalog catalog;
    private readonly DocumentKind kind;
    private readonly Procedure? procedure;
    private readonly bool forDossier;
    private readonly Dictionary<string, DetailValue> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<Finding> findings = [];

    private DetailsReader(DocumentCatalog catalog, DocumentKind kind, Procedure? procedure, bool forDossier) =>
        (this.catalog, this.kind, this.procedure, this.forDossier) = (catalog, kind, procedure, forDossier);

    /// <param name="forDossier">The file serves several papers: number, symbol and date at its top are those of the paper that has none of its own.</param>
    /// <param name="procedure">Of the form: what stands for details that are not given, and what they are held against; null where there is none.</param>
    public static DetailsReading Read(string json, DocumentKind kind, DocumentCatalog catalog, bool forDossier = false, Procedure? procedure = null)
    {
        var reader = new DetailsReader(catalog, kind, procedure, forDossier);
        reader.All(json);
        var details = reader.findings.Exists(f => f.Severity is Severity.Error) ? null : new DocumentDetails(reader.values.ToFrozenDictionary(StringComparer.Ordinal));
        return new DetailsReading(details, [.. reader.findings]);
    }

    private void All(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(json.TrimStart('\uFEFF')), new JsonDocumentOptions { MaxDepth = MostDepth });
            if (document.RootElement.ValueKind is not JsonValueKind.Object) { findings.Add(new Finding(FindingCatalog.LC6002_NotJson, Location.File, 1, 1)); return; }
            Names(document.RootElement, "");
        }
        catch (JsonException e)
        {
            findings.Add(new Finding(FindingCatalog.LC6002_NotJson, Location.File, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1));
            return;
        }
        var takesOwn = forDossier || kind.Own.Values.Any(seen.Contains);
        if (takesOwn) { TakeOwn(); }
        TakeDefaults();
        foreach (var name in OfOnePaper.Where(name => !kind.Details.Any(d => d.Name == name))) { Drop(name); }
        if (values.GetValueOrDefault("symbol") is DetailValue.Text symbol && !DocumentSymbol.Fits(kind, symbol.Value))
        {
            findings.Add(new Finding(FindingCatalog.LC6007_SymbolDoesNotFit, new Location.Part(InFile("symbol")), symbol.Value, kind.Letter.Name, DocumentSymbol.Example(kind)) { Value = symbol.Value });
        }
        foreach (var detail in kind.Details.Where(d => d.Required && IsAsked(d) && !seen.Contains(d.Name))) { Report(FindingCatalog.LC6005_MissingDetail, detail, null, detail.Label, Example(detail)); }
        if (CouncilPaper.Is(kind, procedure)) { CouncilPaper.Take(values, kind); }
        else if (kind.Details.Any(d => d.Name == "symbol") && !seen.Contains("symbol") && values.GetValueOrDefault("agencyShort") is DetailValue.Text agency && DocumentSymbol.Made(kind, agency.Value, (values.GetValueOrDefault("draftingUnit") as DetailValue.Text)?.Value) is null)
        {
            findings.Add(new Finding(FindingCatalog.LC6009_SymbolNeeded, new Location.Part("symbol"), agency.Value, DocumentSymbol.Example(kind)));
        }
        var details = new DocumentDetails(values.ToFrozenDictionary(StringComparer.Ordinal));
        findings.AddRange(DetailAgreement.Check(kind, details, InFile));
        if (kind.Details.Any(d => d.Name == "decision.authority")) { findings.AddRange(ProcedureAgreement.Authority(details, catalog)); }
        if (procedure is not null) { findings.AddRange(ProcedureAgreement.Check(kind, details, procedure, InFile)); }

        string InFile(string name) => takesOwn ? kind.Own.GetValueOrDefault(name, name) : name;
    }

    /// <summary>Once one of them is given, or in a dossier, the paper's own number, symbol and date count and those at the top are another's.</summary>
    private void TakeOwn()
    {
        foreach (var (name, own) in kind.Own)
        {
            Drop(name);
            if (seen.Contains(own)) { seen.Add(name); }
            if (values.TryGetValue(own, out var value)) { values[name] = value; }
        }
        if (forDossier && !kind.Own.IsEmpty) { Drop("subject"); }
    }

    /// <summary>What the procedure says stands for what is not given, and is told.</summary>
    private void TakeDefaults()
    {
        if (procedure is null) { return; }
        foreach (var detail in kind.Details.Where(d => !seen.Contains(d.Name)))
        {
            if (!procedure.Defaults.TryGetValue(detail.Name, out var given)) { continue; }
            seen.Add(detail.Name);
            values[detail.Name] = detail.Type is DetailType.List ? new DetailValue.List(given) : new DetailValue.Text(given[0]);
            findings.Add(new Finding(FindingCatalog.LC6019_DefaultTaken, new Location.Part(detail.Name), detail.Label, string.Join("; ", given), procedure.Circular, procedure.Note ?? ""));
        }
    }

    /// <summary>Nothing of a meeting is asked for where the circular knows none.</summary>
    private bool IsAsked(DetailDefinition detail) => procedure is not { Chair: null } || !detail.Name.StartsWith("meeting.", StringComparison.Ordinal);

    private void Drop(string name)
    {
        seen.Remove(name);
        values.Remove(name);
    }

    private void Names(JsonElement container, string prefix)
    {
        var here = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in container.EnumerateObject())
        {
            var name = prefix + Name(property);
            if (!here.Add(name)) { findings.Add(new Finding(FindingCatalog.LC6008_DuplicateDetail, new Location.Part(name), name)); continue; }
            if (catalog.Details.FirstOrDefault(d => d.Name == name) is { } detail) { One(detail, property.Value); }
            else if (!catalog.Details.Any(d => d.Name.StartsWith(name + ".", StringComparison.Ordinal))) { Unknown(name); }
            else if (property.Value.ValueKind is JsonValueKind.Object) { Names(property.Value, name + "."); }
            else if (property.Value.ValueKind is not JsonValueKind.Null)
            {
                findings.Add(new Finding(FindingCatalog.LC6003_WrongType, new Location.Part(name), name, new Sentence("details.type.group"), "{ … }") { Value = property.Value.GetRawText() });
            }
        }
    }

    private void Unknown(string name)
    {
        var known = catalog.Details.SelectMany(d => d.Name.Split('.') is [var group, _] ? new[] { d.Name, group } : [d.Name]).Distinct();
        findings.Add(new Finding(FindingCatalog.LC6001_UnknownDetail, new Location.Part(name), name, Suggestion.Sentence(name, known)));
    }

    private void One(DetailDefinition detail, JsonElement value)
    {
        LeftOut(detail, value);
        if (value.ValueKind is JsonValueKind.Null || (value.ValueKind is JsonValueKind.String && Text(value).Length == 0)) { return; }
        seen.Add(detail.Name);
        if (Value(detail, value) is { } read) { values[detail.Name] = read; }
    }

    private void LeftOut(DetailDefinition detail, JsonElement value)
    {
        var texts = value.ValueKind is JsonValueKind.Array ? value.EnumerateArray().ToList() : [value];
        var count = texts.Where(text => text.ValueKind is JsonValueKind.String).Sum(text => DetailText.Of(text).LeftOut);
        if (count > 0) { Report(FindingCatalog.LC6017_CharactersLeftOut, detail, null, detail.Label, count); }
    }

    /// <summary>Null when a finding says why.</summary>
    private DetailValue? Value(DetailDefinition detail, JsonElement value)
    {
        var fits = detail.Type switch
        {
            DetailType.List => value.ValueKind is JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind is JsonValueKind.String),
            DetailType.Flag => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            DetailType.Year => value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out _),
            _ => value.ValueKind is JsonValueKind.String,
        };
        if (!fits) { return Report(FindingCatalog.LC6003_WrongType, detail, value.GetRawText(), detail.Label, new Sentence($"details.type.{detail.Type}"), Example(detail)); }
        if (detail.Type is DetailType.Flag) { return new DetailValue.Flag(value.GetBoolean()); }
        if (detail.Type is DetailType.List) { return new DetailValue.List([.. value.EnumerateArray().Select(Text).Where(item => item.Length > 0)]); }
        if (detail.Type is DetailType.Year) { return value.GetInt32() is >= FirstYear and <= LastYear and var year ? new DetailValue.Year(year) : Report(FindingCatalog.LC6010_YearOutOfRange, detail, value.GetRawText(), value.GetRawText(), $"{FirstYear}", $"{LastYear}"); }
        var text = Text(value);
        return detail.Type switch
        {
            DetailType.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? new DetailValue.Date(date) : Report(FindingCatalog.LC6004_NotADate, detail, text, text, Example(detail)),
            DetailType.Number => NumberPattern().IsMatch(text) ? new DetailValue.Text(text.Length == 1 ? "0" + text : text) : Report(FindingCatalog.LC6006_NotANumber, detail, text, text),
            _ => new DetailValue.Text(text),
        };
    }

    private DetailValue? Report(FindingDescriptor descriptor, DetailDefinition detail, string? value, params ImmutableArray<object> arguments)
    {
        findings.Add(new Finding(descriptor, new Location.Part(detail.Name), arguments) { Value = value });
        return null;
    }

    private static string Example(DetailDefinition detail) => detail.Type switch
    {
        DetailType.List => "[" + string.Join(", ", detail.Example.Select(item => $"\"{item}\"")) + "]",
        DetailType.Year or DetailType.Flag => detail.Example[0],
        _ => $"\"{detail.Example[0]}\"",
    };

    private static string Text(JsonElement value) => DetailText.Of(value).Value;

    /// <summary>JSON may escape half a character, which .NET refuses to read; no name that we know has any.</summary>
    private static string Name(JsonProperty property)
    {
        try { return property.Name; }
        catch (InvalidOperationException) { return ""; }
    }

    [GeneratedRegex("^(0?[1-9]|[1-9][0-9]{1,5})$")]
    private static partial Regex NumberPattern();
}
