using System.Globalization;

namespace LearningCity.Docs.Forms;

/// <summary>
/// Biểu mẫu: an official form as issued, loaded once from <c>templates/forms/*.yaml</c> and immutable after. Every text is verbatim.
/// </summary>
internal sealed record FormDefinition
{
    /// <summary>Stable id, such as <c>phu-luc-iiib</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The day of issue, ISO 8601: the form's version.</summary>
    public required string Version { get; init; }

    /// <summary>Phụ lục: the annex's own name, <c>Phụ lục IIIb</c>; null for a form that is no numbered annex.</summary>
    public string? Annex { get; init; }

    /// <summary>The name of the sheet that we write.</summary>
    public required string Sheet { get; init; }

    public required string Title { get; init; }

    /// <summary>The title as the paper breaks it into lines; joined by spaces they are <see cref="Title"/>.</summary>
    public required ImmutableArray<string> TitleLines { get; init; }

    /// <summary>The official letter or plan that the form came with.</summary>
    public required string AttachedTo { get; init; }

    /// <summary>"(kèm theo …)" under the title as issued.</summary>
    public required string AttachedLine { get; init; }

    /// <summary>The set of criteria behind it, where the form names one.</summary>
    public string? CriteriaSet { get; init; }

    /// <summary>xã, huyện or tỉnh; null where the form is not tied to one.</summary>
    public string? PlaceLevel { get; init; }

