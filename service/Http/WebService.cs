using System.Net.Sockets;
using System.Text.Json.Serialization;
using LearningCity.Docs.Access;
using LearningCity.Docs.Packages;
using LearningCity.Docs.Reporting;
using LearningCity.Docs.Submissions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LearningCity.Docs.Http;

/// <summary>The service: the API, the pane and the page, health. One program, on this machine only unless told otherwise, without any configuration.</summary>
internal static class WebService
{
    /// <summary>Used when neither <c>--urls</c> nor ASP.NET's own configuration (<c>ASPNETCORE_URLS</c> …) names another.</summary>
    public const string UsualAddress = "http://127.0.0.1:5270";

    /// <summary>What a multipart request needs besides the file itself.</summary>
    private const int FramingBytes = PackageLimits.Megabyte;

    private const int MostConnections = 2_000;

    private static readonly TimeSpan LastAnswers = TimeSpan.FromSeconds(90);

    /// <summary>Serves until it is stopped. Answers why it could not be started, or null.</summary>
    public static async Task<Sentence?> RunAsync(Desk desk, string? urls, Action<Sentence> say)
    {
        desk.Warm();
        WebApplication built;
        try { built = Build(desk, urls); }
        catch (SettingException e) { return e.Why; }
        await using var app = built;
        var address = string.Join(", ", app.Urls);
        try { await app.StartAsync(); }
        catch (SettingException e) { return e.Why; }
        catch (IOException e) when (e.InnerException is AddressInUseException) { return new Sentence("serve.taken", address); }
        catch (FormatException) { return new Sentence("serve.badUrl", address); }
        catch (SocketException e) { return new Sentence("serve.failed", address, e.Message); }
        say(new Sentence("serve.address", string.Join(", ", app.Urls)));
        await app.WaitForShutdownAsync();
        return null;
    }

    /// <param name="host">Puts another server in Kestrel's place.</param>
    public static WebApplication Build(Desk desk, string? urls = null, Action<WebApplicationBuilder>? host = null)
    {
        // Pages and settings stand beside the program, wherever it is started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = PackageLimits.Default.FileBytes + FramingBytes;
            // Slower than the worst line of an office: somebody who keeps connections open on purpose.
            server.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 2048, gracePeriod: TimeSpan.FromSeconds(10));
            server.Limits.MaxConcurrentConnections = MostConnections;
        });
        builder.Services.AddSingleton(desk).AddSingleton<FileLimit>().AddSingleton<UploadRoom>().AddSingleton<ServiceMeter>().AddSingleton<MetricsText>().AddOpenApi(ApiDescription.Configure);
        // Whoever is being served when the service is told to stop gets the answer: a PDF may take a minute.
        builder.Services.Configure<HostOptions>(stop => stop.ShutdownTimeout = LastAnswers);
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = CheckReports.Json.Encoder;
            // A number is a number: else the description says of each that it may be a string.
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        host?.Invoke(builder);
        var access = AccessSettings.Read(builder.Configuration);
        builder.Services.AddAccess(access, builder.Configuration, desk.Clock);
        builder.Logging.AddServiceLogging(builder.Configuration);
        builder.Services.AddReadiness(desk, builder.Configuration);
        builder.Services.AddSubmissions(builder.Configuration, desk.Clock);
        builder.Services.AddSingleton<AuditOfPapers>();

        var app = builder.Build();
        if (urls is not null || !HasAddress(app.Configuration))
        {
            app.Urls.Clear();
            foreach (var url in (urls ?? UsualAddress).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) { app.Urls.Add(url); }
        }
        var office = OfficeJs.Of(app.Configuration);
        ListenAddresses.Judge(access, app.Urls, app.Configuration);
        app.Services.GetRequiredService<MetricsText>(); // counts from the first request on
        app.UseRequestLog();
        app.UseSecurityHeaders(office, access);
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = Problems.FaultAsync, SuppressDiagnosticsCallback = _ => true });
        app.UseStatusCodePages(Problems.EmptyAsync);
        app.UseRequestOrigin(access);
        app.UsePaneFiles();
        app.UseAccess();
        app.MapOpenApi("/openapi/v1.json").Open();
        app.MapAccess(access, office);
        app.MapForms();
        app.MapChecks();
        app.MapLayout();
        app.MapDocuments();
        app.MapSubmissions();
        app.MapSamples();
        app.MapHealth();
        app.MapMetrics();
        app.MapPane(office);
        return app;
    }

    private static bool HasAddress(IConfiguration configuration) =>
        configuration["urls"] is not null || configuration["http_ports"] is not null || configuration["https_ports"] is not null || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();
}
