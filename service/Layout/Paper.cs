using System.Text;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Layout;

/// <summary>Letters of one look. The format is the effective one: nothing is left to a style.</summary>
internal sealed record PaperRun(string Text, RunFormat Format)
{
    /// <summary>Word's own default where a document says nothing: 10 points.</summary>
    public decimal Points => (Format.HalfPoints ?? 20) / 2m;

    /// <summary>A run that shows a letter or a figure; spaces, dashes and symbols have no look to judge.</summary>
    public bool HasLetters => Text.Any(char.IsLetterOrDigit);
}

/// <summary>A line drawn as a shape. <paramref name="Width"/> in points, null when the file does not say.</summary>
internal sealed record DrawnLine(double? Width);

/// <summary>A PAGE field: the look of its number, its instruction, and the tabs before it in its paragraph.</summary>
internal sealed record PageField(RunFormat Format, string Instruction, int TabsBefore);

/// <summary>A paragraph as it stands on the page, in the body, a header or a footer.</summary>
internal sealed record PaperParagraph(Location.Paragraph Place, ParagraphFormat Format, ImmutableArray<PaperRun> Runs)
{
    /// <summary>The number or dash that Word draws before it; "" without one.</summary>
    public required string Label { get; init; }

    /// <summary>Index of its section.</summary>
    public required int Section { get; init; }

    public required string? Style { get; init; }
    public bool IsInTextBox { get; init; }
    public ImmutableArray<DrawnLine> Lines { get; init; } = [];
    public PageField? Page { get; init; }
    public bool HasPageBreak { get; init; }
    public bool IsInTable => Place.Table is not null;
    public bool IsCentered => Format.Alignment is Alignment.Center;
}

/// <summary>
/// What an official calls a line: a paragraph, or the part of one between two line breaks or in one column of tabs. <paramref name="Index"/> counts them through the paper.
/// </summary>
internal sealed record PaperLine(int Index, PaperParagraph Paragraph, ImmutableArray<PaperRun> Runs)
{
    /// <summary>As an official reads it: old encodings converted, composed, without spaces at the ends.</summary>
    public string Text { get; } = Read(Runs);

    /// <summary>The key of <see cref="VietnameseText.Fold"/>.</summary>
    public string Key => key ??= VietnameseText.Fold(Text);

    private string? key;

    /// <summary>Words to find a line by, spelt as <see cref="Key"/> is.</summary>
    public static string[] Keys(string[] words) => [.. words.Select(VietnameseText.Fold)];

    public bool IsBlank => Text.Length == 0;

    /// <summary>The runs whose look counts: not a footnote's number.</summary>
    public IEnumerable<PaperRun> Letters => Runs.Where(r => r.HasLetters && r.Format.IsRaised != true);

    public bool IsBold => Letters.Any() && Letters.All(r => r.Format.Bold == true);
    public bool IsItalic => Letters.Any() && Letters.All(r => r.Format.Italic == true);

    /// <summary>Every letter is a capital, or shown as one.</summary>
    public bool IsUpper => Text.Any(char.IsLetter) && Runs.All(r => r.Format.Capitals == true || !r.Text.Any(char.IsLower));

    /// <summary>A line made of underscores or dashes alone: typed where others draw one.</summary>
    public bool IsTypedLine => Text.Length >= 3 && Text.All(c => c is '_' or '-' or '–' or '—' or '─' or '━' or '¯');

    /// <summary>What <see cref="Finding.Value"/> shows.</summary>
    public string Excerpt => Text.Length <= 80 ? Text : Text[..80] + "…";

    private static string Read(ImmutableArray<PaperRun> runs)
    {
        var text = new StringBuilder();
        // A footnote's number is no word of the line.
        foreach (var run in runs.Where(r => r.Format.IsRaised != true || !r.HasLetters))
        {
            var kind = LegacyEncoding.Detect(run.Text, run.Format.HighAnsi);
            text.Append(kind is LegacyKind.None ? run.Text : LegacyEncoding.Convert(run.Text, kind));
        }
        return VietnameseText.Compose(text.ToString()).Replace('\u00A0', ' ').Trim();
    }
}

/// <summary>Khổ giấy, lề, đánh số trang of a stretch of pages (17.6). Lengths in twips; what the file leaves out has Word's default.</summary>
internal sealed record PaperSection
{
    public int Width { get; init; } = 12240;
    public int Height { get; init; } = 15840;
    public int Top { get; init; } = 1440;
    public int Bottom { get; init; } = 1440;
    public int Left { get; init; } = 1440;
    public int Right { get; init; } = 1440;
    public int Gutter { get; init; }
    /// <summary>Goes on where the section before ends, without a new page.</summary>
    public bool IsContinuous { get; init; }

    public bool HasTitlePage { get; init; }
    public int? FirstNumber { get; init; }
    public string NumberFormat { get; init; } = "decimal";

    /// <summary>Parts by <c>header.first</c>, <c>header.default</c>, <c>footer.even</c> …; what a section leaves out it has from the one before.</summary>
    public ImmutableDictionary<string, string> Parts { get; init; } = ImmutableDictionary<string, string>.Empty;

    public bool IsLandscape => Width > Height;
    public int TextWidth => Width - Left - Right - Gutter;
}

/// <summary>Văn bản: a Word document as the rules of layout see it.</summary>
internal sealed record Paper
{
    public required ImmutableArray<PaperParagraph> Paragraphs { get; init; }
    public required ImmutableArray<PaperSection> Sections { get; init; }

    /// <summary>The paragraphs of each header and footer, by part.</summary>
    public required ImmutableDictionary<string, ImmutableArray<PaperParagraph>> Margins { get; init; }

    /// <summary>How many pages the program that saved the file counted; null when it does not say.</summary>
    public required int? Pages { get; init; }

    /// <summary>Even pages have headers of their own.</summary>
    public required bool HasEvenHeaders { get; init; }

    /// <summary>Twips between tab stops that nobody set.</summary>
    public required int TabWidth { get; init; }
}
