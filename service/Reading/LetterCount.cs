using LearningCity.Docs.Packages;

namespace LearningCity.Docs.Reading;

/// <summary>Counts the letters that the reader hands on, against <see cref="PackageLimits.CellLetters"/>.</summary>
internal sealed class LetterCount
{
    private long letters;

    /// <exception cref="TooManyLettersException">The limit is passed.</exception>
    public void Add(long more)
    {
        letters += more;
        if (letters > PackageLimits.Default.CellLetters) { throw new TooManyLettersException(); }
    }
}

/// <summary>Ends the reading of a file whose cells hold more letters than any form; at the door of the stage it becomes a finding.</summary>
internal sealed class TooManyLettersException : Exception;
