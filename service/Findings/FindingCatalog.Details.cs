namespace LearningCity.Docs.Findings;

/// <summary>LC60xx: the details of a document, and what a paper asks of its form.</summary>
internal static partial class FindingCatalog
{
    public static readonly FindingDescriptor
        LC6001_UnknownDetail = Error("LC6001"),
        LC6002_NotJson = Error("LC6002"),
        LC6003_WrongType = Error("LC6003"),
        LC6004_NotADate = Error("LC6004"),
        LC6005_MissingDetail = Error("LC6005"),
        LC6006_NotANumber = Error("LC6006"),
        LC6007_SymbolDoesNotFit = Error("LC6007"),
        LC6008_DuplicateDetail = Error("LC6008"),
        LC6009_SymbolNeeded = Error("LC6009"),
        LC6010_YearOutOfRange = Error("LC6010"),
        LC6011_OtherFormNeeded = Error("LC6011"),
        LC6012_FormIncomplete = Error("LC6012"),
        LC6013_DatesOutOfOrder = Error("LC6013"),
        LC6014_NotTheDeputy = Error("LC6014"),
        LC6015_NotRecognised = Error("LC6015"),
        LC6016_NoDossier = Error("LC6016"),
        LC6017_CharactersLeftOut = Warning("LC6017"),
        LC6018_SeveralForms = Error("LC6018"),
        LC6019_DefaultTaken = Info("LC6019"),
        LC6020_AfterTheDeadline = Warning("LC6020"),
        LC6021_OtherChair = Warning("LC6021"),
        LC6022_CouncilOfWrongSize = Error("LC6022"),
        LC6023_NotTheAuthority = Warning("LC6023"),
        LC6024_NoReasonToRefuse = Error("LC6024"),
        LC6030_PartOfForm = Error("LC6030");
}
