using LearningCity.Docs.Text;

namespace LearningCity.Docs.Documents;

/// <summary>Details against the procedure of the circular: days, who chairs, and how many sit on the council; and a decision against whoever signs it.</summary>
internal static class ProcedureAgreement
{
    /// <summary>Nghị định 30/2020, Phụ lục I, mục II khoản 7: ký thay mặt tập thể.</summary>
    private const string ForAll = "TM.";

    /// <param name="inFile">A detail's name → the name that the file gives it under.</param>
    public static IEnumerable<Finding> Check(DocumentKind kind, DocumentDetails details, Procedure procedure, Func<string, string> inFile) =>
        [.. Day(kind, details, procedure, inFile), .. Chairs(details, procedure), .. Members(details, procedure)];

    /// <summary>A decision of a collective is signed for it; one of its head, or of a head of an office, is not (Nghị định 30/2020, Phụ lục III, mẫu 1.2).</summary>
    public static IEnumerable<Finding> Authority(DocumentDetails details, DocumentCatalog catalog)
    {
        if (details.Text("decision.authority") is not { } authority || details.List("signer.authority") is not { IsEmpty: false } signs) { yield break; }
        var ofAll = catalog.Abbreviations.Values.Any(name => authority.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        if (ofAll == signs[0].StartsWith(ForAll, StringComparison.OrdinalIgnoreCase)) { yield break; }
        yield return new Finding(FindingCatalog.LC6023_NotTheAuthority, new Location.Part("signer.authority"), authority, signs[0], new Sentence(ofAll ? "details.sign.all" : "details.sign.head")) { Value = signs[0] };
    }

    private static IEnumerable<Finding> Day(DocumentKind kind, DocumentDetails details, Procedure procedure, Func<string, string> inFile)
    {
        var deadline = kind.Due switch { Due.Filing => procedure.Filing, Due.Decision => procedure.Decision, _ => null };
        if (details.Date("date") is not { } day || details.Year("year") is not { } year || deadline?.Of(year) is not { } before || day < before) { yield break; }
        yield return new Finding(FindingCatalog.LC6020_AfterTheDeadline, new Location.Part(inFile("date")), day, new Sentence($"details.due.{kind.Due}"), before, procedure.Cited(deadline.Clause)) { Basis = procedure.Cited(deadline.Clause) };
    }

    private static IEnumerable<Finding> Chairs(DocumentDetails details, Procedure procedure)
    {
        if (procedure.Chair is not { } chair || details.Text("meeting.chairTitle") is not { } title) { yield break; }
        var folded = VietnameseText.Fold(title);
        if (chair.Words.Any(word => folded.Contains(VietnameseText.Fold(word), StringComparison.Ordinal))) { yield break; }
        yield return new Finding(FindingCatalog.LC6021_OtherChair, new Location.Part("meeting.chairTitle"), title, chair.Who, procedure.Cited(chair.Clause)) { Value = title, Basis = procedure.Cited(chair.Clause) };
    }

    private static IEnumerable<Finding> Members(DocumentDetails details, Procedure procedure)
    {
        if (details.List("council.members") is not { IsEmpty: false } members || procedure.Council.Takes(members.Length)) { yield break; }
        yield return new Finding(FindingCatalog.LC6022_CouncilOfWrongSize, new Location.Part("council.members"), members.Length, procedure.Council.Least!.Value, procedure.Cited(procedure.Council.Clause)) { Basis = procedure.Cited(procedure.Council.Clause) };
    }
}
