using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace LearningCity.Docs.Findings;

/// <summary>
/// A cell of a worksheet in A1 notation (ST_CellRef of ECMA-376 part 1, 18.18.7): row 1..1048576, column 1..16384 (A..XFD). A bad one cannot exist.
/// </summary>
internal readonly record struct CellReference : IComparable<CellReference>
{
    public const int LastRow = 1_048_576;
    public const int LastColumn = 16_384;

    public CellReference(int row, int column)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(row, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(row, LastRow);
        ArgumentOutOfRangeException.ThrowIfLessThan(column, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(column, LastColumn);
        Row = row;
        Column = column;
    }

    /// <summary>1-based.</summary>
    public int Row { get; }

    /// <summary>1-based; A is 1.</summary>
    public int Column { get; }

    /// <summary>Reads letters then digits, with or without <c>$</c>; false for anything else, never throws.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out CellReference reference)
    {
        reference = default;
        int i = 0, column = 0, row = 0;
        if (i < text.Length && text[i] == '$') { i++; }
        var letters = i;
        for (; i < text.Length && char.IsAsciiLetter(text[i]); i++)
        {
            column = column * 26 + (char.ToUpperInvariant(text[i]) - 'A' + 1);
            if (column > LastColumn) { return false; }
        }
        if (i == letters) { return false; }
        if (i < text.Length && text[i] == '$') { i++; }
        var digits = i;
        for (; i < text.Length && char.IsAsciiDigit(text[i]); i++)
        {
            row = row * 10 + (text[i] - '0');
            if (row > LastRow) { return false; }
        }
        if (i == digits || i != text.Length || row == 0) { return false; }
        reference = new CellReference(row, column);
        return true;
    }

    /// <summary>Row by row, left to right: the order in which an official reads.</summary>
    public int CompareTo(CellReference other) => Row != other.Row ? Row.CompareTo(other.Row) : Column.CompareTo(other.Column);

    public static bool operator <(CellReference left, CellReference right) => left.CompareTo(right) < 0;
    public static bool operator >(CellReference left, CellReference right) => left.CompareTo(right) > 0;
    public static bool operator <=(CellReference left, CellReference right) => left.CompareTo(right) <= 0;
    public static bool operator >=(CellReference left, CellReference right) => left.CompareTo(right) >= 0;

    public static string ColumnLetters(int column)
    {
        Span<char> letters = stackalloc char[3];
        var at = letters.Length;
        for (; column > 0; column = (column - 1) / 26) { letters[--at] = (char)('A' + (column - 1) % 26); }
        return new string(letters[at..]);
    }

    public override string ToString() => ColumnLetters(Column) + Row.ToString(CultureInfo.InvariantCulture);
}
