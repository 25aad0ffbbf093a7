using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

/// <summary>A share written twice, "16/17 xã (94,1%)": the percent is a rounding of the fraction, or one of the two is wrong.</summary>
internal static class StatedShare
{
    /// <summary>True when the percent is the fraction rounded, or cut, to the decimals that it shows.</summary>
    public static bool Agrees(decimal numerator, decimal denominator, decimal percent)
    {
        if (Share.Percent(numerator, denominator) is not { } share) { return false; }
        var decimals = Math.Min((int)percent.Scale, 10);
        return Math.Round(share, decimals, MidpointRounding.AwayFromZero) == percent || Math.Round(share, decimals, MidpointRounding.ToZero) == percent;
    }
}
