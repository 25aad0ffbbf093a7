namespace LearningCity.Docs.Forms;

/// <summary>A form file (YAML, schema 1) → <see cref="FormDefinition"/>. Strict: what is unknown, missing, doubled or unresolved stops the start-up.</summary>
internal sealed class FormFile
{
    private readonly HashSet<string> codes = new(StringComparer.Ordinal);
    private readonly List<FieldDefinition> fields = [];
    private readonly List<FormNode> nodes = [];
    private ImmutableArray<Setting> settings = [];
    private ImmutableArray<ResponsibleUnit> units = [];
    private ImmutableArray<Rating> scale = [];
    private ImmutableArray<FieldTemplate> rowFields = [];
    private ImmutableArray<UnitProperty> properties = [];
    private FormLayout layout;

    /// <summary>A field that every row of a results form has.</summary>
    private sealed record FieldTemplate(string Name, FieldKind Kind, string Label);

    public static FormDefinition Read(string file, string text) => new FormFile().Form(FormYaml.Parse(file, text));

    private FormDefinition Form(FormYaml yaml)
    {
        if (yaml.Number("schema") != 1) { throw yaml.Fault("schema", "only schema 1 is known"); }
        layout = yaml.Word("layout", ("results", FormLayout.Results), ("figures", FormLayout.Figures));
        scale = [.. yaml.Children("rating_scale").Select(RatingStep)];
        units = [.. yaml.Children("units").Select(Unit)];
        Unique(yaml, "units", units.Select(u => u.Key));
        settings = [.. yaml.Children("settings").Select(SettingOf)];
        Unique(yaml, "settings", settings.Select(s => s.Id));
        rowFields = [.. yaml.Children("fields").Select(RowField)];
        properties = [.. yaml.Children("properties").Select(Property)];
        Unique(yaml, "properties", properties.Select(p => p.Id));
        foreach (var property in properties)
        {
            if (property.Within is { } whole && properties.All(p => p.Id != whole)) { throw yaml.Fault("properties", $"'{property.Id}' is within the missing property '{whole}'"); }
        }
        var columns = yaml.Children("columns").Select(Column).ToImmutableArray();
        var form = new FormDefinition
        {
            Id = yaml.Text("id"),
            Version = yaml.Text("version"),
            Annex = yaml.OptionalText("annex"),
            Sheet = yaml.Text("sheet"),
            Title = yaml.Text("title"),
            TitleLines = yaml.Texts("title_lines"),
            AttachedTo = yaml.Text("attached_to"),
            AttachedLine = yaml.Text("attached_line"),
            CriteriaSet = yaml.OptionalText("criteria_set"),
            PlaceLevel = yaml.OptionalText("place_level"),
            RecognitionLevel = yaml.OptionalInteger("recognition_level"),
            ValidFrom = yaml.Date("valid_from"),
            ValidTo = yaml.OptionalDate("valid_to"),
            ValidToNote = yaml.OptionalText("valid_to_note"),
            Layout = layout,
            Page = yaml.Word("page", ("portrait", PageOrientation.Portrait), ("landscape", PageOrientation.Landscape)),
            Paper = yaml.OptionalText("paper"),
            Order = yaml.OptionalInteger("order") ?? int.MaxValue,
            Family = yaml.OptionalText("family"),
            NextLevel = yaml.OptionalText("next_level"),
            LayoutBasis = yaml.OptionalChild("layout_basis") is { } basis ? LayoutBasisOf(basis) : null,
            Recognition = yaml.OptionalChild("recognition") is { } recognition ? RecognitionOf(recognition) : null,
            RollUp = RollUpOf(yaml.Child("roll_up")),
            Columns = columns,
            RatingScale = scale,
            Units = units,
            Settings = settings,
            Roots = [.. yaml.Children("nodes").Select(n => Node(n, null))],
            Total = yaml.OptionalChild("total") is { } total ? Node(total, null) : null,
            Notes = yaml.OptionalChild("notes") is { } notes ? Notes(notes) : null,
            Nodes = [.. nodes],
            Properties = properties,
            Fields = [.. fields],
        };
        yaml.Done();
        if (string.Join(' ', form.TitleLines) != form.Title) { throw yaml.Fault("title_lines", "joined by spaces the lines must be the title"); }
        if (form.Roots.IsEmpty) { throw yaml.Fault("nodes", "a form has at least one row"); }
        foreach (var column in columns.Where(c => c.Field is not null))
        {
            if (rowFields.All(f => f.Name != column.Field)) { throw yaml.Fault("columns", $"column '{column.Title}' names the missing field '{column.Field}'"); }
        }
        return form;
    }

