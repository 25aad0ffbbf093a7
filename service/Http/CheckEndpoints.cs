using LearningCity.Docs.Access;
using LearningCity.Docs.Fixing;
using LearningCity.Docs.Reporting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.Docs.Http;

/// <summary>Kiểm tra và sửa: a user's file in, findings and evaluation, or the corrected file, out.</summary>
internal static class CheckEndpoints
{
    public static void MapChecks(this IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("/api").WithTags("Check").Needs(Role.Viewer);
        files.MapPost("/check", CheckAsync).TakesFile().Produces<CheckReport>().RefusesFiles();
        files.MapPost("/fix", FixAsync).TakesFile().Produces<byte[]>(StatusCodes.Status200OK, Download.Xlsx, Download.Docx).RefusesFiles();
    }

    private static async Task<IResult?> CheckAsync(Desk desk, FileLimit files, ServiceMeter meter, HttpContext context)
    {
        var (file, problem) = await Upload.ReadAsync(context);
        return problem ?? await files.WorkAsync(context, cancelled =>
        {
            var result = desk.Forms.Check(file, desk.Today, cancelled);
            meter.Checked(result);
            return result switch
            {
                CheckResult.Checked check => Results.Ok(CheckReports.Of(check, context.Language())),
                CheckResult.Refused refused => Problems.Refused(context, refused.Finding),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        });
    }

    private static async Task<IResult?> FixAsync(Desk desk, FileLimit files, ServiceMeter meter, HttpContext context)
    {
        var (file, problem) = await Upload.ReadAsync(context);
        return problem ?? await files.WorkAsync(context, cancelled =>
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
