using LearningCity.Docs.Forms;

namespace LearningCity.Docs.Documents;

/// <summary>Loại văn bản: a kind of paper that is made from a filled form.</summary>
/// <param name="Families">What the forms that it is made from are about (<see cref="FormDefinition.Family"/>).</param>
/// <param name="Template">The file of its Word template.</param>
/// <param name="Letter">The paper itself, or the one that an annex goes with.</param>
/// <param name="Details">What it reads from the details: required ones first, each in the order of <c>documents.yaml</c>.</param>
internal sealed record DocumentKind(string Id, ImmutableArray<string> Families, string Template, string Title, LetterKind Letter, ImmutableArray<DetailDefinition> Details)
{
    /// <summary>The filled form itself, as the annex of another paper.</summary>
    public bool IsAnnex { get; init; }

    public Claim Claims { get; init; }

    /// <summary>Trích yếu where the details give none, with names of the model in braces; empty for an annex.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Which details stand for this paper's number, symbol and date in a file that serves a whole dossier: <c>number</c> → <c>report.number</c>.</summary>
    public ImmutableDictionary<string, string> Own { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Dates none of which may lie before the one in front of it.</summary>
    public ImmutableArray<string> Dates { get; init; } = [];

    /// <summary>Who issues it.</summary>
    public Issuer Issuer { get; init; }

    /// <summary>The detail that names whom it goes to, where that is not <c>addressees</c>; null for a paper that goes to nobody by name too.</summary>
    public string? Addressee { get; init; }

    /// <summary>Whether it begins with "Kính gửi".</summary>
    public bool IsAddressed => Addressee is not null || Details.Any(d => d.Name == "addressees");

    /// <summary>The day of the procedure before which it is dated.</summary>
    public Due Due { get; init; }

    /// <summary>Whether it can be made from this form. An annex is that of the forms that name it.</summary>
    public bool Fits(FormDefinition form) => form.Family is { } family && Families.Contains(family) && (!IsAnnex || form.Paper == Id);
}

/// <summary>
/// What a paper says about its form, and so which forms it cannot be made from. Figures: none with errors. Result: nor one that is incomplete. Recognition: nor one whose verdict is not met. Refusal: only one that gives a
/// reason to refuse, errors too.
/// </summary>
internal enum Claim { Nothing, Figures, Result, Recognition, Refusal }

/// <summary>Office: the agency of the details. Council: its council (<see cref="CouncilPaper"/>). Submitter: the council, or the office where the procedure says so.</summary>
internal enum Issuer { Office, Council, Submitter }

/// <summary>None, or the day of the filing or of the decision.</summary>
internal enum Due { None, Filing, Decision }

/// <summary>Tên loại văn bản and its abbreviation (Nghị định 30/2020, Phụ lục III): <c>Báo cáo</c>, <c>BC</c>. A công văn has none.</summary>
internal sealed record LetterKind(string Name, string? Sign);

/// <summary>One name of a details file. <c>signer.name</c> is <c>name</c> inside <c>signer</c>.</summary>
/// <param name="TemplateName">What templates call it: <c>nguoi_ky.ho_ten</c>.</param>
/// <param name="Example">A string; a list of strings for a list.</param>
internal sealed record DetailDefinition(string Name, string TemplateName, DetailType Type, string Label, ImmutableArray<string> Example, bool Required = false);

/// <summary>Number: a document's number, digits in a string. Symbol: what stands after its slash. Date: yyyy-MM-dd. Year: a JSON number. List: an array of strings. Flag: true or false.</summary>
internal enum DetailType { Text, Number, Symbol, Date, Year, List, Flag }
