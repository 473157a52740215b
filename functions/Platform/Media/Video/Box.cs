using System.Text;

namespace CddFunctions.Platform.Media.Video;

/// <summary>A box of an MP4 or MOV file (ISO/IEC 14496-12, 4.2).</summary>
/// <param name="Start">Where its content begins.</param>
/// <param name="End">Where it ends, never behind its parent.</param>
internal sealed record Box(string Type, long Start, long End)
{
    private const int HeaderLength = 8;

    public long Length => End - Start;

    /// <summary>The boxes between two positions; fewer than 8 bytes at the end are padding.</summary>
    public static IEnumerable<Box> Between(ByteWindow bytes, MediaBudget budget, long start, long end)
    {
        while (end - start >= HeaderLength)
        {
            budget.Step();
            var box = Read(bytes, start, end);
            yield return box;
            start = box.End;
        }
    }

    public IEnumerable<Box> Children(ByteWindow bytes, MediaBudget budget) => Between(bytes, budget, Start, End);

    private static Box Read(ByteWindow bytes, long start, long end)
    {
        Span<byte> type = stackalloc byte[4];
        bytes.Copy(start + 4, type);
        long size = bytes.UInt32(start);
        var header = HeaderLength;
        if (size == 1)
        {
            size = (long)Math.Min(bytes.UInt64(start + HeaderLength), long.MaxValue);
            header = 16;
        }
        else if (size == 0)
        {
            size = end - start; // to the end of the file
        }

        if (size < header || size > end - start)
            throw new InvalidDataException("A box is longer than what it is in.");
        return new Box(Encoding.Latin1.GetString(type), start + header, start + size);
    }
}
