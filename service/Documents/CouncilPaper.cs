namespace LearningCity.Docs.Documents;

/// <summary>
/// Văn bản của Hội đồng: a paper that the council issues from the details of the office that it belongs to. Its head names the office above the council, and its chair signs for it
/// (Nghị định 30/2020, Phụ lục I, mục II khoản 2 and 7).
/// </summary>
internal static class CouncilPaper
{
    /// <summary>The council's sign in symbols: <c>BC-HĐĐG</c>.</summary>
    public const string Sign = "HĐĐG";

    /// <summary>The details that the council's papers take in the place of the office's.</summary>
    public static void Take(Dictionary<string, DetailValue> values, DocumentKind kind)
    {
        if (values.GetValueOrDefault("council.name") is not DetailValue.Text council) { return; }
        if (values.TryGetValue("agency", out var office)) { values["parentAgency"] = office; }
        values["agency"] = new DetailValue.Text(council.Value.ToUpperInvariant());
        values["agencyShort"] = council;
        values["draftingUnit"] = new DetailValue.Text(Sign);
        values["signer.authority"] = new DetailValue.List([LanguageTable.Vietnamese.Render("council.authority")]);
        values["signer.title"] = new DetailValue.Text(LanguageTable.Vietnamese.Render("council.chair"));
        if (values.TryGetValue("council.chair", out var chair)) { values["signer.name"] = chair; }
        values.TryAdd("symbol", new DetailValue.Text($"{kind.Letter.Sign}-{Sign}"));
    }

    /// <summary>Whether this paper is the council's own. Where nothing is known of the procedure, the council submits itself.</summary>
    public static bool Is(DocumentKind kind, Procedure? procedure) => kind.Issuer is Issuer.Council || (kind.Issuer is Issuer.Submitter && procedure?.Council.Submits != false);
}
