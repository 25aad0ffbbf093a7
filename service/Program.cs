using System.Text;
using LearningCity.Docs;
using LearningCity.Docs.Cli;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Http;
using LearningCity.Docs.Pdf;
using LearningCity.Docs.Text;

// The outermost edge: what runs is named here, and no fault ends in a stack trace.
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
if (OperatingSystem.IsWindows()) { Console.OutputEncoding = utf8; }
using var data = new StreamWriter(Console.OpenStandardOutput(), utf8) { AutoFlush = true };
using var words = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true };
try
{
    VietnameseText.SelfTest();
    // From where the web server takes its own settings too: appsettings.json beside the program, and the environment (Pdf__LibreOffice).
    var settings = new Lazy<IConfiguration>(() => new ConfigurationBuilder().SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().Build());
    var desk = new Lazy<Desk>(() => Desk.Open(Path.Combine(AppContext.BaseDirectory, "templates"), TimeProvider.System, new LibreOfficePdf(settings.Value["Pdf:LibreOffice"])));
    return await CommandLine.RunAsync(args, desk, settings, data, words, WebService.RunAsync);
}
catch (FormFileException e)
{
    words.WriteLine(LanguageTable.Vietnamese.Render("cli.definition", e.Message));
    return ExitCode.Unusable;
}
catch (SettingException e)
{
    words.WriteLine(e.Message);
    return ExitCode.Unusable;
}
catch (Exception e)
{
    words.WriteLine(LanguageTable.Vietnamese.Render("cli.fault", $"{e.GetType().Name}: {e.Message}"));
    return ExitCode.Unusable;
}
