using System.Xml;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Packages;

namespace LearningCity.Docs.Reading;

/// <summary>What a file turned out to be. A closed union.</summary>
internal abstract record ReadResult
{
    private ReadResult() { }

    /// <summary>One or more official forms, in the order of the file.</summary>
    /// <param name="HasLegacyLetters">Somewhere in the tables, sheets and paragraphs that were read stand letters beyond ASCII in a font of TCVN3 or VNI.</param>
    internal sealed record Read(ImmutableArray<FormEntries> Forms, bool HasLegacyLetters) : ReadResult;

    /// <summary>No form can be read: why.</summary>
    internal sealed record NoForm(Finding Finding) : ReadResult;
}

/// <summary>
/// The door of the stage: a safe package → the official forms in it, by marks and by texts, whoever wrote the file. Total: whatever was typed, and however the table was
/// rearranged, the answer is entries and findings.
/// </summary>
internal sealed class FormReader(FormTexts texts)
{
    public ReadResult Read(SafePackage package)
    {
        try
        {
            var mark = FormMark.Read(package);
            if (package.Kind is PackageKind.Document)
            {
                var (tables, revisions, letters) = DocumentReader.Read(package);
                return Forms(package, tables, mark, revisions, letters);
            }
            var (sheets, legacy) = WorkbookReader.Read(package);
            var read = Forms(package, sheets, mark, false, legacy);
            if (read is ReadResult.Read) { return read; }
            // A form on a hidden sheet counts only where the user sees none.
            var (hidden, hiddenLegacy) = WorkbookReader.Read(package, hidden: true);
            return Forms(package, hidden, mark, false, legacy || hiddenLegacy) is ReadResult.Read found ? found : read;
        }
        catch (TooManyLettersException) { return new ReadResult.NoForm(new Finding(FindingCatalog.LC1024_TooMuchText, Location.File, PackageLimits.Default.CellLetters)); }
        catch (XmlException e) { return new ReadResult.NoForm(new Finding(FindingCatalog.LC1015_DamagedXml, string.IsNullOrEmpty(e.SourceUri) ? Location.File : new Location.Part(e.SourceUri))); }
    }

    private ReadResult Forms(SafePackage package, ImmutableArray<Grid> grids, FormMark? mark, bool revisions, bool hasLegacyLetters)
    {
        LeaveOutForms(grids, mark, package.Cancelled);
        LookPastTheUnit(grids);
        var found = new List<(FormDefinition Form, List<FormTable> Tables)>();
        foreach (var grid in grids)
        {
            var scan = new GridScan(grid, texts, package.Cancelled);
            foreach (var form in scan.Forms(mark?.Id, found.LastOrDefault().Form))
            {
                var table = new FormTable(form, scan);
                // A table before that did not tell its level belongs to the level that this one tells.
                if (found.FindLastIndex(f => f.Form.IsSiblingOf(form)) is >= 0 and var i && found[i].Tables.TrueForAll(t => t.Scan.Levels(form, null).IsEmpty) && !Overlap(found[i].Tables, table))
                {
                    found[i] = (form, [.. found[i].Tables.Select(t => new FormTable(form, t.Scan))]);
                }
                // A form may go on in the next table or sheet (a page break, one sheet for each part); rows that are there already begin another copy.
                var open = found.LastOrDefault(f => f.Form == form);
                if (open.Tables is not null && !Overlap(open.Tables, table)) { open.Tables.Add(table); }
                else { found.Add((form, [table])); }
            }
            if (found.Count > PackageLimits.Default.Forms) { break; }
        }
        var more = found.Count - PackageLimits.Default.Forms;
        if (more > 0) { found.RemoveRange(PackageLimits.Default.Forms, more); }
        if (found.Count == 0) { return new ReadResult.NoForm(NothingFound(grids)); }
        var forms = found.Select(f => FormAssembly.Entries(texts, f.Form, [.. f.Tables], mark, Between(grids, found, f.Tables[0].Grid), package.Cancelled)).ToImmutableArray();
        if (revisions) { forms = [.. forms.Select(f => f with { Findings = [new Finding(FindingCatalog.LC1023_TrackedChanges, Location.File), .. f.Findings] })]; }
        if (more > 0) { forms = forms.SetItem(0, forms[0] with { Findings = [new Finding(FindingCatalog.LC1115_TooManyForms, Location.File, PackageLimits.Default.Forms), .. forms[0].Findings] }); }
        return new ReadResult.Read(forms, hasLegacyLetters);
    }

