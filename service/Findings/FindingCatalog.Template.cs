namespace LearningCity.Docs.Findings;

/// <summary>LC9xxx: Word templates and the models that fill them. LC9006 and LC9009 belonged to an earlier language of tags and are not used again.</summary>
internal static partial class FindingCatalog
{
    public static readonly FindingDescriptor
        LC9001_NotAWordTemplate = Error("LC9001"),
        LC9002_TagNotClosed = Error("LC9002"),
        LC9003_BracesWithoutTag = Error("LC9003"),
        LC9004_NotOurLanguage = Error("LC9004"),
        LC9005_UnknownFormatter = Error("LC9005"),
        LC9007_BlockNotClosed = Error("LC9007"),
        LC9008_BlockNotOpened = Error("LC9008"),
        LC9010_StrayElse = Error("LC9010"),
        LC9011_BlockCrossesStructure = Error("LC9011"),
        LC9012_BlocksTooDeep = Error("LC9012"),
        LC9013_MergeNotInCell = Error("LC9013"),
        LC9014_UnknownName = Error("LC9014"),
        LC9015_NameWithDiacritics = Warning("LC9015"),
        LC9016_OutsideRepeat = Error("LC9016"),
        LC9017_UnresolvedName = Error("LC9017"),
        LC9018_TooLarge = Error("LC9018"),
        LC9019_UnfitValue = Error("LC9019"),
        LC9020_TagNotFilledHere = Error("LC9020"),
        LC9021_CharactersLeftOut = Warning("LC9021"),
        LC9022_EarlierSyntax = Error("LC9022"),
        LC9023_TagInUnfilledPlace = Error("LC9023"),
        LC9024_TagTooLong = Error("LC9024"),
        LC9025_OtherTable = Error("LC9025");
}
