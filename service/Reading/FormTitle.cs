using LearningCity.Docs.Forms;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

/// <summary>
/// The lines above the table: the same rows under another level's title are another form. "Mức độ 1" and "mức độ 2" share most of their texts, and a right answer to the
/// wrong form is a wrong answer.
/// </summary>
internal static class FormTitle
{
    private static readonly string[] Places = ["xã", "huyện", "tỉnh"];

    public static void Check(FormDefinition form, FormTable table, List<Finding> findings)
    {
        var lines = Lines(form, table);
        if (lines.Count == 0) { return; }
        var folded = VietnameseText.Fold(string.Join(' ', lines.Select(l => l.Text)));
        var official = VietnameseText.Fold(form.Title);
        // "mức độ2" is printed so on the issued paper: a space more or less is no other title.
        if (folded.Replace(" ", "").Contains(official.Replace(" ", ""), StringComparison.Ordinal)) { return; }
        var title = BestRun(lines, form.Title);
        if (title is null)
        {
            OfAnotherLevel(form, lines, findings);
            return;
        }
        var place = title.Value.Place;
        // "(MỨC ĐỘ" and "2)" may stand in two lines, of which the run has one.
        if (form.RecognitionLevel is { } level && (Level(title.Value.Text) ?? (Levels(string.Join(' ', lines.Select(l => l.Text))) is [var only] ? only : null)) is { } stated && stated != level)
        {
            findings.Add(new Finding(FindingCatalog.LC1109_OtherForm, place, new Sentence("title.level", stated), new Sentence("title.level", level), form.Annex ?? form.Sheet) { Value = title.Value.Text });
        }
        else if (form.PlaceLevel is { } own && PlaceLevel(title.Value.Text) is { } other && other != own)
        {
            findings.Add(new Finding(FindingCatalog.LC1109_OtherForm, place, new Sentence("title.place", other), new Sentence("title.place", own), form.Annex ?? form.Sheet) { Value = title.Value.Text });
        }
        else { findings.Add(new Finding(FindingCatalog.LC1114_TitleAltered, place, WordDifference.Between(form.Title, title.Value.Text).Sentence) { Value = title.Value.Text }); }
    }

    /// <summary>A short title of the office's own: "Bảng tự đánh giá cộng đồng học tập mức độ 2 năm 2025".</summary>
    private static void OfAnotherLevel(FormDefinition form, List<(string Text, Location Place)> lines, List<Finding> findings)
    {
        if (form.RecognitionLevel is not { } level) { return; }
        var named = lines.Where(l => l.Text.Length < 400 && VietnameseText.Fold(l.Text).Contains("học tập", StringComparison.Ordinal)).Select(l => (Line: l, Levels: Levels(l.Text))).Where(l => !l.Levels.IsEmpty).ToList();
        if (named.Count == 0 || named.Exists(l => l.Levels.Contains(level))) { return; }
        var (line, levels) = named[0];
        findings.Add(new Finding(FindingCatalog.LC1109_OtherForm, line.Place, new Sentence("title.level", levels[0]), new Sentence("title.level", level), form.Annex ?? form.Sheet) { Value = line.Text });
    }

    /// <summary>The office named in the line under the title of a part; null for a whole form.</summary>
    public static ResponsibleUnit? Part(FormDefinition form, FormTable table)
    {
        var lines = Lines(form, table).Select(l => Abbreviations.Key(l.Text)).ToHashSet(StringComparer.Ordinal);
        return form.Parts().FirstOrDefault(u => lines.Contains(Abbreviations.Key(FormPart.Line(u))));
    }

