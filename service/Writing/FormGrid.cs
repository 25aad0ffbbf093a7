using LearningCity.Docs.Forms;

namespace LearningCity.Docs.Writing;

/// <summary>
/// An official form laid out on a sheet: what stands where, before anything is painted. Rows and columns count from 1; a cell that spans several is merged.
/// </summary>
/// <param name="Columns">Widths in millimetres of paper.</param>
/// <param name="HeaderRow">The table's heading, repeated on every page.</param>
/// <param name="Blocks">First rows of blocks that one page should hold whole: an indicator with all its figures.</param>
internal sealed record FormGrid(ImmutableArray<double> Columns, int RowCount, int HeaderRow, ImmutableArray<GridCell> Cells, ImmutableArray<int> Blocks)
{
    public const double PointsPerMillimetre = 72 / 25.4;

    /// <summary>What Excel keeps free at both sides of a text, in points.</summary>
    public const double CellPadding = 5;

    /// <summary>The room for text inside a cell, in points.</summary>
    public double TextWidth(GridCell cell) => (Columns.Skip(cell.Column - 1).Take(cell.Columns).Sum() * PointsPerMillimetre) - CellPadding;
}

/// <summary>A cell, or a merged block of cells.</summary>
internal sealed record GridCell(int Row, int Column, string Text, CellLook Look)
{
    public int Rows { get; init; } = 1;

    public int Columns { get; init; } = 1;

    /// <summary>How many of its rows must be high enough for the text: a parent's title stands beside its first indicator, so that no page break cuts it.</summary>
    public int? TextRows { get; init; }

    /// <summary>A printed text that may be written over: the local name of the annex.</summary>
    public bool IsOpen { get; init; }

    /// <summary>What is typed here; null for a printed text.</summary>
    public FieldDefinition? Field { get; init; }

    /// <summary>The step of the scale that is printed and ticked here; the field has a cell for each.</summary>
    public ScaleStep? Step { get; init; }
}

/// <summary>How a cell looks. Sizes in points (NĐ 30/2020: 13 to 14 for text; tables and notes smaller).</summary>
internal sealed record CellLook(double Size, bool Bold = false, bool Italic = false, bool Centred = false, bool Middle = false, bool Framed = true)
{
    /// <summary>As large as lets every line of it stand on one line of the paper.</summary>
    public static CellLook Title(double size) => new(size, Bold: true, Centred: true, Middle: true, Framed: false);

    public static CellLook Attached { get; } = new(12, Italic: true, Centred: true, Framed: false);

    public static CellLook NoteHeading { get; } = new(12, Bold: true, Framed: false);

    public static CellLook Note { get; } = new(12, Framed: false);
}
