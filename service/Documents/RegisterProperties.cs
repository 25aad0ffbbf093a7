using System.Globalization;

namespace LearningCity.Docs.Documents;

/// <summary>Thông tin đầu vào of the register (Nghị định 30/2020, Phụ lục VI), each within the length that the decree gives it; they go into the file's custom properties.</summary>
internal static class RegisterProperties
{
    public static Dictionary<string, object?> Of(DocumentKind kind, DocumentDetails details, string subject) => new()
    {
        ["ten_loai"] = Cut(kind.Letter.Name, 100),
        ["so"] = Cut(details.Text("number"), 11),
        ["ky_hieu"] = Cut(DocumentSymbol.Of(kind, details), 30),
        ["ngay"] = details.Date("date")?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        ["co_quan"] = Cut(details.Text("agency"), 200),
        ["trich_yeu"] = Cut(subject, 500),
        ["chuc_vu"] = Cut(details.Text("signer.title"), 100),
        ["ho_ten"] = Cut(details.Text("signer.name"), 50),
    };

    private static string Cut(string? text, int most) => text is null ? "" : text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
