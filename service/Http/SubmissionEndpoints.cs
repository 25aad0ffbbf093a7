using System.Text.Json;
using LearningCity.Docs.Access;
using LearningCity.Docs.Documents;
using LearningCity.Docs.Reporting;
using LearningCity.Docs.Storage;
using LearningCity.Docs.Submissions;
using LearningCity.Docs.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.Docs.Http;

/// <summary>Nộp hồ sơ: a dossier goes to the city's place, and what becomes of it.</summary>
internal static class SubmissionEndpoints
{
    public const string KeyHeader = "Idempotency-Key";
    private const int LongestKey = 128;
    private const int LongestReason = 1000;

    public static void MapSubmissions(this IEndpointRouteBuilder routes)
    {
        var submissions = routes.MapGroup("/api/submissions").WithTags("Submissions");
        submissions.MapPost("", SubmitAsync).Needs(Role.Submitter).ActsForThePerson().TakesSubmissionParts(KeyHeader).Produces<SubmissionReport>(StatusCodes.Status202Accepted)
            .Refuses(StatusCodes.Status409Conflict).Refuses(StatusCodes.Status422UnprocessableEntity).RefusesFiles();
        submissions.MapGet("", ListAsync).Needs(Role.Submitter).Produces<ImmutableArray<SubmissionReport>>();
        submissions.MapGet("/destination", Where).Needs(Role.Submitter).Produces<DestinationReport>();
        submissions.MapGet("/{id}", FindAsync).Needs(Role.Submitter).Produces<SubmissionReport>().Refuses(StatusCodes.Status404NotFound);
        submissions.MapPost("/{id}/retry", RetryAsync).Needs(Role.Submitter).ActsForThePerson().Produces<SubmissionReport>().Refuses(StatusCodes.Status404NotFound).Refuses(StatusCodes.Status409Conflict);
        submissions.MapPost("/{id}/return", ReturnAsync).Needs(Role.Admin).TakesReason().Produces<SubmissionReport>()
            .Refuses(StatusCodes.Status400BadRequest).Refuses(StatusCodes.Status404NotFound).Refuses(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> SubmitAsync(Desk desk, FileLimit files, Intake intake, SubmissionBook book, UnitFigures figures, AuditOfPapers audit, HttpContext context)
    {
        if (context.Request.Headers[KeyHeader] is not [{ Length: > 0 and <= LongestKey } key] || key.Any(c => c is < '!' or > '~')) { return Problems.Of(context, StatusCodes.Status400BadRequest, "submission.key", KeyHeader, LongestKey); }
        var (parts, problem) = await MultipartUpload.ReadAsync(context);
        if (problem is not null) { return problem; }
        if (parts!.Draft || parts.Format is not null) { return Problems.Of(context, StatusCodes.Status400BadRequest, "submission.parts"); }
        var (person, content) = (context.Person(), Intake.ContentHash(parts.File.Span, parts.Details));
        var result = await intake.EarlierAsync(person, key, content);
        if (result is null)
        {
            var prior = await figures.BeforeAsync(parts.Details);
            var (made, busy) = await files.WorkAsync(context, cancelled => desk.Documents.MakeDossier(parts.File, parts.Details, desk.Today, draft: false, parts.Acknowledged, prior, parts.Form, cancelled));
            if (busy is not null) { return busy; }
            if (made is not DocumentResult<Dossier>.Made { Product: var dossier, Acknowledged: var acknowledged }) { return await audit.RefusedAsync(context, "submission.accept", parts.File, made!); }
            try { result = await intake.AcceptAsync(person, key, content, dossier.Record, dossier.Zip(), acknowledged); }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException) { return Problems.NotKept(context, e); }
        }
        return result switch
        {
            IntakeResult.KeyReused => Problems.Of(context, StatusCodes.Status409Conflict, "submission.keyReused", KeyHeader),
            IntakeResult.Accepted accepted => Accepted(context, (await book.FindAsync(accepted.Id, person.Key))!),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static IResult Accepted(HttpContext context, Submission submission) =>
        Results.Accepted($"/api/submissions/{submission.Row.Id}", SubmissionReports.Of(submission, context.Language()));

    private static async Task<IResult> ListAsync(SubmissionBook book, HttpContext context) => Results.Ok(SubmissionReports.Of(await book.ListAsync(Owner(context)), context.Language()));

    private static IResult Where(IDestination destination, HttpContext context) => Results.Ok(new DestinationReport(context.Language().Render(destination.Where)));

    private static async Task<IResult> FindAsync(string id, SubmissionBook book, HttpContext context) => await book.FindAsync(id, Owner(context)) is { } found
        ? Results.Ok(SubmissionReports.Of(found, context.Language()))
        : Unknown(context, id);

    private static async Task<IResult> RetryAsync(string id, SubmissionBook book, HttpContext context)
    {
        if (await book.RetryAsync(id, Owner(context))) { return await FindAsync(id, book, context); }
        return await book.FindAsync(id, Owner(context)) is null ? Unknown(context, id) : Problems.Of(context, StatusCodes.Status409Conflict, "submission.notWaiting");
    }

    private static async Task<IResult> ReturnAsync(string id, SubmissionBook book, HttpContext context)
    {
        if (await ReasonAsync(context) is not { Length: > 0 and <= LongestReason } reason) { return Problems.Of(context, StatusCodes.Status400BadRequest, "submission.reason", LongestReason); }
        if (await book.ReturnAsync(id, reason, context.Person().Key)) { return await FindAsync(id, book, context); }
        return await book.FindAsync(id, Owner(context)) is null ? Unknown(context, id) : Problems.Of(context, StatusCodes.Status409Conflict, "submission.alreadyReturned");
    }

    private static async Task<string?> ReasonAsync(HttpContext context)
    {
        try { return await context.Request.ReadFromJsonAsync<ReturnRequest>(context.RequestAborted) is { Reason: { } reason } ? VietnameseText.Tidy(reason) : null; }
        catch (JsonException) { return null; }
        catch (InvalidOperationException) { return null; } // another media type
    }

    /// <summary>Whose submissions the person may see: null for everyone's.</summary>
    private static string? Owner(HttpContext context) => context.Person() is { Role: Role.Admin } ? null : context.Person().Key;

    private static IResult Unknown(HttpContext context, string id) => Problems.Of(context, StatusCodes.Status404NotFound, "submission.unknown", id);
}

/// <param name="Reason">For the submitter to read.</param>
internal sealed record ReturnRequest(string Reason);
