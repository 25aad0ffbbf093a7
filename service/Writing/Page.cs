using LearningCity.Docs.Forms;

namespace LearningCity.Docs.Writing;

/// <summary>Khổ giấy và lề (NĐ 30/2020, Phụ lục I, phần I): A4, top and bottom 20 mm, left 30 mm, right 15 mm.</summary>
internal static class Page
{
    public const double Top = 20, Bottom = 20, Left = 30, Right = 15;
    private const double Short = 210, Long = 297;

    /// <summary>A little less than the paper gives, so that a printer's own rounding does not shrink the table.</summary>
    private const double Slack = 0.985;

    /// <summary>In millimetres.</summary>
    public static double PrintableWidth(FormDefinition form) => ((form.Page is PageOrientation.Portrait ? Short : Long) - Left - Right) * Slack;

    /// <summary>In points.</summary>
    public static double PrintableHeight(FormDefinition form) => ((form.Page is PageOrientation.Portrait ? Long : Short) - Top - Bottom) * 72 / 25.4 * Slack;

    /// <summary>
    /// The rows after which a page ends, so that no block is torn. Only for forms whose rows keep their height: free text makes rows grow, and a fixed break would then leave half a page blank.
    /// </summary>
    public static IEnumerable<int> Breaks(FormDefinition form, FormGrid grid, ImmutableArray<double> heights)
    {
        if (form.Fields.Any(f => f.Kind is FieldKind.Summary)) { yield break; }
        var room = PrintableHeight(form);
        var used = heights.Take(grid.HeaderRow).Sum();
        for (var i = 0; i < grid.Blocks.Length; i++)
        {
            var start = grid.Blocks[i];
            var end = i + 1 < grid.Blocks.Length ? grid.Blocks[i + 1] : grid.RowCount + 1;
            var block = heights.Skip(start - 1).Take(end - start).Sum();
            if (used + block > room && i > 0)
            {
                yield return start - 1;
                used = heights[grid.HeaderRow - 1];
            }
            used += block;
        }
    }
}
