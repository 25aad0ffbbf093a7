using LearningCity.Docs.Pdf;

namespace LearningCity.Docs.Cli;

/// <summary><c>--pdf</c>: papers as PDF, and what stands against it or should be known of it said.</summary>
internal static class PdfFiles
{
    /// <summary>One for each paper; empty when there are none, and why is said.</summary>
    public static async Task<ImmutableArray<byte[]>> MakeAsync(ImmutableArray<byte[]> papers, Terminal terminal, CancellationToken cancelled)
    {
        switch (await terminal.Desk.Value.Pdf.ConvertAsync(papers, cancelled))
        {
            case PdfResult.NotMade none:
                terminal.Say(none.Why);
                return [];
            case PdfResult.Made made:
                if (!made.Substitutes.IsEmpty) { terminal.Say("cli.pdf.substitute", PdfFonts.Expected, string.Join(", ", made.Substitutes)); }
                return made.Files;
            default: throw new System.Diagnostics.UnreachableException();
        }
    }
}
