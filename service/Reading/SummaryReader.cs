using LearningCity.Docs.Text;

namespace LearningCity.Docs.Reading;

/// <summary>Tóm tắt kết quả đạt được: free text, kept as typed. All that can be tidied in it is one finding, and one fix.</summary>
internal static class SummaryReader
{
    public static EntryReading Read(TypedCell cell)
    {
        var text = cell.Text;
        if (NumberWords.IsPlaceholder(text)) { return EntryReading.Blank; }
        var value = new EntryValue.Text(text);
        if (cell.Raw.Kind is not RawKind.Text) { return new EntryReading(value); }

        switch (Mojibake.Read(text))
        {
            case MojibakeReading.Restored restored:
                var written = VietnameseText.Tidy(VietnameseText.ReplaceLookAlikes(VietnameseText.Compose(restored.Text)));
                return new EntryReading(value, [cell.Finding(FindingCatalog.LC2305_Mojibake, cell.Quote, TypedCell.Short(written)) with { Fix = cell.InUnicode(written) }]);
            // Nothing is taken away from it: what looks like a blank or a control may be a byte of a letter.
            case MojibakeReading.Lost lost:
                return new EntryReading(value, [cell.Finding(FindingCatalog.LC2306_LettersLost, Words(lost))]);
        }
        var legacy = LegacyEncoding.Detect(text, cell.Raw.Font);
        var isOfFontAlone = legacy is not LegacyKind.None && LegacyEncoding.IsLegacyFont(cell.Raw.Font) && LegacyEncoding.Evidence(text, legacy) is (0, 0);
        if (isOfFontAlone || legacy is LegacyKind.None && LegacyEncoding.HasLetterAsSoftHyphen(text))
        {
            return new EntryReading(value, [cell.Finding(FindingCatalog.LC2307_DoubtfulEncoding, cell.Quote, cell.Raw.Font ?? "?")]);
        }
        var readable = LegacyEncoding.Convert(text, legacy);
        var tidy = TypedCell.Tidied(readable);
        if (tidy == text) { return new EntryReading(value); }
        var finding =
            legacy is not LegacyKind.None ? cell.Finding(FindingCatalog.LC2303_LegacyEncoding, cell.Quote, TypedCell.Short(tidy))
            : cell.Finding(cell.Untidiness());
        return new EntryReading(value, [finding with { Fix = cell.InUnicode(tidy) }]);
    }

    /// <summary>The words that lost letters, each quoted.</summary>
    public static string Words(MojibakeReading.Lost lost) => TypedCell.Short(string.Join(", ", lost.Words.Select(w => $"“{w}”")));
}
