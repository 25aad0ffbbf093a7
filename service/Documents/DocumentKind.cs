namespace LearningCity.Docs.Documents;

/// <summary>Loại văn bản: a kind of paper that is made from a filled form.</summary>
/// <param name="Form">The id of the form that it is made from.</param>
/// <param name="Template">The file of its Word template.</param>
/// <param name="Letter">The paper itself, or the one that an annex goes with.</param>
/// <param name="Details">What it reads from the details: required ones first, each in the order of <c>documents.yaml</c>.</param>
internal sealed record DocumentKind(string Id, string Form, string Template, string Title, LetterKind Letter, ImmutableArray<DetailDefinition> Details)
{
    public Claim Claims { get; init; }

    /// <summary>Trích yếu where the details give none, with names of the model in braces; empty for an annex.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Which details stand for this paper's number, symbol and date in a file that serves a whole dossier: <c>number</c> → <c>report.number</c>.</summary>
    public ImmutableDictionary<string, string> Own { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Dates none of which may lie before the one in front of it.</summary>
    public ImmutableArray<string> Dates { get; init; } = [];
}

/// <summary>
/// What a paper says about its form, and so which forms it cannot be made from. Figures: none with errors. Result: nor one that is incomplete. Recognition: nor one whose verdict is not met.
/// </summary>
internal enum Claim { Nothing, Figures, Result, Recognition }

/// <summary>Tên loại văn bản and its abbreviation (Nghị định 30/2020, Phụ lục III): <c>Báo cáo</c>, <c>BC</c>. A công văn has none.</summary>
internal sealed record LetterKind(string Name, string? Sign);

/// <summary>One name of a details file. <c>signer.name</c> is <c>name</c> inside <c>signer</c>.</summary>
/// <param name="TemplateName">What templates call it: <c>nguoi_ky.ho_ten</c>.</param>
/// <param name="Example">A string; a list of strings for a list.</param>
internal sealed record DetailDefinition(string Name, string TemplateName, DetailType Type, string Label, ImmutableArray<string> Example, bool Required = false);

/// <summary>Number: a document's number, digits in a string. Symbol: what stands after its slash. Date: yyyy-MM-dd. Year: a JSON number. List: an array of strings. Flag: true or false.</summary>
internal enum DetailType { Text, Number, Symbol, Date, Year, List, Flag }
