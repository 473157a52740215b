using System.Buffers.Binary;
using System.Text;

namespace CddFunctions.Tests.Platform.Media;

/// <summary>Writes MP4 boxes by hand, for lengths that ffmpeg would not state.</summary>
internal static class BoxMaker
{
    public static readonly byte[] Ftyp = Box("ftyp", "isom"u8.ToArray(), U32(0));

    public static byte[] Box(string type, params IEnumerable<byte[]> parts)
    {
        var content = parts.SelectMany(p => p).ToArray();
        return [.. U32((uint)content.Length + 8), .. Encoding.Latin1.GetBytes(type), .. content];
    }

    public static byte[] LongBox(string type, byte[] content) =>
        [.. U32(1), .. Encoding.Latin1.GetBytes(type), .. U64((ulong)content.Length + 16), .. content];

    public static byte[] Mvhd(uint scale, uint length) => Box("mvhd", U32(0), U32(0), U32(0), U32(scale), U32(length));

    public static byte[] LongMvhd(uint scale, ulong length) => Box("mvhd", U32(1 << 24), U64(0), U64(0), U32(scale), U64(length));

    public static byte[] Track(
        uint length,
        uint mediaScale,
        uint mediaLength,
        byte[]? edits = null,
        string kind = "vide",
        byte[]? samples = null
    ) =>
        Box(
            "trak",
            Box("tkhd", U32(0), U32(0), U32(0), U32(1), U32(0), U32(length)),
            edits ?? [],
            Box(
                "mdia",
                Box("mdhd", U32(0), U32(0), U32(0), U32(mediaScale), U32(mediaLength)),
                Box("hdlr", U32(0), U32(0), Encoding.Latin1.GetBytes(kind)),
                samples ?? []
            )
        );

    public static byte[] Edits(params uint[] lengths) =>
        Box("edts", Box("elst", [U32(0), U32((uint)lengths.Length), .. lengths.SelectMany(l => new[] { U32(l), U32(0), U32(1 << 16) })]));

    public static byte[] Samples(params uint[] countsAndLengths) =>
        Box("minf", Box("stbl", Box("stts", [U32(0), U32((uint)countsAndLengths.Length / 2), .. countsAndLengths.Select(U32)])));

    public static byte[] U32(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    public static byte[] U64(ulong value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        return bytes;
    }
}
