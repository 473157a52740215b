namespace CddFunctions.Platform.Media;

/// <summary>Size in pixels of a JPEG or PNG, and whether it goes on to its end. The picture itself is not decoded.</summary>
internal static class ImageInspector
{
    private const int EndOfImage = 0xD9;
    private const int StartOfScan = 0xDA;
    private const int PngHeader = 0x49484452; // IHDR
    private const int PngData = 0x49444154; // IDAT
    private const int PngEnd = 0x49454E44; // IEND

    private static readonly byte[] PngSignature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool IsJpeg(ByteWindow bytes) => bytes.Matches(0, [0xFF, 0xD8, 0xFF]);

    public static bool IsPng(ByteWindow bytes) => bytes.Matches(0, PngSignature);

    public static MediaFacts InspectPng(ByteWindow bytes, MediaBudget budget)
    {
        if (bytes.UInt32(8) != 13 || bytes.UInt32(12) != PngHeader)
            throw Damaged();

        var size = Size(bytes.UInt32(16), bytes.UInt32(20));
        var hasData = false;
        for (long at = 33; ; )
        {
            budget.Step();
            var length = bytes.UInt32(at);
            var type = bytes.UInt32(at + 4);
            hasData |= type == PngData;
            at += 12L + length;
            if (length > int.MaxValue || at > bytes.Length)
                throw Damaged();
            if (type == PngEnd)
                return hasData ? new MediaFacts(MediaType.Png, bytes.Length, Pixels: size) : throw Damaged();
        }
    }

    /// <summary>Bytes after the end are allowed: telephones put a second picture there.</summary>
    public static MediaFacts InspectJpeg(ByteWindow bytes, MediaBudget budget)
    {
        PixelSize? size = null;
        var hasScan = false;
        for (var at = NextMarker(bytes, 2); ; at = NextMarker(bytes, at))
        {
            budget.Step();
            var marker = bytes.At(at + 1);
            if (marker == EndOfImage)
                return size is not null && hasScan ? new MediaFacts(MediaType.Jpeg, bytes.Length, Pixels: size) : throw Damaged();
            if (IsFrame(marker))
                size = Size(UInt16(bytes, at + 7), UInt16(bytes, at + 5));

            hasScan |= marker == StartOfScan;
            at += 2 + UInt16(bytes, at + 2);
        }
    }

    /// <summary>Skips picture data, where FF is followed by 00 or by a restart mark.</summary>
    private static long NextMarker(ByteWindow bytes, long from)
    {
        for (var at = bytes.IndexOf([0xFF], from, bytes.Length); at >= 0; at = bytes.IndexOf([0xFF], at + 1, bytes.Length))
        {
            if (bytes.At(at + 1) is not (-1 or 0 or 1 or 0xFF or (>= 0xD0 and <= 0xD7)))
                return at;
        }

        throw Damaged();
    }

    private static bool IsFrame(int marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static uint UInt16(ByteWindow bytes, long position)
    {
        Span<byte> pair = stackalloc byte[2];
        bytes.Copy(position, pair);
        return (uint)((pair[0] << 8) | pair[1]);
    }

    private static PixelSize Size(uint width, uint height) =>
        width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue ? new((int)width, (int)height) : throw Damaged();

    private static InvalidDataException Damaged() => new("The picture is damaged.");
}
