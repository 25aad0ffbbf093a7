using System.Text;

namespace LearningCity.Docs.OpenXml;

/// <summary>Text that is being read, with its looks; costs no more than the letters while all of it is plain.</summary>
internal sealed class StretchBuilder
{
    private const Looks Unseen = Looks.Struck | Looks.Hidden;

    private readonly StringBuilder text = new();

    /// <summary>Where each stretch ends; null while all is plain.</summary>
    private List<(int End, Looks Looks)>? ends;

    public int Length => text.Length;

    public void Append(string words, Looks looks = Looks.Plain)
    {
        if (words.Length == 0) { return; }
        if (looks is not Looks.Plain && ends is null)
        {
            ends = [];
            if (text.Length > 0) { ends.Add((text.Length, Looks.Plain)); }
        }
        text.Append(words);
        Close(looks);
    }

    /// <summary>What another holds from a place on.</summary>
    public void Append(StretchBuilder other, int from = 0)
    {
        if (other.ends is null)
        {
            if (from < other.Length) { Append(from == 0 ? other.text.ToString() : other.text.ToString(from, other.Length - from)); }
            return;
        }
        foreach (var (words, looks) in other.Stretches(from)) { Append(words, looks); }
    }

    /// <summary>Forgets what stands behind the place.</summary>
    public void CutTo(int length)
    {
        if (length >= text.Length) { return; }
        text.Length = length;
        while (ends is [.., var last] && (ends.Count > 1 ? ends[^2].End : 0) >= length) { ends.RemoveAt(ends.Count - 1); }
        if (ends is [.., var open]) { ends[^1] = (length, open.Looks); }
    }

    /// <summary>The look that all of it shares, if it is withdrawn or hidden as a whole: so is the line that it stands on.</summary>
    public Looks UnseenWhole()
    {
        if (ends is null) { return Looks.Plain; }
        var whole = Unseen;
        foreach (var (words, looks) in Stretches(0))
        {
            if (!string.IsNullOrWhiteSpace(words)) { whole = (looks & Unseen) == 0 ? Looks.Plain : (whole & looks) == 0 ? looks & Unseen : whole & looks; }
            if (whole is Looks.Plain) { return Looks.Plain; }
        }
        return whole is Unseen ? Looks.Hidden : whole;
    }

    public bool IsBlank
    {
        get
        {
            for (var i = 0; i < text.Length; i++) { if (!char.IsWhiteSpace(text[i])) { return false; } }
            return true;
        }
    }

    /// <summary>All letters, whatever their look.</summary>
    public override string ToString() => text.ToString();

    /// <summary>The text that counts, and the looks where they say more than it.</summary>
    /// <param name="tidied">What becomes of the text that counts: blank lines at its ends set it in its cell.</param>
    public (string Visible, SeenText? Seen) Whole(Func<string, string> tidied)
    {
        var all = text.ToString();
        if (ends is null && !SeenText.HasRaisedDigits(all)) { return (tidied(all), null); }
        var seen = SeenText.Of(Stretches(0));
        var visible = tidied(seen.Visible);
        return (visible, seen.IsPlain ? null : seen with { Visible = visible });
    }

    /// <summary>All of it, from a place on.</summary>
    public ImmutableArray<TextStretch> Stretches(int from = 0)
    {
        if (ends is null) { return from < text.Length ? [new TextStretch(text.ToString(from, text.Length - from), Looks.Plain)] : []; }
        var stretches = ImmutableArray.CreateBuilder<TextStretch>(ends.Count);
        var start = 0;
        foreach (var (end, looks) in ends)
        {
            var first = Math.Max(start, from);
            if (first < end) { stretches.Add(new TextStretch(text.ToString(first, end - first), looks)); }
            start = end;
        }
        return stretches.DrainToImmutable();
    }

    private void Close(Looks looks)
    {
        if (ends is null) { return; }
        if (ends is [.., var last] && last.Looks == looks) { ends[^1] = (text.Length, looks); }
        else { ends.Add((text.Length, looks)); }
    }
}
