namespace LearningCity.Docs.Reading;

/// <summary>In which columns the rows of a table print each choice in a cell of its own.</summary>
internal sealed class PrintedPlaces
{
    private readonly Dictionary<(Grid Grid, int Column, int Span), Dictionary<int, int>> rows = [];

    /// <summary>A row prints the choice, counted from 0, in this cell.</summary>
    public void Add(GridCell cell, int choice)
    {
        if (!rows.TryGetValue(Place(cell), out var counts)) { rows[Place(cell)] = counts = []; }
        counts[choice] = counts.GetValueOrDefault(choice) + 1;
    }

    /// <summary>The choice that most rows print at the cell's place; null where they print none, or different ones.</summary>
    public int? StepAt(GridCell cell)
    {
        if (!rows.TryGetValue(Place(cell), out var counts)) { return null; }
        var most = counts.MaxBy(c => c.Value);
        return most.Value * 2 > counts.Values.Sum() ? most.Key : null;
    }

    private static (Grid, int, int) Place(GridCell cell) => (cell.Grid, cell.Column, cell.ColumnSpan);
}
