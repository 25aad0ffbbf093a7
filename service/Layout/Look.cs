namespace LearningCity.Docs.Layout;

/// <summary>Loại chữ: in hoa, in thường.</summary>
internal enum LetterCase { Any, Upper, Lower }

/// <summary>
/// Loại chữ, cỡ chữ, kiểu chữ that the decree gives an element (Phụ lục I, Phần I, Mục V). Sizes in points; a null bold is left free. Where it says "đứng" alone, bold is wrong
/// as well: the elements that are to be bold have "đứng, đậm".
/// </summary>
internal sealed record Look(LetterCase Case, decimal From, decimal To, bool? Bold, bool Italic = false)
{
    public static Look Upper(decimal from, decimal to, bool? bold) => new(LetterCase.Upper, from, to, bold);
    public static Look Lower(decimal from, decimal to, bool? bold, bool italic = false) => new(LetterCase.Lower, from, to, bold, italic);

    /// <summary>What of the line's own letters is otherwise.</summary>
    public ImmutableArray<Sentence> Wrong(PaperLine line)
    {
        var wrong = ImmutableArray.CreateBuilder<Sentence>();
        var letters = line.Letters.ToList();
        if (Case is LetterCase.Upper && !line.IsUpper && line.Text.Any(char.IsLetter)) { wrong.Add(new Sentence("layout.notUpper")); }
        if (Case is LetterCase.Lower && line.IsUpper && line.Text.Count(char.IsLetter) > 1) { wrong.Add(new Sentence("layout.notLower")); }
        foreach (var size in letters.Select(r => r.Points).Where(points => points < From || points > To).Distinct()) { wrong.Add(new Sentence("layout.size", size)); }
        if (Bold == true && letters.Exists(r => r.Format.Bold != true)) { wrong.Add(new Sentence("layout.notBold")); }
        if (Bold == false && letters.Exists(r => r.Format.Bold == true)) { wrong.Add(new Sentence("layout.bold")); }
        if (Italic && letters.Exists(r => r.Format.Italic != true)) { wrong.Add(new Sentence("layout.notItalic")); }
        if (!Italic && letters.Exists(r => r.Format.Italic == true)) { wrong.Add(new Sentence("layout.italic")); }
        return wrong.ToImmutable();
    }

    public ImmutableArray<Sentence> WrongOrNotCentered(PaperLine line) => line.Paragraph.IsCentered ? Wrong(line) : [.. Wrong(line), new Sentence("layout.notCentered")];
}
