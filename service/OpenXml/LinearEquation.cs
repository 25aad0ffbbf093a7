using System.Buffers;
using System.Text;
using System.Xml;

namespace LearningCity.Docs.OpenXml;

/// <summary>An equation (Office Math, ECMA-376 part 1, 22.1) as one line: 17/18, (a+b)/c, x^2, √(x). Deleted parts are left out.</summary>
internal static class LinearEquation
{
    private const int DeepestNesting = 64;
    private static readonly SearchValues<char> Relations = SearchValues.Create("=≈≠≤≥<>");
    private static readonly SearchValues<char> Operators = SearchValues.Create("+-−±×·*/^=");

    /// <summary>At <c>m:oMath</c> or <c>m:oMathPara</c>; ends behind it.</summary>
    public static string Read(XmlReader xml) => Spaced(Content(xml, 0));

    private static string Content(XmlReader xml, int depth)
    {
        if (depth > DeepestNesting) { xml.Skip(); return ""; }
        var line = new StringBuilder();
        xml.EachChild(name => line.Append(Element(xml, name, depth + 1)));
        return line.ToString();
    }

    private static string Element(XmlReader xml, string name, int depth)
    {
        switch (name)
        {
            case "t": return xml.ReadElementContentAsString();
            case "f":
                var fraction = Parts(xml, depth);
                return $"{Grouped(fraction["num"])}/{Grouped(fraction["den"])}";
            case "sSup":
                var raised = Parts(xml, depth);
                return $"{Grouped(raised["e"])}^{Grouped(raised["sup"])}";
            case "sSub":
                var lowered = Parts(xml, depth);
                return $"{lowered["e"]}_{Grouped(lowered["sub"])}";
            case "sSubSup":
                var both = Parts(xml, depth);
                return $"{both["e"]}_{Grouped(both["sub"])}^{Grouped(both["sup"])}";
            case "rad":
                var root = Parts(xml, depth);
                return $"{root["deg"]}√{(root["e"].Length > 1 ? $"({root["e"]})" : root["e"])}";
            case "d": return Bracketed(xml, depth);
            case "nary":
                var sum = Parts(xml, depth);
                return $"{sum["chr"]}{(sum["sub"].Length > 0 ? $"_{Grouped(sum["sub"])}" : "")}{(sum["sup"].Length > 0 ? $"^{Grouped(sum["sup"])}" : "")} {sum["e"]}";
            case "mr": return Joined(xml, "e", " ", depth) + "\n";
            case "eqArr": return Joined(xml, "e", "\n", depth);
            case "br": xml.Skip(); return "\n";
            case "tab": xml.Skip(); return " ";
            // Properties, and what a revision took away.
            case "del" or "moveFrom" or "rPr": xml.Skip(); return "";
            default:
                if (name.EndsWith("Pr", StringComparison.Ordinal) && name != "oMathPara") { xml.Skip(); return ""; }
                return Content(xml, depth);
        }
    }

    /// <summary>The parts of a built-up form by their names; a part that is not there is empty.</summary>
    private static Form Parts(XmlReader xml, int depth)
    {
        var form = new Form();
        xml.EachChild(name =>
        {
            if (name == "naryPr")
            {
                form["chr"] = "∫";
                xml.EachChild(property =>
                {
                    if (property == "chr") { form["chr"] = xml.Value() ?? ""; }
                    xml.Skip();
                });
            }
            else if (name.EndsWith("Pr", StringComparison.Ordinal)) { xml.Skip(); }
            else { form[name] = Content(xml, depth); }
        });
        return form;
    }

    private sealed class Form
    {
        private readonly Dictionary<string, string> parts = new(StringComparer.Ordinal);

        public string this[string name]
        {
            get => parts.GetValueOrDefault(name, "");
            set => parts[name] = value;
        }
    }

    /// <summary>m:d: brackets of its own choice around its parts.</summary>
    private static string Bracketed(XmlReader xml, int depth)
    {
        var (begin, between, end) = ("(", "|", ")");
        var parts = new List<string>();
        xml.EachChild(name =>
        {
            if (name == "dPr")
            {
                xml.EachChild(property =>
                {
                    switch (property)
                    {
                        case "begChr": begin = xml.Value() ?? ""; break;
                        case "sepChr": between = xml.Value() ?? ""; break;
                        case "endChr": end = xml.Value() ?? ""; break;
                    }
                    xml.Skip();
                });
            }
            else { parts.Add(Element(xml, name, depth)); }
        });
        return $"{begin}{string.Join(between, parts)}{end}";
    }

    private static string Joined(XmlReader xml, string part, string between, int depth)
    {
        var parts = new List<string>();
        xml.EachChild(name =>
        {
            if (name == part) { parts.Add(Content(xml, depth)); }
            else { xml.Skip(); }
        });
        return string.Join(between, parts);
    }

    /// <summary>In brackets where it would not hold together: 1+2, but not 17, 94,4 or "số xã".</summary>
    private static string Grouped(string part)
    {
        part = part.Trim();
        return !part.AsSpan().ContainsAny(Operators) || (part[0] is '(' && part[^1] is ')') ? part : $"({part})";
    }

    /// <summary>Equations are typed without blanks and shown with them around signs of relation.</summary>
    private static string Spaced(string line)
    {
        if (!line.AsSpan().ContainsAny(Relations)) { return line; }
        var spaced = new StringBuilder(line.Length + 4);
        for (var i = 0; i < line.Length; i++)
        {
            if (!Relations.Contains(line[i])) { spaced.Append(line[i]); continue; }
            if (spaced.Length > 0 && !char.IsWhiteSpace(spaced[^1]) && !Relations.Contains(spaced[^1])) { spaced.Append(' '); }
            spaced.Append(line[i]);
            if (i + 1 < line.Length && !char.IsWhiteSpace(line[i + 1]) && !Relations.Contains(line[i + 1])) { spaced.Append(' '); }
        }
        return spaced.ToString();
    }
}
