using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace LearningCity.Docs.Templating;

/// <summary>
/// Writes one part of a document as UTF-8 while a template runs: prepared XML by copying, values escaped, and the invariants of <see cref="WriterMark"/> kept. What it still may have to take
/// back stays in its buffer, the rest goes on to <paramref name="sink"/>. One render, one thread.
/// </summary>
internal sealed class PartWriter(Stream sink, PartNotation notation, int firstFreeId) : IDisposable
{
    /// <summary>Most bytes of one part.</summary>
    public const long MostBytes = 100 * 1024 * 1024;

    /// <summary>Most repeats of all <c>for</c> of one part together.</summary>
    public const int MostRepeats = 100_000;

    private const int Chunk = 64 * 1024;
    private static readonly SearchValues<char> Special = SearchValues.Create(
        "&<>\"\t\n\r\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\v\f\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(2 * Chunk);
    private int length;
    private long sent;
    private int nextId = firstFreeId;
    private int repeats;
    private int value;
    private Dictionary<int, int>? leftOut;
    private bool plain;
    private bool dropped;
    private Frame[] frames = new Frame[8];
    private int depth;

    /// <summary>A container whose content may vanish. <c>Start</c> is where it begins in the buffer, -1 when it has been sent.</summary>
    private struct Frame
    {
        public int Start;
        public int Children;
        public bool EndsWithParagraph;
    }

    /// <summary>How many characters that XML 1.0 forbids were left out, by the number of the value.</summary>
    public IEnumerable<KeyValuePair<int, int>> LeftOut => leftOut?.OrderBy(pair => pair.Key) ?? Enumerable.Empty<KeyValuePair<int, int>>();

    /// <summary>The number of the value that comes next.</summary>
    public void Next(int number) => value = number;

    private void LeaveOut(int characters)
    {
        leftOut ??= [];
        leftOut[value] = leftOut.GetValueOrDefault(value) + characters;
    }

    /// <summary>Prepared XML.</summary>
    public void Fixed(ReadOnlySpan<byte> utf8)
    {
        Room(utf8.Length);
        utf8.CopyTo(buffer.AsSpan(length));
        length += utf8.Length;
    }

    public void Mark(WriterMark mark)
    {
        switch (mark)
        {
            case WriterMark.Repeat:
                if (++repeats > MostRepeats) { throw TemplateException.Of(FindingCatalog.LC9018_TooLarge, new Sentence("template.repeats", MostRepeats)); }
                break;
            case WriterMark.Begin: Begin(); break;
            case WriterMark.Paragraph: Child(endsWithParagraph: true); break;
            case WriterMark.Child: Child(endsWithParagraph: false); break;
            case WriterMark.EndOrDrop:
                ref var table = ref frames[--depth];
                dropped = table.Children == 0;
                if (dropped) { length = table.Start; }
                break;
            case WriterMark.Settle: dropped = false; break;
            case WriterMark.EndWithParagraph: if (!frames[--depth].EndsWithParagraph) { Fixed(notation.EmptyParagraph); } dropped = false; break;
            case WriterMark.EndNotEmpty: if (frames[--depth].Children == 0) { Fixed(notation.EmptyParagraph); } dropped = false; break;
            case WriterMark.EndWithRun: if (frames[--depth].Children == 0) { Fixed(notation.EmptyRun); } dropped = false; break;
            case WriterMark.NextId: Number(nextId++); break;
            case WriterMark.PlainOn: plain = true; break;
            case WriterMark.PlainOff: plain = false; break;
            default: throw new ArgumentOutOfRangeException(nameof(mark), mark, null);
        }
    }

    private void Begin()
    {
        if (depth == frames.Length) { Array.Resize(ref frames, depth * 2); }
        frames[depth++] = new Frame { Start = length };
        dropped = false;
    }

    private void Child(bool endsWithParagraph)
    {
        if (!dropped)
        {
            ref var frame = ref frames[depth - 1];
            frame.Children++;
            frame.EndsWithParagraph = endsWithParagraph;
        }
        dropped = false;
    }

    public void Number(int number)
    {
        Room(16);
        System.Buffers.Text.Utf8Formatter.TryFormat(number, buffer.AsSpan(length), out var written);
        length += written;
    }

    /// <summary>A value: escaped, line breaks and tabs as Word's own, characters that XML 1.0 forbids left out and counted.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var stop = text.IndexOfAny(Special);
            var clean = stop < 0 ? text : text[..stop];
            Clean(clean);
            if (stop < 0) { return; }
            var c = text[stop];
            text = text[(stop + 1)..];
            if (c == '\r' && text is ['\n', ..]) { continue; }
            switch (c)
            {
                case '&': Fixed("&amp;"u8); break;
                case '<': Fixed("&lt;"u8); break;
                case '>': Fixed("&gt;"u8); break;
                case '"': Fixed("&quot;"u8); break;
                case '\t': Fixed(plain ? " "u8 : notation.Tab); break;
                case '\n' or '\r' or '\v': Fixed(plain ? " "u8 : notation.Break); break;
                default: LeaveOut(1); break;
            }
        }
    }

    private void Clean(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var noncharacter = text.IndexOfAny('\uFFFE', '\uFFFF');
            var valid = noncharacter < 0 ? text : text[..noncharacter];
            while (!valid.IsEmpty)
            {
                Room(Math.Min(valid.Length, Chunk) * 3);
                var piece = valid.Length > Chunk ? valid[..(char.IsHighSurrogate(valid[Chunk - 1]) ? Chunk - 1 : Chunk)] : valid;
                var status = Utf8.FromUtf16(piece, buffer.AsSpan(length), out var read, out var written, replaceInvalidSequences: false);
                length += written;
                // Half a surrogate pair is no character.
                if (status is not OperationStatus.Done) { LeaveOut(1); }
                valid = valid[(status is OperationStatus.Done ? read : read + 1)..];
            }
            if (noncharacter >= 0) { LeaveOut(1); }
            text = noncharacter < 0 ? [] : text[(noncharacter + 1)..];
        }
    }

    private void Room(int bytes)
    {
        if (length + bytes <= buffer.Length) { return; }
        Send();
        if (length + bytes <= buffer.Length) { return; }
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(buffer.Length * 2, length + bytes));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }

    /// <summary>Sends on all that no open frame may take back.</summary>
    private void Send()
    {
        var upTo = length;
        for (var i = 0; i < depth; i++)
        {
            if (frames[i].Children == 0 && frames[i].Start >= 0) { upTo = frames[i].Start; break; }
        }
        if (sent + length > MostBytes) { throw TemplateException.Of(FindingCatalog.LC9018_TooLarge, new Sentence("template.outputBytes", (int)(MostBytes / 1024 / 1024))); }
        if (upTo == 0) { return; }
        sink.Write(buffer, 0, upTo);
        buffer.AsSpan(upTo, length - upTo).CopyTo(buffer);
        sent += upTo;
        length -= upTo;
        for (var i = 0; i < depth; i++) { frames[i].Start = frames[i].Start >= upTo ? frames[i].Start - upTo : -1; }
    }

    /// <summary>Sends the rest.</summary>
    public void Finish()
    {
        depth = 0;
        Send();
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }
}

/// <summary>How a part writes what values and marks need: its prefix for WordprocessingML, usually <c>w</c>.</summary>
internal sealed class PartNotation(string prefix)
{
    private readonly byte[] lineBreak = Encoding.UTF8.GetBytes($"</{prefix}t><{prefix}br/><{prefix}t xml:space=\"preserve\">");
    private readonly byte[] tab = Encoding.UTF8.GetBytes($"</{prefix}t><{prefix}tab/><{prefix}t xml:space=\"preserve\">");
    private readonly byte[] emptyParagraph = Encoding.UTF8.GetBytes($"<{prefix}p/>");
    private readonly byte[] emptyRun = Encoding.UTF8.GetBytes($"<{prefix}r><{prefix}t xml:space=\"preserve\"></{prefix}t></{prefix}r>");

    public ReadOnlySpan<byte> Break => lineBreak;
    public ReadOnlySpan<byte> Tab => tab;
    public ReadOnlySpan<byte> EmptyParagraph => emptyParagraph;
    public ReadOnlySpan<byte> EmptyRun => emptyRun;
}
