using System.Globalization;
using System.Text;
using BenchmarkDotNet.Running;
using LearningCity.Docs.Benchmarks;

// inputs DIR                                the filled form, the data and the right answers, in three sizes; the models of papers
// time KIND ENGINE ROWS DIR [--secs N]      one engine in this process, one JSON line
// time paper NAME… [--secs N] [--warm N]    papers by the id of their kind, dossiers as dossier-FORM, all without a name: one JSON line each
// load URL [--clients N] [--secs N] [--pid N] [--hang-up]   many callers on a running service
// anything else                             BenchmarkDotNet (--list flat, --filter …)
Encoding.RegisterProvider(CodePagesEncodingProvider.Instance); // ExcelDataReader asks for 1252.
switch (args)
{
    case ["inputs", var folder]:
        Inputs.Write(folder);
        PaperWork.WriteModels(folder);
        return 0;
    case ["time", "paper", .. var rest]:
        var asked = rest.TakeWhile(word => !word.StartsWith("--", StringComparison.Ordinal)).ToList();
        var limits = TimingLimits.Parse(rest.AsSpan(asked.Count));
        foreach (var paper in asked.Count == 0 ? [.. PaperWork.Names] : asked) Console.WriteLine(Timing.Line(PaperWork.Of(paper), limits));
        return 0;
    case ["time", var kind, var engine, var rows, var folder, .. var options]:
        Console.WriteLine(Timing.Line(Work.Of(kind, engine, int.Parse(rows, CultureInfo.InvariantCulture), folder), TimingLimits.Parse(options)));
        return 0;
    case ["load", var address, .. var how]:
        int? Number(string name) => Array.IndexOf(how, name) is >= 0 and var at ? int.Parse(how[at + 1], CultureInfo.InvariantCulture) : null;
        return await Load.RunAsync(address, Number("--clients") ?? 200, TimeSpan.FromSeconds(Number("--secs") ?? 300), Number("--pid"), how.Contains("--hang-up"));
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Work).Assembly).Run(args);
        return 0;
}
