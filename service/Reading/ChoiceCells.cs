using LearningCity.Docs.Forms;
using LearningCity.Docs.OpenXml;

namespace LearningCity.Docs.Reading;

/// <summary>
/// The cells of one field in which choices are printed, and how they are marked: a tick in, beside, under or in the place of a choice; the others struck or deleted; or looks
/// alone. Printed choices without any of that are no entry.
/// </summary>
internal sealed class ChoiceCells
{
    private readonly FieldDefinition field;
    private readonly ImmutableArray<PrintedChoice> printed;
    private readonly List<GridCell> cells = [];
    private readonly List<GridCell> loneMarks = [];
    private readonly List<(GridCell Cell, int Choice)> written = [];
    private readonly List<GridCell> strange = [];
    private readonly List<GridCell> words = [];
    private readonly List<GridCell> withdrawn = [];
    private readonly Choice[] choices;
    private bool isBetween;

    private sealed class Choice
    {
        public List<GridCell> Cells { get; } = [];
        public bool HasNumber { get; set; }
        public bool HasWords { get; set; }
        public bool IsMarked { get; set; }
        public Looks Looks { get; set; }
        public GridCell? Mark { get; set; }
        public bool IsThere => Cells.Count > 0;
        public bool IsStruck => IsThere && Looks.HasFlag(Looks.Struck);
    }

    private ChoiceCells(FieldDefinition field, ImmutableArray<PrintedChoice> printed)
    {
        (this.field, this.printed) = (field, printed);
        choices = [.. printed.Select(_ => new Choice())];
    }

    /// <param name="cells">The data cells of the row, in the order of reading.</param>
    /// <param name="firstColumn">Where the data cells begin: a blank cell before the first choice is a box.</param>
    public static ChoiceCells Of(FieldDefinition field, ChoiceTokens tokens, IEnumerable<GridCell> cells, int firstColumn, CancellationToken cancelled)
    {
        var read = new ChoiceCells(field, tokens.Printed);
        foreach (var cell in cells)
        {
            cancelled.ThrowIfCancellationRequested();
            read.Take(cell, tokens.Of(cell));
        }
        read.TellWrittenFromPrinted();
        foreach (var mark in read.loneMarks)
        {
            cancelled.ThrowIfCancellationRequested();
            read.Attach(mark, firstColumn);
        }
        return read;
    }

    /// <summary>Two or more choices stand there, in whatever state: the paper prints them.</summary>
    public bool ArePrinted => choices.Count(c => c.IsThere) >= 2;

    /// <summary>Nothing but marks and empty boxes: the choices may be printed further up.</summary>
    public bool AreOnlyMarks => choices.All(c => !c.IsThere) && words.Count == 0 && loneMarks.Count > 0;

    public IReadOnlyList<GridCell> LoneMarks => loneMarks;

    /// <summary>Where the choice is to be marked: the first choice, or the first cell.</summary>
    public GridCell? First => choices.FirstOrDefault(c => c.IsThere)?.Cells[0] ?? cells.FirstOrDefault();

    /// <summary>A cell in which choices are printed.</summary>
    public bool Holds(GridCell? cell) => cell is not null && choices.Any(c => c.Cells.Contains(cell));

    private void Take(GridCell cell, ImmutableArray<ChoiceToken> all)
    {
        cells.Add(cell);
        // A mark that is struck out is withdrawn; a choice that is says something.
        var tokens = all.RemoveAll(t => t.Kind is ChoiceTokenKind.Mark or ChoiceTokenKind.Box && t.Looks.HasFlag(Looks.Struck));
        if (all.Any(t => t.Kind is ChoiceTokenKind.Mark && t.Looks.HasFlag(Looks.Struck))) { withdrawn.Add(cell); }
        var named = tokens.Where(t => t.Kind is ChoiceTokenKind.Choice).Select(t => t.Choice).Distinct().ToList();
        if (named.Count == 0)
        {
            if (tokens.Any(t => t.Kind is ChoiceTokenKind.Other)) { words.Add(cell); }
            else if (tokens.Any(t => t.Kind is ChoiceTokenKind.Mark)) { loneMarks.Add(cell); }
            return;
        }
        if (tokens.Any(t => t.Kind is ChoiceTokenKind.Other)) { strange.Add(cell); }
        var marks = tokens.Any(t => t.Kind is ChoiceTokenKind.Mark or ChoiceTokenKind.Box);
        foreach (var token in tokens.Where(t => t.Kind is ChoiceTokenKind.Choice))
        {
            var choice = choices[token.Choice];
            var isAgain = choice.IsThere && ((token.HasNumber && choice.HasNumber) || (token.HasWords && choice.HasWords)) && choice.Cells[^1] != cell;
            if (isAgain && !marks) { written.Add((cell, token.Choice)); continue; }
            choice.Looks = choice.IsThere && !isAgain ? choice.Looks & token.Looks : token.Looks;
            choice.Cells.Add(cell);
            choice.HasNumber |= token.HasNumber;
            choice.HasWords |= token.HasWords;
        }
        if (!marks) { return; }
        if (named.Count == 1)
        {
            if (tokens.Any(t => t.Kind is ChoiceTokenKind.Mark)) { Mark(named[0], cell); }
        }
        else if (!Settle(tokens, cell)) { isBetween = true; }
    }

