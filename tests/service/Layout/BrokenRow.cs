using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Layout;

/// <summary>A right paper broken in one place, and the one finding that it must give. <paramref name="Place"/> outside tables is the paragraph's number alone.</summary>
internal sealed record BrokenRow(string Name, OfficialPaper Paper, string Code, string Place, string Wrong, Severity Severity = Severity.Error)
{
    public void Judge() => Paper.ShouldBreak(Code, int.TryParse(Place, out _) ? $"Nội dung, đoạn {Place}" : Place, Wrong, Severity);

    public static TheoryData<string> Names(IEnumerable<BrokenRow> rows) => new(rows.Select(r => r.Name));

    /// <summary>Place in the table of the head or of the foot, which stands first or second.</summary>
    public static string Cell(int table, int column, int paragraph) => $"Nội dung, bảng {table}, hàng 1, cột {column}, đoạn {paragraph}";

    public static string Size(int points) => $"<w:sz w:val=\"{points * 2}\"/>";
}