    /// <summary>The years that the lines above the table name. A date of issue ("ngày 25 tháng 4 năm 2024") is no year of the form.</summary>
    public static ImmutableArray<int> Years(FormDefinition form, FormTable table)
    {
        var columns = table.Scan.HitsOf(form).Where(h => h.Hit.Role is TextRole.Column).Select(h => h.Anchor.Cell.Row).DefaultIfEmpty(int.MaxValue).Min();
        var first = form.Nodes.SelectMany(table.AnchorsOf).Select(a => a.Cell.Row).DefaultIfEmpty(1).Min();
        var lines = table.Grid.Before.Concat(table.Grid.Rows.TakeWhile(r => r.Number < Math.Min(first, columns)).SelectMany(r => r.Cells).Where(c => c.Kind is RawKind.Text).Select(c => c.Text));
        return [.. lines.Where(l => !l.Contains("ngày", StringComparison.OrdinalIgnoreCase)).SelectMany(HeaderYears.Years).Distinct()];
    }

    private static List<(string Text, Location Place)> Lines(FormDefinition form, FormTable table)
    {
        var first = form.Nodes.SelectMany(table.AnchorsOf).Select(a => a.Cell.Row).DefaultIfEmpty(1).Min();
        var lines = table.Grid.Before.Where(l => !string.IsNullOrWhiteSpace(l)).Select(l => (l, Location.File)).ToList();
        foreach (var row in table.Grid.Rows.TakeWhile(r => r.Number < first))
        {
            foreach (var cell in row.Cells.Where(c => c.Kind is RawKind.Text)) { lines.Add((cell.Text, cell.Location)); }
        }
        return lines;
    }

    /// <summary>The run of one to four lines that is most like the title; null when none is much like it.</summary>
    private static (string Text, Location Place)? BestRun(List<(string Text, Location Place)> lines, string title)
    {
        (string Text, Location Place)? best = null;
        var likeness = 0.7;
        for (var i = 0; i < Math.Min(lines.Count, 60); i++)
        {
            for (var length = 1; length <= 4 && i + length <= lines.Count; length++)
            {
                var text = string.Join(' ', lines.Skip(i).Take(length).Select(l => l.Text.Trim()));
                if (text.Length > title.Length * 2 || text.Length * 2 < title.Length) { continue; }
                if (WordDifference.Between(title, text).Similarity is var similarity && similarity > likeness) { (best, likeness) = ((text, lines[i].Place), similarity); }
            }
        }
        return best;
    }

    /// <summary>The level that a title names last; null for none.</summary>
    public static int? Level(string title) => Mentions(title) is [.., var last] ? last : null;

    /// <summary>Every level that the lines name.</summary>
    public static ImmutableArray<int> Levels(string lines) => [.. Mentions(lines).Distinct()];

    /// <summary>"Mức độ 2", "mức 2", "MỨC ĐỘ II", "mức độ: hai", "mức độ 02".</summary>
    private static List<int> Mentions(string text)
    {
        var key = VietnameseText.Fold(text);
        var levels = new List<int>();
        for (var at = key.IndexOf("mức", StringComparison.Ordinal); at >= 0; at = key.IndexOf("mức", at + 1, StringComparison.Ordinal))
        {
            var behind = key.AsSpan(at + "mức".Length).TrimStart();
            if (behind.StartsWith("độ", StringComparison.Ordinal)) { behind = behind["độ".Length..]; }
            behind = behind.TrimStart(" :.-(0");
            var end = behind.IndexOfAnyExcept(LevelLetters);
            if (LevelWords.TryGetValue((end < 0 ? behind : behind[..end]).ToString(), out var level)) { levels.Add(level); }
        }
        return levels;
    }

    private static readonly System.Buffers.SearchValues<char> LevelLetters = System.Buffers.SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzộ");

    private static readonly Dictionary<string, int> LevelWords = new(StringComparer.Ordinal)
    {
        ["1"] = 1, ["i"] = 1, ["một"] = 1, ["2"] = 2, ["ii"] = 2, ["hai"] = 2, ["3"] = 3, ["iii"] = 3, ["ba"] = 3,
    };

    private static string? PlaceLevel(string title)
    {
        var key = VietnameseText.Fold(title);
        var at = key.LastIndexOf("cấp ", StringComparison.Ordinal);
        return at < 0 ? null : Places.FirstOrDefault(p => key.AsSpan(at + 4).StartsWith(p, StringComparison.Ordinal));
    }
}
