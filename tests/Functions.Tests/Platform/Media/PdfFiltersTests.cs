using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using CddFunctions.Platform.Media;
using CddFunctions.Platform.Media.Pdf;
using static CddFunctions.Tests.Platform.Media.PdfMaker;

namespace CddFunctions.Tests.Platform.Media;

/// <summary>The unpackers against data that another program packed.</summary>
public sealed class PdfFiltersTests(Workshop workshop) : IClassFixture<Workshop>
{
    private const string Tree = $"2 0 << /Type /Pages /Kids [<< /Type /Page {A4Box} >>] >>";

    [Theory]
    [InlineData("none")]
    [InlineData("sub")]
    [InlineData("up")]
    [InlineData("avg")]
    [InlineData("paeth")]
    [InlineData("mixed")]
    public void Png_rows_are_restored_as_ffmpeg_meant_them(string prediction)
    {
        string[] picture = ["-f", "lavfi", "-i", "testsrc=size=61x47", "-frames:v", "1", "-pix_fmt", "rgb24"];
        var raw = workshop.Ffmpeg("raw", [.. picture, "-f", "rawvideo"]);
        var png = workshop.Ffmpeg("png", [.. picture, "-pred", prediction]);

        var rows = new MemoryStream();
        new ZLibStream(new MemoryStream(PngData(png)), CompressionMode.Decompress).CopyTo(rows);
        var parameters = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["Predictor"] = 15,
            ["Colors"] = 3,
            ["Columns"] = 61,
        };

        Assert.Equal(raw, PdfPredictor.Undo(rows.ToArray(), parameters.GetValueOrDefault));
    }

    [Fact]
    public void Tiff_differences_are_added_up() =>
        Assert.Equal(
            [1, 2, 3, 5, 7, 9, 10, 20, 30, 11, 21, 31],
            PdfPredictor.Undo(
                [1, 2, 3, 4, 5, 6, 10, 20, 30, 1, 1, 1],
                (name, missing) =>
                    name switch
                    {
                        "Predictor" => 2,
                        "Colors" => 3,
                        "Columns" => 2,
                        _ => missing,
                    }
            )
        );

    [Fact]
    public void Lzw_is_unpacked_as_ffmpeg_packed_it()
    {
        string[] picture = ["-f", "lavfi", "-i", "testsrc=size=200x200", "-frames:v", "1", "-pix_fmt", "gray"];
        var raw = workshop.Ffmpeg("raw", [.. picture, "-f", "rawvideo"]);
        var tiff = workshop.Ffmpeg("tif", [.. picture, "-compression_algo", "lzw"]);

        var unpacked = TiffStrips(tiff).SelectMany(s => PdfLzw.Decode(s, 1, new MediaBudget(default))).ToArray();

        Assert.Equal(raw, unpacked);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/Filter /ASCIIHexDecode")]
    [InlineData("/Filter [/ASCII85Decode]")]
    [InlineData("/Filter [/AHx /A85]")]
    [InlineData("/Filter [/Crypt /ASCII85Decode] /DecodeParms [null null]")]
    public void Pages_in_a_packed_stream_are_found(string filter)
    {
        var data = filter.Contains("85", StringComparison.Ordinal) ? Ascii85(Tree) : Tree;
        data =
            filter.Contains("Hex", StringComparison.Ordinal) || filter.Contains("AHx", StringComparison.Ordinal)
                ? Convert.ToHexString(Bytes(data)) + ">"
                : data;

        Assert.Equal(new MediaFacts(MediaType.Pdf, 0, 1), Workshop.Measure(WithPackedPages(data, filter)) with { Length = 0 });
    }

    [Theory]
    [InlineData("/Filter /DCTDecode")]
    [InlineData("/Filter /FlateDecode")]
    [InlineData("/Filter /LZWDecode")]
    [InlineData("/Filter 7")]
    public void Data_that_its_filter_cannot_read_is_a_broken_file(string filter) =>
        Assert.Equal("broken-file", Workshop.Measure(WithPackedPages(Tree, filter)).Fault?.Code);

    private static byte[] PngData(byte[] png)
    {
        var data = new MemoryStream();
        for (var at = 8; at < png.Length; )
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
                data.Write(png, at + 8, length);
            at += length + 12;
        }

        return data.ToArray();
    }

    private static IEnumerable<byte[]> TiffStrips(byte[] tiff)
    {
        var directory = BinaryPrimitives.ReadInt32LittleEndian(tiff.AsSpan(4));
        var offsets = TiffValues(tiff, directory, 273);
        var lengths = TiffValues(tiff, directory, 279);
        return offsets.Zip(lengths, (offset, length) => tiff[offset..(offset + length)]);
    }

    private static List<int> TiffValues(byte[] tiff, int directory, int tag)
    {
        var entry = Enumerable
            .Range(0, BinaryPrimitives.ReadUInt16LittleEndian(tiff.AsSpan(directory)))
            .Select(i => directory + 2 + (12 * i))
            .Single(at => BinaryPrimitives.ReadUInt16LittleEndian(tiff.AsSpan(at)) == tag);
        var width = BinaryPrimitives.ReadUInt16LittleEndian(tiff.AsSpan(entry + 2)) == 3 ? 2 : 4;
        var count = BinaryPrimitives.ReadInt32LittleEndian(tiff.AsSpan(entry + 4));
        var values = count * width <= 4 ? entry + 8 : BinaryPrimitives.ReadInt32LittleEndian(tiff.AsSpan(entry + 8));
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(i =>
                    width == 2
                        ? BinaryPrimitives.ReadUInt16LittleEndian(tiff.AsSpan(values + (2 * i)))
                        : BinaryPrimitives.ReadInt32LittleEndian(tiff.AsSpan(values + (4 * i)))
                ),
        ];
    }

    private static string Ascii85(string text)
    {
        var result = new StringBuilder();
        foreach (var group in Bytes(text).Chunk(4))
        {
            var value = BinaryPrimitives.ReadUInt32BigEndian([.. group, .. new byte[4 - group.Length]]);
            var digits = new char[5];
            for (var i = 4; i >= 0; i--, value /= 85)
                digits[i] = (char)('!' + (value % 85));
            result.Append(digits, 0, group.Length + 1);
        }

        return result + "~>";
    }
}
