using System.Buffers;
using System.Text;
using System.Xml;

namespace LearningCity.Docs.OpenXml;

/// <summary>
/// An equation (Office Math, ECMA-376 part 1, 22.1) as one line: 17/18, (a+b)/c, x^2, √(x). Deleted parts are left out; every letter keeps the look of its run. A sign
/// that the form draws, such as the stroke of a fraction, is struck or hidden where all that it joins is.
/// </summary>
internal sealed class LinearEquation
{
    private const int DeepestNesting = 64;
    private const Looks Unseen = Looks.Struck | Looks.Hidden;
    private static readonly SearchValues<char> Relations = SearchValues.Create("=≈≠≤≥<>");
    private static readonly SearchValues<char> Operators = SearchValues.Create("+-−±×·*/^=");

    private readonly XmlReader xml;
    private readonly Func<WordLook, string?, Looks> looksOf;

    /// <summary>Of text whose run says nothing of its look.</summary>
    private readonly Looks plain;

    /// <summary>What a box that strikes its content out, or a phantom, does to all in it.</summary>
    private Looks within;
    private Run run;

    private record struct Run(WordLook Direct, string? Style, Looks? Looks);

    private LinearEquation(XmlReader xml, Func<WordLook, string?, Looks> looksOf) => (this.xml, this.looksOf, plain) = (xml, looksOf, looksOf(default, null));

    /// <summary>At <c>m:oMath</c> or <c>m:oMathPara</c>; ends behind it.</summary>
    /// <param name="looksOf">What a run's own properties and its style come to.</param>
    public static ImmutableArray<TextStretch> Read(XmlReader xml, Func<WordLook, string?, Looks> looksOf) => Spaced(new LinearEquation(xml, looksOf).Content(0));

    private StretchBuilder Content(int depth)
    {
        var line = new StretchBuilder();
        if (depth > DeepestNesting) { xml.Skip(); return line; }
        xml.EachChild(name => Element(line, name, depth + 1));
        return line;
    }

    private void Element(StretchBuilder line, string name, int depth)
    {
        switch (name)
        {
            case "r":
                var outer = run;
                run = default;
                line.Append(Content(depth));
                run = outer;
                break;
            // Both of a run's: m:rPr says nothing of looks.
            case "rPr": xml.EachChild(RunProperty); break;
            case "t": line.Append(xml.ReadElementContentAsString(), RunLooks); break;
            case "br":
                xml.Skip();
                line.Append("\n", RunLooks);
                break;
            case "tab":
                xml.Skip();
                line.Append(" ", RunLooks);
                break;
            case "f":
                var fraction = Parts(depth);
                Add(line, Grouped(fraction["num"]), "/", Grouped(fraction["den"]), SignOf(fraction["num"], fraction["den"]));
                break;
            case "sSup":
                var raised = Parts(depth);
                line.Append(Grouped(raised["e"]));
                Index(line, "^", raised["sup"]);
                break;
            case "sSub":
                var lowered = Parts(depth);
                line.Append(lowered["e"]);
                Index(line, "_", lowered["sub"]);
                break;
            case "sSubSup":
                var both = Parts(depth);
                line.Append(both["e"]);
                Index(line, "_", both["sub"]);
                Index(line, "^", both["sup"]);
                break;
            case "rad":
                var root = Parts(depth);
                Add(line, root["deg"], "√", root["e"].Length > 1 ? InBrackets(root["e"]) : root["e"], SignOf(root["e"]));
                break;
            case "nary":
                var sum = Parts(depth);
                line.Append(sum.Sign, SignOf(sum["e"]));
                if (sum["sub"].Length > 0) { Index(line, "_", sum["sub"]); }
                if (sum["sup"].Length > 0) { Index(line, "^", sum["sup"]); }
                line.Append(" ", SignOf(sum["e"]));
                line.Append(sum["e"]);
                break;
            case "d": Bracketed(line, depth); break;
            case "mr":
                Joined(line, " ", depth);
                line.Append("\n", plain | within);
                break;
            case "eqArr": Joined(line, "\n", depth); break;
            case "borderBox" or "phant": Covered(line, depth); break;
            // What a revision took away.
            case "del" or "moveFrom": xml.Skip(); break;
            default:
                if (name.EndsWith("Pr", StringComparison.Ordinal)) { xml.Skip(); }
                else { line.Append(Content(depth)); }
                break;
        }
    }

    private Looks RunLooks => (run.Looks ??= looksOf(run.Direct, run.Style)) | within;

    private void RunProperty(string name)
    {
        run = name == "rStyle" ? run with { Style = xml.Value(), Looks = null } : run with { Direct = run.Direct.With(xml, name), Looks = null };
        xml.Skip();
    }

    /// <summary>Of a sign that joins these parts.</summary>
    private Looks SignOf(params ReadOnlySpan<StretchBuilder> parts)
    {
        var all = new StretchBuilder();
        foreach (var part in parts) { all.Append(part); }
        return all.IsBlank ? plain | within : (plain & ~Unseen) | all.UnseenWhole();
    }

    private static void Add(StretchBuilder line, StretchBuilder before, string sign, StretchBuilder behind, Looks looks)
    {
        line.Append(before);
        line.Append(sign, looks);
        line.Append(behind);
    }

