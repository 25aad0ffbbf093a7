using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

/// <summary>What cells with a choice have in common.</summary>
internal static class ChoiceText
{
    /// <summary>"Tăng / Giảm" as the form prints it: nobody has chosen.</summary>
    public static bool IsPrintedLabel(TypedCell cell) => WithoutSpaces(cell.Text) == WithoutSpaces(cell.Field.Label);

    public static EntryReading? Missing(TypedCell cell) => VietnameseNumber.Read(cell.Text) is NumberReading.MissingWithReason missing ? cell.MissingWithReason(missing.Reason) : null;

    private static string WithoutSpaces(string text) => VietnameseText.Fold(text).Replace(" ", "", StringComparison.Ordinal);
}
