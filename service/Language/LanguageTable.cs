using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace LearningCity.Docs.Language;

/// <summary>
/// Every sentence a user reads, in one language. A sentence has places <c>{0}</c>, <c>{1}</c> …; numbers are written in the language's own way (1.234,5 in Vietnamese).
/// </summary>
internal sealed class LanguageTable
{
    private static readonly Lazy<LanguageTable> VietnameseTable = new(() => new("vi", VietnameseSentences.All, ',', '.'));
    private static readonly Lazy<LanguageTable> EnglishTable = new(() => new("en", EnglishSentences.All, '.', ','));

    /// <summary>As written; a sentence is parsed when it is first said, as a run of the command line says only a few.</summary>
    private readonly IReadOnlyDictionary<string, string> sentences;
    private readonly ConcurrentDictionary<string, CompositeFormat> formats = new(StringComparer.Ordinal);
    private readonly NumberFormatInfo numbers;

    private LanguageTable(string code, IReadOnlyDictionary<string, string> table, char decimalMark, char groupMark)
    {
        Code = code;
        sentences = table;
        numbers = new NumberFormatInfo { NumberDecimalSeparator = decimalMark.ToString(), NumberGroupSeparator = groupMark.ToString() };
    }

    public static LanguageTable Vietnamese => VietnameseTable.Value;

    public static LanguageTable English => EnglishTable.Value;

    /// <summary>BCP 47: <c>vi</c> or <c>en</c>.</summary>
    public string Code { get; }

    public IEnumerable<string> Keys => sentences.Keys;

    /// <summary>English when asked for, else Vietnamese.</summary>
    public static LanguageTable For(string? code) => code?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? English : Vietnamese;

    /// <exception cref="KeyNotFoundException">Our own mistake: a key that the table lacks.</exception>
    public string Render(Sentence sentence)
    {
        if (!sentences.TryGetValue(sentence.Key, out var words)) { throw new KeyNotFoundException($"No sentence '{sentence.Key}' in language '{Code}'."); }
        var format = formats.GetOrAdd(words, CompositeFormat.Parse);
        if (sentence.Arguments.IsDefaultOrEmpty) { return string.Format(CultureInfo.InvariantCulture, format, ReadOnlySpan<object?>.Empty); }
        var values = new object?[sentence.Arguments.Length];
        for (var i = 0; i < values.Length; i++) { values[i] = Text(sentence.Arguments[i]); }
        return string.Format(CultureInfo.InvariantCulture, format, values.AsSpan());
    }

    public string Render(string key, params ImmutableArray<object> arguments) => Render(new Sentence(key) { Arguments = arguments });

    /// <summary>Thousands in groups, no trailing zeros: 1.234,5.</summary>
    public string Number(decimal value) => value.ToString("#,##0.##########", numbers);

    private string Text(object argument) => argument switch
    {
        Sentence sentence => Render(sentence),
        Location location => location.Text(this),
        decimal number => Number(number),
        int number => Number(number),
        IEnumerable<Sentence> several => string.Join("; ", several.Select(Render)),
        DateOnly date => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        string text => text,
        _ => throw new ArgumentException($"A sentence cannot hold a {argument.GetType().Name}."),
    };
}
