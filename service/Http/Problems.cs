using System.Globalization;
using System.Text.Json.Serialization;
using LearningCity.Docs.Reporting;
using LearningCity.Docs.Storage;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace LearningCity.Docs.Http;

/// <summary>An RFC 9457 problem with our code: a finding's, or <c>request.…</c> and <c>service.…</c> for what is no matter of the file.</summary>
internal sealed record ApiProblem(string Type, string Title, int Status, string Detail, string Code)
{
    /// <summary>What to tell the administrator: the log calls the request by the same name.</summary>
    public string RequestId { get; init; } = "";

    /// <summary>Where in the file.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LocationReport? Location { get; init; }

    /// <summary>Every reason, where there are several.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<FindingReport>? Findings { get; init; }
}

/// <summary>What went wrong → problem+json in the caller's language. A stack trace never leaves the process.</summary>
internal static partial class Problems
{
    public const string MediaType = "application/problem+json";

    /// <summary>Files that are something else than an Excel workbook or Word document without macros.</summary>
    private static readonly ImmutableArray<string> OtherFiles =
        [.. new[]
        {
            FindingCatalog.LC1001_NotAnOfficeFile, FindingCatalog.LC1002_LegacyOfficeFile, FindingCatalog.LC1003_EncryptedFile,
            FindingCatalog.LC1004_MacroFile, FindingCatalog.LC1016_BinaryWorkbook, FindingCatalog.LC1017_OtherOfficeFile,
            FindingCatalog.LC1018_NotAWordDocument,
        }.Select(d => d.Code)];

    private static readonly ImmutableArray<string> LargeFiles = [FindingCatalog.LC1005_FileTooLarge.Code, FindingCatalog.LC1007_UnpackedTooLarge.Code];

    /// <summary>A request that is wrong whatever the file.</summary>
    public static IResult Of(HttpContext context, int status, string code, params ImmutableArray<object> arguments) =>
        Write(Problem(context, status, code, context.Language().Render(new Sentence(code) { Arguments = arguments })));

    /// <summary>Work that the service cannot take on now: in a few seconds it can.</summary>
    public static IResult Busy(HttpContext context, string code)
    {
        context.Response.Headers.RetryAfter = "5";
        return Of(context, StatusCodes.Status503ServiceUnavailable, code);
    }

    /// <summary>A file that cannot be read as a form, or as what else was asked for.</summary>
    public static IResult Refused(HttpContext context, Finding finding)
    {
        var status = OtherFiles.Contains(finding.Code) ? StatusCodes.Status415UnsupportedMediaType
            : LargeFiles.Contains(finding.Code) ? StatusCodes.Status413PayloadTooLarge
            : StatusCodes.Status400BadRequest;
        var language = context.Language();
        return Write(Problem(context, status, finding.Code, finding.Message(language)) with { Location = CheckReports.Of(finding.Location, language) });
    }

    /// <summary>A form, or details, that do not allow this paper.</summary>
    public static IResult Forbidden(HttpContext context, ImmutableArray<Finding> findings)
    {
        var language = context.Language();
        return Write(Problem(context, StatusCodes.Status422UnprocessableEntity, findings[0].Code, findings[0].Message(language)) with { Findings = CheckReports.Of(findings, language) });
    }

    /// <summary>A refusal with a sentence of its own and the findings behind it: contradictions that wait for a reason, faults of a template.</summary>
    public static IResult Unprocessable(HttpContext context, Sentence why, ImmutableArray<Finding> findings)
    {
        var language = context.Language();
        return Write(Problem(context, StatusCodes.Status422UnprocessableEntity, why.Key, language.Render(why)) with { Findings = CheckReports.Of(findings, language) });
    }

    /// <summary>An answer that the framework left without a body.</summary>
    public static Task EmptyAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var problem = http.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => Of(http, StatusCodes.Status404NotFound, "request.notFound"),
            StatusCodes.Status405MethodNotAllowed => Of(http, StatusCodes.Status405MethodNotAllowed, "request.method", http.Request.Method),
            _ => null,
        };
        return problem?.ExecuteAsync(http) ?? Task.CompletedTask;
    }

    /// <summary>Logged without the exception's message, which may quote what an official typed.</summary>
    public static Task FaultAsync(HttpContext context)
    {
        var fault = context.Features.Get<IExceptionHandlerFeature>()!.Error;
        if (fault is BadHttpRequestException request)
        {
            return Of(context, request.StatusCode, request.StatusCode is StatusCodes.Status413PayloadTooLarge ? "request.tooLarge" : "request.malformed").ExecuteAsync(context);
        }
        if (Store.Fault(fault) is not null) { return NotKept(context, fault).ExecuteAsync(context); }
        LogFault(Log(context), context.TraceIdentifier, fault.GetType().FullName, fault.StackTrace);
        return Of(context, StatusCodes.Status500InternalServerError, "service.fault", context.TraceIdentifier).ExecuteAsync(context);
    }

    /// <summary>What could not be kept, because the disk or the database would not take it: the client sends it again.</summary>
    public static IResult NotKept(HttpContext context, Exception fault)
    {
        LogStorage(Log(context), context.TraceIdentifier, fault.GetType().FullName);
        return Busy(context, "service.storage");
    }

    private static ILogger Log(HttpContext context) => context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("LearningCity.Docs");

    [LoggerMessage(Level = LogLevel.Error, Message = "{Trace}: storage: {Fault}")]
    private static partial void LogStorage(ILogger logger, string trace, string? fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Trace}: {Fault}\n{Stack}")]
    private static partial void LogFault(ILogger logger, string trace, string? fault, string? stack);

    private static ApiProblem Problem(HttpContext context, int status, string code, string detail) => new(
        "urn:learningcity:problem:" + code, context.Language().Render(new Sentence("problem.title." + status.ToString(CultureInfo.InvariantCulture))), status, detail, code)
    {
        RequestId = context.TraceIdentifier,
    };

    private static IResult Write(ApiProblem problem) => Results.Json(problem, contentType: MediaType, statusCode: problem.Status);
}
