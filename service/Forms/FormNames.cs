namespace LearningCity.Docs.Forms;

/// <summary>How a row or a cell of a form is called in a sentence.</summary>
internal static class FormNames
{
    /// <summary>"Tiêu chí 4, Chỉ tiêu 1", "Chỉ số 1.1.1-1", "dòng TỔNG HỢP".</summary>
    public static Sentence Of(FormDefinition form, FormNode node) => node switch
    {
        { Kind: NodeKind.Total } => new Sentence("name.total", node.Title),
        { Label: { } label, Parent: { } parent } when form.Node(parent).Label is { } above => new Sentence("name.under", above, label),
        { Label: { } label } => new Sentence("name.label", label),
        _ => new Sentence("name." + KindKey(node.Kind), node.Code),
    };

    /// <summary>"tiêu chuẩn", "tiêu chí" …</summary>
    public static Sentence Kind(NodeKind kind) => new("kind." + KindKey(kind));

    private static string KindKey(NodeKind kind) => kind switch
    {
        NodeKind.Part => "part",
        NodeKind.Standard => "standard",
        NodeKind.Criterion => "criterion",
        NodeKind.Indicator => "indicator",
        _ => "total",
    };
}
