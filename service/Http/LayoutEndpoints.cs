using LearningCity.Docs.Access;
using LearningCity.Docs.Reporting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.Docs.Http;

/// <summary>Kiểm tra thể thức: a Word document in, what departs from Nghị định 30/2020 out, 200 also when there are findings.</summary>
internal static class LayoutEndpoints
{
    public static void MapLayout(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/lint", (Delegate)LintAsync).WithTags("Layout").TakesDocument().Produces<ImmutableArray<FindingReport>>().RefusesFiles().Needs(Role.Viewer);

    private static async Task<IResult?> LintAsync(FileLimit files, ServiceMeter meter, HttpContext context)
    {
        var (file, problem) = await Upload.ReadAsync(context);
        return problem ?? await files.AnswerAsync(context, cancelled =>
        {
            var result = LayoutPipeline.Check(file, cancelled);
            meter.Linted(result);
            return result switch
            {
                LayoutResult.Checked check => Results.Ok(CheckReports.Of(check.Findings, context.Language())),
                LayoutResult.Refused refused => Problems.Refused(context, refused.Finding),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        });
    }
}
