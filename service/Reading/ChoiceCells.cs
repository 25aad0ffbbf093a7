using LearningCity.Docs.Forms;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

/// <summary>
/// The cells of one field in which choices are printed, and how they are marked: a tick in, beside, under or in the place of a choice; the others struck or deleted; or looks
/// alone. Printed choices without any of that are no entry.
/// </summary>
internal sealed class ChoiceCells
{
    private readonly FieldDefinition field;
    private readonly ImmutableArray<PrintedChoice> printed;
    private readonly int firstColumn;
    private readonly List<GridCell> cells = [];
    private readonly List<GridCell> loneMarks = [];

    /// <summary>What somebody wrote besides the printed choices.</summary>
    private readonly List<(GridCell Cell, int Choice)> written = [];

    /// <summary>Cells that hold one choice, be it printed or written.</summary>
    private readonly List<(GridCell Cell, int Choice)> single = [];

    /// <summary>A choice with other words.</summary>
    private readonly List<GridCell> strange = [];

    /// <summary>Words alone.</summary>
    private readonly List<GridCell> words = [];

    /// <summary>What was struck out there and is no choice.</summary>
    private readonly List<GridCell> withdrawn = [];

    /// <summary>A choice with a note mark, which chooses nothing.</summary>
    private readonly List<GridCell> noted = [];

    /// <summary>A number with the words of another choice, a mark on a struck choice, words of two choices where one is printed.</summary>
    private readonly List<GridCell> contradictions = [];

    /// <summary>A mark beside a cell that prints several choices: it tells none of them.</summary>
    private readonly List<GridCell> untold = [];

    private readonly Choice[] choices;
    private bool isBetween;

    private sealed class Choice
    {
        public List<GridCell> Cells { get; } = [];

        /// <summary>What all of its number, and all of its words, look like; null where they are not there.</summary>
        public Looks? Number { get; set; }
        public Looks? Words { get; set; }
        public bool IsMarked { get; set; }
        public GridCell? Mark { get; set; }
        public bool HasNumber => Number is not null;
        public bool HasWords => Words is not null;
        public bool IsThere => Cells.Count > 0;

        /// <summary>Number or words that stand out make the choice stand out, also where they stand in two rows.</summary>
        public Looks Looks => (Number ?? Looks.Plain) | (Words ?? Looks.Plain);
        public bool IsStruck => IsThere && Looks.HasFlag(Looks.Struck);
        public bool IsWhole => HasNumber && HasWords;
        public bool IsStruckWhole => IsThere && (Number ?? Looks.Struck).HasFlag(Looks.Struck) && (Words ?? Looks.Struck).HasFlag(Looks.Struck);

        public void Take(ChoiceToken token, GridCell cell)
        {
            if (token.HasNumber) { Number = Number is { } before ? before & token.Looks : token.Looks; }
            if (token.HasWords) { Words = Words is { } before ? before & token.Looks : token.Looks; }
            Cells.Add(cell);
        }
    }

    private ChoiceCells(FieldDefinition field, ImmutableArray<PrintedChoice> printed, int firstColumn)
    {
        (this.field, this.printed, this.firstColumn) = (field, printed, firstColumn);
        choices = [.. printed.Select(_ => new Choice())];
    }

