namespace LearningCity.Docs.Documents;

/// <summary>Văn bản đã đăng ký: one paper of a dossier as the register lists it (Nghị định 30/2020, Phụ lục VI).</summary>
/// <param name="Kind">The kind's id, such as <c>bao-cao</c>.</param>
/// <param name="Name">Of its file in the dossier.</param>
/// <param name="Number">Số; null while the clerk has given none.</param>
/// <param name="Symbol">Ký hiệu; null for a paper that has none, such as an annex.</param>
/// <param name="Sha256">Of the file, in lower-case hexadecimal.</param>
internal sealed record RegisteredPaper(string Kind, string Name, string? Number, string? Symbol, DateOnly? Date, string Sha256);

/// <summary>What a dossier says of itself to the register.</summary>
/// <param name="Form">What it was made from.</param>
/// <param name="Agency">Cơ quan ban hành, as the details name it.</param>
/// <param name="Year">Năm số liệu.</param>
internal sealed record DossierRecord(FormCheck Form, string Agency, int Year, ImmutableArray<RegisteredPaper> Papers);
