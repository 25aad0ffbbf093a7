using System.Text;
using LearningCity.Docs.Documents;
using LearningCity.Docs.Packages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace LearningCity.Docs.Http;

/// <summary>
/// The parts <c>file</c>, <c>details</c>, <c>format</c>, <c>draft</c>, <c>acknowledge</c> and <c>form</c> of a multipart request, the last four optional. Read part by part: the framework's own form reader would put files on a disk.
/// </summary>
internal sealed record MultipartUpload(ReadOnlyMemory<byte> File, string Details, string? Format, bool Draft, Acknowledgement? Acknowledged, string? Form)
{
    private const int FieldBytes = 256 * 1024;

    /// <summary>RFC 2046.</summary>
    private const int BoundaryLength = 70;

    private static readonly ImmutableArray<string> Names = ["file", "details", "format", "draft", "acknowledge", "form"];

    /// <summary>The parts, or the problem that says what is wrong with them.</summary>
    public static async Task<(MultipartUpload? Parts, IResult? Problem)> ReadAsync(HttpContext context)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return (null, Problems.Of(context, StatusCodes.Status415UnsupportedMediaType, "request.mediaType", context.Request.ContentType ?? "", new Sentence("request.mediaType.form")));
        }
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (boundary.Length is 0 or > BoundaryLength) { return (null, Unframed(context)); }
        try { return await PartsAsync(context, boundary); }
        catch (BadHttpRequestException) { throw; } // Kestrel's own: it is answered with its own status
        catch (IOException) { return (null, Unframed(context)); } // ends too soon
        catch (InvalidDataException) { return (null, Unframed(context)); } // headers without end
    }

    private static async Task<(MultipartUpload?, IResult?)> PartsAsync(HttpContext context, string boundary)
    {
        var reader = new MultipartReader(boundary, context.Request.Body);
        var parts = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        var room = context.Room();
        while (await reader.ReadNextSectionAsync(context.RequestAborted) is { } section)
        {
            var name = section.GetContentDispositionHeader() is { } disposition ? HeaderUtilities.RemoveQuotes(disposition.Name).ToString() : "";
            if (!Names.Contains(name) || parts.ContainsKey(name)) { return (null, Problems.Of(context, StatusCodes.Status400BadRequest, "request.unknownPart", name)); }
            var (bytes, problem) = await Upload.ReadAsync(context, section.Body, name == "file" ? PackageLimits.Default.FileBytes : FieldBytes, room);
            if (problem is not null) { return (null, problem); }
            parts.Add(name, bytes);
        }
        if (!parts.TryGetValue("file", out var file) || file.Length == 0) { return (null, Problems.Of(context, StatusCodes.Status400BadRequest, "request.missingPart", "file")); }
        if (!Acknowledgement.TryRead(Text(parts, "acknowledge"), out var acknowledged)) { return (null, Problems.Of(context, StatusCodes.Status400BadRequest, "request.acknowledge", Acknowledgement.LongestReason)); }
        return (new MultipartUpload(file, Text(parts, "details") ?? "{}", Text(parts, "format"), Text(parts, "draft") is "true", acknowledged, Text(parts, "form") is { Length: > 0 } form ? form : null), null);
    }

    private static IResult Unframed(HttpContext context) => Problems.Of(context, StatusCodes.Status400BadRequest, "request.multipart");

    private static string? Text(Dictionary<string, ReadOnlyMemory<byte>> parts, string name) => parts.TryGetValue(name, out var bytes) ? Encoding.UTF8.GetString(bytes.Span).TrimStart('\uFEFF').Trim() : null;
}
