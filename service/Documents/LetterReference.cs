using System.Globalization;
using LearningCity.Docs.Templating;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Documents;

/// <summary>
/// How one paper names another, or itself: number and symbol, day, agency (Nghị định 30/2020, Phụ lục I, mục II and III). What the clerk fills in later is left as room.
/// </summary>
internal static class LetterReference
{
    private const string RoomForNumber = "     ";
    private const string RoomForDay = "  ";

    /// <summary>"(Kèm theo Báo cáo số 15/BC-UBND ngày 08 tháng 4 năm 2025 của Ủy ban nhân dân quận Ba Đình)".</summary>
    /// <exception cref="ArgumentException">Details that were not read for this kind.</exception>
    public static string AttachedTo(DocumentKind kind, DocumentDetails details, DocumentCatalog catalog) => LanguageTable.Vietnamese.Render("document.attachedTo",
        kind.Letter.Name, Number(details.Text("number"), DocumentSymbol.Of(kind, details)), Day(details.Date("date"), details.Year("year")), Agency(details, catalog));

    /// <summary>"15/BC-UBND".</summary>
    public static string Number(string? number, string symbol) => $"{number ?? RoomForNumber}/{symbol}";

    /// <summary>"ngày 08 tháng 4 năm 2025". A paper about a data year is issued in the year after it; without either there is room for the year too.</summary>
    public static string Day(DateOnly? date, int? dataYear) =>
        date is { } day ? ValueFormat.OfficialDate(day) : LanguageTable.Vietnamese.Render("document.day", RoomForDay, RoomForDay, YearOf(date, dataYear));

    public static string YearOf(DateOnly? date, int? dataYear) => (date?.Year ?? dataYear + 1)?.ToString(CultureInfo.InvariantCulture) ?? RoomForNumber;

    /// <summary>The short name with its abbreviations written out, when that is the agency's full name in small letters; else the short name as it is.</summary>
    public static string Agency(DocumentDetails details, DocumentCatalog catalog)
    {
        var agency = details.Text("agency") ?? throw new ArgumentException("The details have no agency.", nameof(details));
        var agencyShort = details.Text("agencyShort") ?? throw new ArgumentException("The details have no agencyShort.", nameof(details));
        var full = string.Join(' ', agencyShort.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => catalog.Abbreviations.GetValueOrDefault(word, word)));
        return VietnameseText.Fold(full) == VietnameseText.Fold(agency) ? full : agencyShort;
    }

    /// <summary>The agency as the head of a paper breaks it: the collective's name, then the place ("ỦY BAN NHÂN DÂN", "QUẬN BA ĐÌNH").</summary>
    public static ImmutableArray<string> AgencyLines(string agency, DocumentCatalog catalog)
    {
        var collective = catalog.Abbreviations.Values.FirstOrDefault(name => agency.StartsWith(name + " ", StringComparison.OrdinalIgnoreCase));
        return collective is null ? [agency] : [agency[..collective.Length], agency[(collective.Length + 1)..]];
    }
}
