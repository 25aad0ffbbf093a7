using LearningCity.Docs.Access;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Reporting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.Docs.Http;

/// <summary>Biểu mẫu: what forms there are, what is on them, and the blank ones.</summary>
internal static class FormEndpoints
{
    public static void MapForms(this IEndpointRouteBuilder routes)
    {
        var forms = routes.MapGroup("/api/forms").WithTags("Forms").Needs(Role.Viewer);
        forms.MapGet("", List).Produces<ImmutableArray<FormSummary>>();
        forms.MapGet("/{form}", Describe).Produces<FormDescription>().Refuses(StatusCodes.Status404NotFound);
        forms.MapGet("/{form}/blank", Blank).Produces<byte[]>(StatusCodes.Status200OK, Download.Xlsx, Download.Docx).Refuses(StatusCodes.Status400BadRequest).Refuses(StatusCodes.Status404NotFound);
    }

    private static IResult List(Desk desk) => Results.Ok(FormReports.List(desk.Forms.Forms, desk.Today));

    private static IResult Describe(string form, Desk desk, HttpContext context) =>
        desk.Forms.Forms.Find(form) is { } definition ? Results.Ok(FormReports.Describe(definition, desk.Forms.Forms, desk.Documents.Kinds.ProcedureOf(definition), desk.Today)) : Unknown(form, desk, context);

    /// <param name="unit">Key or name of an office in charge: its part of the form alone.</param>
    private static IResult Blank(string form, string? format, string? unit, Desk desk, HttpContext context)
    {
        if (desk.Forms.Forms.Find(form) is not { } definition) { return Unknown(form, desk, context); }
        if (unit is { Length: > 0 })
        {
            if (definition.FindPart(unit) is not { } part) { return Problems.Of(context, StatusCodes.Status400BadRequest, "request.unknownUnit", unit, string.Join(", ", definition.Parts().Select(u => u.Name))); }
            definition = definition.PartOf(part);
        }
        FileFormat? asked = format switch { null or "xlsx" => FileFormat.Xlsx, "docx" => FileFormat.Docx, _ => null };
        return asked is { } known
            ? Download.Of(desk.Documents.Blank(definition, known), known, Name(definition, context.Language()))
            : Problems.Of(context, StatusCodes.Status400BadRequest, "request.format", format!, "xlsx, docx");
    }

    private static string Name(FormDefinition form, LanguageTable language)
    {
        var name = language.Render("download.blank", form.Annex ?? form.Sheet);
        return form.Part is { } part ? language.Render("download.part", name, part.Name) : name;
    }

    private static IResult Unknown(string form, Desk desk, HttpContext context) =>
        Problems.Of(context, StatusCodes.Status404NotFound, "request.unknownForm", form, string.Join(", ", desk.Forms.Forms.Forms.Select(f => f.Id)));
}
