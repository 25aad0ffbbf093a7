using LearningCity.Docs.Forms;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

/// <summary>In a workbook the correction of a figure is a number, so that Excel adds it up, and no text that looks like one.</summary>
internal static class FigureCorrections
{
    /// <summary>The finding with its correction, or its proposal, as a number where it says one.</summary>
    public static Finding AsNumbers(TypedCell cell, Finding finding)
    {
        if (!cell.IsInExcel || cell.Field.Kind is not (FieldKind.Percent or FieldKind.Count)) { return finding; }
        var fix = Stored(cell, finding.Fix);
        // "0,8" in a number cell could be 0,8% or 80%, and is asked: so it is here.
        return fix?.Number is { IsPercent: true } number && !fix.Value.EndsWith('%') && cell.Raw.Shape is not NumberShape.Percent
            ? finding with { Fix = null, Suggestion = TypedCell.Writing(fix.Value + "%") with { Number = number } }
            : finding with { Fix = fix, Suggestion = Stored(cell, finding.Suggestion) };
    }

    private static Fix? Stored(TypedCell cell, Fix? fix) => fix is null ? null : fix with { Number = Number(cell, fix.Value) };

    private static CellNumber? Number(TypedCell cell, string written)
    {
        if (VietnameseNumber.Read(written) is not NumberReading.Value { Approximation: null, Notes: NumberNotes.Plain or NumberNotes.Percent } value) { return null; }
        if (value.Unit is not (null or "%")) { return null; }
        if (cell.Field.Kind is FieldKind.Count) { return value.Unit is null ? CellNumber.Of(value.Number) : null; }
        var isPercent = value.Unit is "%" || !cell.Field.AllowOver100 && (cell.Raw.Shape is NumberShape.Percent || value.Number is > 0 and <= 1);
        return isPercent ? CellNumber.OfPercent(value.Number) : CellNumber.Of(value.Number);
    }
}
