using System.Collections.Frozen;
using System.Text.RegularExpressions;
using LearningCity.Docs.Evaluation;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;

namespace LearningCity.Docs.Documents;

/// <summary>
/// What the Word template of a paper is filled with: one model for all kinds of a form, so that figures and words agree across a dossier. It holds the annex (<see cref="AnnexModel"/>), every detail
/// under its template name, and what follows from both.
/// </summary>
internal static partial class PaperModel
{
    /// <summary>What the subject of a công văn begins with (Nghị định 30/2020, Phụ lục I, mục II khoản 5).</summary>
    private const string About = "V/v";

    /// <param name="draft">Bản nháp: DỰ THẢO on every page.</param>
    public static Dictionary<string, object?> Of(DocumentKind kind, FormCheck check, DocumentDetails details, DocumentCatalog catalog, bool draft)
    {
        var (entries, form, evaluation) = (check.Entries, check.Entries.Form, check.Evaluation);
        var model = AnnexModel.Final(entries, kind, details, catalog, draft);
        DetailNames.Add(model, details, catalog);
        ProcedureNames.Add(model, catalog.ProcedureOf(form), form);
        PaperHead.Add(model, kind, details, catalog);
        Set(model, "bieu.danh_hieu", form.Family is { } family ? catalog.Families.GetValueOrDefault(family, "") : "");
        Set(model, "bieu.cap", form.PlaceLevel ?? "");
        Set(model, "bieu.muc_do", form.RecognitionLevel ?? 0);
        Set(model, "bieu.kem_theo_van_ban", form.AttachedTo);
        if (form.Layout is FormLayout.Results) 
        {
            model["danh_gia"] = ResultsSummary.Of(entries, evaluation);
            model["ly_do_khong_dat"] = RefusalReasons.Names(RefusalReasons.Of(check));
        }
        else { FiguresSummary.Add(model, entries, evaluation); }
        var subject = details.Text("subject") ?? NamePattern().Replace(kind.Subject, name => Named(model, name.Groups[1].Value));
        if (kind.Letter.Sign is null && !subject.StartsWith(About, StringComparison.OrdinalIgnoreCase)) { subject = $"{About} {subject}"; }
        model["trich_yeu"] = subject;
        SignatureLineNames.Add(model, kind, details, subject);
        model["thuoc_tinh"] = RegisterProperties.Of(kind, details, subject);
        return model;
    }

    /// <summary>A model that has every name: to check a template against before there are data.</summary>
    public static Dictionary<string, object?> Sample(DocumentKind kind, FormDefinition form, DocumentCatalog catalog)
    {
        var values = catalog.Details.Where(d => d.Type is not (DetailType.Symbol or DetailType.Year)).Select(d => KeyValuePair.Create(d.Name, d.Type switch
        {
            DetailType.Date => (DetailValue)new DetailValue.Date(new DateOnly(2000, 1, 1)),
            DetailType.List => new DetailValue.List(d.Example),
            DetailType.Flag => new DetailValue.Flag(true),
            _ => new DetailValue.Text(d.Example[0]),
        }));
        var entries = new FormEntries(form, Reading.Host.Word, [.. form.Fields.Select(f => new Entry(f, new EntryValue.Blank(), "", Location.File))], []);
        return Of(kind, new FormCheck(entries, [], Evaluator.Evaluate(entries)), new DocumentDetails(values.ToFrozenDictionary()), catalog, draft: true);
    }

    /// <summary>Puts a value under a dotted name.</summary>
    /// <exception cref="InvalidOperationException">The name is taken.</exception>
    public static void Set(Dictionary<string, object?> model, string name, object? value)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            if (!model.TryAdd(name, value)) { throw new InvalidOperationException($"The model has '{name}' already."); }
            return;
        }
        if (!model.TryGetValue(name[..dot], out var group)) { model[name[..dot]] = group = new Dictionary<string, object?>(); }
        Set((Dictionary<string, object?>)group!, name[(dot + 1)..], value);
    }

    /// <exception cref="InvalidOperationException">The kind's subject names what the model has not.</exception>
    private static string Named(Dictionary<string, object?> model, string name)
    {
        object? at = model;
        foreach (var part in name.Split('.'))
        {
            at = at is Dictionary<string, object?> names && names.TryGetValue(part, out var next) ? next : throw new InvalidOperationException($"A subject names '{name}', which the model has not.");
        }
        return at switch { string text => text, int number => number.ToString(System.Globalization.CultureInfo.InvariantCulture), _ => throw new InvalidOperationException($"'{name}' is no text.") };
    }

    [GeneratedRegex(@"\{([a-z_.]+)\}")]
    private static partial Regex NamePattern();
}