    private void Mark(int choice, GridCell cell)
    {
        choices[choice].IsMarked = true;
        choices[choice].Mark ??= cell;
    }

    /// <summary>Marks and choices of one cell, part by part; false when a mark could belong to either side, or to none.</summary>
    private bool Settle(ImmutableArray<ChoiceToken> tokens, GridCell cell)
    {
        var settled = true;
        foreach (var part in tokens.GroupBy(t => t.Part))
        {
            var all = part.ToList();
            var options = all.Where(t => t.Kind is ChoiceTokenKind.Choice).Select(t => t.Choice).Distinct().ToList();
            var marks = all.Where(t => t.Kind is ChoiceTokenKind.Mark or ChoiceTokenKind.Box).ToList();
            if (marks.TrueForAll(m => m.Kind is ChoiceTokenKind.Box)) { continue; }
            if (options.Count == 1) { Mark(options[0], cell); continue; }
            if (options.Count == 0) { settled = false; continue; }
            all.RemoveAll(t => t.Kind is ChoiceTokenKind.Other);
            // "☑ Tăng ☐ Giảm", "Tăng x Giảm o": each with its own; "Tăng Giảm x", "x Tăng Giảm": the one at the end.
            var isFirst = all[0].Kind is not ChoiceTokenKind.Choice;
            var pairs = all.Count == options.Count * 2 && all.Select((t, i) => (t.Kind is ChoiceTokenKind.Choice) == (i % 2 == (isFirst ? 1 : 0))).All(fits => fits);
            if (pairs)
            {
                for (var i = 0; i < all.Count; i += 2)
                {
                    var (mark, option) = isFirst ? (all[i], all[i + 1]) : (all[i + 1], all[i]);
                    if (mark.Kind is ChoiceTokenKind.Mark) { Mark(option.Choice, cell); }
                }
            }
            else if (marks.Count == 1 && isFirst) { Mark(all[1].Choice, cell); }
            else if (marks.Count == 1 && all[^1].Kind is not ChoiceTokenKind.Choice) { Mark(all[^2].Choice, cell); }
            else { settled = false; }
        }
        return settled;
    }

    /// <summary>One digit alone among choices printed in words is what somebody wrote, unless it stands over or under its own words.</summary>
    private void TellWrittenFromPrinted()
    {
        var numbered = choices.Where(c => c.HasNumber).ToList();
        if (numbered.Count != 1 || choices.Count(c => c.HasWords) < 2) { return; }
        var only = numbered[0];
        if (only.Cells.Count < 2) { return; }
        var apart = only.Cells.FirstOrDefault(c => only.Cells.All(o => o == c || !Overlap(o, c)));
        if (apart is null) { return; }
        var number = only.Cells.First(c => c.Kind is RawKind.Number || c.Text.Trim().Length <= 2);
        only.Cells.Remove(number);
        written.Add((number, Array.IndexOf(choices, only)));
    }

    private static bool Overlap(GridCell left, GridCell right) => left.Column < right.Column + right.ColumnSpan && right.Column < left.Column + left.ColumnSpan;

    private static bool SameRow(GridCell left, GridCell right) => left.Grid == right.Grid && left.Row <= right.LastRow && right.Row <= left.LastRow;

    /// <summary>A mark alone in its cell belongs to the choice over or under it, or beside it.</summary>
    private void Attach(GridCell mark, int firstColumn)
    {
        if (InPlaceOf(mark) is { } replaced) { Mark(replaced, mark); return; }
        var stacked = Choices(c => !SameRow(c, mark) && Overlap(c, mark));
        var beside = Choices(c => SameRow(c, mark));
        if (beside.Count == 0 && stacked.Count == 1) { Mark(stacked[0], mark); return; }
        if (beside.Count == 1 && stacked.Count == 0) { Mark(beside[0], mark); return; }
        if (stacked.Count == 1 && beside.Count > 0 && !beside.Contains(stacked[0])) { Mark(stacked[0], mark); return; } // in the place of its digit
        if (stacked.Count == 1 && beside.Count == choices.Length) { Mark(stacked[0], mark); return; }
        if (beside.Count < 2) { isBetween |= ArePrinted; return; }
        var inRow = beside.Select(i => (Choice: i, Cell: choices[i].Cells.First(c => SameRow(c, mark)))).OrderBy(p => p.Cell.Column).ToList();
        var boxFirst = inRow[0].Cell.Column > firstColumn;
        var own = boxFirst
            ? inRow.Where(p => p.Cell.Column > mark.Column).Select(p => (int?)p.Choice).FirstOrDefault()
            : inRow.Where(p => p.Cell.Column < mark.Column).Select(p => (int?)p.Choice).LastOrDefault();
        if (own is { } choice) { Mark(choice, mark); } else { isBetween = true; }
    }

