namespace LearningCity.Docs.Findings;

/// <summary>LC10xx: the file as a package, before anyone reads a form in it.</summary>
internal static partial class FindingCatalog
{
    public static readonly FindingDescriptor
        LC1000_FileNotOpened = Error("LC1000"),
        LC1001_NotAnOfficeFile = Error("LC1001"),
        LC1002_LegacyOfficeFile = Error("LC1002"),
        LC1003_EncryptedFile = Error("LC1003"),
        LC1004_MacroFile = Error("LC1004"),
        LC1005_FileTooLarge = Error("LC1005"),
        LC1006_TooManyParts = Error("LC1006"),
        LC1007_UnpackedTooLarge = Error("LC1007"),
        LC1008_CompressionBomb = Error("LC1008"),
        LC1009_DamagedPackage = Error("LC1009"),
        LC1010_UnsafePartName = Error("LC1010"),
        LC1011_DuplicatePart = Error("LC1011"),
        LC1012_XmlTooDeep = Error("LC1012"),
        LC1013_XmlTooLarge = Error("LC1013"),
        LC1014_DtdRefused = Error("LC1014"),
        LC1015_DamagedXml = Error("LC1015"),
        LC1016_BinaryWorkbook = Error("LC1016"),
        LC1017_OtherOfficeFile = Error("LC1017"),
        LC1018_NotAWordDocument = Error("LC1018"),
        LC1020_ExternalContent = Warning("LC1020"),
        LC1021_EmbeddedObject = Warning("LC1021"),
        LC1022_SignedFile = Info("LC1022"),
        LC1023_TrackedChanges = Warning("LC1023"),
        LC1024_TooMuchText = Error("LC1024"),
        LC1025_HugePicture = Warning("LC1025");
}
