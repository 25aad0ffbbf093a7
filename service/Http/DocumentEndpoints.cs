using System.Diagnostics;
using LearningCity.Docs.Access;
using LearningCity.Docs.Checking;
using LearningCity.Docs.Pdf;
using LearningCity.Docs.Reporting;
using LearningCity.Docs.Storage;
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

    private static IResult List(Desk desk, HttpContext context) => Results.Ok(DocumentReports.List(desk.Documents.Kinds, desk.Forms.Forms, desk.Documents.Own, context.Language()));

    /// <summary>Under the limit of files only until the paper is made: who waits for LibreOffice holds up no check.</summary>
    private static async Task<IResult> MakeAsync(string kind, Desk desk, FileLimit files, ServiceMeter meter, UnitFigures figures, AuditOfPapers audit, HttpContext context)
    {
        if (desk.Documents.Kinds.Find(kind) is not { } known)
        {
            return Problems.Of(context, StatusCodes.Status404NotFound, "request.unknownKind", kind, string.Join(", ", desk.Documents.Kinds.Kinds.Select(k => k.Id)));
        }
        var (made, asPdf, problem) = await WorkAsync(files, meter, figures, audit, "paper.make", known.Id, context, (parts, prior, cancelled) => desk.Documents.Make(known, parts.File, parts.Details, desk.Today, parts.Draft, parts.Acknowledged, prior, parts.Form, cancelled));
        if (problem is not null) { return problem; }
        var paper = made!.Product;
        var (pdfs, none) = asPdf ? await PdfsAsync([paper], desk, meter, context) : ([], null);
        if (none is not null) { return none; }
        await audit.MadeAsync(context, "paper.make", known.Id, asPdf ? pdfs[0] : paper, made.Acknowledged);
        return asPdf ? Results.Bytes(pdfs[0], Download.Pdf, known.Title + ".pdf") : Download.Of(paper, FileFormat.Docx, known.Title);
    }

    /// <summary>As for one paper; its papers wait for LibreOffice together.</summary>
    private static async Task<IResult> MakeDossierAsync(Desk desk, FileLimit files, ServiceMeter meter, UnitFigures figures, AuditOfPapers audit, HttpContext context)
    {
        var (made, withPdf, problem) = await WorkAsync(files, meter, figures, audit, "dossier.make", null, context, (parts, prior, cancelled) => desk.Documents.MakeDossier(parts.File, parts.Details, desk.Today, parts.Draft, parts.Acknowledged, prior, parts.Form, cancelled));
        if (problem is not null) { return problem; }
        var dossier = made!.Product;
        var (pdfs, none) = withPdf ? await PdfsAsync([.. dossier.Papers.Select(p => p.Bytes)], desk, meter, context) : ([], null);
        if (none is not null) { return none; }
        var zip = (dossier with { Pdfs = pdfs }).Zip();
        await audit.MadeAsync(context, "dossier.make", null, zip, made.Acknowledged);
        return Results.Bytes(zip, Download.Zip, context.Language().Render("download.dossier") + ".zip");
    }

    private static async Task<(DocumentResult<T>.Made? Made, bool AsPdf, IResult? Problem)> WorkAsync<T>(
        FileLimit files, ServiceMeter meter, UnitFigures figures, AuditOfPapers audit, string act, string? kind, HttpContext context, Func<MultipartUpload, PriorFigures?, CancellationToken, DocumentResult<T>> make)
    {
        var (parts, problem) = await MultipartUpload.ReadAsync(context);
        if (problem is not null) { return (default, false, problem); }
        if (parts!.Format is not (null or "" or "docx" or "pdf")) { return (default, false, Problems.Of(context, StatusCodes.Status400BadRequest, "request.format", parts.Format, "docx, pdf")); }
        var prior = parts.Draft ? null : await figures.BeforeAsync(parts.Details);
        var (result, busy) = await files.WorkAsync(context, cancelled => make(parts, prior, cancelled));
        if (busy is not null) { return (default, false, busy); }
        meter.Made(result!, kind ?? "dossier");
        if (result is not DocumentResult<T>.Made made) { return (default, false, await audit.RefusedAsync(context, act, parts.File, result!, kind)); }
        if (!made.Warnings.IsEmpty) { context.Response.Headers[Findings] = string.Join(", ", made.Warnings.Select(f => f.Location is Location.Part part ? $"{f.Code} {part.Name}" : f.Code).Distinct()); }
        return (made, parts.Format is "pdf", null);
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
