using System.Globalization;
using System.Text.RegularExpressions;

namespace LearningCity.Docs.Benchmarks;

/// <summary>
/// The UNESCO form with its parts repeated: the second copy's first part is part 4, and so on. Every title of a copy carries its number, as no two rows of a form may read the same.
/// </summary>
internal static partial class ScaledForm
{
    public const string Id = "unesco-ba-dinh";

    public static readonly ImmutableArray<int> Indicators = [56, 560, 5600];

    /// <param name="indicators">56 is the official form itself; otherwise a multiple of it.</param>
    public static FormDefinition Of(int indicators)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "templates", "forms", Id + ".yaml");
        var text = File.ReadAllText(file);
        var start = text.IndexOf("\nnodes:\n", StringComparison.Ordinal) + "\nnodes:\n".Length;
        var nodes = text[start..];
        return FormFile.Read(Id + ".yaml", text[..start] + string.Concat(Enumerable.Range(0, indicators / 56).Select(copy => Copy(nodes, copy))));
    }

    private static string Copy(string nodes, int copy) => copy == 0 ? nodes : Title().Replace(
        Code().Replace(nodes, m => m.Groups[1].Value + Number(int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture) + 3 * copy)),
        m => $"{m.Groups[1].Value} (bản {Number(copy + 1)})\"");

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("""^( *(?:- )?code: ")(\d+)""", RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex("""^( *title: ".*)"$""", RegexOptions.Multiline)]
    private static partial Regex Title();
}
