using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.Docs.Http;

/// <summary>
/// <c>GET /metrics</c>: our counters, ASP.NET's, Kestrel's and the runtime's, in the text format of Prometheus. To callers on this machine alone, and not through a proxy that stands on it.
/// </summary>
internal static class MetricsEndpoint
{
    private static readonly ImmutableArray<string> ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Real-IP"];

    public static void MapMetrics(this IEndpointRouteBuilder routes) => routes.MapGet("/metrics", (MetricsText metrics, HttpContext context) => IsLocal(context)
        ? Results.Text(metrics.Write(), "text/plain; version=0.0.4; charset=utf-8", Encoding.UTF8)
        : Problems.Of(context, StatusCodes.Status404NotFound, "request.notFound")).ExcludeFromDescription().Open().DisableRateLimiting();

    private static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } caller && IPAddress.IsLoopback(caller) && !ProxyHeaders.Any(context.Request.Headers.ContainsKey);
}

/// <summary>Adds up what the instruments report, for as long as the service runs.</summary>
internal sealed class MetricsText : IDisposable
{
    private static readonly ImmutableArray<string> Meters = [ServiceMeter.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];
    private static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 60];

    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<(Instrument Instrument, string Labels), Series> series = new();

    public MetricsText()
    {
        listener.InstrumentPublished = (instrument, own) => { if (Meters.Contains(instrument.Meter.Name)) { own.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
    }

    public string Write()
    {
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var metric in series.GroupBy(s => Name(s.Key.Instrument)).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var instrument = metric.First().Key.Instrument;
            text.Append(CultureInfo.InvariantCulture, $"# HELP {metric.Key} {(instrument.Description ?? instrument.Name).ReplaceLineEndings(" ")}\n# TYPE {metric.Key} {Kind(instrument)}\n");
            foreach (var (key, one) in metric.OrderBy(s => s.Key.Labels, StringComparer.Ordinal)) { one.Write(text, metric.Key, key.Labels); }
        }
        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new StringBuilder();
        foreach (var (name, tag) in tags)
        {
            labels.Append(labels.Length > 0 ? "," : "").Append(Plain(name)).Append("=\"")
                .Append(Convert.ToString(tag, CultureInfo.InvariantCulture)?.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)).Append('"');
        }
        series.GetOrAdd((instrument, labels.ToString()), static key => new Series(Kind(key.Instrument))).Add(value, instrument.IsObservable);
    }

    /// <summary><c>http.server.request.duration</c> in seconds → <c>http_server_request_duration_seconds</c>.</summary>
    private static string Name(Instrument instrument)
    {
        var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        var name = Plain(instrument.Name);
        return name + (name.EndsWith(unit, StringComparison.Ordinal) ? "" : unit) + (Kind(instrument) == "counter" ? "_total" : "");
    }

    private static string Plain(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    private static string Kind(Instrument instrument) => instrument.GetType().Name switch
    {
        var type when type.StartsWith("Histogram", StringComparison.Ordinal) => "histogram",
        var type when type.StartsWith("Counter", StringComparison.Ordinal) || type.StartsWith("ObservableCounter", StringComparison.Ordinal) => "counter",
        _ => "gauge",
    };

    /// <summary>One instrument with one set of labels.</summary>
    private sealed class Series(string kind)
    {
        private readonly long[] buckets = new long[Bounds.Length + 1];
        private double sum;
        private long count;

        public void Add(double value, bool isWhole)
        {
            lock (buckets)
            {
                sum = isWhole ? value : sum + value;
                if (kind != "histogram") { return; }
                count++;
                var at = Array.FindIndex(Bounds, bound => value <= bound);
                buckets[at < 0 ? Bounds.Length : at]++;
            }
        }

        public void Write(StringBuilder text, string name, string labels)
        {
            lock (buckets)
            {
                var own = labels.Length > 0 ? $"{{{labels}}}" : "";
                if (kind != "histogram") { text.Append(CultureInfo.InvariantCulture, $"{name}{own} {sum:R}\n"); return; }
                var upTo = 0L;
                for (var i = 0; i < buckets.Length; i++)
                {
                    upTo += buckets[i];
                    var bound = i < Bounds.Length ? Bounds[i].ToString("R", CultureInfo.InvariantCulture) : "+Inf";
                    text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{labels}{(labels.Length > 0 ? "," : "")}le=\"{bound}\"}} {upTo}\n");
                }
                text.Append(CultureInfo.InvariantCulture, $"{name}_sum{own} {sum:R}\n{name}_count{own} {count}\n");
            }
        }
    }
}
