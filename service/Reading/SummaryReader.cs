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

        var legacy = LegacyEncoding.Detect(text, cell.Raw.Font);
        var readable = LegacyEncoding.Convert(text, legacy);
        var tidy = TypedCell.Tidied(readable);
        if (tidy == text) { return new EntryReading(value); }
        var finding =
            legacy is not LegacyKind.None ? cell.Finding(FindingCatalog.LC2303_LegacyEncoding, cell.Quote, TypedCell.Short(tidy))
            : cell.Finding(cell.Untidiness());
        return new EntryReading(value, [finding with { Fix = TypedCell.Writing(tidy) }]);
    }
}
