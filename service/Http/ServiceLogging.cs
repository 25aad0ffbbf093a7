using Microsoft.Extensions.Logging.Console;

namespace LearningCity.Docs.Http;

/// <summary>
/// The log, on standard error: words for a person at a terminal, or one JSON object a line for a program that collects them (setting <c>Logging:Format</c>, <c>text</c> or <c>json</c>). As text only
/// what is wrong is said; as JSON also each request. <c>Logging:LogLevel</c> overrides both.
/// </summary>
internal static class ServiceLogging
{
    private const string Setting = "Logging:Format";

    /// <exception cref="SettingException">The setting is neither.</exception>
    public static void AddServiceLogging(this ILoggingBuilder logging, IConfiguration settings)
    {
        logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        // A start that fails is said in one sentence by whoever asked for it.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        switch (settings[Setting])
        {
            case null or "" or "text": break;
            case "json":
                logging.AddJsonConsole(json =>
                {
                    json.IncludeScopes = true;
                    json.UseUtcTimestamp = true;
                    json.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
                });
                logging.AddFilter<ConsoleLoggerProvider>(RequestLog.Category, LogLevel.Information);
                break;
            case var other: throw new SettingException(new Sentence("setting.oneOf", Setting, other, "text, json"));
        }
    }
}
