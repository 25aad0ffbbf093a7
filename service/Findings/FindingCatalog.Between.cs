namespace LearningCity.Docs.Findings;

/// <summary>LC3xxx: between entries. LC30xx totals, LC31xx roll-up, LC32xx the figures inside a summary. LC4xxx: against evidence and last year.</summary>
internal static partial class FindingCatalog
{
    public static readonly FindingDescriptor
        LC3001_TotalDiffers = Error("LC3001"),
        LC3002_RateOutsideParts = Error("LC3002"),
        LC3003_PartsExceedWhole = Error("LC3003"),
        LC3101_CriterionContradicts = Error("LC3101"),
        LC3102_RecognitionContradicts = Error("LC3102"),
        LC3201_SummaryAgainstThreshold = Warning("LC3201"),
        LC3202_SummaryAgainstTrend = Warning("LC3202"),
        LC3203_SummaryFiguresDisagree = Warning("LC3203"),
        LC3205_SummaryUnchangedFigures = Warning("LC3205"),
        LC3206_SummaryAgainstLevel = Warning("LC3206"),
        LC3207_SummaryAgainstCount = Warning("LC3207"),
        LC4001_LastYearMisquoted = Warning("LC4001"),
        LC4002_TrendAgainstLastYear = Warning("LC4002"),
        LC4003_FigureJumps = Warning("LC4003");
}
