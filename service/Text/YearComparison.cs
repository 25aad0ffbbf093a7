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
        prose = ProseSentences.Without(VietnameseText.Compose(prose), OtherMatters.AsSpan());
        var figures = FigureFinder.Find(prose).RemoveAll(f => IsPlanned(prose, f));
        if (figures.Any(f => f.Notes.HasFlag(NumberNotes.AmbiguousComma))) { return null; }
        var levels = figures.Where(f => f.Change == Change.None).Select(Level.Of).OfType<Level>().ToList();
        var changes = figures.Where(f => f.Change != Change.None).Select(Level.Of).OfType<Level>().ToList();
        var change = changes is [var only] ? only : null;

        if (FromTo(prose, levels) is { } move && IsLikely(move.To, move.From))
        {
            return new YearComparison(move.To.Number, move.From.Number, null, move.To.Figure.UnitText);
        }
        var pairs = levels.GroupBy(l => l.Kind).Select(Pair).OfType<(Level Now, Level Before)>().Select(p => (p.Now, Before: p.Before.In(p.Now))).Where(p => IsLikely(p.Now, p.Before)).ToList();
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

    /// <summary>Rates that fall when things go well, or are of others: a sentence about them says nothing of income or employment.</summary>
    public static readonly ImmutableArray<string> OtherMatters =
        ["nghèo", "cận nghèo", "thất nghiệp", "thiếu việc làm", "chưa có việc làm", "không có việc làm", "qua đào tạo", "bỏ học", "sinh con thứ ba", "tội phạm", "thu ngân sách", "chi ngân sách"];

    /// <summary>"phấn đấu năm 2025 đạt 90 triệu đồng", "vượt 0,3% so với kế hoạch": not what a year came to, nor a change between years.</summary>
    private static bool IsPlanned(string text, FigureInText figure)
    {
        if (ProseSentences.HasAny(ProseSentences.ClauseBefore(text, figure.Start), ProseSentences.Wishes.AsSpan())) { return true; }
        var after = text.AsSpan(figure.Start + figure.Length).TrimStart(' ');
        if (after.StartsWith("so với", StringComparison.OrdinalIgnoreCase)) { after = after["so với".Length..].TrimStart(' '); }
        foreach (var other in (ReadOnlySpan<string>)["kế hoạch", "chỉ tiêu", "mục tiêu", "bình quân", "mức"])
        {
            if (ProseSentences.IndexOfWord(after[..Math.Min(after.Length, other.Length + 1)], other) == 0) { return true; }
        }
        return false;
    }

    /// <summary>No rate or income of a district doubles or halves in a year: such a pair is a level beside a change, "so với năm trước (0,6%)".</summary>
    private static bool IsLikely(Level now, Level before) => now.Number <= before.Number * 2 && before.Number <= now.Number * 2;

    /// <summary>"tăng từ 97,2% năm 2023 lên 97,8%", in a sentence that names a year at all.</summary>
    private static (Level From, Level To)? FromTo(string text, List<Level> levels)
    {
        if (levels is not [var from, var to] || from.Kind != to.Kind || !FigurePatterns.Year().IsMatch(text)) { return null; }
        if (from.Figure.Year is YearMention.Named first && to.Figure.Year is YearMention.Named last && last.Year != first.Year && last.Year != first.Year + 1) { return null; }
        var before = text.AsSpan(0, from.Figure.Start).TrimEnd(' ');
        var between = text.AsSpan(0, to.Figure.Start).TrimEnd(' ');
        var isMove = before.EndsWith(" từ", StringComparison.OrdinalIgnoreCase)
            && (between.EndsWith(" lên", StringComparison.OrdinalIgnoreCase) || between.EndsWith(" xuống", StringComparison.OrdinalIgnoreCase));
        return isMove ? (from.In(to), to) : null;
    }

    /// <summary>A movement that contradicts its own words: "tăng từ 97,2% lên 96,8%". Null when each goes as it says.</summary>
    public static (FigureInText From, FigureInText To, Change Said)? Contradictory(string prose)
    {
        var text = VietnameseText.Compose(prose);
        var figures = FigureFinder.Find(text);
        for (var i = 0; i + 1 < figures.Length; i++)
        {
            if (Level.Of(figures[i]) is not { } from || Level.Of(figures[i + 1]) is not { } to || from.Kind != to.Kind || (from.Figure.Notes | to.Figure.Notes).HasFlag(NumberNotes.AmbiguousComma)) { continue; }
            var between = text.AsSpan(from.Figure.Start + from.Figure.Length, to.Figure.Start - from.Figure.Start - from.Figure.Length);
            if (between.Length > LongestMove || ProseSentences.End(between, 0) < between.Length || between.Contains(',')) { continue; }
            if (Said(text.AsSpan(0, from.Figure.Start).TrimEnd(' '), between.TrimEnd(' ')) is not { } said) { continue; }
            var difference = to.Number - from.In(to).Number;
            if (said is Change.Rise ? difference < 0 : difference > 0) { return (from.Figure, to.Figure, said); }
        }
        return null;
    }

    /// <summary>Characters between the two figures of a movement: "từ 97,2% năm 2023 lên 97,8%".</summary>
    private const int LongestMove = 40;

    /// <summary>"tăng từ … lên", "giảm nhẹ từ … xuống còn". Null where it does not say, or says both.</summary>
    private static Change? Said(ReadOnlySpan<char> before, ReadOnlySpan<char> between)
    {
        if (!EndsWithWord(before, "từ")) { return null; }
        before = before[..^"từ".Length].TrimEnd(' ');
        foreach (var how in (ReadOnlySpan<string>)["nhẹ", "mạnh", "dần", "đều", "rõ rệt", "đáng kể"])
        {
            if (EndsWithWord(before, how)) { before = before[..^how.Length].TrimEnd(' '); }
        }
        var (up, down) = (EndsWithWord(before, "tăng"), EndsWithWord(before, "giảm"));
        var (to, downTo) = (EndsWithWord(between, "lên"), EndsWithWord(between, "xuống") || EndsWithWord(between, "còn"));
        var isTo = to || downTo || EndsWithWord(between, "đến");
        return !isTo || up && downTo || down && to ? null : up ? Change.Rise : down ? Change.Fall : null;
    }

    private static bool EndsWithWord(ReadOnlySpan<char> text, string word) =>
        text.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsLetter(text[^(word.Length + 1)]));

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
        if (dated is not [var before] || undated is not [var now] || now.Figure.Start > before.Figure.Start) { return null; }
        // "Đạt 96,8%, năm trước 97,2%", "đạt 88,5 triệu đồng (năm 2023 là 91,2 triệu đồng)": what stands first, without a year, is this year's.
        var isBeside = before.Figure.Year is YearMention.YearBefore or YearMention.Named && before.Figure.Start - now.Figure.Start <= LongestMove;
        return before.Figure.Compared || isBeside ? (now, before) : null;
    }

    /// <summary>A percentage or an amount; fractions are of counts, and are not compared.</summary>
    private sealed record Level(FigureInText Figure, decimal Number, string Dimension)
    {
        public const string Percent = "%";

        /// <summary>Money is compared whatever its scale: 1,02 tỷ is more than 980 triệu.</summary>
        public string Kind => Money.Scale(Dimension) is null ? Dimension : "đồng";

        /// <summary>The same level in the other's unit.</summary>
        public Level In(Level other) => Dimension == other.Dimension || Money.Scale(Dimension) is not { } own || Money.Scale(other.Dimension) is not { } wanted
            ? this
            : this with { Number = Number * own / wanted, Dimension = other.Dimension };

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
                "trđ" or "tr" or "tr.đ" or "tr.đồng" => "triệu",
                "ngàn" => "nghìn",
                "triệu" or "tỉ" or "nghìn" or "đồng" => first,
                _ => folded,
            };
        }
    }
}
