namespace LearningCity.Docs.Pdf;

/// <summary>What a conversion came to. A closed union.</summary>
internal abstract record PdfResult
{
    private PdfResult() { }

    /// <param name="Files">One for each paper, in their order.</param>
    /// <param name="Substitutes">The fonts that came in the place of <see cref="PdfFonts.Expected"/>; empty when it is there.</param>
    internal sealed record Made(ImmutableArray<byte[]> Files, ImmutableArray<string> Substitutes) : PdfResult
    {
        /// <summary>Where one was asked for.</summary>
        public byte[] File => Files.Single();
    }

    internal sealed record NotMade(PdfFault Fault) : PdfResult
    {
        public Sentence Why => new("service.pdf" + Fault);
    }
}

/// <summary>Why there is no PDF.</summary>
internal enum PdfFault
{
    /// <summary>LibreOffice is not installed, not where the setting says, or cannot be started.</summary>
    Absent,

    /// <summary>As many conversions are waiting as may wait.</summary>
    Busy,

    /// <summary>It did not end in time and was ended.</summary>
    Slow,

    /// <summary>It ended without a whole PDF.</summary>
    Failed,
}
