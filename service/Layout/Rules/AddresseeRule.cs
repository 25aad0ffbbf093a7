namespace LearningCity.Docs.Layout.Rules;

/// <summary>Rule 25: Kính gửi. One addressee on its line; several each on a line of their own, which may begin beside the word (Phụ lục I, Mục V).</summary>
internal static class AddresseeRule
{
    private const string Word = "Kính gửi";

    public static void Find(PaperOutline outline, LayoutFindings findings)
    {
        if (outline.Addressees.IsEmpty) { return; }
        var (first, others) = (outline.Addressees[0], outline.Addressees[1..]);
        var look = Look.Lower(13, 14, bold: false);
        var wrong = look.Wrong(first).ToBuilder();
        var rest = first.Text.Length > Word.Length ? first.Text[Word.Length..].Trim() : "";
        if (!first.Text.StartsWith(Word, StringComparison.Ordinal) && !first.IsUpper) { wrong.Add(new Sentence("layout.words", first.Text[..Math.Min(first.Text.Length, Word.Length)])); }
        if (rest is [':', .. var behind]) { rest = behind.Trim(); }
        else { wrong.Add(new Sentence("layout.noColon", Word)); }
        if (rest.Length == 0 && others.Length == 0) { wrong.Add(new Sentence("layout.missing")); }
        if (rest.Length == 0 && others.Length == 1) { wrong.Add(new Sentence("layout.addresseeBelow")); }
        if (rest is not ['-' or '–', ..] && rest.TrimEnd(';', '.').Contains(';', StringComparison.Ordinal)) { wrong.Add(new Sentence("layout.addresseesTogether")); }
        findings.Add(FindingCatalog.LC5025_Addressees, first, wrong.ToImmutable());
        for (var i = 0; i < others.Length; i++)
        {
            var item = look.Wrong(others[i]).ToBuilder();
            var mark = i == others.Length - 1 ? '.' : ';';
            if (others[i].Text[0] is not ('-' or '–')) { item.Add(new Sentence("layout.noDash")); }
            if (others.Length > 1 && others[i].Text[^1] != mark) { item.Add(new Sentence("layout.lastMark", mark.ToString())); }
            findings.Add(FindingCatalog.LC5025_Addressees, others[i], item.ToImmutable());
        }
    }
}
