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
        var forms = routes.MapGroup("/api/forms").WithTags("Forms");
        forms.MapGet("", List).Produces<ImmutableArray<FormSummary>>();
        forms.MapGet("/{form}", Describe).Produces<FormDescription>().Refuses(StatusCodes.Status404NotFound);
        forms.MapGet("/{form}/blank", Blank).Produces<byte[]>(StatusCodes.Status200OK, Download.Xlsx, Download.Docx).Refuses(StatusCodes.Status400BadRequest).Refuses(StatusCodes.Status404NotFound);
    }

    private static IResult List(Desk desk) => Results.Ok(FormReports.List(desk.Forms.Forms));

    private static IResult Describe(string form, Desk desk, HttpContext context) =>
        desk.Forms.Forms.Find(form) is { } definition ? Results.Ok(FormReports.Describe(definition)) : Unknown(form, desk, context);

    private static IResult Blank(string form, string? format, Desk desk, HttpContext context)
    {
        if (desk.Forms.Forms.Find(form) is not { } definition) { return Unknown(form, desk, context); }
        FileFormat? asked = format switch { null or "xlsx" => FileFormat.Xlsx, "docx" => FileFormat.Docx, _ => null };
        return asked is { } known
            ? Download.Of(desk.Documents.Blank(definition, known), known, context.Language().Render("download.blank", definition.Annex ?? definition.Sheet))
            : Problems.Of(context, StatusCodes.Status400BadRequest, "request.format", format!, "xlsx, docx");
    }

    private static IResult Unknown(string form, Desk desk, HttpContext context) =>
        Problems.Of(context, StatusCodes.Status404NotFound, "request.unknownForm", form, string.Join(", ", desk.Forms.Forms.Forms.Select(f => f.Id)));
}
