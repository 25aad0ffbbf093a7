using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LearningCity.Docs.Documents;

/// <summary>
/// What a paper's signature lines are told apart by: a GUID without its last four digits, which number the lines, and the name of the shape that they are drawn by. From what tells one paper from another and
/// from nothing else, so the same input makes the same bytes; version 8 of RFC 9562, which leaves the bits to us.
/// </summary>
internal static class SignatureLineNames
{
    /// <summary>Of the group in the model.</summary>
    public const string Group = "chu_ky";

    public const string Id = "ma", Shape = "hinh";

    public static void Add(Dictionary<string, object?> model, DocumentKind kind, DocumentDetails details, string subject)
    {
        model[Group] = Of(kind, details, subject);
        foreach (var letter in (model.GetValueOrDefault(UnitLetters.List) as object?[] ?? []).Cast<Dictionary<string, object?>>()) { letter[Group] = Of(kind, details, subject, (string)letter[UnitLetters.Receiver]!); }
    }

    /// <param name="receiver">Whom one of several letters in the same file goes to; empty for any other paper.</param>
    private static Dictionary<string, object?> Of(DocumentKind kind, DocumentDetails details, string subject, string receiver = "")
    {
        var facts = new[] { kind.Id, details.Text("agency"), details.Text("number"), details.Date("date")?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), details.Text("signer.name"), subject, receiver };
        var sum = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', facts)));
        sum[6] = (byte)((sum[6] & 0x0F) | 0x80);
        sum[8] = (byte)((sum[8] & 0x3F) | 0x80);
        var digits = Convert.ToHexString(sum, 0, 14);
        return new() { [Id] = $"{{{digits[..8]}-{digits[8..12]}-{digits[12..16]}-{digits[16..20]}-{digits[20..]}", [Shape] = "dong_chu_ky_" + digits };
    }
}