    /// <summary>Of a scale printed side by side one step is gone, and the mark stands at its place.</summary>
    private int? InPlaceOf(GridCell mark)
    {
        var gone = Which(c => !c.IsThere);
        if (choices.Length <= 2 || gone is not [var step]) { return null; }
        var before = step > 0 ? choices[step - 1].Cells[0] : null;
        var after = step + 1 < choices.Length ? choices[step + 1].Cells[0] : null;
        return (before is null || (SameRow(before, mark) && before.Column + before.ColumnSpan == mark.Column)) && (after is null || (SameRow(after, mark) && mark.Column + mark.ColumnSpan == after.Column)) ? step : null;
    }

    private List<int> Choices(Func<GridCell, bool> which) => [.. Enumerable.Range(0, choices.Length).Where(i => choices[i].Cells.Exists(c => which(c)))];

    /// <summary>What the field says, given how the other fields with the same choices look; a blank cell when nothing was added, marked or taken away.</summary>
    public FieldCell Decide(IReadOnlyCollection<ChoiceCells> others) => BesideWithdrawn(Decided(others));

    /// <summary>Tells of the marks that were struck out.</summary>
    private FieldCell BesideWithdrawn(FieldCell decided)
    {
        if (withdrawn.Count == 0) { return decided; }
        if (decided.IsBlank) { return new FieldCell(ResultCells.Blank(withdrawn[0]) with { Seen = null }) { Reading = new EntryReading(new EntryValue.Blank(), Told(new Sentence("LC2406.blank"))) }; }
        return decided with { Beside = Told(new Sentence("LC2406.read", TypedCell.Short(decided.Cell.Text))) };

        // What is read from the very cell tells of it by itself.
        ImmutableArray<Finding> Told(Sentence counts) => [.. withdrawn.Where(c => decided.Cell.Seen is null || c.Location != decided.Cell.Location).Select(c => this.Told(FindingCatalog.LC2406_Withdrawn, c, TypedCell.Short(c.Seen!.Struck), counts))];
    }

    private FieldCell Decided(IReadOnlyCollection<ChoiceCells> others)
    {
        var marked = Which(c => c.IsMarked);
        if (strange.Count > 0 && marked.Count == 0) { return new FieldCell(strange[0].Raw()); }
        var said = marked.Concat(written.Select(w => w.Choice)).Distinct().ToList();
        if (said.Count > 1 || (said.Count == 1 && marked.Count > 0)) { return Boxes(said, choices[said[0]].Mark ?? written[0].Cell); }
        if (said.Count == 1) { return Written(written[0].Cell, said[0]); }
        if (isBetween) { return Asked(FindingCatalog.LC2413_MarkBetweenChoices, loneMarks.FirstOrDefault() ?? First!, null, Quote()); }
        var struck = Which(c => c.IsStruck);
        var left = Which(c => c is { IsThere: true, IsStruck: false });
        if (left.Count == 1)
        {
            var cell = choices[left[0]].Cells[0];
            var chosen = Boxes(left, cell);
            return struck.Count == 0 ? chosen : chosen with { Reading = Chosen(left[0]) with { Findings = [Told(FindingCatalog.LC2414_ChosenByStrike, cell, printed[left[0]].Text)] } };
        }
        if (struck.Count > 0) { return Asked(FindingCatalog.LC2412_ChoicesStruck, choices[struck[0]].Cells[0], null, Named(struck)); }
        if (words.Count > 0) { return new FieldCell(words[0].Raw()); }
        if (left.Count < choices.Length) { return Asked(FindingCatalog.LC2412_ChoicesStruck, First!, null, Named(Which(c => !c.IsThere))); }
        if (ByLooks(others) is { } looks) { return looks; }
        return cells.FirstOrDefault(c => c.Objects is not CellObjects.None) is { } covered
            ? Asked(FindingCatalog.LC2415_ShapeOverChoices, covered, null)
            : new FieldCell(ResultCells.Blank(First!));
    }

    private List<int> Which(Func<Choice, bool> which) => [.. Enumerable.Range(0, choices.Length).Where(i => which(choices[i]))];

    /// <summary>A step written into a cell; under the words of another step it contradicts the paper.</summary>
    private FieldCell Written(GridCell cell, int choice)
    {
        var over = Which(c => c.Cells.Exists(o => !SameRow(o, cell) && Overlap(o, cell)));
        return choices.Length > 2 && over.Count == 1 && over[0] != choice ? Asked(FindingCatalog.LC2410_NotUnderstood, cell, null, Short(cell)) : new FieldCell(cell.Raw());
    }

