using LearningCity.Docs.Text;

namespace LearningCity.Docs.Documents;

/// <summary>Head and foot of a paper as Nghị định 30/2020 prints them: agency in lines, number and symbol, day, addressees, and the other papers of the dossier by number and day.</summary>
internal static class PaperHead
{
    public static void Add(Dictionary<string, object?> model, DocumentKind kind, DocumentDetails details, DocumentCatalog catalog)
    {
        PaperModel.Set(model, "loai", new Dictionary<string, object?> { ["ten"] = kind.Letter.Name, ["ten_hoa"] = kind.Letter.Name.ToUpperInvariant() });
        PaperModel.Set(model, "so_ky_hieu", LetterReference.Number(details.Text("number"), DocumentSymbol.Of(kind, details)));
        PaperModel.Set(model, "nam_ban_hanh", LetterReference.YearOf(details.Date("date"), details.Year("year")));
        PaperModel.Set(model, "co_quan.dong", DetailNames.Lines(LetterReference.AgencyLines(details.Text("agency") ?? "", catalog)));
        PaperModel.Set(model, "co_quan.dong_chu_quan", details.Text("parentAgency") is { } parent ? DetailNames.Lines(LetterReference.AgencyLines(parent, catalog)) : []);
        PaperModel.Set(model, "co_quan.day_du", LetterReference.Agency(details, catalog));
        PaperModel.Set(model, "dia_ban.ten_dau_cau", Capital(details.Text("locality.name") ?? ""));
        PaperModel.Set(model, "dia_ban.cap_hoa", Capital(details.Text("locality.level") ?? ""));
        var addressees = details.List("addressees");
        model["noi_nhan"] = DetailNames.Items(Recipients(details.List("recipients"), named: kind.IsAddressed));
        PaperModel.Set(model, "mot_noi_gui", addressees.Length == 1 ? addressees[0] : "");
        model["co_tham_dinh"] = details.Date("appraisal.date") is not null || details.Text("appraisal.number") is not null;
        foreach (var other in catalog.Kinds.Where(k => k.Families.Any(kind.Families.Contains) && k.Own.ContainsKey("number"))) { PaperModel.Set(model, "van_ban." + other.Id.Replace('-', '_'), Reference(other, details, catalog)); }
    }

    /// <summary>Another paper of the dossier: "Báo cáo số 112/BC-UBND ngày 01 tháng 4 năm 2025 của …".</summary>
    private static Dictionary<string, object?> Reference(DocumentKind kind, DocumentDetails details, DocumentCatalog catalog)
    {
        var council = kind.Issuer is Issuer.Council ? details.Text("council.name") ?? "" : null;
        var made = council is null ? DocumentSymbol.Made(kind, details.Text("agencyShort") ?? "", null) ?? kind.Letter.Sign ?? "" : $"{kind.Letter.Sign}-{CouncilPaper.Sign}";
        var symbol = details.Text(kind.Own.GetValueOrDefault("symbol", "symbol")) ?? made;
        var number = LetterReference.Number(details.Text(kind.Own["number"]), symbol);
        var day = LetterReference.Day(details.Date(kind.Own.GetValueOrDefault("date", "date")), details.Year("year"));
        return new()
        {
            ["so_ky_hieu"] = number,
            ["ngay"] = day,
            ["day_du"] = LanguageTable.Vietnamese.Render("document.reference", kind.Letter.Name, number, day, council ?? LetterReference.Agency(details, catalog)),
        };
    }

    /// <summary>"Như trên" stands first where the paper names addressees and nowhere else, whatever the list of a whole dossier says (Phụ lục I, mục II khoản 9).</summary>
    private static ImmutableArray<string> Recipients(ImmutableArray<string> given, bool named)
    {
        var asAbove = LanguageTable.Vietnamese.Render("document.asAbove");
        var others = given.Where(recipient => VietnameseText.Fold(recipient) != VietnameseText.Fold(asAbove));
        return named ? [asAbove, .. others] : [.. others];
    }

    private static string Capital(string word) => word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word[1..];
}
