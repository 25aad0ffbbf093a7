using LearningCity.Docs.Packages;
using Microsoft.AspNetCore.Http;

namespace LearningCity.Docs.Http;

/// <summary>The memory that all files together may take while they come in and until they are answered, counted in bytes that have arrived.</summary>
internal sealed class UploadRoom(IConfiguration settings)
{
    private readonly long bytes = settings.GetValue("Files:Megabytes", 256L) * PackageLimits.Megabyte;
    private long taken;

    public long Taken => Volatile.Read(ref taken);

    /// <summary>Held until the request is answered.</summary>
    public Share ShareOf(HttpContext context)
    {
        var share = new Share(this);
        context.Response.RegisterForDispose(share);
        return share;
    }

    private bool TryTake(int more)
    {
        if (Interlocked.Add(ref taken, more) <= bytes) { return true; }
        Interlocked.Add(ref taken, -more);
        return false;
    }

    /// <summary>What one request has taken.</summary>
    internal sealed class Share(UploadRoom room) : IDisposable
    {
        private long own;

        public bool TryTake(int more)
        {
            if (!room.TryTake(more)) { return false; }
            own += more;
            return true;
        }

        public void Dispose()
        {
            Interlocked.Add(ref room.taken, -own);
            own = 0;
        }
    }
}
