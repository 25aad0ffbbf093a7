using System.Globalization;
using System.Text;
using System.Xml;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Packages;

namespace LearningCity.Docs.Layout;

/// <summary>
/// The numbers and dashes that Word draws before the paragraphs of a list (17.9): to a reader they are text, in the file they are counted. Asked in the order of the document.
/// </summary>
internal sealed class ListNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<int, Level[]> abstracts;
    private readonly Dictionary<int, Instance> instances;
    private readonly Dictionary<int, int[]> counters = [];
    private readonly HashSet<(int List, int Level)> restarted = [];

    private ListNumbering(Dictionary<int, Level[]> abstracts, Dictionary<int, Instance> instances) => (this.abstracts, this.instances) = (abstracts, instances);

    /// <summary>The same lists from their first number, for another story.</summary>
    public ListNumbering Anew() => new(abstracts, instances);

    public static ListNumbering Read(SafePackage package)
    {
        var lists = new ListNumbering([], []);
        if (package.Linked("numbering") is not { } part) { return lists; }
        using var xml = package.OpenXml(part);
        if (xml is null) { return lists; }
        try
        {
            while (xml.Read())
            {
                if (xml.NodeType is XmlNodeType.Element && xml.LocalName == "numbering") { lists.Definitions(xml); }
            }
        }
        catch (XmlException) { return new ListNumbering([], []); }
        return lists;
    }

    /// <summary>The label of the next paragraph of this list and level, and the indents that the level gives; "" and nothing for an unknown list.</summary>
    public (string Label, ParagraphFormat Format) Next(int list, int level)
    {
        if (level is < 0 or >= Levels || !instances.TryGetValue(list, out var instance) || !abstracts.TryGetValue(instance.Abstract, out var levels)) { return ("", ParagraphFormat.Empty); }
        if (!counters.TryGetValue(instance.Abstract, out var count)) { counters[instance.Abstract] = count = new int[Levels]; }
        if (instance.Restarts.TryGetValue(level, out var start) && restarted.Add((list, level))) { count[level] = start - 1; }
        count[level] = count[level] == 0 && levels[level].Start != 1 ? levels[level].Start : count[level] + 1;
        Array.Clear(count, level + 1, Levels - level - 1);
        return (Label(levels, count, level), levels[level].Format);
    }

    private static string Label(Level[] levels, int[] count, int level)
    {
        var own = levels[level];
        if (own.Kind is "none") { return ""; }
        if (own.Kind is "bullet") { return own.Text; }
        var label = new StringBuilder(own.Text);
        for (var i = 0; i <= level; i++)
        {
            label.Replace("%" + (i + 1).ToString(CultureInfo.InvariantCulture), Figure(levels[i].Kind, Math.Max(count[i], levels[i].Start)));
        }
        return label.ToString();
    }

    private static string Figure(string kind, int number) => kind switch
    {
        "upperRoman" => Roman(number),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        "upperLetter" => ((char)('A' + ((number - 1) % 26))).ToString(),
        "lowerLetter" => ((char)('a' + ((number - 1) % 26))).ToString(),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    public static string Roman(int number)
    {
        if (number is < 1 or > 3999) { return number.ToString(CultureInfo.InvariantCulture); }
        var roman = new StringBuilder();
        foreach (var (value, letters) in new[] { (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I") })
        {
            for (; number >= value; number -= value) { roman.Append(letters); }
        }
        return roman.ToString();
    }

    private void Definitions(XmlReader xml) => xml.EachChild(name =>
    {
        switch (name)
        {
            case "abstractNum":
                var id = WordXmlReading.Number(xml.Value("abstractNumId"));
                var levels = Enumerable.Repeat(new Level("none", "", 1, ParagraphFormat.Empty), Levels).ToArray();
                xml.EachChild(child => { if (child == "lvl") { ReadLevel(xml, levels); } else { xml.Skip(); } });
                if (id is { } known) { abstracts[known] = levels; }
                break;
            case "num":
                var number = WordXmlReading.Number(xml.Value("numId"));
                var instance = new Instance(-1, []);
                xml.EachChild(child =>
                {
                    if (child == "abstractNumId") { instance = instance with { Abstract = WordXmlReading.Number(xml.Value()) ?? -1 }; xml.Skip(); }
                    else if (child == "lvlOverride") { Override(xml, instance); }
                    else { xml.Skip(); }
                });
                if (number is { } own) { instances[own] = instance; }
                break;
            default: xml.Skip(); break;
        }
    });

    private static void Override(XmlReader xml, Instance instance)
    {
        var level = WordXmlReading.Number(xml.Value("ilvl"));
        xml.EachChild(child =>
        {
            if (child == "startOverride" && level is { } at && WordXmlReading.Number(xml.Value()) is { } start) { instance.Restarts[at] = start; }
            xml.Skip();
        });
    }

    private static void ReadLevel(XmlReader xml, Level[] levels)
    {
        var at = WordXmlReading.Number(xml.Value("ilvl"));
        var level = new Level("decimal", "", 1, ParagraphFormat.Empty);
        xml.EachChild(child =>
        {
            switch (child)
            {
                case "start": level = level with { Start = WordXmlReading.Number(xml.Value()) ?? 1 }; xml.Skip(); break;
                case "numFmt": level = level with { Kind = xml.Value() ?? "decimal" }; xml.Skip(); break;
                case "lvlText": level = level with { Text = xml.Value() ?? "" }; xml.Skip(); break;
                case "pPr": level = level with { Format = FormatReader.Paragraph(xml) }; break;
                default: xml.Skip(); break;
            }
        });
        if (at is >= 0 and < Levels) { levels[at.Value] = level; }
    }

    private sealed record Level(string Kind, string Text, int Start, ParagraphFormat Format);

    private sealed record Instance(int Abstract, Dictionary<int, int> Restarts);
}
