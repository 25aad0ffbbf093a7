using System.Globalization;
using System.Text;
using System.Xml;

namespace LearningCity.Docs.OpenXml;

/// <summary>Runs: their looks, their text, and fields.</summary>
internal abstract partial class WordStoryWalker
{
    private readonly Action<string> runChild, runProperty;
    private readonly List<OpenField> fields = [];

    /// <summary>Open fields whose instruction is being read: what stands there is not seen.</summary>
    private int instructions;

    private RunState run;

    private struct RunState
    {
        public WordLook Direct;
        public WordFonts Fonts;
        public string? Style;

        /// <summary>Null until text asks for it.</summary>
        public Looks? Looks;
    }

    private sealed class OpenField(string? instruction)
    {
        private StringBuilder? more;

        public bool HasResult { get; set; }

        public string Instruction => more?.ToString() ?? instruction ?? "";

        public void Instruct(string text) => (more ??= new StringBuilder(instruction)).Append(text);
    }

    /// <summary>Where in the part's text the run, its properties and its fonts, and the text that is being told begin; kept when <see cref="KeepsPlaces"/>.</summary>
    protected TextPlace RunPlace { get; private set; }
    protected TextPlace? PropertiesPlace { get; private set; }
    protected TextPlace? FontsPlace { get; private set; }
    protected TextPlace WordsPlace { get; private set; }

    protected virtual bool KeepsPlaces => false;

    protected virtual void BeginRun() { }

    /// <summary>A child of the run's <c>w:rPr</c>; reads attributes only.</summary>
    protected virtual void RunProperty(string name) { }

    /// <summary>Behind the run's <c>w:rPr</c>.</summary>
    protected virtual void RunStyled(string? style) { }

    protected virtual void EndRun() { }

    /// <summary>The letters of one <c>w:t</c>.</summary>
    protected abstract void Words(string text, Looks looks);

    /// <summary>A tab.</summary>
    protected abstract void Tab(Looks looks);

    /// <param name="kind"><c>page</c>, <c>column</c>, or null or <c>textWrapping</c> for a new line.</param>
    protected abstract void Break(string? kind, Looks looks);

    /// <summary>Text that is drawn by other means than letters of the run: a hyphen of its own, an equation, a form field's choice.</summary>
    protected abstract void Drawn(string text, Looks looks);

    /// <summary>A stretch of an equation in linear form.</summary>
    protected virtual void Equation(string text, Looks looks) => Drawn(text, looks);

    /// <summary>The chosen entry of a drop-down of the old form fields.</summary>
    protected virtual void Chosen(string text, Looks looks) => Drawn(text, looks);

    /// <summary><c>w:sym</c>: a character by its font.</summary>
    protected virtual void Symbol(string? font, int code, Looks looks) { }

    /// <summary>A check box of the old form fields (17.16.17).</summary>
    protected virtual void CheckBox(bool isTicked, Looks looks) { }

    /// <summary>The old element of its own for a page's number.</summary>
    protected virtual void PageNumber() { }

    /// <summary>Where the program that saved the file began a page.</summary>
    protected virtual void RenderedPageBreak() { }

    /// <summary>A field's result begins, or the field ends without one.</summary>
    protected virtual void FieldShown(string instruction) { }

    /// <summary>The instruction of the innermost field whose result is being told.</summary>
    protected string? ShownField => fields is [.., { HasResult: true } shown] ? shown.Instruction : null;

    private int OpenFields => fields.Count;

    private bool IsSeen => instructions == 0;

    private Looks RunLooks => run.Looks ??= run is { Style: null, Direct.IsEmpty: true } ? setting.OfPlainRuns ??= Resolved() : Resolved();

    /// <summary>The fonts in which the run is seen, whether it, a style or the defaults name them.</summary>
    protected WordFonts RunFonts => run.Fonts.Over(styles.Character(run.Style).Fonts).Over(setting.Fonts).Over(styles.DefaultFonts);

    private Looks Resolved() =>
        run.Direct.Over(setting.Styled.Under(styles.Character(run.Style).Run).Over(styles.Defaults)).Seen(setting.Ground) | setting.OfParagraph | setting.OfCell;

    private void ReadRun()
    {
        run = default;
        if (KeepsPlaces) { (RunPlace, PropertiesPlace, FontsPlace) = (At(), null, null); }
        BeginRun();
        Xml.EachChild(runChild);
        EndRun();
    }