    /// <summary>The tables before this form that belong to no other one: in Word the lines about the unit are a table of their own.</summary>
    private static ImmutableArray<Grid> Between(ImmutableArray<Grid> grids, List<(FormDefinition Form, List<FormTable> Tables)> found, Grid first)
    {
        var others = found.SelectMany(f => f.Tables).Select(t => t.Grid).ToHashSet();
        return [.. grids.TakeWhile(g => g != first).Reverse().TakeWhile(g => !others.Contains(g))];
    }

    /// <summary>In Word the lines about the unit are a table of their own: what stands before them, the title, stands before the form too.</summary>
    private void LookPastTheUnit(ImmutableArray<Grid> grids)
    {
        for (var i = 0; i + 1 < grids.Length; i++)
        {
            if (grids[i].Host is Host.Word && grids[i].Rows.Any(r => r.Cells.Any(c => texts.IsProperty(c.Text))) && !new GridScan(grids[i], texts, CancellationToken.None).Hits.Any(h => h.Texts.Any(t => t.Role is TextRole.Node)))
            {
                grids[i + 1].Before = [.. grids[i].Before, .. grids[i + 1].Before];
            }
        }
    }

    /// <summary>A table in a cell belongs to the cell's text, unless it is a form of its own.</summary>
    private void LeaveOutForms(ImmutableArray<Grid> grids, FormMark? mark, CancellationToken cancelled)
    {
        if (!grids.Any(g => g.IsInCell)) { return; }
        var forms = grids.Where(g => g.IsInCell && new GridScan(g, texts, cancelled).Forms(mark?.Id).Any()).ToHashSet();
        foreach (var cell in grids.SelectMany(g => g.Rows).SelectMany(r => r.Cells).Where(c => c.Tables.Any(t => Holds(t, forms)))) { cell.LeaveOutTables(); }
    }

    private static bool Holds(Grid grid, HashSet<Grid> forms) => forms.Contains(grid) || grid.Rows.Any(r => r.Cells.Any(c => c.Tables.Any(t => Holds(t, forms))));

    private static bool Overlap(List<FormTable> tables, FormTable table)
    {
        var there = tables.SelectMany(t => t.Form.Nodes.Where(n => n.Fields.Length > 0 && t.Has(n))).Select(n => n.Order).ToHashSet();
        var own = table.Form.Nodes.Where(n => n.Fields.Length > 0 && table.Has(n)).ToList();
        return own.Count(n => there.Contains(n.Order)) * 5 > own.Count;
    }

    private Finding NothingFound(ImmutableArray<Grid> grids)
    {
        var looked = string.Join("; ", texts.Catalog.Forms.OrderBy(f => f.Order).Select(f => f.Annex ?? (f.LayoutBasis is null ? f.TitleLines[0] : f.Sheet)));
        var seen = grids.IsEmpty ? new Sentence("found.nothing")
            : grids[0].Host is Host.Excel ? new Sentence("found.sheets", string.Join(", ", grids.Take(8).Select(g => $"“{g.Name}”")))
            : new Sentence("found.tables", grids.Length, First(grids));
        return new Finding(FindingCatalog.LC1101_NoFormFound, Location.File, looked, seen);
    }

    private static string First(ImmutableArray<Grid> grids)
    {
        var words = grids.SelectMany(g => g.Rows).SelectMany(r => r.Cells).FirstOrDefault(c => c.Kind is RawKind.Text)?.Text.Trim() ?? "…";
        return words.Length <= 60 ? words : words[..60] + "…";
    }
}
