using System.Globalization;
using FsCheck;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;
using Xunit.Sdk;

namespace LearningCity.Docs.Tests.Support;

/// <summary>
/// The one way to try a property: the cases of a fixed seed, the same in every run, then about as many of fresh ones. The fresh ones follow <c>LC_SEED</c>, which <c>tests/run.sh</c> draws and prints; without
/// it, a number drawn once for the run. A failure names its seed and its case; <c>LC_REPLAY=SEED,GAMMA,SIZE</c> tries that case alone.
/// </summary>
internal static class Properties
{
    public const int FreshSeeds = 3;

    private const ulong FixedSeed = 30_2020;

    private static readonly ulong Drawn = ulong.TryParse(Environment.GetEnvironmentVariable("LC_SEED"), CultureInfo.InvariantCulture, out var asked) ? asked : (ulong)Random.Shared.NextInt64();

    public static void Holds(this Property property, int cases = 100) => Holds(property, cases, Drawn, Environment.GetEnvironmentVariable("LC_REPLAY"));

    /// <param name="drawn">The first fresh seed; the others follow it.</param>
    /// <param name="replay">One case, as a failure names it; null for all.</param>
    public static void Holds(Property property, int cases, ulong drawn, string? replay)
    {
        if (!string.IsNullOrEmpty(replay))
        {
            Try(property, 1, Parsed(replay), "LC_REPLAY");
            return;
        }
        Try(property, cases, Seeded(FixedSeed), "the fixed seed");
        for (var fresh = 0; fresh < FreshSeeds; fresh++) { Try(property, Math.Max(1, cases / FreshSeeds), Seeded(drawn + (ulong)fresh), $"a fresh seed, of LC_SEED={drawn.ToString(CultureInfo.InvariantCulture)}"); }
    }

    private static void Try(Property property, int cases, Replay replay, string seed) =>
        Check.One(Config.Quick.WithMaxTest(cases).WithReplay(FSharpOption<Replay>.Some(replay)).WithRunner(new Verdict(seed)), property);

    private static Replay Seeded(ulong seed) => new(new Rnd(seed), FSharpOption<int>.None);

    private static Replay Parsed(string replay)
    {
        var numbers = replay.Split(',').Select(part => ulong.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return new Replay(new Rnd(numbers[0], numbers[1]), FSharpOption<int>.Some((int)numbers[2]));
    }

    /// <summary>Throws what a failure says, with the way to see it again.</summary>
    private sealed class Verdict(string seed) : IRunner
    {
        public void OnStartFixture(Type fixture) { }

        public void OnArguments(int number, FSharpList<object> arguments, FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every) { }

        public void OnShrink(FSharpList<object> arguments, FSharpFunc<FSharpList<object>, string> every) { }

        public void OnFinished(string name, TestResult result)
        {
            if (result is TestResult.Passed) { return; }
            // The seed of the case that failed, before it was shrunk, and its size.
            var again = result is TestResult.Failed { Item6: var last, Item7: var size } ? string.Create(CultureInfo.InvariantCulture, $"; again: LC_REPLAY={last.Seed},{last.Gamma},{size}") : "";
            throw new XunitException($"With {seed}{again}\n{Runner.onFinishedToString(name, result)}");
        }
    }
}
