using LearningCity.Docs.Text;

namespace LearningCity.Docs.Forms;

/// <summary>Phần của một đơn vị: the form with the indicators of one office in charge alone, under the headings that they stand under, so that the office fills nothing else.</summary>
internal static class FormPart
{
    /// <summary>The offices that have a part of their own: whoever is in charge of an indicator and can be asked for it.</summary>
    public static IEnumerable<ResponsibleUnit> Parts(this FormDefinition form) => form.Units.Where(u => u.IsUnit && form.Nodes.Any(n => n.Fields.Length > 0 && n.Unit?.Key == u.Key));

    /// <summary>By the office's key, or by its name in any spelling; null when it has no part.</summary>
    public static ResponsibleUnit? FindPart(this FormDefinition form, string asked)
    {
        var folded = VietnameseText.Fold(asked);
        return form.Parts().FirstOrDefault(u => string.Equals(u.Key, asked, StringComparison.OrdinalIgnoreCase) || VietnameseText.Fold(u.Name) == folded);
    }

    /// <summary>Printed under the title of a part.</summary>
    public static string Line(ResponsibleUnit unit) => $"(Phần của {unit.Name})";

    /// <summary>Rows and fields keep their places (<see cref="FormNode.Order"/>) in the whole form.</summary>
    /// <param name="unit">One of <see cref="Parts"/>.</param>
    public static FormDefinition PartOf(this FormDefinition form, ResponsibleUnit unit)
    {
        ImmutableArray<FormNode> roots = [.. form.Roots.Select(Keep).OfType<FormNode>()];
        ImmutableArray<FormNode> nodes = [.. roots.SelectMany(WithBelow)];
        return form with
        {
            Part = unit,
            TitleLines = [.. form.TitleLines, Line(unit)],
            Roots = roots,
            Total = null,
            Nodes = nodes,
            Fields = [.. form.Properties.Select(p => p.Field), .. nodes.SelectMany(n => n.Fields)],
        };

        FormNode? Keep(FormNode node)
        {
            if (node.Children.IsEmpty) { return node.Unit?.Key == unit.Key ? node : null; }
            ImmutableArray<FormNode> children = [.. node.Children.Select(Keep).OfType<FormNode>()];
            return children.IsEmpty ? null : node with { Children = children };
        }
    }

    private static IEnumerable<FormNode> WithBelow(FormNode node) => node.Children.SelectMany(WithBelow).Prepend(node);
}
