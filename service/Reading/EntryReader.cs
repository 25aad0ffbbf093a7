using LearningCity.Docs.Forms;
using LearningCity.Docs.OpenXml;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

/// <summary>
/// How a cell becomes a value, by the kind of its field. Total: whatever was typed, there is a value and never an exception. A fix is offered only when reading the fixed
/// cell gives the same value and leaves nothing to fix, and never for a formula.
/// </summary>
internal static class EntryReader
{
    public static EntryReading Read(FormDefinition form, FieldDefinition field, RawCell cell)
    {
        var typed = new TypedCell(form, field, cell);
        var reading = InItsFont(typed, ReadOnce(typed));
        if (reading.Findings.Any(f => (f.Fix ?? f.Suggestion) is not null)) { reading = Proven(typed, reading); }
        return cell is { Seen: null, Objects: CellObjects.None } ? reading : Seen(typed, reading);
    }

    /// <summary>What the cell holds besides the text that was read: struck, hidden and raised text, pictures and objects.</summary>
    private static EntryReading Seen(TypedCell cell, EntryReading reading)
    {
        var told = ImmutableArray.CreateBuilder<Finding>();
        if (cell.Raw.Seen is { } seen)
        {
            if (Says(seen.Struck))
            {
                told.Add(cell.Finding(FindingCatalog.LC2406_Withdrawn, TypedCell.Short(seen.Struck), string.IsNullOrWhiteSpace(cell.Text) ? new Sentence("LC2406.blank") : new Sentence("LC2406.read", cell.Quote)));
            }
            if (seen.NoteMarks.Length > 0) { told.Add(cell.Finding(FindingCatalog.LC2407_NoteMark, seen.NoteMarks, cell.Quote)); }
            if (Says(seen.Hidden)) { told.Add(cell.Finding(FindingCatalog.LC1110_HiddenEntries, new Sentence("LC1110.text", TypedCell.Short(seen.Hidden)))); }
            if (seen.IsDoubtful)
            {
                var doubt = cell.Finding(seen.IsPowerDoubtful ? FindingCatalog.LC2408_RaisedBehindTen : FindingCatalog.LC2423_RaisedInFigure, cell.Quote);
                // A summary is a text, and stays one.
                reading = cell.Field.IsProse ? reading with { Findings = [.. reading.Findings, doubt] } : new(new EntryValue.Unreadable(cell.Text, Doubtful: true), [doubt]);
            }
        }
        if (cell.Raw.Objects is not CellObjects.None and var objects)
        {
            told.Add(cell.Finding(FindingCatalog.LC2409_ObjectInCell, Names(objects)));
            // What is in the picture may be the value: the cell is not blank. A shape may lie over another cell than its own.
            if ((reading.Value is EntryValue.Blank { Reason: null } && (objects & ~CellObjects.Shape) != 0) || (objects.HasFlag(CellObjects.DoubtfulBox) && !cell.Field.IsProse))
            {
                reading = reading with { Value = new EntryValue.Unreadable(cell.Text, Doubtful: true) };
            }
        }
        return told.Count == 0 ? reading : reading with { Findings = [.. reading.Findings, .. told] };
    }

    /// <summary>Words in the place of evidence that say that there is none.</summary>
    private static readonly System.Collections.Frozen.FrozenSet<string> NoEvidence = System.Collections.Frozen.FrozenSet.ToFrozenSet(
        ["không", "không có", "chưa", "chưa có", "không có minh chứng", "chưa có minh chứng", "0", VietnameseText.Fold(VietnameseSentences.All["prompt.evidence"])], StringComparer.Ordinal);

    /// <summary>More than blanks and punctuation.</summary>
    public static bool Says(string text) => text.AsSpan().ContainsAnyExcept(" \t\n\r\u00A0.,;:-–…_/()".AsSpan());

    private static ImmutableArray<Sentence> Names(CellObjects objects) =>
        [.. ObjectNames.Where(o => objects.HasFlag(o.Kind)).Select(o => new Sentence(o.Key))];

    private static readonly ImmutableArray<(CellObjects Kind, string Key)> ObjectNames =
        [(CellObjects.Picture, "LC2409.picture"), (CellObjects.Embedded, "LC2409.embedded"), (CellObjects.ImportedPart, "LC2409.importedPart"), (CellObjects.Shape, "LC2409.shape"), (CellObjects.DoubtfulBox, "LC2409.box")];

