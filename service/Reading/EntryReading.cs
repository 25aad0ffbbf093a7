namespace LearningCity.Docs.Reading;

/// <summary>One raw cell, read as its field: the value, and what there is to say about the way it was typed.</summary>
internal sealed record EntryReading(EntryValue Value, ImmutableArray<Finding> Findings)
{
    public static readonly EntryReading Blank = new(new EntryValue.Blank());
    public static readonly EntryReading Met = Choice(ChoiceWords.Met);
    public static readonly EntryReading NotMet = Choice(ChoiceWords.NotMet);
    public static readonly EntryReading NotApplicable = Choice(ChoiceWords.NotApplicable);
    public static readonly EntryReading Increase = Choice(ChoiceWords.Increase);
    public static readonly EntryReading Decrease = Choice(ChoiceWords.Decrease);

    public EntryReading(EntryValue value) : this(value, []) { }

    /// <inheritdoc cref="Entry.NeedsReview"/>
    public bool NeedsReview { get; init; }

    public static EntryReading Choice(string word) => new(new EntryValue.Choice(word));
}
