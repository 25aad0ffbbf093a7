namespace LearningCity.Docs.Reading;

/// <summary>The canonical words of <see cref="EntryValue.Choice"/>. Lưu ý 1.c knows two results; the ticks are named as in the JSON contract.</summary>
internal static class ChoiceWords
{
    public const string Met = "Đạt";
    public const string NotMet = "Không đạt";
    public const string NotApplicable = "Không áp dụng";
    public const string Yes = "Có";
    public const string No = "Không";
    public const string Increase = "increase";
    public const string Decrease = "decrease";
}