    /// <param name="cells">The data cells of the row, in the order of reading.</param>
    /// <param name="firstColumn">Where the data cells begin: a blank cell before the first choice is a box.</param>
    public static ChoiceCells Of(FieldDefinition field, ChoiceTokens tokens, IEnumerable<GridCell> cells, int firstColumn, CancellationToken cancelled)
    {
        var read = new ChoiceCells(field, tokens.Printed, firstColumn);
        foreach (var cell in cells)
        {
            cancelled.ThrowIfCancellationRequested();
            read.Take(cell, tokens.Of(cell));
        }
        read.TellWrittenFromPrinted();
        foreach (var mark in read.loneMarks)
        {
            cancelled.ThrowIfCancellationRequested();
            read.Attach(mark);
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

    /// <summary>The choices that are printed in a cell of their own, where most of them are.</summary>
    public IReadOnlyList<(GridCell Cell, int Choice)> InOwnCells
    {
        get
        {
            var own = choices.Select((c, i) => (Cell: c.Cells.FirstOrDefault()!, Choice: i)).Where(c => c.Cell is not null).GroupBy(c => c.Cell).Where(g => g.Count() == 1).Select(g => g.Single()).ToList();
            return own.Count * 2 > choices.Length && own.Count >= 2 ? own : [];
        }
    }

    /// <summary>A cell in which choices are printed.</summary>
    public bool Holds(GridCell? cell) => cell is not null && choices.Any(c => c.Cells.Contains(cell));

    private void Take(GridCell cell, ImmutableArray<ChoiceToken> all)
    {
        cells.Add(cell);
        // What is struck out is withdrawn before choices are weighed; of a choice the strike itself says something.
        if (all.Any(t => t.IsStruck && t.Kind is not (ChoiceTokenKind.Choice or ChoiceTokenKind.Box))) { withdrawn.Add(cell); }
        var tokens = all.RemoveAll(t => t.IsStruck && t.Kind is not ChoiceTokenKind.Choice);
        bool Has(ChoiceTokenKind kind) => tokens.Any(t => t.Kind == kind);
        if (Has(ChoiceTokenKind.Contradiction)) { contradictions.Add(cell); }
        var named = tokens.Where(t => t.Kind is ChoiceTokenKind.Choice).Select(t => t.Choice).Distinct().ToList();
        if (named.Count == 0)
        {
            if (Has(ChoiceTokenKind.Other) || Has(ChoiceTokenKind.Contradiction)) { words.Add(cell); }
            else if (Has(ChoiceTokenKind.Mark)) { loneMarks.Add(cell); }
            else if (Has(ChoiceTokenKind.Note)) { words.Add(cell); }
            return;
        }
        if (Has(ChoiceTokenKind.Other)) { strange.Add(cell); }
        if (Has(ChoiceTokenKind.Note)) { noted.Add(cell); }
        var marks = Has(ChoiceTokenKind.Mark) || Has(ChoiceTokenKind.Box);
        var isRepeated = false;
        foreach (var token in tokens.Where(t => t.Kind is ChoiceTokenKind.Choice))
        {
            var choice = choices[token.Choice];
            if (choice.IsThere && ((token.HasNumber && choice.HasNumber) || (token.HasWords && choice.HasWords)))
            {
                if (token.IsStruck) { withdrawn.Add(cell); continue; }
                if (!marks)
                {
                    written.Add((cell, token.Choice));
                    isRepeated |= choice.Cells[^1] != cell;
                    continue;
                }
                (choice.Number, choice.Words) = (null, null);
            }
            choice.Take(token, cell);
        }
        if (isRepeated && named.Count > 1 && named.Count < choices.Length) { contradictions.Add(cell); }
        tokens = tokens.RemoveAll(t => t.IsStruck);
        var open = tokens.Where(t => t.Kind is ChoiceTokenKind.Choice).Select(t => t.Choice).Distinct().ToList();
        if (open.Count == 1) { single.Add((cell, open[0])); }
        if (!marks) { return; }
        if (named.Count == 1)
        {
            if (Has(ChoiceTokenKind.Mark) && open.Count == 1) { Mark(open[0], cell); }
            else if (Has(ChoiceTokenKind.Mark)) { contradictions.Add(cell); }
        }
        else
        {
            // The place of a struck mark is an empty box: the marks that are left belong to the other choices.
            var emptied = all.Where(t => t is { IsStruck: true, Kind: ChoiceTokenKind.Mark }).Select(t => t with { Kind = ChoiceTokenKind.Box, Looks = Looks.Plain });
            isBetween |= !Settle([.. tokens.Concat(emptied).OrderBy(t => t.At)], cell);
        }
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
            all.RemoveAll(t => t.Kind is ChoiceTokenKind.Other or ChoiceTokenKind.Note);
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
        var number = only.Cells.FirstOrDefault(c => c.Kind is RawKind.Number || c.Text.Trim().Length <= 2) ?? apart;
        only.Cells.Remove(number);
        if (only.Number is { } looks && looks.HasFlag(Looks.Struck)) { withdrawn.Add(number); }
        else { written.Add((number, Array.IndexOf(choices, only))); }
        only.Number = null;
    }

    private static bool Overlap(GridCell left, GridCell right) => left.Column < right.Column + right.ColumnSpan && right.Column < left.Column + left.ColumnSpan;

    private static bool SameRow(GridCell left, GridCell right) => left.Grid == right.Grid && left.Row <= right.LastRow && right.Row <= left.LastRow;

    /// <summary>A mark alone in its cell belongs to the choice over or under it, or beside it.</summary>
    private void Attach(GridCell mark)
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
        var own = boxFirst ? inRow.Find(p => p.Cell.Column > mark.Column) : inRow.FindLast(p => p.Cell.Column < mark.Column);
        if (own.Cell is null) { isBetween = true; }
        else if (inRow.Count(p => p.Cell == own.Cell) > 1) { untold.Add(mark); }
        else { Mark(own.Choice, mark); }
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
    /// <param name="places">Where the other rows print the choices.</param>
    public FieldCell Decide(IReadOnlyCollection<ChoiceCells> others, PrintedPlaces places) => WithUnseen(Decided(others, places));

    /// <summary>Tells of what was struck out beside the choices, and of what nobody sees.</summary>
    private FieldCell WithUnseen(FieldCell decided)
    {
        var hidden = cells.FindAll(c => c.Seen is { } seen && EntryReader.Says(seen.Hidden));
        if (withdrawn.Count + hidden.Count == 0) { return decided; }
        if (decided.IsBlank)
        {
            var place = withdrawn.Count > 0 ? ResultCells.Blank(withdrawn[0]) : decided.Cell;
            return new FieldCell(place with { Seen = null }) { Reading = new EntryReading(new EntryValue.Blank(), [.. Withdrawn(new Sentence("LC2406.blank")), .. Hidden()]) };
        }
        return decided with { Beside = [.. decided.Beside, .. Withdrawn(new Sentence("LC2406.read", TypedCell.Short(decided.Cell.Text))), .. Hidden()] };

        IEnumerable<Finding> Withdrawn(Sentence counts) => withdrawn.Distinct().Where(IsUntold).Select(c => Told(FindingCatalog.LC2406_Withdrawn, c, TypedCell.Short(c.Seen!.Struck), counts));
        IEnumerable<Finding> Hidden() => hidden.Where(IsUntold).Select(c => Told(FindingCatalog.LC1110_HiddenEntries, c, new Sentence("LC1110.text", TypedCell.Short(c.Seen!.Hidden))));

        // What is read from the very cell tells of it by itself.
        bool IsUntold(GridCell c) => decided.IsBlank || decided.Reading is not null || decided.Cell.Seen is null || c.Location != decided.Cell.Location;
    }

    private FieldCell Decided(IReadOnlyCollection<ChoiceCells> others, PrintedPlaces places)
    {
        if (Contradiction(places) is { } asked) { return asked; }
        var marked = Which(c => c.IsMarked);
        if (strange.Count > 0 && marked.Count == 0) { return new FieldCell(strange[0].Raw()); }
        var said = marked.Concat(written.Select(w => w.Choice)).Distinct().ToList();
        if (said.Count > 1 || (said.Count == 1 && marked.Count > 0)) { return Boxes(said, choices[said[0]].Mark ?? written[0].Cell); }
        if (said.Count == 1)
        {
            withdrawn.AddRange(Which(c => c.IsStruck).Select(i => choices[i].Cells[0]));
            return Written(written[0].Cell, said[0]);
        }
        if (untold.Count > 0) { return NotUnderstood(untold[0]); }
        if (isBetween) { return Asked(FindingCatalog.LC2413_MarkBetweenChoices, loneMarks.FirstOrDefault() ?? First!, null, Quote()); }
        var struck = Which(c => c.IsStruck);
        var left = Which(c => c is { IsThere: true, IsStruck: false });
        var gone = Which(c => !c.IsThere);
        // Words in the place of a choice are not its deletion.
        if (left.Count == 1 && (gone.Count == 0 || words.Count == 0))
        {
            var cell = choices[left[0]].Cells[0];
            var chosen = Boxes(left, cell);
            return struck.Count == 0 ? chosen : chosen with { Reading = Chosen(left[0]) with { Findings = [Told(FindingCatalog.LC2414_ChosenByStrike, cell, printed[left[0]].Text)] } };
        }
        if (words.Count > 0) { return new FieldCell(words[0].Raw()); }
        if (struck.Count > 0) { return Asked(FindingCatalog.LC2412_ChoicesStruck, choices[struck[0]].Cells[0], null, Named(struck)); }
        // Some choices in one cell were typed there where other rows have a cell for each, or where the numbers are missing that the paper prints.
        if (gone.Count > 0 && choices[left[0]].Cells[0] is var typed && left.TrueForAll(i => choices[i].Cells.TrueForAll(c => c == typed))
            && (places.StepAt(typed) is not null || left.TrueForAll(i => printed[i].Number is not null && !choices[i].HasNumber))) { return new FieldCell(typed.Raw()); }
        if (gone.Count > 0) { return Asked(FindingCatalog.LC2412_ChoicesStruck, First!, null, Named(gone)); }
        // A note mark that most rows have is the paper's own.
        if (noted.Count > 0 && others.Count(o => o != this && o.noted.Count > 0) * 2 <= others.Count(o => o != this)) { return NotUnderstood(noted[0]); }
        // A choice cut down to its number, or to its words, among whole ones.
        if (Which(c => !c.IsWhole) is [var cut] && choices.Length > 2) { return NotUnderstood(choices[cut].Cells[0]); }
        if (ByLooks(others) is { } looks) { return looks; }
        return cells.FirstOrDefault(c => c.Objects is not CellObjects.None) is { } covered
            ? Asked(FindingCatalog.LC2415_ShapeOverChoices, covered, null)
            : new FieldCell(ResultCells.Blank(First!));
    }

    /// <summary>What is seen says two things: a box drawn otherwise than it is kept, a step in the place of another one.</summary>
    private FieldCell? Contradiction(PrintedPlaces places)
    {
        if (cells.Find(c => c.Objects.HasFlag(CellObjects.DoubtfulBox)) is { } box) { return Asked(FindingCatalog.LC2409_ObjectInCell, box, null, (ImmutableArray<Sentence>)[new Sentence("LC2409.box")]); }
        if (contradictions.Count > 0) { return NotUnderstood(contradictions[0]); }
        if (Which(c => c is { IsMarked: true, IsStruckWhole: true }) is [var marked, ..]) { return NotUnderstood(choices[marked].Mark!); }
        if (written.Find(w => choices[w.Choice].IsStruckWhole) is { Cell: { } again }) { return NotUnderstood(again); }
        if (choices.All(c => c.IsThere) && written.Count == 0) { return null; }
        var misplaced = single.Find(s => places.StepAt(s.Cell) is { } step && step != s.Choice);
        // Where other rows print choices nobody writes one beside them.
        if (misplaced.Cell is null) { misplaced = written.Find(w => places.StepAt(w.Cell) is not null || InPlaceOf(w.Cell) is not null); }
        return misplaced.Cell is { } cell ? NotUnderstood(cell) : null;
    }

    private FieldCell NotUnderstood(GridCell cell) => Asked(FindingCatalog.LC2410_NotUnderstood, cell, null, TypedCell.Short(cell.Text.Length > 0 ? cell.Text : All()));

    private List<int> Which(Func<Choice, bool> which) => [.. Enumerable.Range(0, choices.Length).Where(i => which(choices[i]))];

    /// <summary>A step written into a cell; under the words of another step it contradicts the paper.</summary>
    private FieldCell Written(GridCell cell, int choice)
    {
        // Behind the choices in their own cell.
        if (Holds(cell)) { return Boxes([choice], cell); }
        var over = Which(c => c.Cells.Exists(o => !SameRow(o, cell) && Overlap(o, cell)));
        return choices.Length > 2 && over.Count == 1 && over[0] != choice ? NotUnderstood(cell) : new FieldCell(cell.Raw());
    }

    /// <summary>The choice that alone has a look which most other rows lack at its place. Of two choices it may as well be the one that does not hold.</summary>
    private FieldCell? ByLooks(IReadOnlyCollection<ChoiceCells> others)
    {
        var found = new HashSet<int>();
        var told = false;
        var rows = others.Where(o => o != this && o.choices.All(c => c.IsThere)).ToList();
        foreach (var look in (ReadOnlySpan<Looks>)[Looks.Bold, Looks.Underlined, Looks.Highlighted, Looks.Boxed])
        {
            // A look that most rows have at that place is the paper's own.
            var with = Which(c => c.Looks.HasFlag(look)).FindAll(i => rows.Count == 0 || rows.Count(r => !r.choices[i].Looks.HasFlag(look)) * 2 > rows.Count);
            if (with.Count != 1) { continue; }
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

    /// <summary>Marks alone, each in a place where other rows print a choice; null where one is not.</summary>
    public FieldCell? InPlaces(PrintedPlaces places)
    {
        if (!loneMarks.TrueForAll(m => places.StepAt(m) is not null)) { return null; }
        foreach (var mark in loneMarks) { Mark(places.StepAt(mark)!.Value, mark); }
        return WithUnseen(Boxes(Which(c => c.IsMarked), loneMarks[0]));
    }

    /// <summary>No choices are printed: what was written, as it stands. One choice left beside a mark of its own cell may be the chosen one or the other one.</summary>
    public FieldCell? AsWritten(PrintedPlaces places)
    {
        if (Contradiction(places) is { } asked) { return WithUnseen(asked); }
        if (loneMarks.Count > 0 && choices.Any(c => c.IsThere)) { return WithUnseen(Asked(FindingCatalog.LC2413_MarkBetweenChoices, loneMarks[0], null, Quote())); }
        if (Damaged(places) is { } damaged) { return WithUnseen(NotUnderstood(damaged)); }
        var said = choices.Where(c => !c.IsStruck).SelectMany(c => c.Cells).Concat(loneMarks).ToHashSet();
        var telling = cells.FindAll(said.Contains);
        if (telling.Count == 0) { telling = [.. words]; }
        if (telling.Count == 0) { telling = [.. cells.Where(c => !c.IsEmpty && !Symbols.IsEmptyBox(c.Text))]; }
        return telling.Count switch
        {
            0 => withdrawn.Count > 0 ? WithUnseen(new FieldCell(ResultCells.Blank(withdrawn[0]))) : null,
            1 => WithUnseen(new FieldCell(telling[0].Raw())),
            _ => WithUnseen(new FieldCell(telling[0].Raw(string.Join(' ', telling.Select(c => c.Text.Trim()))))),
        };
    }

    /// <summary>
    /// Beside the one choice that can be read: words in the place where other rows print another one, or like another one ("Tăngx"), or figures that mark steps with 0 and 1.
    /// What is left there is not chosen by that.
    /// </summary>
    private GridCell? Damaged(PrintedPlaces places)
    {
        var left = Which(c => c is { IsThere: true, IsStruck: false });
        if (left.Count == 0) { return null; }
        if (words.Find(w => (places.StepAt(w) is { } step && !left.Contains(step)) || w.Text.Trim() is "0" || IsLikeAnother(w, left)) is { } damaged) { return damaged; }
        // A number alone, further to the right than the entry begins, stands at the place of a step: that of its own, or it may be a tick at another one.
        return choices.Length > 2 && cells.Count(c => !c.IsEmpty) == 1 && single is [{ Cell: { } cell, Choice: var choice }] && !choices[choice].HasWords
            && cell.Column > firstColumn && places.StepAt(cell) is null && (cell.Column - firstColumn) != choice * cell.ColumnSpan ? cell : null;
    }

    private bool IsLikeAnother(GridCell cell, List<int> left)
    {
        var key = VietnameseText.FoldMarks(cell.Text);
        return key.Length > 0 && Which(_ => true).Except(left).Select(i => VietnameseText.FoldMarks(printed[i].Words)).Any(w => key.Length < 2 * w.Length && (key.StartsWith(w, StringComparison.Ordinal) || w.StartsWith(key, StringComparison.Ordinal) || key.EndsWith(w, StringComparison.Ordinal)));
    }
}
