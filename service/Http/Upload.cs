using LearningCity.Docs.Packages;
using Microsoft.AspNetCore.Http;

namespace LearningCity.Docs.Http;

/// <summary>A file sent as the body of a request → its bytes, in memory and bounded while they come in; never on a disk.</summary>
internal static class Upload
{
    /// <summary>What programs and browsers call such files, also those that the guard then refuses with a better reason.</summary>
    private static readonly ImmutableArray<string> Types =
        ["application/octet-stream", "application/vnd.openxmlformats-officedocument.", "application/vnd.ms-", "application/msword", "application/zip", "application/x-zip"];

    /// <summary>The bytes, or the problem that says why there are none.</summary>
    public static async Task<(ReadOnlyMemory<byte> File, IResult? Problem)> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.ContentType is { Length: > 0 } type && !Types.Any(t => type.StartsWith(t, StringComparison.OrdinalIgnoreCase)))
        {
            return (default, Problems.Of(context, StatusCodes.Status415UnsupportedMediaType, "request.mediaType", type, new Sentence("request.mediaType.file")));
        }
        if (request.ContentLength > PackageLimits.Default.FileBytes) { return (default, TooLarge(context)); }
        var (bytes, problem) = await ReadAsync(context, request.Body, PackageLimits.Default.FileBytes, context.Room());
        if (problem is not null) { return (default, problem); }
        return bytes.Length > 0 ? (bytes, null) : (default, Problems.Of(context, StatusCodes.Status400BadRequest, "request.empty"));
    }

    /// <summary>What this request may hold of the room that all have.</summary>
    public static UploadRoom.Share Room(this HttpContext context) => context.RequestServices.GetRequiredService<UploadRoom>().ShareOf(context);

    public static IResult TooLarge(HttpContext context)
    {
        var limit = PackageLimits.Default.FileBytes;
        // Of a body without a length no more is known than that it goes on: the next figure that can be told from the limit.
        var size = context.Request.ContentLength ?? limit + (PackageLimits.Megabyte / 10);
        return Problems.Refused(context, new Finding(FindingCatalog.LC1005_FileTooLarge, Location.File, PartInflater.Megabytes(size), PartInflater.Megabytes(limit)));
    }

    /// <summary>The bytes, or the problem that there are more than <paramref name="limit"/> or more than there is room for: no more than that is ever held.</summary>
    public static async Task<(ReadOnlyMemory<byte> Bytes, IResult? Problem)> ReadAsync(HttpContext context, Stream body, int limit, UploadRoom.Share room)
    {
        var held = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await body.ReadAsync(buffer, context.RequestAborted)) > 0;)
        {
            if (held.Length + read > limit) { return (default, TooLarge(context)); }
            if (!room.TryTake(read)) { return (default, Problems.Busy(context, "service.busy")); }
            held.Write(buffer, 0, read);
        }
        return (held.GetBuffer().AsMemory(0, (int)held.Length), null);
    }
}