    /// <summary>The choice that alone has a look which most other rows lack at its place. Of two choices it may as well be the one that does not hold.</summary>
    private FieldCell? ByLooks(IReadOnlyCollection<ChoiceCells> others)
    {
        var found = new HashSet<int>();
        var told = false;
        var rows = others.Where(o => o != this && o.choices.All(c => c.IsThere)).ToList();
        foreach (var look in (ReadOnlySpan<Looks>)[Looks.Bold, Looks.Underlined, Looks.Highlighted, Looks.Boxed])
        {
            var with = Which(c => c.Looks.HasFlag(look));
            if (with.Count != 1) { continue; }
            var lacking = rows.Count(r => !r.choices[with[0]].Looks.HasFlag(look));
            if (rows.Count > 0 && lacking * 2 <= rows.Count) { continue; }
            found.Add(with[0]);
            told |= rows.Count > 0;
        }
        if (found.Count == 0) { return null; }
        var only = found.First();
        var cell = choices[only].Cells[0];
        if (found.Count > 1 || choices.Length == 2 || !told) { return Asked(FindingCatalog.LC2416_LooksAsk, cell, null, found.Count > 1 ? Named([.. found.Order()]) : Quoted(only)); }
        return new FieldCell(cell.Raw(BoxText([only])))
        {
            Reading = Chosen(only) with { NeedsReview = true, Findings = [Told(FindingCatalog.LC2411_ChosenByLooks, cell, printed[only].Text) with { Suggestion = new Fix(new Sentence("fix.mark"), "X") }] },
        };
    }

    private string BoxText(List<int> marked) => string.Join(' ', printed.Select((choice, i) => $"{(marked.Contains(i) ? Symbols.Ticked : Symbols.Empty)} {choice.Text}"));

    private FieldCell Boxes(List<int> marked, GridCell at) => new(at.Raw(BoxText(marked)));

    private EntryReading Chosen(int choice) => EntryReading.Choice(printed[choice].Value);

    private FieldCell Asked(FindingDescriptor descriptor, GridCell at, Fix? suggestion, params ImmutableArray<object> arguments)
    {
        var raw = at.Raw(All());
        return new FieldCell(raw) { Reading = new EntryReading(new EntryValue.Unreadable(raw.Text, Doubtful: true), [Told(descriptor, at, arguments) with { Suggestion = suggestion }]) };
    }

    private Finding Told(FindingDescriptor descriptor, GridCell at, params ImmutableArray<object> arguments) => new(descriptor, at.Location, arguments) { Entry = field.Id, Value = at.Text };

    private string All() => string.Join(' ', cells.Select(c => c.Text.Trim()).Where(t => t.Length > 0));

    private string Quote() => TypedCell.Short(All());

    private static string Short(GridCell cell) => TypedCell.Short(cell.Text);

    private string Quoted(int choice) => $"“{printed[choice].Text}”";

    private string Named(List<int> which) => string.Join(", ", which.Select(Quoted));

    /// <summary>The choices printed once further up, such as the scale at the head of a page: which of them the marks stand under.</summary>
    public FieldCell Under(ChoiceCells heading)
    {
        foreach (var mark in loneMarks)
        {
            var over = heading.Choices(c => Overlap(c, mark));
            if (over.Count == 1) { Mark(over[0], mark); } else { isBetween = true; }
        }
        var marked = Which(c => c.IsMarked);
        return marked.Count == 0 || isBetween ? Asked(FindingCatalog.LC2413_MarkBetweenChoices, loneMarks[0], null, Quote()) : Boxes(marked, choices[marked[0]].Mark!);
    }

    /// <summary>No choices are printed: what was written, as it stands. One choice left beside a mark of its own cell may be the chosen one or the other one.</summary>
    public FieldCell? AsWritten()
    {
        if (loneMarks.Count > 0 && choices.Any(c => c.IsThere)) { return Asked(FindingCatalog.LC2413_MarkBetweenChoices, loneMarks[0], null, Quote()); }
        var said = choices.SelectMany(c => c.Cells).Concat(loneMarks).ToHashSet();
        var telling = cells.FindAll(said.Contains);
        if (telling.Count == 0) { telling = [.. words]; }
        if (telling.Count == 0) { telling = [.. cells.Where(c => !c.IsEmpty && !Symbols.IsEmptyBox(c.Text))]; }
        return telling.Count switch
        {
            0 => null,
            1 => new FieldCell(telling[0].Raw()),
            _ => new FieldCell(telling[0].Raw(string.Join(' ', telling.Select(c => c.Text.Trim())))),
        };
    }
}
