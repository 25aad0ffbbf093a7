namespace LearningCity.Docs.Text;

/// <summary>A part of a whole as a percentage (tỷ lệ phần trăm), for any two numbers that can be typed.</summary>
internal static class Share
{
    /// <summary>Larger than any share of anything; the quotient of two typed numbers may be larger than a decimal holds.</summary>
    private const decimal Largest = 1_000_000_000_000_000m;

    /// <summary>In percent points; null without a positive whole, or beyond <see cref="Largest"/>.</summary>
    /// <param name="part">At most 10^15 above or below zero, as is <paramref name="whole"/>.</param>
    public static decimal? Percent(decimal part, decimal whole) =>
        whole <= 0 || Math.Abs(part) > whole * (Largest / 100) ? null : part / whole * 100;
}