    private static EntryReading ReadOnce(TypedCell cell) => cell.Raw.Kind switch
    {
        RawKind.Error => cell.Unreadable(FindingCatalog.LC2401_CellError, cell.Quote),
        RawKind.Blank or RawKind.Number or RawKind.Date or RawKind.Boolean when cell.Raw is { IsFormula: true, Number: null } => cell.Doubtful(FindingCatalog.LC2404_FormulaWithoutValue, null),
        RawKind.Blank => EntryReading.Blank,
        RawKind.Boolean when !cell.Field.IsProse => cell.Doubtful(FindingCatalog.LC2405_BooleanInCell, null, cell.Quote),
        RawKind.Text when !cell.Field.IsProse && ByKind(cell) is var typed => typed.Value is EntryValue.Unreadable ? WithoutNotes(cell) ?? Decoded(cell) ?? typed : typed,
        _ => ByKind(cell),
    };

    private static EntryReading ByKind(TypedCell cell) => cell.Field.Kind switch
    {
        FieldKind.Evidence when NoEvidence.Contains(VietnameseText.Fold(cell.Text)) => EntryReading.Blank,
        FieldKind.Summary or FieldKind.Evidence => SummaryReader.Read(cell),
        FieldKind.Result => ResultReader.Read(cell),
        FieldKind.Property => PropertyReader.Read(cell),
        FieldKind.Percent => PercentReader.Read(cell),
        FieldKind.Count => CountReader.Read(cell),
        FieldKind.Trend => TrendReader.Read(cell),
        FieldKind.Rating => RatingReader.Read(cell),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>"Đạt" with a raised 1 behind it: a choice that a note is made on. A raised x may be a tick, and is no note.</summary>
    private static EntryReading? WithoutNotes(TypedCell cell)
    {
        if (cell.Field.Kind is not (FieldKind.Result or FieldKind.Trend or FieldKind.Rating)) { return null; }
        var visible = cell.Raw.Seen is { } seen ? seen.Stretches.RemoveAll(s => (s.Looks & (Looks.Struck | Looks.Hidden)) != 0) : [new TextStretch(cell.Text, Looks.Plain)];
        var notes = visible.Where(s => s.Looks.HasFlag(Looks.Raised) && SeenText.IsMark(s.Text) && !Symbols.IsTick(s.Text)).Select(s => s.Text.Trim()).ToList();
        var text = string.Concat(visible.Where(s => !(s.Looks.HasFlag(Looks.Raised) && SeenText.IsMark(s.Text) && !Symbols.IsTick(s.Text))).Select(s => s.Text)).TrimEnd();
        var bare = SeenText.WithoutRaisedDigits(text);
        if (bare.Length < text.Length) { notes.Add(text[bare.Length..]); }
        if (notes.Count == 0 || string.IsNullOrWhiteSpace(bare)) { return null; }
        var reading = ByKind(cell with { Raw = cell.Raw with { Text = bare } });
        if (reading.Value is not EntryValue.Choice) { return null; }
        // Writing the cell anew would take the note away.
        return reading with { Findings = [.. reading.Findings.Select(f => f with { Fix = null, Value = cell.Text }), cell.Finding(FindingCatalog.LC2407_NoteMark, string.Join(", ", notes), TypedCell.Short(bare))] };
    }

    /// <summary>Unicode letters in a font of an old encoding show as others: what was read is not what the official sees.</summary>
    private static EntryReading InItsFont(TypedCell cell, EntryReading reading)
    {
        if (cell.Raw.Kind is not RawKind.Text || !LegacyEncoding.IsLegacyFont(cell.Raw.Font) || System.Text.Ascii.IsValid(cell.Text)) { return reading; }
        if (reading.Findings.Any(f => f.Descriptor == FindingCatalog.LC2303_LegacyEncoding)) { return reading; }
        var (legacy, unicode) = LegacyEncoding.Evidence(cell.Text, LegacyEncoding.OfFont(cell.Raw.Font));
        if (unicode == 0) { return reading; }
        // Words of both kinds: what stands there is not certain.
        if (legacy > 0) { return reading with { Findings = [.. reading.Findings.Select(f => f with { Fix = null }), cell.Finding(FindingCatalog.LC2307_DoubtfulEncoding, cell.Quote, cell.Raw.Font!)] }; }
        var fix = reading.Findings.Select(f => f.Fix).FirstOrDefault(f => f is not null);
        return reading with
        {
            Findings = [.. reading.Findings.Select(f => f with { Fix = null }),
                cell.Finding(FindingCatalog.LC2308_LegacyFont, cell.Raw.Font!, cell.Quote) with { Fix = cell.InUnicode(fix?.Value ?? cell.Text) }],
        };
    }

    /// <summary>
    /// TCVN3 or VNI in a cell of few words that says nothing as it stands. A short word shows too little to be told by its letters alone ("§¹t"), so a conversion that this
    /// very field understands counts too.
    /// </summary>
    private static EntryReading? Decoded(TypedCell cell)
    {
        if (System.Text.Ascii.IsValid(cell.Text)) { return null; }
        switch (Mojibake.Read(cell.Text))
        {
            case MojibakeReading.Lost lost: return cell.Unreadable(FindingCatalog.LC2306_LettersLost, SummaryReader.Words(lost));
            case MojibakeReading.Restored restored when As(cell, restored.Text, FindingCatalog.LC2305_Mojibake) is { } whole: return whole;
        }
        var detected = LegacyEncoding.Detect(cell.Text, cell.Raw.Font);
        foreach (var kind in (ReadOnlySpan<LegacyKind>)[detected, LegacyKind.Tcvn3, LegacyKind.Vni])
        {
            if (kind is LegacyKind.None) { continue; }
            var converted = LegacyEncoding.Convert(cell.Text, kind);
            if (converted == cell.Text) { continue; }
            if (As(cell, converted, FindingCatalog.LC2303_LegacyEncoding) is { } reading) { return reading; }
        }
        return null;
    }

    /// <summary>The cell's text in another encoding, if its field understands it so.</summary>
    private static EntryReading? As(TypedCell cell, string converted, FindingDescriptor descriptor)
    {
        var reading = ByKind(cell with { Raw = cell.Raw with { Text = converted, Font = null } });
        if (reading.Value is EntryValue.Unreadable or EntryValue.Blank { Reason: null }) { return null; }
        var value = reading.Findings.Select(f => f.Fix?.Value).FirstOrDefault(v => v is not null) ?? VietnameseText.Tidy(converted);
        return reading with
        {
            Findings = [.. reading.Findings.Where(f => f.Fix is null).Select(f => f with { Value = cell.Text }),
                cell.Finding(descriptor, cell.Quote, TypedCell.Short(value)) with { Fix = cell.InUnicode(value) }],
        };
    }

    private static EntryReading Proven(TypedCell cell, EntryReading reading) => reading with
    {
        Findings = [.. reading.Findings.Select(f => FigureCorrections.AsNumbers(cell, f)).Select(f => f.Fix is null ? f
            : cell.Raw.IsFormula ? f with { Fix = null }
            : IsSafe(cell, f.Fix, reading.Value) ? f
            : f with { Fix = null, Suggestion = f.Suggestion ?? f.Fix })],
    };

    /// <summary>The corrected cell says the same, and a number leaves nothing to remark.</summary>
    private static bool IsSafe(TypedCell cell, Fix fix, EntryValue value)
    {
        var after = ReadOnce(cell with { Raw = Corrected(cell.Raw, fix) });
        return after.Findings.All(f => fix.Number is null && f.Fix is null)
            && (after.Value == value || after.Value is EntryValue.Text { Value: var text } && text == fix.Value && value is EntryValue.Text);
    }

    /// <summary>The cell as it is once the correction is written.</summary>
    public static RawCell Corrected(RawCell cell, Fix fix) => fix.Number is { } number
        ? cell with
        {
            Text = VietnameseNumber.Write(number.IsPercent ? number.Value * 100 : number.Value) + (number.IsPercent ? "%" : ""),
            Kind = RawKind.Number, Number = number.Value, Shape = number.IsPercent ? NumberShape.Percent : NumberShape.General, Font = null,
        }
        : cell with { Text = fix.Value, Kind = RawKind.Text, Number = null, Shape = NumberShape.General, Font = fix.Font ?? cell.Font };
}
