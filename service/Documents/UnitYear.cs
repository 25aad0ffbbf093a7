using System.Text.Json;

namespace LearningCity.Docs.Documents;

/// <summary>Whose paper the details are of, and the year of its figures: what last year's figures are found by.</summary>
internal sealed record UnitYear(string Agency, int Year)
{
    /// <summary>Null where the details do not say both; what is wrong with them is <see cref="DetailsReader"/>'s to tell.</summary>
    public static UnitYear? Of(string details)
    {
        try
        {
            using var json = JsonDocument.Parse(details);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("agency", out var agency) && agency is { ValueKind: JsonValueKind.String }
                && root.TryGetProperty("year", out var year) && year.ValueKind is JsonValueKind.Number && year.TryGetInt32(out var number)
                ? new UnitYear(agency.GetString()!, number)
                : null;
        }
        catch (JsonException) { return null; }
    }
}
