namespace LearningCity.Docs.OpenXml;

/// <summary>A check box as it stands on the page: ☑ or ☐, with the looks of the sign that draws it.</summary>
/// <param name="IsDoubtful">The sign says otherwise than the state that the file keeps.</param>
internal readonly record struct DrawnBox(char Sign, Looks Looks, bool IsDoubtful)
{
    /// <param name="content">What the control holds. Where it is no sign that is known, or nothing, the state counts.</param>
    public static DrawnBox Of(ImmutableArray<TextStretch> content, char state)
    {
        var drawn = content.RemoveAll(s => string.IsNullOrWhiteSpace(s.Text));
        if (drawn.IsEmpty) { return new(state, Looks.Plain, false); }
        var looks = drawn.Aggregate(drawn[0].Looks, (all, s) => all & s.Looks);
        var sign = Symbols.InOneUnit(string.Concat(drawn.Select(s => s.Text)));
        char? seen = Symbols.IsTick(sign) ? Symbols.Ticked : Symbols.IsEmptyBox(sign) ? Symbols.Empty : null;
        return new(seen ?? state, looks, seen is { } own && own != state && (looks & (Looks.Struck | Looks.Hidden)) == 0);
    }
}
