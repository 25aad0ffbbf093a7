namespace LearningCity.Docs.OpenXml;

/// <summary>A place in a part's text: line and column from 1, as an XML parser counts them, of the first letter of an element's name.</summary>
internal readonly record struct TextPlace(int Line, int Position);

/// <summary>
/// One <c>w:t</c>: which cell (table 0 outside tables) and controls it is in, what it says, and where it and its run stand in the part. Pieces with the same
/// <paramref name="TextLine"/> are on one line.
/// </summary>
/// <param name="Properties">The run's <c>w:rPr</c>, and in it <c>w:rFonts</c>, where there are any.</param>
internal sealed record TextPiece(int Table, int Row, int Column, ImmutableArray<string> Controls, int TextLine, string Text, string? Font, TextPlace At, TextPlace Run, TextPlace? Properties, TextPlace? Fonts);
