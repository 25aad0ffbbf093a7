using System.Diagnostics;
using LearningCity.Docs.Access;
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

    /// <summary><c>LC6017 signer.name</c>: the codes of the warnings about a paper that was made, each with the name of the detail or the part that it is about.</summary>
    public const string Findings = "X-Findings";

    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        var documents = routes.MapGroup("/api").WithTags("Documents").Needs(Role.Editor);
        documents.MapGet("/documents", List).Produces<ImmutableArray<DocumentKindReport>>();
        documents.MapPost("/documents/{kind}", MakeAsync).TakesDocumentParts("docx", "pdf").Produces<byte[]>(StatusCodes.Status200OK, Download.Docx, Download.Pdf)
            .Refuses(StatusCodes.Status404NotFound).Refuses(StatusCodes.Status422UnprocessableEntity).RefusesFiles();
        documents.MapPost("/dossier", MakeDossierAsync).TakesDocumentParts("docx", "pdf").Produces<byte[]>(StatusCodes.Status200OK, Download.Zip)
            .Refuses(StatusCodes.Status422UnprocessableEntity).RefusesFiles();
    }

    private static IResult List(Desk desk) => Results.Ok(DocumentReports.List(desk.Documents.Kinds));

    /// <summary>Under the limit of files only until the paper is made: who waits for LibreOffice holds up no check.</summary>
    private static async Task<IResult> MakeAsync(string kind, Desk desk, FileLimit files, ServiceMeter meter, HttpContext context)
    {
        if (desk.Documents.Kinds.Find(kind) is not { } known)
        {
            return Problems.Of(context, StatusCodes.Status404NotFound, "request.unknownKind", kind, string.Join(", ", desk.Documents.Kinds.Kinds.Select(k => k.Id)));
        }
        var (paper, asPdf, problem) = await WorkAsync(files, meter, known.Id, context, (parts, cancelled) => desk.Documents.Make(known, parts.File, parts.Details, desk.Today, parts.Draft, cancelled));
        if (problem is not null) { return problem; }
        if (!asPdf) { return Download.Of(paper!, FileFormat.Docx, known.Title); }
        var (pdfs, none) = await PdfsAsync([paper!], desk, meter, context);
        return none ?? Results.Bytes(pdfs[0], Download.Pdf, known.Title + ".pdf");
    }

    /// <summary>As for one paper; its papers wait for LibreOffice together.</summary>
    private static async Task<IResult> MakeDossierAsync(Desk desk, FileLimit files, ServiceMeter meter, HttpContext context)
    {
        var (dossier, withPdf, problem) = await WorkAsync(files, meter, "dossier", context, (parts, cancelled) => desk.Documents.MakeDossier(parts.File, parts.Details, desk.Today, parts.Draft, cancelled));
        if (problem is not null) { return problem; }
        var (pdfs, none) = withPdf ? await PdfsAsync([.. dossier!.Papers.Select(p => p.Bytes)], desk, meter, context) : ([], null);
        return none ?? Results.Bytes((dossier! with { Pdfs = pdfs }).Zip(), Download.Zip, context.Language().Render("download.dossier") + ".zip");
    }

    private static async Task<(T? Product, bool AsPdf, IResult? Problem)> WorkAsync<T>(FileLimit files, ServiceMeter meter, string kind, HttpContext context, Func<MultipartUpload, CancellationToken, DocumentResult<T>> make)
    {
        var (parts, problem) = await MultipartUpload.ReadAsync(context);
        if (problem is not null) { return (default, false, problem); }
        if (parts!.Format is not (null or "" or "docx" or "pdf")) { return (default, false, Problems.Of(context, StatusCodes.Status400BadRequest, "request.format", parts.Format, "docx, pdf")); }
        T? made = default;
        problem = await files.WorkAsync(context, cancelled =>
        {
            var result = make(parts, cancelled);
            meter.Made(result, kind);
            made = Made(result, context, out var why);
            return why;
        });
        return (made, parts.Format is "pdf", problem);
    }

    /// <summary>What was made, or the problem that says why it was not.</summary>
    private static T? Made<T>(DocumentResult<T> result, HttpContext context, out IResult? problem)
    {
        problem = result switch
        {
            DocumentResult<T>.Made => null,
            DocumentResult<T>.Forbidden forbidden => Problems.Forbidden(context, forbidden.Findings),
            DocumentResult<T>.Refused refused => Problems.Refused(context, refused.Finding),
            _ => throw new UnreachableException(),
        };
        if (result is not DocumentResult<T>.Made made) { return default; }
        if (!made.Warnings.IsEmpty) { context.Response.Headers[Findings] = string.Join(", ", made.Warnings.Select(f => f.Location is Location.Part part ? $"{f.Code} {part.Name}" : f.Code).Distinct()); }
        return made.Product;
    }

    private static async Task<(ImmutableArray<byte[]> Pdfs, IResult? Problem)> PdfsAsync(ImmutableArray<byte[]> papers, Desk desk, ServiceMeter meter, HttpContext context)
    {
        var start = Stopwatch.GetTimestamp();
        var result = await desk.Pdf.ConvertAsync(papers, context.RequestAborted);
        meter.Converted(Stopwatch.GetElapsedTime(start), result is PdfResult.NotMade { Fault: var fault } ? fault.ToString().ToLowerInvariant() : "made");
        switch (result)
        {
            case PdfResult.NotMade { Fault: PdfFault.Absent or PdfFault.Failed } none: return ([], Problems.Of(context, StatusCodes.Status503ServiceUnavailable, none.Why.Key));
            case PdfResult.NotMade none: return ([], Problems.Busy(context, none.Why.Key));
            case PdfResult.Made made:
                if (!made.Substitutes.IsEmpty) { context.Response.Headers[FontSubstitution] = $"{PdfFonts.Expected} -> {string.Join(", ", made.Substitutes)}"; }
                return (made.Files, null);
            default: throw new UnreachableException();
        }
    }
}
