using LearningCity.Docs.Text;

namespace LearningCity.Docs.Forms;

/// <summary>Phần, Tiêu chuẩn (Standard), Tiêu chí (Criterion), Chỉ tiêu/Chỉ số (Indicator), and the TỔNG HỢP row.</summary>
internal enum NodeKind { Part, Standard, Criterion, Indicator, Total }

/// <summary>A row, or a merged block of rows, of the official table.</summary>
internal sealed record FormNode
{
    public required NodeKind Kind { get; init; }

    /// <summary>Unique in the form: <c>4</c>, <c>4.1</c>, <c>2.1.2-1</c>, <c>total</c>.</summary>
    public required string Code { get; init; }

    /// <summary>As printed before the title: <c>Chỉ tiêu 1</c>; null where only the code is printed, or nothing.</summary>
    public string? Label { get; init; }

    /// <summary>The official text, verbatim.</summary>
    public required string Title { get; init; }

    /// <summary>Other spellings under which the row is recognised; never printed.</summary>
    public ImmutableArray<string> Variants { get; init; } = [];

    /// <summary>Its place in <see cref="FormDefinition.Nodes"/> of the whole form, from 0.</summary>
    public required int Order { get; init; }

    /// <summary>The code of the node above; null at the top.</summary>
    public string? Parent { get; init; }

    /// <summary>The office in charge; null where the form names none.</summary>
    public ResponsibleUnit? Unit { get; init; }

    public ImmutableArray<FieldDefinition> Fields { get; init; } = [];

    public Rule? Rule { get; init; }

    public ImmutableArray<ConsistencyCheck> Checks { get; init; } = [];

    /// <summary>The settings that bear on this node.</summary>
    public ImmutableArray<Setting> Settings { get; init; } = [];

    public ImmutableArray<FormNode> Children { get; init; } = [];

    /// <summary>Sai sót của văn bản: a slip of the regulation's own text, kept as printed and named here; null where there is none.</summary>
    public string? Slip { get; init; }

    /// <summary>The title as our own sentences say it, where the printed one has a slip; null where they say it as printed. The form itself prints the title.</summary>
    public string? Said { get; init; }

    /// <summary>Said where the row is filled in: the day its figures are of.</summary>
    public string? Hint { get; init; }

    /// <summary>To which units it applies; null for all.</summary>
    public Applicability? Applies { get; init; }

    /// <summary>Where the text comes from, and what about it is inferred.</summary>
    public Provenance? Provenance { get; init; }

    /// <summary>The same for the office in charge.</summary>
    public Provenance? UnitProvenance { get; init; }

    /// <summary>What the printed words leave open.</summary>
    public ImmutableArray<string> Ambiguity { get; init; } = [];

    /// <summary>The text of the node's own cell on the paper: a heading carries its label or code, an indicator and the total row do not.</summary>
    public string Printed => Kind is NodeKind.Indicator or NodeKind.Total ? Title : Label is null ? $"{Code}. {Title}" : $"{Label}: {Title}";

    public FieldDefinition? Field(string name) => Fields.FirstOrDefault(f => f.Name == name);
}

/// <summary>Where a piece of the form comes from. Status null: printed in the source.</summary>
/// <param name="Clauses">Điểm, khoản, điều of the regulation; two where one refers to the other, the referring one first.</param>
internal sealed record Provenance(string? Status, string? Confidence, string? Note, ImmutableArray<int> SourceLines, ImmutableArray<string> Clauses);

/// <summary>Đối tượng áp dụng: only units that have (or, with <paramref name="IsExcluded"/>, do not have) a property.</summary>
internal sealed record Applicability(string Property, bool IsExcluded);

/// <summary>What may be typed into a field.</summary>
internal enum FieldKind
{
    /// <summary>Tóm tắt: free text.</summary>
    Summary,

    /// <summary>Kết quả: exactly Đạt or Không đạt; Không áp dụng where the row does not apply to every unit.</summary>
    Result,

    /// <summary>Minh chứng: free text, needed beside Đạt.</summary>
    Evidence,

    /// <summary>Có or Không: a property of the unit.</summary>
    Property,

    /// <summary>Percent points, 0..100 unless the field allows more: 95,5 means 95,5 %.</summary>
    Percent,

    /// <summary>A whole number of people, households …, not negative.</summary>
    Count,

    /// <summary>Tăng or Giảm.</summary>
    Trend,

    /// <summary>One step of the rating scale.</summary>
    Rating,
}

/// <summary>One thing to fill in.</summary>
internal sealed record FieldDefinition
{
    /// <summary>Entry id, unique in the form: <c>4.1.result</c>, <c>2.1.2-1.a_male</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Unique in the node: <c>result</c>, <c>a_male</c>.</summary>
    public required string Name { get; init; }

    public required string Node { get; init; }

    public required FieldKind Kind { get; init; }

    /// <summary>As printed beside the cell: Nam, Nữ, Tổng, Tỷ lệ; "%" alone where nothing else is printed.</summary>
    public required string Label { get; init; }

    /// <summary>As printed after the figure: %, trẻ, người; null where nothing is.</summary>
    public string? Unit { get; init; }

    /// <summary>The heading printed over several fields; null where there is none.</summary>
    public string? Group { get; init; }

    /// <summary>False for cells that the form prints but need not be filled: a criterion's own summary and result.</summary>
    public required bool Required { get; init; }

    /// <summary>A percent that may exceed 100 ("gấp 1,5 lần" = 150 %).</summary>
    public bool AllowOver100 { get; init; }

    /// <summary>A result that may also be "Không áp dụng".</summary>
    public bool MayNotApply { get; init; }

    public Provenance? Provenance { get; init; }

    /// <summary>Its place in <see cref="FormDefinition.Fields"/> of the whole form, from 0.</summary>
    public required int Order { get; init; }

    /// <summary>Label, unit and group as they are compared, whatever the spelling.</summary>
    public string LabelKey => labelKey ??= VietnameseText.Fold(Label);

    public string UnitKey => unitKey ??= VietnameseText.Fold(Unit ?? "");

    public string GroupKey => groupKey ??= VietnameseText.Fold(Group ?? "");

    /// <summary>Free text, kept as typed.</summary>
    public bool IsProse => Kind is FieldKind.Summary or FieldKind.Evidence;

    /// <summary>True when something besides the unit is printed beside the cell.</summary>
    public bool HasLabel => Label != "%";

    /// <summary>The defined name that marks its cell in Excel: <c>LC_4_1_result</c> (DESIGN.md section 5).</summary>
    public string MarkName => Mark(Id);

    private string? labelKey, unitKey, groupKey;

    public static string Mark(string entryId) => "LC_" + string.Concat(entryId.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
}
