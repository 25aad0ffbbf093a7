namespace LearningCity.Docs.Forms;

/// <summary>Lựa chọn in sẵn: one of the choices that the official paper prints in a data cell, to be marked. Printed, it is no entry.</summary>
/// <param name="Value">The word of the entry when it is chosen: <c>increase</c>, <c>5</c>, <c>Đạt</c>.</param>
/// <param name="Number">The digit printed before the words; null where there is none.</param>
internal sealed record PrintedChoice(string Value, string? Number, string Words)
{
    public string Text => Number is null ? Words : $"{Number} {Words}";
}