    private void RunChild(string name)
    {
        switch (name)
        {
            case "rPr":
                if (KeepsPlaces) { PropertiesPlace = At(); }
                Xml.EachChild(runProperty);
                RunStyled(run.Style);
                break;
            case "t":
                if (KeepsPlaces) { WordsPlace = At(); }
                var text = Xml.ReadElementContentAsString();
                if (IsSeen && text.Length > 0)
                {
                    if (!string.IsNullOrWhiteSpace(text)) { wordsTold++; }
                    Words(text, RunLooks);
                }
                break;
            case "tab" or "ptab":
                if (IsSeen) { Tab(RunLooks); }
                Xml.Skip();
                break;
            case "br" or "cr":
                if (IsSeen) { Break(Xml.Value("type"), RunLooks); }
                Xml.Skip();
                break;
            case "noBreakHyphen":
                if (IsSeen) { Drawn("-", RunLooks); }
                Xml.Skip();
                break;
            case "sym":
                if (IsSeen && int.TryParse(Xml.Value("char"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)) { Symbol(Xml.Value("font"), code, RunLooks); }
                Xml.Skip();
                break;
            case "pgNum":
                PageNumber();
                Xml.Skip();
                break;
            case "commentReference":
                if (Xml.Value("id") is { } comment) { Comment(comment); }
                Xml.Skip();
                break;
            case "lastRenderedPageBreak":
                RenderedPageBreak();
                Xml.Skip();
                break;
            case "instrText":
                var instruction = Xml.ReadElementContentAsString();
                if (fields is [.., { HasResult: false } field]) { field.Instruct(instruction); }
                break;
            case "fldChar": FieldCharacter(); break;
            case "drawing" or "pict" or "object": ReadDrawing(name); break;
            case "ruby": Xml.EachChild(part => { if (part == "rubyBase") { Inlines(); } else { Xml.Skip(); } }); break;
            case "AlternateContent": Alternate(runChildren ??= () => Xml.EachChild(runChild)); break;
            default: Xml.Skip(); break;
        }
    }

    private Action? runChildren;

    private void PropertyOfRun(string name)
    {
        switch (name)
        {
            case "rStyle": run.Style = Xml.Value(); break;
            case "rFonts":
                run.Fonts = WordFonts.Read(Xml, styles.Theme);
                if (KeepsPlaces) { FontsPlace = At(); }
                break;
            default: run.Direct = run.Direct.With(Xml, name); break;
        }
        RunProperty(name);
        Xml.Skip();
    }

    private void FieldCharacter()
    {
        switch (Xml.Value("fldCharType"))
        {
            case "begin":
                Xml.EachChild(FieldData);
                fields.Add(new OpenField(null));
                instructions++;
                return;
            case "separate" when fields is [.., { HasResult: false } field]:
                field.HasResult = true;
                instructions--;
                if (IsSeen) { FieldShown(field.Instruction); }
                break;
            case "end" when fields is [.., var last]:
                fields.RemoveAt(fields.Count - 1);
                if (!last.HasResult)
                {
                    instructions--;
                    if (IsSeen) { FieldShown(last.Instruction); }
                }
                break;
        }
        Xml.Skip();
    }

    private void ReadSimpleField()
    {
        var field = new OpenField(Xml.Value("instr")) { HasResult = true };
        fields.Add(field);
        if (IsSeen) { FieldShown(field.Instruction); }
        Inlines();
        CloseFields(fields.IndexOf(field));
    }

    /// <summary>Forgets the fields that were opened behind the first so many.</summary>
    private void CloseFields(int count)
    {
        while (fields.Count > count)
        {
            if (!fields[^1].HasResult) { instructions--; }
            fields.RemoveAt(fields.Count - 1);
        }
    }

    /// <summary>Old form fields (17.16.17): a check box shows its state, a drop-down its chosen entry; the text of a text field is the field's result.</summary>
    private void FieldData(string name)
    {
        if (name != "ffData") { Xml.Skip(); return; }
        Xml.EachChild(kind =>
        {
            if (kind == "checkBox")
            {
                bool? state = null, byDefault = null;
                Xml.EachChild(part =>
                {
                    if (part == "checked") { state = Xml.IsOn(); }
                    else if (part == "default") { byDefault = Xml.IsOn(); }
                    Xml.Skip();
                });
                if (IsSeen) { CheckBox(state ?? byDefault ?? false, RunLooks); }
            }
            else if (kind == "ddList")
            {
                // A drop-down says nothing when its first entry is chosen.
                int? result = null, byDefault = null;
                var entries = new List<string>();
                Xml.EachChild(part =>
                {
                    switch (part)
                    {
                        case "result": result = WordXmlReading.Number(Xml.Value()); break;
                        case "default": byDefault = WordXmlReading.Number(Xml.Value()); break;
                        case "listEntry": entries.Add(Xml.Value() ?? ""); break;
                    }
                    Xml.Skip();
                });
                if (IsSeen && (result ?? byDefault ?? 0) is var chosen && (uint)chosen < (uint)entries.Count) { Chosen(entries[chosen], RunLooks); }
            }
            else { Xml.Skip(); }
        });
    }

    private TextPlace At() => Xml is IXmlLineInfo place ? new TextPlace(place.LineNumber, place.LinePosition) : default;
}
