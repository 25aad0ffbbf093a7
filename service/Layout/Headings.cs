using System.Text.RegularExpressions;

namespace LearningCity.Docs.Layout;

/// <summary>How the divisions of a text begin (Phụ lục I, Phần I, Mục II khoản 6 điểm đ).</summary>
internal static partial class Headings
{
    /// <summary>Phần, Chương, Mục, Tiểu mục with their number, alone or before a title.</summary>
    [GeneratedRegex(@"^(?<word>phần|chương|tiểu mục|mục)\s+(?<number>[IVXLC]+|\d+|thứ \p{L}+)(?<mark>\s*[.:\-–]\s*|\s*$|\s+)(?<title>.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Division();

    /// <summary>"Điều 1." or with another mark: without any mark it is a reference in a sentence.</summary>
    [GeneratedRegex(@"^điều\s+(?<number>\d+)\s*(?<mark>[.:\-–)/])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Article();

    /// <summary>"I. MỤC ĐÍCH", also with another mark.</summary>
    [GeneratedRegex(@"^(?<number>[IVX]+)\s*(?<mark>[.:\-–)/])\s*(?<title>\S.*)$", RegexOptions.CultureInvariant)]
    public static partial Regex Roman();

    /// <summary>"1. Mục đích", also with another mark; not "11.1." and not a date or a figure.</summary>
    [GeneratedRegex(@"^(?<number>\d{1,2})(?<mark>[.)/])\s+(?<title>\S.*)$", RegexOptions.CultureInvariant)]
    public static partial Regex Clause();

    /// <summary>"a)".</summary>
    [GeneratedRegex(@"^(?<letter>\p{Ll})(?<mark>[.)/])\s+\S", RegexOptions.CultureInvariant)]
    public static partial Regex Point();
}
