using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Sdk;

namespace LearningCity.Docs.Tests.Support;

public class PropertiesTests
{
    private static readonly Arbitrary<int> Numbers = Gen.Choose(0, 1_000_000).ToArbitrary();

    [Fact]
    public void WhatHolds_IsTriedWithTheFixedSeedAndFreshOnes()
    {
        var (first, second) = (Seen(drawn: 1), Seen(drawn: 2));
        first.Count.ShouldBe(50 + 50 / Properties.FreshSeeds * Properties.FreshSeeds);
        second.Take(50).ShouldBe(first.Take(50));
        second.Skip(50).ShouldNotBe(first.Skip(50));
        Seen(drawn: 1).ShouldBe(first);
    }

    [Fact]
    public void FixedSeedThatFails_IsNamed() => Failure(_ => false).ShouldStartWith("With the fixed seed; again: LC_REPLAY=");

    [Fact]
    public void FreshSeedThatFails_NamesTheReplayOfTheVeryCase()
    {
        var known = Seen(drawn: 7).Take(50).ToHashSet();
        var failed = new List<int>();
        bool Holds(int number)
        {
            if (known.Contains(number)) { return true; }
            failed.Add(number);
            return false;
        }
        var message = Failure(Holds);
        message.ShouldStartWith("With a fresh seed, of LC_SEED=7; again: LC_REPLAY=");

        var again = new List<int>();
        Should.Throw<XunitException>(() => Properties.Holds(Property(n => { again.Add(n); return false; }), 50, 7, Regex.Match(message, "LC_REPLAY=(?<replay>[0-9,]+)").Groups["replay"].Value))
            .Message.ShouldStartWith("With LC_REPLAY; again: LC_REPLAY=");
        again[0].ShouldBe(failed[0]);
    }

    [Fact]
    public void Replay_IsOneCase()
    {
        var seen = new List<int>();
        Properties.Holds(Property(n => { seen.Add(n); return true; }), 50, 7, "8556492279768037207,15460941019929500799,32");
        seen.Count.ShouldBe(1);
    }

    private static Property Property(Func<int, bool> holds) => Prop.ForAll(Numbers, holds);

    private static List<int> Seen(ulong drawn)
    {
        var seen = new List<int>();
        Properties.Holds(Property(n => { seen.Add(n); return true; }), 50, drawn, null);
        return seen;
    }

    private static string Failure(Func<int, bool> holds) => Should.Throw<XunitException>(() => Properties.Holds(Property(holds), 50, 7, null)).Message;
}