    private FormNode Node(FormYaml yaml, string? parent)
    {
        var kind = yaml.Word("kind", ("part", NodeKind.Part), ("standard", NodeKind.Standard), ("criterion", NodeKind.Criterion), ("indicator", NodeKind.Indicator), ("total", NodeKind.Total));
        var code = yaml.Text("code");
        if (!codes.Add(code)) { throw yaml.Fault("code", $"the code '{code}' is used twice"); }
        var place = nodes.Count;
        nodes.Add(null!); // its place in the order of the paper, before its children
        var unit = yaml.OptionalChild("unit");
        var applies = yaml.OptionalChild("applies") is { } to ? new RuleFile([], settings, properties).Applies(to) : null;
        var own = layout is FormLayout.Results ? [.. rowFields.Select(f => Add(RowFieldOf(code, kind, f) with { MayNotApply = f.Kind is FieldKind.Result && applies is not null }, yaml))] : yaml.Children("fields").Select(f => Add(FigureField(code, f), f)).ToImmutableArray();
        var node = new FormNode
        {
            Kind = kind,
            Code = code,
            Label = yaml.OptionalText("label"),
            Title = yaml.Text("title"),
            Variants = yaml.Texts("variants"),
            Parent = parent,
            Order = place,
            Unit = unit is null ? null : UnitOf(unit),
            UnitProvenance = unit is null ? null : ProvenanceOf(unit),
            Fields = own,
            Rule = yaml.OptionalChild("rule") is { } rule ? new RuleFile(own, settings, properties).Rule(rule) : null,
            Checks = [.. yaml.Children("checks").Select(new RuleFile(own, settings, properties).Check)],
            Applies = applies,
            Slip = yaml.OptionalText("slip"),
            Said = yaml.OptionalText("said"),
            Hint = yaml.OptionalText("hint"),
            Settings = [.. yaml.Texts("settings").Select(id => settings.FirstOrDefault(s => s.Id == id) ?? throw yaml.Fault("settings", $"there is no setting '{id}'"))],
            Provenance = yaml.OptionalChild("provenance") is { } provenance ? ProvenanceOf(provenance) : null,
            Ambiguity = yaml.Texts("ambiguity"),
            Children = [.. yaml.Children("children").Select(c => Node(c, code))],
        };
        unit?.Done();
        yaml.Done();
        if (kind is NodeKind.Indicator && node.Rule is null) { throw yaml.Fault("rule", $"indicator '{code}' has no rule"); }
        nodes[place] = node;
        return node;
    }

    private FieldDefinition Add(FieldDefinition field, FormYaml yaml)
    {
        if (fields.Any(f => f.Id == field.Id)) { throw yaml.Fault("id", $"the field '{field.Id}' is defined twice"); }
        fields.Add(field);
        return field;
    }

    private FieldDefinition RowFieldOf(string code, NodeKind kind, FieldTemplate field) => new()
    {
        Id = $"{code}.{field.Name}",
        Name = field.Name,
        Node = code,
        Kind = field.Kind,
        Label = field.Label,
        // The paper prints empty cells beside a criterion's title and beside the total's summary: they may stay empty.
        // Evidence is needed beside Đạt only, which a rule of its own looks after.
        Required = field.Kind is not FieldKind.Evidence && (kind is NodeKind.Indicator || (kind is NodeKind.Total && field.Kind is FieldKind.Result)),
        Order = fields.Count,
    };

    private FieldDefinition FigureField(string code, FormYaml yaml)
    {
        var name = yaml.Text("id");
        var kind = yaml.Word("kind", ("percent", FieldKind.Percent), ("count", FieldKind.Count), ("trend", FieldKind.Trend), ("rating", FieldKind.Rating));
        var field = new FieldDefinition
        {
            Id = $"{code}.{name}",
            Name = name,
            Node = code,
            Kind = kind,
            Label = yaml.Text("label"),
            Unit = yaml.OptionalText("unit") ?? (kind is FieldKind.Percent ? "%" : null),
            Group = yaml.OptionalText("group"),
            AllowOver100 = yaml.Flag("allow_over_100"),
            Required = true,
            Provenance = ProvenanceOf(yaml),
            Order = fields.Count,
        };
        yaml.Done();
        if (kind is FieldKind.Rating && scale.IsEmpty) { throw yaml.Fault("kind", "the form has a rating but no rating_scale"); }
        return field;
    }

    private static FieldTemplate RowField(FormYaml yaml)
    {
        var kind = yaml.Word("kind", ("summary", FieldKind.Summary), ("evidence", FieldKind.Evidence), ("result", FieldKind.Result));
        if (kind is FieldKind.Result && !yaml.Texts("values").SequenceEqual(["Đạt", "Không đạt"])) { throw yaml.Fault("values", "a result is Đạt or Không đạt (Lưu ý 1.c), nothing else is known"); }
        var field = new FieldTemplate(yaml.Text("id"), kind, yaml.Text("label"));
        yaml.Done();
        return field;
    }

