using System.Collections.Frozen;
using LearningCity.Docs.Documents;
using LearningCity.Docs.Evaluation;
using LearningCity.Docs.Packages;
using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Benchmarks;

/// <summary>Our program on the same inputs: what is loaded once at start-up is loaded beforehand, everything a request needs is in the run.</summary>
internal static class OurWork
{
    private static readonly DateOnly Today = new(2025, 6, 1);

    /// <summary>The whole check: guard, reading, rules between entries, evaluation.</summary>
    public static Work Check(int rows, string folder)
    {
        var pipeline = new FormPipeline(FormCatalog.Of([ScaledForm.Of(rows)]));
        var workbook = Workbook(rows, folder);
        return new("xlsx", "OurCheck", "", rows, () => pipeline.Check(workbook, Today),
            answer => [new("ok", answer is CheckResult.Checked { Forms: [{ Conforms: true } form] } && Filled(form.Entries))]);
    }

    /// <summary>The annex from entries that are read: the details' line, the official merged table with its controls and marks.</summary>
    public static Work Annex(int rows, string folder)
    {
        var forms = FormCatalog.Of([.. FormCatalog.Load(Templates("forms")).Forms.Where(f => f.Id != ScaledForm.Id), ScaledForm.Of(rows)]);
        var catalog = DocumentCatalog.Load(Templates("documents"));
        var kind = catalog.Find("phan-cong")!;
        var documents = new FormDocuments(Templates("documents"), catalog);
        var details = new DocumentDetails(new Dictionary<string, DetailValue>
        {
            ["agency"] = new DetailValue.Text("ỦY BAN NHÂN DÂN QUẬN BA ĐÌNH"),
            ["agencyShort"] = new DetailValue.Text("UBND quận Ba Đình"),
            ["number"] = new DetailValue.Text("128"),
            ["date"] = new DetailValue.Date(new DateOnly(2025, 4, 8)),
        }.ToFrozenDictionary());
        var entries = Read(forms, Workbook(rows, folder));
        var form = new FormCheck(entries, [], Evaluator.Evaluate(entries));
        return new("docx", "OurAnnex", "", rows, () => documents.Render(kind, form, details), answer =>
        {
            var annex = (byte[])answer;
            File.WriteAllBytes(Path.Combine(folder, $"out-OurAnnex-{rows}.docx"), annex);
            return [new("ok", Read(forms, annex).Entries.Select(e => e.Value).SequenceEqual(entries.Entries.Select(e => e.Value))), new("out_bytes", annex.Length)];
        });
    }

    private static FormEntries Read(FormCatalog forms, byte[] file) =>
        PackageGuard.Open(file) is GuardResult.Safe safe && new FormReader(new FormTexts(forms)).Read(safe.Package) is ReadResult.Read { Forms: [var form] } ? form : throw new InvalidDataException("not read as one form");

    /// <summary>Every entry has a value; the ratio that is typed without a unit (1.2.1-1) is left to a person.</summary>
    private static bool Filled(FormEntries entries) => entries.Entries.All(e => e.Value is not EntryValue.Blank and not EntryValue.Unreadable { Doubtful: false });

    private static byte[] Workbook(int rows, string folder) => File.ReadAllBytes(Path.Combine(folder, $"form-{rows}.xlsx"));

    private static string Templates(string part) => Path.Combine(AppContext.BaseDirectory, "templates", part);
}
