using System.Globalization;
using LearningCity.Docs.Access;
using LearningCity.Docs.Documents;
using LearningCity.Docs.Fixing;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Reporting;
using LearningCity.Docs.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.Docs.Http;

/// <summary>Kiểm tra và sửa: a user's file in, findings and evaluation, or the corrected file, out.</summary>
internal static class CheckEndpoints
{
    public static void MapChecks(this IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("/api").WithTags("Check").Needs(Role.Viewer);
        files.MapPost("/check", CheckAsync).TakesFile().Produces<CheckReport>().RefusesFiles();
        files.MapPost("/raise", RaiseAsync).TakesFile().Produces<byte[]>(StatusCodes.Status200OK, Download.Xlsx, Download.Docx).RefusesFiles().Refuses(StatusCodes.Status422UnprocessableEntity);
        files.MapPost("/fix", FixAsync).TakesFile().Produces<byte[]>(StatusCodes.Status200OK, Download.Xlsx, Download.Docx).RefusesFiles();
    }

    /// <param name="unit">With <paramref name="year"/>, the year of the figures: then also against what the unit submitted for the year before, if it did.</param>
    /// <param name="set">What the file leaves open about the unit: <c>unit.vung_kho_khan=có</c>; several times for several.</param>
    private static async Task<IResult?> CheckAsync(string? unit, string? year, [FromQuery] string[]? set, Desk desk, UnitFigures figures, FileLimit files, ServiceMeter meter, HttpContext context)
    {
        if (unit is null != year is null || (year is not null && !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out _))) { return Problems.Of(context, StatusCodes.Status400BadRequest, "request.unitAndYear"); }
        var (answers, fault) = GivenAnswers.Read(set ?? [], desk.Forms.Forms);
        if (fault is not null) { return Problems.Of(context, StatusCodes.Status400BadRequest, fault.Key, [.. fault.Arguments]); }
        var (file, problem) = await Upload.ReadAsync(context);
        if (problem is not null) { return problem; }
        var prior = unit is null ? null : await figures.BeforeAsync(unit, int.Parse(year!, CultureInfo.InvariantCulture));
        return await files.AnswerAsync(context, cancelled =>
        {
            var result = desk.Forms.Check(file, desk.Today, prior, answers, cancelled);
            meter.Checked(result);
            return result switch
            {
                CheckResult.Checked check => Results.Ok(CheckReports.Of(check, context.Language())),
                CheckResult.Refused refused => Problems.Refused(context, refused.Finding),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        });
    }

    /// <summary>Nâng mức độ: what changes stands in the form's description.</summary>
    private static async Task<IResult?> RaiseAsync(Desk desk, FileLimit files, HttpContext context)
    {
        var (file, problem) = await Upload.ReadAsync(context);
        return problem ?? await files.AnswerAsync(context, cancelled => desk.Documents.TakeOver(file, null, desk.Today, cancelled) switch
        {
            DocumentResult<TakenOver>.Made { Product: var made } => Download.Of(made.File, made.Format, context.Language().Render("download.blank", made.To.Annex ?? made.To.Sheet)),
            DocumentResult<TakenOver>.Forbidden forbidden => Problems.Forbidden(context, forbidden.Findings),
            DocumentResult<TakenOver>.Refused refused => Problems.Refused(context, refused.Finding),
            _ => throw new System.Diagnostics.UnreachableException(),
        });
    }

    private static async Task<IResult?> FixAsync(Desk desk, FileLimit files, ServiceMeter meter, HttpContext context)
    {
        var (file, problem) = await Upload.ReadAsync(context);
        return problem ?? await files.AnswerAsync(context, cancelled =>
        {
            var result = desk.Forms.Fix(file, desk.Today, cancelled);
            meter.Fixed(result);
            return result switch
            {
                FixResult.Fixed made => Download.Of(made.File, Download.FormatOf(made.File), context.Language().Render("download.fixed")),
                FixResult.Refused refused => Problems.Refused(context, refused.Finding),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        });
    }
}