    private void Index(StretchBuilder line, string sign, StretchBuilder index)
    {
        line.Append(sign, SignOf(index));
        line.Append(Grouped(index));
    }

    /// <summary>The parts of a built-up form by their names; a part that is not there is empty.</summary>
    private Form Parts(int depth)
    {
        var form = new Form();
        xml.EachChild(name =>
        {
            if (name == "naryPr")
            {
                form.Sign = "∫";
                xml.EachChild(property =>
                {
                    if (property == "chr") { form.Sign = xml.Value() ?? ""; }
                    xml.Skip();
                });
            }
            else if (name.EndsWith("Pr", StringComparison.Ordinal)) { xml.Skip(); }
            else { form[name] = Content(depth); }
        });
        return form;
    }

    private sealed class Form
    {
        private readonly Dictionary<string, StretchBuilder> parts = new(StringComparer.Ordinal);

        /// <summary>Of a sum, an integral.</summary>
        public string Sign { get; set; } = "";

        public StretchBuilder this[string name]
        {
            get => parts.TryGetValue(name, out var part) ? part : new StretchBuilder();
            set => parts[name] = value;
        }
    }

    /// <summary>m:d: brackets of its own choice around its parts.</summary>
    private void Bracketed(StretchBuilder line, int depth)
    {
        var (begin, between, end) = ("(", "|", ")");
        var parts = new List<StretchBuilder>();
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
                return;
            }
            var part = new StretchBuilder();
            Element(part, name, depth);
            parts.Add(part);
        });
        var sign = SignOf([.. parts]);
        line.Append(begin, sign);
        Join(line, parts, between, sign);
        line.Append(end, sign);
    }

    private void Joined(StretchBuilder line, string between, int depth)
    {
        var parts = new List<StretchBuilder>();
        xml.EachChild(name =>
        {
            if (name == "e") { parts.Add(Content(depth)); }
            else { xml.Skip(); }
        });
        Join(line, parts, between, plain | within);
    }

    private static void Join(StretchBuilder line, List<StretchBuilder> parts, string between, Looks looks)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0) { line.Append(between, looks); }
            line.Append(parts[i]);
        }
    }

    /// <summary>m:borderBox may draw a line through what is in it (22.1.2.11); m:phant may keep its place and not show it (22.1.2.81).</summary>
    private void Covered(StretchBuilder line, int depth)
    {
        var outer = within;
        xml.EachChild(name =>
        {
            if (name is "borderBoxPr" or "phantPr")
            {
                xml.EachChild(property =>
                {
                    if (property is "strikeH" or "strikeV" or "strikeBLTR" or "strikeTLBR" && xml.IsOn()) { within |= Looks.Struck; }
                    if (property is "show" && !xml.IsOn()) { within |= Looks.Hidden; }
                    xml.Skip();
                });
            }
            else { Element(line, name, depth); }
        });
        within = outer;
    }

    /// <summary>In brackets where what counts of it would not hold together: 1+2, but not 17, 94,4 or "số xã".</summary>
    private StretchBuilder Grouped(StretchBuilder part)
    {
        var bare = Trimmed(part);
        var seen = string.Concat(bare.Stretches().Where(s => (s.Looks & Unseen) == 0).Select(s => s.Text)).Trim();
        if (seen.Length == 0) { seen = bare.ToString(); }
        return !seen.AsSpan().ContainsAny(Operators) || (seen[0] is '(' && seen[^1] is ')') ? bare : InBrackets(bare);
    }

    private StretchBuilder InBrackets(StretchBuilder part)
    {
        var (whole, sign) = (new StretchBuilder(), SignOf(part));
        whole.Append("(", sign);
        whole.Append(part);
        whole.Append(")", sign);
        return whole;
    }

    private static StretchBuilder Trimmed(StretchBuilder part)
    {
        var stretches = part.Stretches();
        var trimmed = new StretchBuilder();
        for (var i = 0; i < stretches.Length; i++)
        {
            var text = i == 0 ? stretches[i].Text.TrimStart() : stretches[i].Text;
            trimmed.Append(i == stretches.Length - 1 ? text.TrimEnd() : text, stretches[i].Looks);
        }
        return trimmed;
    }

    /// <summary>Equations are typed without blanks and shown with them around signs of relation.</summary>
    private static ImmutableArray<TextStretch> Spaced(StretchBuilder line)
    {
        var text = line.ToString();
        if (!text.AsSpan().ContainsAny(Relations)) { return line.Stretches(); }
        var spaced = new StretchBuilder();
        var at = 0;
        foreach (var (words, looks) in line.Stretches())
        {
            var own = new StringBuilder(words.Length + 4);
            foreach (var letter in words)
            {
                var isRelation = Relations.Contains(letter);
                if (isRelation && at > 0 && IsWord(text[at - 1])) { own.Append(' '); }
                own.Append(letter);
                if (isRelation && at + 1 < text.Length && IsWord(text[at + 1])) { own.Append(' '); }
                at++;
            }
            spaced.Append(own.ToString(), looks);
        }
        return spaced.Stretches();
    }

    private static bool IsWord(char letter) => !char.IsWhiteSpace(letter) && !Relations.Contains(letter);
}
