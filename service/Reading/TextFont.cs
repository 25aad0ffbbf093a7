namespace LearningCity.Docs.Reading;

/// <summary>The font of a text: that of its first letters beyond ASCII, whose meaning it decides, else that of its first letters.</summary>
/// <param name="IsOfLetters">Letters beyond ASCII are in it.</param>
internal readonly record struct TextFont(string? Name, bool IsOfLetters)
{
    /// <summary>In a font of TCVN3 or VNI, whatever encoding its letters are in.</summary>
    public bool IsOfLegacyLetters => IsOfLetters && Text.LegacyEncoding.IsLegacyFont(Name);

    public TextFont With(in TextFont next) => this == default || (!IsOfLetters && next.IsOfLetters) ? next : this;
}
