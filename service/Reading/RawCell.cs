using LearningCity.Docs.OpenXml;

namespace LearningCity.Docs.Reading;

/// <summary>
/// A cell as the file has it, before anyone asks what it means. <see cref="Text"/> is what the user sees or typed: runs joined, line breaks as <c>\n</c>, deleted revisions
/// left out, ticks of every kind (check boxes, Wingdings) as ☑ or ☐, untouched placeholders as nothing.
/// </summary>
internal sealed record RawCell(string Text, RawKind Kind, Location Location)
{
    /// <summary>The number of a numeric, date or boolean cell as it is seen, to 15 digits and otherwise unrounded.</summary>
    public decimal? Number { get; init; }

    public NumberShape Shape { get; init; } = NumberShape.General;

    /// <summary>What the number's format prints behind it: "%", "trẻ"; null for nothing.</summary>
    public string? Unit { get; init; }

    /// <summary>Calculated by a formula; the value is the one that the file keeps.</summary>
    public bool IsFormula { get; init; }

    /// <summary>False when <see cref="Text"/> is a part of the cell, or put together from several: then no correction may be written over the cell.</summary>
    public bool IsWholeCell { get; init; } = true;

    /// <summary>The font of its first run, where one is named: TCVN3 and VNI are told by it.</summary>
    public string? Font { get; init; }

    /// <summary>How the text looks, where some of it is more than plain letters: struck, hidden and note marks are in it, not in <see cref="Text"/>.</summary>
    public SeenText? Seen { get; init; }

    /// <summary>What the cell holds besides letters.</summary>
    public CellObjects Objects { get; init; }
}

/// <summary>How the file stores the cell. Word cells are always <c>Blank</c> or <c>Text</c>. <c>Date</c>: a number shown as a date.</summary>
internal enum RawKind { Blank, Text, Number, Date, Boolean, Error }
