using System.Buffers.Binary;

namespace CddFunctions.Platform.Media;

/// <summary>
/// Any byte of a seekable stream, with the last few pages of 16 KB in memory: a reader that hops about a 50 MB file
/// holds 128 KB of it. Reading outside the file is <see cref="InvalidDataException"/>, the sign of a truncated file.
/// </summary>
internal sealed class ByteWindow(Stream stream, MediaBudget budget)
{
    private const int PageLength = 16_384;
    private const int SearchedPerStep = 4_096;

    private readonly Page?[] _pages = new Page?[8];

    public long Length { get; } = stream.Length;

    /// <returns>The byte, or −1 outside the file.</returns>
    public int At(long position) => position >= 0 && position < Length ? From(position)[0] : -1;

    public void Copy(long position, Span<byte> target)
    {
        if (position < 0 || position > Length - target.Length)
            throw new InvalidDataException("The file ends too early.");

        while (!target.IsEmpty)
        {
            var source = From(position);
            var count = Math.Min(source.Length, target.Length);
            source[..count].CopyTo(target);
            target = target[count..];
            position += count;
        }
    }

    public uint UInt32(long position)
    {
        Span<byte> bytes = stackalloc byte[4];
        Copy(position, bytes);
        return BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }

    public ulong UInt64(long position)
    {
        Span<byte> bytes = stackalloc byte[8];
        Copy(position, bytes);
        return BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }

    public bool Matches(long position, ReadOnlySpan<byte> pattern)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (At(position + i) != pattern[i])
                return false;
        }

        return true;
    }

    /// <returns>Where the pattern begins at or after <paramref name="from"/> and before <paramref name="to"/>, or −1.</returns>
    public long IndexOf(ReadOnlySpan<byte> pattern, long from, long to)
    {
        to = Math.Min(to, Length);
        while (from < to)
        {
            var page = From(from);
            var hit = page.IndexOf(pattern);
            budget.Step(1 + ((hit < 0 ? page.Length : hit) / SearchedPerStep));
            if (hit < 0)
                hit = AcrossEnd(pattern, from, page.Length);
            if (hit >= 0)
                return from + hit < to ? from + hit : -1;
            from += page.Length;
        }

        return -1;
    }

    public long LastIndexOf(ReadOnlySpan<byte> pattern, long from)
    {
        var last = -1L;
        for (var hit = IndexOf(pattern, from, Length); hit >= 0; hit = IndexOf(pattern, hit + 1, Length))
            last = hit;
        return last;
    }

    /// <summary>A pattern that begins in a page and ends in the next.</summary>
    private int AcrossEnd(ReadOnlySpan<byte> pattern, long from, int length)
    {
        for (var start = Math.Max(0, length - pattern.Length + 1); start < length; start++)
        {
            if (Matches(from + start, pattern))
                return start;
        }

        return -1;
    }

    /// <summary>The bytes of one page from a position inside the file on; never empty.</summary>
    private ReadOnlySpan<byte> From(long position)
    {
        var number = position / PageLength;
        var slot = (int)(number % _pages.Length);
        if (_pages[slot] is not { } page || page.Number != number)
            _pages[slot] = page = Load(number, _pages[slot]?.Bytes ?? new byte[Math.Min(PageLength, Length)]);

        var offset = (int)(position - (number * PageLength));
        return offset < page.Length
            ? page.Bytes.AsSpan(offset, page.Length - offset)
            : throw new InvalidDataException("The file became shorter.");
    }

    private Page Load(long number, byte[] bytes)
    {
        budget.CheckCancelled();
        budget.Step();
        stream.Position = number * PageLength;
        return new Page(number, bytes, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }

    private sealed record Page(long Number, byte[] Bytes, int Length);
}
