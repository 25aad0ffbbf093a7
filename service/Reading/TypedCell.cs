using LearningCity.Docs.Forms;
using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

/// <summary>A raw cell with the field it fills: what a reader of one kind of field works on, and how it speaks of it.</summary>
internal readonly record struct TypedCell(FormDefinition Form, FieldDefinition Field, RawCell Raw)
{
    /// <summary>What a message quotes; the whole of it is in <see cref="Finding.Value"/>.</summary>
    private const int Quoted = 80;

    public string Text => Raw.Text;

    public bool IsInExcel => Raw.Location is Location.Cell;

    public string Quote => Short(Text);

    public static string Short(string text)
    {
        var shown = text.Trim();
        return shown.Length <= Quoted ? shown : string.Concat(shown.AsSpan(0, Quoted - 1), "…");
    }

    public Finding Finding(FindingDescriptor descriptor, params ImmutableArray<object> arguments) =>
        new(descriptor, Raw.Location, arguments) { Entry = Field.Id, Value = Text };

    /// <summary>
    /// Understood as <paramref name="word"/> though written otherwise. Where the letters that one sees are the same and only their encoding or spacing differs, it says that:
    /// “Đạt” is not "understood as “Đạt”".
    /// </summary>
    public Finding Spelling(FindingDescriptor descriptor, string word)
    {
        var finding = Tidied() == word ? Finding(Untidiness()) : Finding(descriptor, Quote, word);
        return finding with { Fix = InUnicode(word) };
    }

    /// <summary>The text in NFC, with Vietnamese letters for those that only look like them and without superfluous spaces.</summary>
    public string Tidied() => Tidied(Text);

    public static string Tidied(string text)
    {
        var composed = VietnameseText.Compose(text);
        return VietnameseText.Tidy(VietnameseText.HasLookAlikes(composed) ? VietnameseText.ReplaceLookAlikes(composed) : composed);
    }

    /// <summary>What <see cref="Tidied()"/> corrects, the first of them.</summary>
    public FindingDescriptor Untidiness() =>
        VietnameseText.HasLookAlikes(Text) ? FindingCatalog.LC2304_LookAlikeLetters : !VietnameseText.IsNfc(Text) ? FindingCatalog.LC2301_Decomposed : FindingCatalog.LC2302_StraySpaces;

    public EntryReading Unreadable(FindingDescriptor descriptor, params ImmutableArray<object> arguments) => new(new EntryValue.Unreadable(Text), [Finding(descriptor, arguments)]);

    /// <summary>Two readings are possible, or a person must say so: <paramref name="suggestion"/> is what would be written then.</summary>
    public EntryReading Doubtful(FindingDescriptor descriptor, string? suggestion, params ImmutableArray<object> arguments) =>
        new(new EntryValue.Unreadable(Text, Doubtful: true), [Finding(descriptor, arguments) with { Suggestion = suggestion is null ? null : Writing(suggestion) }]);

    /// <summary>"Chưa có số liệu".</summary>
    public EntryReading MissingWithReason(string reason) => new(new EntryValue.Blank(reason), [Finding(FindingCatalog.LC2002_MissingWithReason, reason)]);

    /// <summary>A text in Unicode, in a font that draws it so.</summary>
    public Fix InUnicode(string value) => Writing(value) with { Font = LegacyEncoding.IsLegacyFont(Raw.Font) ? UnicodeFont : null };

    /// <summary>The font that Nghị định 30/2020 asks for.</summary>
    private const string UnicodeFont = "Times New Roman";

    public static Fix Writing(string value) => new(new Sentence("fix.write", Short(value)), value);
}
