namespace LearningCity.Docs.Findings;

/// <summary>LC11xx: is it the official form, whole and unaltered?</summary>
internal static partial class FindingCatalog
{
    public static readonly FindingDescriptor
        LC1101_NoFormFound = Error("LC1101"),
        LC1102_TextAltered = Warning("LC1102"),
        LC1103_RowMissing = Error("LC1103"),
        LC1104_RowDuplicated = Error("LC1104"),
        LC1105_OtherVersion = Warning("LC1105"),
        LC1106_UnitChanged = Warning("LC1106"),
        LC1107_MarksDisagree = Warning("LC1107"),
        LC1108_ColumnMissing = Error("LC1108"),
        LC1109_OtherForm = Error("LC1109"),
        LC1110_HiddenEntries = Info("LC1110"),
        LC1111_LegacyEncodingInTexts = Info("LC1111"),
        LC1112_RowsOutOfOrder = Info("LC1112"),
        LC1113_ValidityEnded = Info("LC1113"),
        LC1114_TitleAltered = Warning("LC1114"),
        LC1115_TooManyForms = Error("LC1115"),
        LC1116_TwoColumns = Error("LC1116"),
        LC1120_LevelsMixed = Error("LC1120"),
        LC1121_MarkOfOtherLevel = Error("LC1121"),
        LC1122_LevelNotTold = Error("LC1122"),
        LC1123_NoNextLevel = Error("LC1123"),
        LC1124_UpgradeTooEarly = Warning("LC1124");
}
