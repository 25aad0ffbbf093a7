using LearningCity.Docs.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.Docs.Http;

/// <summary>A filled form to try: <c>phu-luc-iiib.right.xlsx</c>, <c>phu-luc-iiib.mistakes.xlsx</c>.</summary>
/// <param name="Form">The form's id, the first part of the name.</param>
/// <param name="Filling"><c>right</c>, or <c>mistakes</c> as officials make them: the second part.</param>
internal sealed record Sample(string Name, string Form, string Title, string Filling);

/// <summary>Tệp mẫu: whatever stands in <c>templates/samples</c>.</summary>
internal static class SampleEndpoints
{
    public static void MapSamples(this IEndpointRouteBuilder routes)
    {
        var samples = routes.MapGroup("/samples").WithTags("Samples").Needs(Role.Viewer);
        samples.MapGet("", (Desk desk) => Results.Ok(All(desk))).Produces<ImmutableArray<Sample>>();
        samples.MapGet("/{name}", Get);
    }

    /// <summary>In the order of the forms, so what is in force first; the right one of a form before the one with mistakes.</summary>
    private static ImmutableArray<Sample> All(Desk desk)
    {
        var order = desk.Forms.Forms.InOrder(desk.Today).Select(form => form.Id).ToList();
        return [.. from path in Directory.Exists(Folder(desk)) ? Directory.EnumerateFiles(Folder(desk)) : []
            let name = Path.GetFileName(path)
            let parts = name.Split('.')
            where parts is [_, "right" or "mistakes", "xlsx" or "docx"]
            let form = desk.Forms.Forms.Find(parts[0])
            where form is not null
            orderby order.IndexOf(form.Id), parts[1] descending, parts[2] descending
            select new Sample(name, form.Id, form.Annex ?? form.Sheet, parts[1])];
    }

    /// <summary>By its name in the list: a name from outside never becomes a path.</summary>
    private static IResult Get(string name, Desk desk, HttpContext context)
    {
        if (All(desk).FirstOrDefault(s => s.Name == name) is not { } sample) { return Problems.Of(context, StatusCodes.Status404NotFound, "request.unknownSample", name); }
        var format = sample.Name.EndsWith(".xlsx", StringComparison.Ordinal) ? FileFormat.Xlsx : FileFormat.Docx;
        return Download.Of(File.ReadAllBytes(Path.Combine(Folder(desk), sample.Name)), format, context.Language().Render("download.sample." + sample.Filling, sample.Title));
    }

    private static string Folder(Desk desk) => Path.Combine(desk.Templates, "samples");
}
