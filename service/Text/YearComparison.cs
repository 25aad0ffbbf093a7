namespace LearningCity.Docs.Text;

/// <summary>
/// This year's figure beside last year's, or a stated change, as chỉ tiêu 4.2 and 4.3 of Phụ lục IIIb need ("tăng so với năm trước liền kề").
/// <paramref name="StatedChange"/> is positive for a rise; where both levels are there too, a checker may compare.
/// </summary>
internal sealed record YearComparison(decimal? ThisYear, decimal? LastYear, decimal? StatedChange, string Unit)
{
    /// <summary>Positive, zero or negative: by the two levels where both are known, else by the stated change.</summary>
    public decimal Difference => ThisYear is { } now && LastYear is { } before ? now - before : StatedChange ?? 0;

    /// <summary>What the figures are counted in, whatever the spelling of the unit: <c>%</c>, <c>triệu</c> …; only figures of one dimension compare.</summary>
    public string Dimension => NumberWords.IsPercent(Unit) ? Level.Percent : Level.DimensionOf(Unit);

    /// <summary>A figure with its <see cref="Dimension"/>; null for a fraction, which is of counts and is not compared.</summary>
    public static (decimal Value, string Dimension)? Measured(FigureInText figure) => Level.Of(figure) is { } level ? (level.Number, level.Dimension) : null;

    /// <summary>The one comparison a summary makes; null when it makes none, or two, or when a figure has more than one reading.</summary>
    public static YearComparison? TryFind(string prose)
    {
        var figures = VietnameseNumber.FindFigures(prose);
        if (figures.Any(f => f.Notes.HasFlag(NumberNotes.AmbiguousComma))) { return null; }
        var levels = figures.Where(f => f.Change == Change.None).Select(Level.Of).OfType<Level>().ToList();
        var changes = figures.Where(f => f.Change != Change.None).Select(Level.Of).OfType<Level>().ToList();
        var change = changes is [var only] ? only : null;

        if (FromTo(VietnameseText.Compose(prose), levels) is { } move && IsLikely(move.To, move.From))
        {
            return new YearComparison(move.To.Number, move.From.Number, null, move.To.Figure.UnitText);
        }
        var pairs = levels.GroupBy(l => l.Dimension).Select(Pair).OfType<(Level Now, Level Before)>().Where(p => IsLikely(p.Now, p.Before)).ToList();
        if (pairs.Count > 1) { return null; }
        if (pairs is [var pair])
        {
            var stated = change?.Dimension == pair.Now.Dimension ? change : null;
            return new YearComparison(pair.Now.Number, pair.Before.Number, stated?.Signed, pair.Now.Figure.UnitText);
        }
        if (change is null || levels.Any(l => l.Dimension == change.Dimension && l.IsOfYearBefore)) { return null; }
        var now = levels.Where(l => l.Dimension == change.Dimension).ToList();
        return new YearComparison(now is [var one] ? one.Number : null, null, change.Signed, change.Figure.UnitText);
    }

    /// <summary>No rate or income of a district doubles or halves in a year: such a pair is a level beside a change, "so với năm trước (0,6%)".</summary>
    private static bool IsLikely(Level now, Level before) => now.Number <= before.Number * 2 && before.Number <= now.Number * 2;

    /// <summary>"tăng từ 97,2% năm 2023 lên 97,8%", in a sentence that names a year at all.</summary>
    private static (Level From, Level To)? FromTo(string text, List<Level> levels)
    {
        if (levels is not [var from, var to] || from.Dimension != to.Dimension || !FigurePatterns.Year().IsMatch(text)) { return null; }
        var before = text.AsSpan(0, from.Figure.Start).TrimEnd(' ');
        var between = text.AsSpan(0, to.Figure.Start).TrimEnd(' ');
        var isMove = before.EndsWith(" từ", StringComparison.OrdinalIgnoreCase)
            && (between.EndsWith(" lên", StringComparison.OrdinalIgnoreCase) || between.EndsWith(" xuống", StringComparison.OrdinalIgnoreCase));
        return isMove ? (from, to) : null;
    }

    private static (Level Now, Level Before)? Pair(IEnumerable<Level> sameUnit)
    {
        var levels = sameUnit.ToList();
        var dated = levels.Where(l => l.Figure.Year is not null).ToList();
        var undated = levels.Where(l => l.Figure.Year is null).ToList();
        if (dated is [var first, var second] && undated.Count == 0)
        {
            return (first.Figure.Year, second.Figure.Year) switch
            {
                (YearMention.Named a, YearMention.Named b) when a.Year == b.Year + 1 => (first, second),
                (YearMention.Named a, YearMention.Named b) when b.Year == a.Year + 1 => (second, first),
                (YearMention.YearBefore, YearMention.Named or YearMention.ThisYear) when !first.Figure.Compared => (second, first),
                (YearMention.Named or YearMention.ThisYear, YearMention.YearBefore) => (first, second),
                _ => null,
            };
        }
        var isCompared = dated is [{ Figure.Compared: true }] && undated.Count == 1 && undated[0].Figure.Start < dated[0].Figure.Start;
        return isCompared ? (undated[0], dated[0]) : null;
    }

    /// <summary>A percentage or an amount; fractions are of counts, and are not compared.</summary>
    private sealed record Level(FigureInText Figure, decimal Number, string Dimension)
    {
        public const string Percent = "%";

        public decimal Signed => Figure.Change == Change.Fall ? -Number : Number;

        public bool IsOfYearBefore => Figure.Compared || Figure.Year is YearMention.YearBefore;

        public static Level? Of(FigureInText figure) => figure switch
        {
            FigureInText.Percent p => new Level(p, p.Number, Percent),
            FigureInText.Amount a => new Level(a, a.Number, DimensionOf(a.Unit)),
            _ => null,
        };

        /// <summary>"triệu" and "triệu đồng/người/năm" measure the same in one summary.</summary>
        public static string DimensionOf(string unit)
        {
            var folded = VietnameseText.Fold(unit);
            var first = folded.Split(' ', '/')[0];
            return first switch
            {
                "trđ" => "triệu",
                "ngàn" => "nghìn",
                "triệu" or "tỉ" or "nghìn" or "đồng" => first,
                _ => folded,
            };
        }
    }
}
