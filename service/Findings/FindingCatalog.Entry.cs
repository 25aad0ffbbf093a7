namespace LearningCity.Docs.Findings;

/// <summary>LC2xxx: one entry. LC20xx missing, LC21xx numbers, LC22xx results and choices, LC23xx text, LC24xx dates and cells.</summary>
internal static partial class FindingCatalog
{
    public static readonly FindingDescriptor
        LC2001_Blank = Warning("LC2001"),
        LC2002_MissingWithReason = Warning("LC2002"),
        LC2101_NotANumber = Error("LC2101"),
        LC2102_DecimalPoint = Warning("LC2102"),
        LC2103_AmbiguousComma = Warning("LC2103"),
        LC2104_OutOfRange = Error("LC2104"),
        LC2105_OtherUnit = Error("LC2105"),
        LC2106_Approximate = Warning("LC2106"),
        LC2107_FractionPercentMismatch = Error("LC2107"),
        LC2108_PercentScale = Warning("LC2108"),
        LC2109_PercentFormatTooLarge = Error("LC2109"),
        LC2110_ZeroRate = Warning("LC2110"),
        LC2111_NotAWholeNumber = Error("LC2111"),
        LC2112_NumberAsText = Info("LC2112"),
        LC2113_SpellingTidied = Info("LC2113"),
        LC2114_RatioUnit = Warning("LC2114"),
        LC2115_FractionAsPercent = Info("LC2115"),
        LC2201_NotAResult = Error("LC2201"),
        LC2202_ResultSpelling = Info("LC2202"),
        LC2203_BothTicked = Error("LC2203"),
        LC2204_SeveralRatings = Error("LC2204"),
        LC2205_NotAChoice = Error("LC2205"),
        LC2206_ChoiceSpelling = Info("LC2206"),
        LC2207_TickForAResult = Warning("LC2207"),
        LC2301_Decomposed = Info("LC2301"),
        LC2302_StraySpaces = Info("LC2302"),
        LC2303_LegacyEncoding = Warning("LC2303"),
        LC2304_LookAlikeLetters = Info("LC2304"),
        LC2401_CellError = Error("LC2401"),
        LC2402_DateInNumberCell = Error("LC2402"),
        LC2403_ConflictingCells = Error("LC2403"),
        LC2404_FormulaWithoutValue = Warning("LC2404"),
        LC2405_BooleanInCell = Warning("LC2405"),
        LC2406_Withdrawn = Info("LC2406"),
        LC2407_NoteMark = Info("LC2407"),
        LC2408_RaisedBehindTen = Warning("LC2408"),
        LC2409_ObjectInCell = Warning("LC2409");
}
