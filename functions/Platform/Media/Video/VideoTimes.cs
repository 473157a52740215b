namespace CddFunctions.Platform.Media.Video;

/// <summary>Lengths as header boxes hold them: 32 bits in version 0, 64 bits in version 1.</summary>
internal sealed class VideoTimes(ByteWindow bytes)
{
    /// <summary>mvhd and mdhd begin alike: version, two dates, units a second, length.</summary>
    public (uint Scale, ulong Length) ScaleAndLength(Box box)
    {
        var isLong = bytes.At(box.Start) == 1;
        var scale = box.Start + (isLong ? 20 : 12);
        return (bytes.UInt32(scale), Units(scale + 4, isLong));
    }

    /// <summary>A length; all ones means unknown.</summary>
    public ulong Units(long position, bool isLong)
    {
        var units = isLong ? bytes.UInt64(position) : bytes.UInt32(position);
        return units == (isLong ? ulong.MaxValue : uint.MaxValue) ? 0 : units;
    }
}