    /// <summary>Properties are the first of the form's fields, as they stand above its table.</summary>
    private UnitProperty Property(FormYaml yaml)
    {
        var (id, label) = (yaml.Text("id"), yaml.Text("label"));
        var field = new FieldDefinition { Id = UnitProperty.Prefix + id, Name = id, Node = "unit", Kind = FieldKind.Property, Label = label, Required = yaml.Flag("required"), Order = fields.Count };
        var property = new UnitProperty(id, label, yaml.Text("basis"), yaml.OptionalText("within"), field);
        yaml.Done();
        Add(field, yaml);
        return property;
    }

    private static LayoutBasis LayoutBasisOf(FormYaml yaml)
    {
        var basis = new LayoutBasis(yaml.Texts("parts"), yaml.Text("note"), yaml.OptionalText("local_annex"));
        yaml.Done();
        return basis;
    }

    private static RecognitionTerm RecognitionOf(FormYaml yaml)
    {
        var term = new RecognitionTerm((int)yaml.Number("months"), yaml.Text("basis"), (int)yaml.Number("upgrade_after_months"), yaml.Text("upgrade_basis"));
        yaml.Done();
        return term;
    }

    private static Rating RatingStep(FormYaml yaml)
    {
        var step = new Rating((int)yaml.Number("value"), yaml.Text("label"));
        yaml.Done();
        return step;
    }

    private static ResponsibleUnit Unit(FormYaml yaml)
    {
        var unit = new ResponsibleUnit(yaml.Text("key"), yaml.Text("name"), yaml.Flag("is_unit"));
        yaml.Done();
        return unit;
    }

    private ResponsibleUnit UnitOf(FormYaml yaml) => yaml.Text("key") is var key && units.FirstOrDefault(u => u.Key == key) is { } unit ? unit : throw yaml.Fault("key", $"there is no unit '{yaml.Text("key")}'");

    private static Setting SettingOf(FormYaml yaml)
    {
        var options = yaml.Texts("options");
        var fallback = yaml.OptionalText("default");
        var setting = new Setting(yaml.Text("id"), yaml.Text("title"), yaml.Has("value") ? yaml.OptionalText("value") : fallback, fallback, options, yaml.Text("reason"));
        yaml.Done();
        foreach (var value in new[] { setting.Value, setting.Default })
        {
            if (value is not null && !Allowed(value, options)) { throw yaml.Fault(yaml.Has("value") ? "value" : "default", $"'{value}' is not one of {string.Join(", ", options)}"); }
        }
        return setting;
    }

    /// <summary>An option is a word, or a range of numbers such as <c>0..50</c>.</summary>
    private static bool Allowed(string value, ImmutableArray<string> options) => options.Any(option =>
        option.Split("..") is [var low, var high]
            ? RuleFile.Number(value) is { } v && RuleFile.Number(low) <= v && v <= RuleFile.Number(high)
            : option == value);

    private static ColumnDefinition Column(FormYaml yaml)
    {
        var role = yaml.Word("role", ("label", ColumnRole.Label), ("text", ColumnRole.Text), ("ancestor", ColumnRole.Ancestor), ("unit", ColumnRole.Unit), ("field", ColumnRole.Field), ("data", ColumnRole.Data));
        var column = new ColumnDefinition(role, yaml.Text("title"),
            role is ColumnRole.Ancestor ? yaml.Word("of", ("part", NodeKind.Part), ("standard", NodeKind.Standard), ("criterion", NodeKind.Criterion)) : null,
            role is ColumnRole.Field ? yaml.Text("field") : null);
        yaml.Done();
        return column;
    }

    private static RollUp RollUpOf(FormYaml yaml)
    {
        RollUp rollUp = yaml.Word("type", ("all_of", true), ("none", false))
            ? new RollUp.AllOf(yaml.Text("criterion_basis"), yaml.Text("form_basis"), yaml.Text("values_basis"), yaml.OptionalText("evidence_basis"))
            : new RollUp.None();
        yaml.Done();
        return rollUp;
    }

    private static FormNotes Notes(FormYaml yaml)
    {
        var notes = new FormNotes(yaml.Text("heading"), yaml.Texts("items"));
        yaml.Done();
        return notes;
    }

    private static Provenance? ProvenanceOf(FormYaml yaml)
    {
        var provenance = new Provenance(yaml.OptionalText("status"), yaml.OptionalText("confidence"), yaml.OptionalText("note"), yaml.Integers("seed_lines"), yaml.Texts("clauses"));
        return provenance is { Status: null, Confidence: null, Note: null, SourceLines.IsEmpty: true, Clauses.IsEmpty: true } ? null : provenance;
    }

    private static void Unique(FormYaml yaml, string key, IEnumerable<string> ids)
    {
        if (ids.GroupBy(i => i).FirstOrDefault(g => g.Count() > 1) is { } twice) { throw yaml.Fault(key, $"'{twice.Key}' is there twice"); }
    }
}