    /// <summary>Mức độ công nhận: 1 or 2; null where there is none.</summary>
    public int? RecognitionLevel { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day of validity; null while in force.</summary>
    public DateOnly? ValidTo { get; init; }

    public string? ValidToNote { get; init; }

    public required FormLayout Layout { get; init; }

    public required PageOrientation Page { get; init; }

    /// <summary>The kind of paper that is this form, filled; null where no papers are made from it.</summary>
    public string? Paper { get; init; }

    /// <summary>Its place in lists, among the forms in force or among those that ended; the smaller number first.</summary>
    public int Order { get; init; } = int.MaxValue;

    /// <summary>What the form is about: <c>cong-dong-hoc-tap</c>, <c>don-vi-hoc-tap</c>, <c>thanh-pho-hoc-tap</c>; null where the file does not say.</summary>
    public string? Family { get; init; }

    /// <summary>The form of the next recognition level, into which this one can be taken over; null for the highest.</summary>
    public string? NextLevel { get; init; }

    /// <summary>What about the layout is no text of the regulation; null where the whole form was issued.</summary>
    public LayoutBasis? LayoutBasis { get; init; }

    /// <summary>How long a recognition lasts; null where the form leads to none.</summary>
    public RecognitionTerm? Recognition { get; init; }

    /// <summary>Đặc điểm của đơn vị: what the rules depend on besides the figures, in the order in which it stands above the table.</summary>
    public ImmutableArray<UnitProperty> Properties { get; init; } = [];

    public required RollUp RollUp { get; init; }

    public required ImmutableArray<ColumnDefinition> Columns { get; init; }

    /// <summary>Thang đánh giá, best first; empty where nothing is rated.</summary>
    public ImmutableArray<Rating> RatingScale { get; init; } = [];

    /// <summary>Đơn vị phụ trách; empty where the form names none.</summary>
    public ImmutableArray<ResponsibleUnit> Units { get; init; } = [];

    public ImmutableArray<Setting> Settings { get; init; } = [];

    /// <summary>The office whose part of the form this is (<see cref="FormPart"/>); null for the whole form.</summary>
    public ResponsibleUnit? Part { get; init; }

    /// <summary>The tree in the order of the paper: parts or criteria, down to indicators.</summary>
    public required ImmutableArray<FormNode> Roots { get; init; }

    /// <summary>The TỔNG HỢP row; null where the form has none.</summary>
    public FormNode? Total { get; init; }

    /// <summary>"Lưu ý" under the table; null where there is none.</summary>
    public FormNotes? Notes { get; init; }

    /// <summary>Every node in the order of the paper, the total row last.</summary>
    public required ImmutableArray<FormNode> Nodes { get; init; }

    /// <summary>Every field in the order of the paper.</summary>
    public required ImmutableArray<FieldDefinition> Fields { get; init; }

    public IEnumerable<FormNode> Indicators => Nodes.Where(n => n.Kind is NodeKind.Indicator);

    /// <summary>How lists and headings call it: the annex, the short name of a form of a circular, or the title.</summary>
    public string Name => Annex ?? (LayoutBasis is null ? Title : Sheet);

    public bool InForce(DateOnly day) => ValidTo is not { } last || day <= last;

    public UnitProperty Property(string id) => Properties.First(p => p.Id == id);

    /// <summary>Of the same family and place: another level, or a locality's own version. Their rows share most of their texts.</summary>
    public bool IsSiblingOf(FormDefinition other) => Family is not null && Family == other.Family && PlaceLevel == other.PlaceLevel && Id != other.Id;

    public FormNode Node(string code) => Nodes.First(n => n.Code == code);

    /// <summary>What the paper prints in the cells of such a field for one to be marked, in the order of the paper; empty for a field that is written.</summary>
    public ImmutableArray<PrintedChoice> ChoicesOf(FieldKind kind) => kind switch
    {
        FieldKind.Trend => [new("increase", null, "Tăng"), new("decrease", null, "Giảm")],
        FieldKind.Result => [new("Đạt", null, "Đạt"), new("Không đạt", null, "Không đạt")],
        FieldKind.Rating => [.. RatingScale.Select(step => step.Value.ToString(CultureInfo.InvariantCulture)).Zip(RatingScale, (value, step) => new PrintedChoice(value, value, step.Label))],
        FieldKind.Summary or FieldKind.Percent or FieldKind.Count => [],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

/// <summary>How the table is drawn. <c>Results</c>: a summary and a result cell for every row. <c>Figures</c>: merged parents, an office in charge, and figures of each indicator.</summary>
internal enum FormLayout { Results, Figures }

internal enum PageOrientation { Portrait, Landscape }

/// <summary>
/// A column of the official table. <see cref="Ancestor"/> says whose title an <c>Ancestor</c> column shows; <see cref="Field"/> which field a <c>Field</c> column holds.
/// </summary>
internal sealed record ColumnDefinition(ColumnRole Role, string Title, NodeKind? Ancestor = null, string? Field = null);

/// <summary>Label: "Chỉ tiêu 1". Text: the indicator's words. Ancestor: a merged parent's title. Unit: the office. Field: one field of every row. Data: all figures of the indicator.</summary>
internal enum ColumnRole { Label, Text, Ancestor, Unit, Field, Data }

/// <summary>One step of the rating scale: <c>5 Xuất sắc</c>.</summary>
internal sealed record Rating(int Value, string Label)
{
    public string Printed => $"{Value.ToString(System.Globalization.CultureInfo.InvariantCulture)} {Label}";
}

/// <summary>Đơn vị phụ trách. <paramref name="IsUnit"/> is false for a way of assessing ("Đánh giá của chuyên gia"), which nobody can be asked for.</summary>
internal sealed record ResponsibleUnit(string Key, string Name, bool IsUnit);

/// <summary>Lưu ý: the rules printed under the table.</summary>
internal sealed record FormNotes(string Heading, ImmutableArray<string> Items);

/// <summary>Căn cứ trình bày: what is drawn after another paper because the regulation annexes no form.</summary>
/// <param name="Parts">Which parts of the drawn form are no text of the regulation.</param>
/// <param name="LocalAnnex">Printed where the local name of the annex is written by hand; null for no such place.</param>
internal sealed record LayoutBasis(ImmutableArray<string> Parts, string Note, string? LocalAnnex);

/// <summary>Thời hạn công nhận: how long it lasts, and after how many months of level 1 the next level can be asked for.</summary>
internal sealed record RecognitionTerm(int Months, string Basis, int UpgradeAfterMonths, string UpgradeBasis);

/// <summary>Đặc điểm của đơn vị: Có or Không, an entry <c>unit.NAME</c> of the form above its table.</summary>
/// <param name="Basis">The regulation for which it counts.</param>
/// <param name="Within">The property that it is a case of: "trường đại học" is within "cơ sở giáo dục"; null for none.</param>
internal sealed record UnitProperty(string Id, string Label, string Basis, string? Within, FieldDefinition Field)
{
    public const string Prefix = "unit.";
}

/// <summary>How indicators add up, as the form's own notes say. A closed union.</summary>
internal abstract record RollUp
{
    private RollUp() { }

    /// <summary>A criterion is met when all its indicators are, the form when all its criteria are; each with the clause that says so.</summary>
    /// <param name="EvidenceBasis">The clause by which a result without evidence is not met; null where none says so.</param>
    internal sealed record AllOf(string CriterionBasis, string FormBasis, string ValuesBasis, string? EvidenceBasis) : RollUp;

    /// <summary>The form has no rule that turns indicators into a verdict; none is invented.</summary>
    internal sealed record None : RollUp;
}

/// <summary>
/// A reading that the printed form leaves open, decided by name: rules refer to it and the report shows it. <see cref="Value"/> is what is in force.
/// </summary>
/// <param name="Value">The form file's <c>value</c>, or its <c>default</c>; null means that nothing is decided.</param>
internal sealed record Setting(string Id, string Title, string? Value, string? Default, ImmutableArray<string> Options, string Reason)
{
    /// <summary>The value that leaves an indicator to a person.</summary>
    public const string Review = "review";
}
