namespace LearningCity.Docs.Findings;

/// <summary>
/// How much a finding weighs. <c>Error</c>: as typed it cannot be true or cannot be evaluated. <c>Warning</c>: a person must look. <c>Info</c>: worth knowing.
/// </summary>
internal enum Severity { Info, Warning, Error }

/// <summary>
/// Something wrong or worth knowing in a user's file. The sentence is in the table of sentences under the descriptor's code, filled with <see cref="Arguments"/>.
/// </summary>
internal sealed record Finding(FindingDescriptor Descriptor, Location Location, params ImmutableArray<object> Arguments)
{
    /// <summary>Differs from the descriptor's only where the rule says so.</summary>
    public Severity Severity { get; init; } = Descriptor.Severity;

    /// <summary>Entry id, such as <c>4.1.result</c>; null when it is about more than one entry.</summary>
    public string? Entry { get; init; }

    /// <summary>The other places involved, such as the parts of a total.</summary>
    public ImmutableArray<Location> Related { get; init; } = [];

    /// <summary>What the user typed, unchanged.</summary>
    public string? Value { get; init; }

    /// <summary>A correction that cannot change the meaning: the <c>fix</c> verb writes it. Null when there is none.</summary>
    public Fix? Fix { get; init; }

    /// <summary>A correction that a person must agree to; never written by <c>fix</c>.</summary>
    public Fix? Suggestion { get; init; }

    /// <summary>The clause that it rests on, as the paper cites it: <c>Lưu ý 1.b</c>.</summary>
    public string? Basis { get; init; }

    /// <summary>Every place of one cause that stands in several, the finding's own first; empty for a finding of one place.</summary>
    public ImmutableArray<FindingPlace> Places { get; init; } = [];

    /// <summary>The cause that this follows from; null for a finding of its own.</summary>
    public FindingCause? FollowsFrom { get; init; }

    public string Code => Descriptor.Code;

    /// <summary>One finding of one place each: what a correction is made from.</summary>
    public IEnumerable<Finding> Each() =>
        Places.IsEmpty ? [this] : Places.Select(p => this with { Entry = p.Entry, Location = p.Location, Value = p.Value, Fix = p.Fix, Places = [] });

    public string Message(LanguageTable language) => language.Render(Places.IsEmpty
        ? new Sentence(Descriptor.Code) { Arguments = Arguments }
        : new Sentence(Descriptor.Code + ".places", Places.Length));
}

/// <summary>One of the places of a finding that stands in several.</summary>
internal sealed record FindingPlace(string? Entry, Location Location, string? Value, Fix? Fix);

/// <summary>The finding that another one follows from.</summary>
internal sealed record FindingCause(string Code, string? Entry);

/// <summary>What to write in the place of the value: <paramref name="Label"/> says it in words.</summary>
internal sealed record Fix(Sentence Label, string Value);

/// <summary>A kind of finding: its stable code and its usual weight. All of them are in <see cref="FindingCatalog"/>.</summary>
internal sealed record FindingDescriptor(string Code, Severity Severity);
