namespace LearningCity.Docs.OpenXml;

/// <summary>Drawings, pictures, embedded objects, and equations.</summary>
internal abstract partial class WordStoryWalker
{
    private readonly Action<string> drawingChild;
    private CellObjects drawn;
    private bool drawsWords;

    /// <summary>An element of a drawing; reads attributes only.</summary>
    protected virtual void DrawingElement(string name) { }

    private void ReadDrawing(string kind)
    {
        var (outer, outerWords) = (drawn, drawsWords);
        (drawn, drawsWords) = (kind == "object" ? CellObjects.Embedded : CellObjects.None, false);
        Xml.EachChild(drawingChild);
        // What an embedded object looks like is its picture; a shape that holds words is read.
        var seen = drawn.HasFlag(CellObjects.Embedded) ? CellObjects.Embedded : drawn.HasFlag(CellObjects.Picture) ? CellObjects.Picture : drawsWords ? CellObjects.None : drawn;
        (drawn, drawsWords) = (outer, outerWords);
        if (seen is not CellObjects.None && IsSeen && !RunLooks.HasFlag(Looks.Hidden)) { Object(seen); }
    }

    private void DrawingChild(string name)
    {
        DrawingElement(name);
        switch (name)
        {
            case "txbxContent": ReadTextBox(); return;
            case "AlternateContent": Alternate(drawingChildren ??= () => Xml.EachChild(drawingChild)); return;
            case "pic" or "imagedata": drawn |= CellObjects.Picture; break;
            case "OLEObject" or "control" or "chart" or "relIds": drawn |= CellObjects.Embedded; break;
            case "wsp" or "wgp" or "wpc" or "contentPart": drawn |= CellObjects.Shape; break;
            // A ruler across the page (o:hr) is no shape over the table.
            case "shape" or "rect" or "oval" or "line" or "roundrect" or "polyline" or "arc" or "curve" when Xml.GetAttribute("hr", "urn:schemas-microsoft-com:office:office") is null:
                drawn |= CellObjects.Shape;
                break;
        }
        Xml.EachChild(drawingChild);
    }

    private Action? drawingChildren;

    private void ReadTextBox()
    {
        var (outer, outerRun, outerJoins, outerDrawn) = (setting, run, joins, drawn);
        var (outerPlace, outerProperties, outerFonts) = (RunPlace, PropertiesPlace, FontsPlace);
        var fieldsBefore = OpenFields;
        // The colour of the box is its own affair.
        (setting, joins) = (paper with { Paper = WordLook.Unknown }, false);
        var wordsBefore = wordsTold;
        TextBox(blocks);
        CloseFields(fieldsBefore);
        drawsWords |= wordsTold != wordsBefore;
        (setting, run, joins, drawn) = (outer, outerRun, outerJoins, outerDrawn);
        (RunPlace, PropertiesPlace, FontsPlace) = (outerPlace, outerProperties, outerFonts);
    }

    /// <summary>How many texts that say something were told.</summary>
    private int wordsTold;

    /// <summary>m:oMath (22.1): told as one line of text, stretch by stretch.</summary>
    private void ReadEquation()
    {
        var line = LinearEquation.Read(Xml, (direct, style) =>
        {
            run = new RunState { Direct = direct, Style = style };
            return RunLooks;
        });
        run = default;
        if (line.IsEmpty || !IsSeen) { return; }
        wordsTold++;
        foreach (var (text, looks) in line) { Equation(text, looks); }
    }
}
