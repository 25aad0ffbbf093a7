using System.Text;
using LearningCity.Docs.Packages;

namespace LearningCity.Docs.Fixing;

/// <summary>
/// Chuyển bảng mã cũ sang Unicode: a file with texts in fonts of TCVN3 or VNI, labels, titles and headers as well as entries. What is such by its font and its letters is
/// converted, font and all; Unicode in such a font gets another font; what is not certain is named and stays.
/// </summary>
internal static class LegacyFile
{
    /// <summary>Further places of a finding.</summary>
    private const int RelatedAtMost = 20;

    /// <summary>What is to be told beside the findings of the entries: the other places to convert, and each doubtful one.</summary>
    /// <param name="told">The findings that there are; what they say of a place is not said again.</param>
    /// <param name="hasLetters">The reader met letters in such a font: else only what it did not read is gone through, headers and notes or hidden sheets.</param>
    public static ImmutableArray<Finding> Findings(SafePackage package, ImmutableArray<Finding> told, bool hasLetters)
    {
        if (!HasLegacyFont(package)) { return []; }
        var lines = package.Kind is PackageKind.Workbook ? WorkbookFixer.LegacyLines(package, onlyHidden: !hasLetters) : DocumentFixer.LegacyLines(package, withBody: hasLetters);
        if (lines.IsEmpty) { return []; }
        var judge = new LegacyJudge(lines);
        var known = told.Where(f => Descriptors.Contains(f.Descriptor)).SelectMany(f => f.Related.Prepend(f.Location)).Select(WithoutControl).ToHashSet();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var line in lines.Where(l => judge.Of(l) is LegacyVerdict.Doubtful && !known.Contains(l.Location)).DistinctBy(l => (l.Location, l.Text)).Take(RelatedAtMost))
        {
            findings.Add(new Finding(FindingCatalog.LC2307_DoubtfulEncoding, line.Location, Short(line.Text), Font(line)) { Value = line.Text });
        }
        var others = lines.Where(l => judge.Of(l) is LegacyVerdict.Convert && !known.Contains(l.Location)).ToList();
        if (others.Count > 0)
        {
            findings.Add(new Finding(FindingCatalog.LC2309_LegacyEncodingElsewhere, others[0].Location, others.Count, Short(string.Concat(judge.Converted(others[0]))))
            {
                Value = others[0].Text, Related = [.. others.Skip(1).Select(l => l.Location).Distinct().Where(l => l != others[0].Location).Take(RelatedAtMost)],
            });
        }
        return findings.ToImmutable();
    }

    /// <summary>The file with all that converted; the file as it came, and no corrections, where there is nothing of the kind or it is signed.</summary>
    public static FixResult.Fixed Convert(SafePackage package)
    {
        if (package.Remarks.Any(r => r.Descriptor == FindingCatalog.LC1022_SignedFile) || !HasLegacyFont(package)) { return new FixResult.Fixed(package.Original, []); }
        var (parts, done) = package.Kind is PackageKind.Workbook ? WorkbookFixer.Convert(package) : DocumentFixer.Convert(package);
        return done.IsEmpty ? new FixResult.Fixed(package.Original, [])
            : new FixResult.Fixed(PackageEdit.Replace(package, parts), [.. done.Select(d => new Correction(Of(d.Line, d.Text), d.Line.Text, d.Text))]);
    }

    private static readonly ImmutableArray<FindingDescriptor> Descriptors =
        [FindingCatalog.LC1111_LegacyEncodingInTexts, FindingCatalog.LC2303_LegacyEncoding, FindingCatalog.LC2307_DoubtfulEncoding, FindingCatalog.LC2308_LegacyFont];

    private static Finding Of(LegacyLine line, string text) => text == line.Text
        ? new Finding(FindingCatalog.LC2308_LegacyFont, line.Location, Font(line), Short(text)) { Value = line.Text }
        : new Finding(FindingCatalog.LC2303_LegacyEncoding, line.Location, Short(line.Text), Short(text)) { Value = line.Text };

    private static string Font(LegacyLine line) => line.Runs.First(r => Text.LegacyEncoding.IsLegacyFont(r.Font)).Font!;

    private static string Short(string text) => Reading.TypedCell.Short(text);

    private static Location WithoutControl(Location location) => location is Location.TableCell cell ? cell with { Control = null } : location;

    /// <summary>Whether any part names such a font: few files do, and the others are not gone through a second time.</summary>
    private static bool HasLegacyFont(SafePackage package) => package.PartNames.Any(name =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && package.Part(name) is { } bytes && Names.Any(font => bytes.Span.IndexOf(font) >= 0));

    private static readonly ImmutableArray<byte[]> Names =
        [.. new[] { ".Vn", ".VN", ".vn", "VNI-", "Vni-", "vni-" }.SelectMany(name => new[] { Encoding.ASCII.GetBytes(name), Encoding.Unicode.GetBytes(name)[..^1] })];
}
