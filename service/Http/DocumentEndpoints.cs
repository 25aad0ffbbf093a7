using LearningCity.Docs.Documents;
using LearningCity.Docs.Pdf;
using LearningCity.Docs.Reporting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.Docs.Http;

/// <summary>Văn bản và hồ sơ: the kinds of papers, a paper from a filled form, and all papers of its dossier.</summary>
internal static class DocumentEndpoints
{
    /// <summary><c>Times New Roman -> LiberationSerif</c>: what a PDF was drawn with in the place of the font that the paper asks for.</summary>
    public const string FontSubstitution = "X-Font-Substitution";

    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        var documents = routes.MapGroup("/api").WithTags("Documents");
        documents.MapGet("/documents", List).Produces<ImmutableArray<DocumentKindReport>>();
        documents.MapPost("/documents/{kind}", MakeAsync).TakesDocumentParts("docx", "pdf").Produces<byte[]>(StatusCodes.Status200OK, Download.Docx, Download.Pdf)
            .Refuses(StatusCodes.Status404NotFound).Refuses(StatusCodes.Status422UnprocessableEntity).RefusesFiles();
        documents.MapPost("/dossier", MakeDossierAsync).WorksOnFiles().TakesDocumentParts("docx").Produces<byte[]>(StatusCodes.Status200OK, Download.Zip)
            .Refuses(StatusCodes.Status422UnprocessableEntity).RefusesFiles();
    }

    private static IResult List(Desk desk) => Results.Ok(DocumentReports.List(desk.Documents.Kinds));

    /// <summary>Under the limit of files only until the paper is made: who waits for LibreOffice holds up no check.</summary>
    private static async Task<IResult> MakeAsync(string kind, Desk desk, FileLimit files, HttpContext context)
    {
        if (desk.Documents.Kinds.Find(kind) is not { } known)
        {
            return Problems.Of(context, StatusCodes.Status404NotFound, "request.unknownKind", kind, string.Join(", ", desk.Documents.Kinds.Kinds.Select(k => k.Id)));
        }
        var (paper, asPdf, problem) = await files.WorkAsync(context, () => PaperAsync(known, desk, context), busy => ([], false, busy));
        if (problem is not null) { return problem; }
        return asPdf ? await PdfAsync(paper, known, desk, context) : Download.Of(paper, FileFormat.Docx, known.Title);
    }

    private static async Task<(byte[] Paper, bool AsPdf, IResult? Problem)> PaperAsync(DocumentKind kind, Desk desk, HttpContext context)
    {
        var (parts, problem) = await MultipartUpload.ReadAsync(context);
        if (problem is not null) { return ([], false, problem); }
        if (parts!.Format is not (null or "" or "docx" or "pdf")) { return ([], false, Problems.Of(context, StatusCodes.Status400BadRequest, "request.format", parts.Format, "docx, pdf")); }
        var made = Made(desk.Documents.Make(kind, parts.File, parts.Details, desk.Today, parts.Draft), context, out problem);
        return (made, parts.Format is "pdf", problem);
    }

    private static async Task<IResult> PdfAsync(byte[] paper, DocumentKind kind, Desk desk, HttpContext context)
    {
        switch (await desk.Pdf.ConvertAsync(paper, context.RequestAborted))
        {
            case PdfResult.NotMade { Fault: PdfFault.Absent or PdfFault.Failed } none: return Problems.Of(context, StatusCodes.Status503ServiceUnavailable, none.Why.Key);
            case PdfResult.NotMade none: return Problems.Busy(context, none.Why.Key);
            case PdfResult.Made made:
                if (!made.Substitutes.IsEmpty) { context.Response.Headers[FontSubstitution] = $"{PdfFonts.Expected} -> {string.Join(", ", made.Substitutes)}"; }
                return Results.Bytes(made.File, Download.Pdf, kind.Title + ".pdf");
            default: throw new System.Diagnostics.UnreachableException();
        }
    }

    private static async Task<IResult> MakeDossierAsync(Desk desk, HttpContext context)
    {
        var (parts, problem) = await MultipartUpload.ReadAsync(context);
        if (problem is not null) { return problem; }
        if (parts!.Format is not (null or "" or "docx")) { return Problems.Of(context, StatusCodes.Status400BadRequest, "request.format", parts.Format, "docx"); }
        var zip = Made(desk.Documents.MakeDossier(parts.File, parts.Details, desk.Today, parts.Draft), context, out problem);
        return problem ?? Results.Bytes(zip, Download.Zip, context.Language().Render("download.dossier") + ".zip");
    }

    /// <summary>What was made, or the problem that says why it was not.</summary>
    private static byte[] Made(DocumentResult result, HttpContext context, out IResult? problem)
    {
        problem = result switch
        {
            DocumentResult.Made => null,
            DocumentResult.Forbidden forbidden => Problems.Forbidden(context, forbidden.Findings),
            DocumentResult.Refused refused => Problems.Refused(context, refused.Finding),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return result is DocumentResult.Made made ? made.File : [];
    }
}
