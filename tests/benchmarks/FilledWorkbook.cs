using LearningCity.Docs.Writing;

namespace LearningCity.Docs.Benchmarks;

/// <summary>The official form as we write it, every entry filled.</summary>
internal static class FilledWorkbook
{
    public static (byte[] Bytes, SheetSum Sum) Of(FormDefinition form)
    {
        var figures = form.Fields.ToDictionary(f => f.Id, f => SampleFigures.Of(form, f));
        var numbers = figures.Values.OfType<decimal>().ToArray();
        var typed = figures.ToDictionary(f => f.Key, f => SampleFigures.Written(f.Value));
        return (FormWorkbook.Write(form, typed), new SheetSum(numbers.Length, numbers.Sum()));
    }
}
