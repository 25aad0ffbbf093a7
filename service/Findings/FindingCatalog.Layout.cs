namespace LearningCity.Docs.Findings;

/// <summary>LC50xx: the layout of a paper (Nghị định 30/2020/NĐ-CP, Phụ lục I), one code for each rule.</summary>
internal static partial class FindingCatalog
{
    public static readonly FindingDescriptor
        LC5001_PaperSize = Error("LC5001"),
        LC5002_Orientation = Error("LC5002"),
        LC5003_TopBottomMargins = Error("LC5003"),
        LC5004_LeftMargin = Error("LC5004"),
        LC5005_RightMargin = Error("LC5005"),
        LC5006_Font = Error("LC5006"),
        LC5007_PageNumber = Error("LC5007"),
        LC5008_NationalName = Error("LC5008"),
        LC5009_Motto = Error("LC5009"),
        LC5010_ParentAgency = Error("LC5010"),
        LC5011_Agency = Error("LC5011"),
        LC5012_Number = Error("LC5012"),
        LC5013_PlaceAndDate = Error("LC5013"),
        LC5014_Date = Error("LC5014"),
        LC5015_KindName = Error("LC5015"),
        LC5016_Subject = Error("LC5016"),
        LC5017_LetterSubject = Error("LC5017"),
        LC5018_LegalBases = Error("LC5018"),
        LC5019_Body = Error("LC5019"),
        LC5020_Divisions = Error("LC5020"),
        LC5021_Articles = Error("LC5021"),
        LC5022_Sections = Error("LC5022"),
        LC5023_SignerPost = Error("LC5023"),
        LC5024_SignerName = Error("LC5024"),
        LC5025_Addressees = Error("LC5025"),
        LC5026_RecipientsHeading = Error("LC5026"),
        LC5027_Recipients = Error("LC5027"),
        LC5028_AnnexHeading = Error("LC5028"),
        LC5029_AnnexReference = Error("LC5029"),
        LC5030_AnnexPages = Error("LC5030"),
        LC5031_EndMark = Warning("LC5031");
}
