using System.IO.Compression;
using CddFunctions.Platform.Media;
using static CddFunctions.Tests.Platform.Media.PdfMaker;

namespace CddFunctions.Tests.Platform.Media;

/// <summary>Files made to break, loop or fill the reader: each is refused, none throws.</summary>
public sealed class PdfHostileTests(Workshop workshop) : IClassFixture<Workshop>
{
    private const string Page = $"<< /Type /Page {A4Box} >>";

    [Theory]
    [InlineData("")]
    [InlineData("--object-streams=generate")]
    [InlineData("--linearize")]
    public void A_file_cut_off_anywhere_is_refused(string options)
    {
        var whole = options.Length == 0 ? PagesOf(10) : workshop.Qpdf(PagesOf(10), options);

        for (var tenth = 1; tenth < 10; tenth++)
            Assert.Equal("broken-file", Code(whole[..(whole.Length * tenth / 10)]));
        Assert.Equal("broken-file", Code(whole[..^8]));
    }

    [Fact]
    public void An_update_cut_off_does_not_show_the_version_before()
    {
        var first = PagesOf(2);
        var updated = Update(first, new Dictionary<int, string> { [2] = Tree([3, 4, 9]), [9] = Page });

        for (var length = first.Length + 20; length < updated.Length - 8; length += 10)
            Assert.Equal("broken-file", Code(updated[..length]));
    }

    [Theory]
    [InlineData("2 0 R")]
    [InlineData("3 0 R")]
    [InlineData("99 0 R")]
    [InlineData("(text)")]
    public void A_page_tree_with_a_circle_or_a_hole_is_refused(string kid) =>
        Assert.Equal(
            "broken-file",
            Code(Write([Catalog, $"<< /Type /Pages /Kids [4 0 R 3 0 R] >>", $"<< /Type /Pages /Kids [{kid}] >>", Page]))
        );

    [Fact]
    public void A_tree_that_doubles_at_every_level_is_too_complex()
    {
        var doubling = Enumerable.Range(3, 40).Select(i => Tree([i, i]));

        Assert.Equal("too-complex-file", Code(Write([Catalog, .. doubling, Page])));
    }

    [Fact]
    public void A_tree_without_pages_is_refused() => Assert.Equal("broken-file", Code(Write([Catalog, Tree([])])));

    [Fact]
    public void Values_nested_ten_thousand_deep_are_refused()
    {
        Assert.Equal("broken-file", Code(Write([Catalog, Tree([3]), new string('[', 10_000) + new string(']', 10_000)])));
        Assert.Equal("broken-file", Code(Write([Catalog, Tree([3]), string.Concat(Enumerable.Repeat("<</A", 10_000))])));
    }

    [Theory]
    [InlineData(100, "broken-file")]
    [InlineData(100 * 1024 * 1024, "too-complex-file")]
    public void A_stream_that_unpacks_beyond_measure_is_not_unpacked(int unpacked, string code)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var left = unpacked; left > 0; left -= 1_000_000)
                zlib.Write(new byte[Math.Min(left, 1_000_000)]);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(code, Code(WithPackedPages(Text(packed.ToArray()), "/Filter /FlateDecode")));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 300 * 1024 * 1024);
    }

    [Fact]
    public void Cross_references_in_a_circle_are_refused_or_rebuilt()
    {
        var text = Text(PagesOf(1));
        var xref = text.IndexOf("xref\n0", StringComparison.Ordinal);

        Assert.Equal(1, Workshop.Measure(Bytes(text.Replace("/Root", $"/Prev {xref} /Root", StringComparison.Ordinal))).Pages);
    }

    [Theory]
    [InlineData("3 0 R")]
    [InlineData("4 0 R")]
    [InlineData("-1")]
    [InlineData("999999999999")]
    public void A_stream_length_that_cannot_be_is_ignored(string length)
    {
        var packed = $"<< /Type /ObjStm /N 2 /First 10 /Length {length} >>\nstream\n2 0 5 30   {Tree([5]), -30}{Page}\nendstream";
        var file = Text(Write([Catalog, "null", packed, "4 0 R"]));

        Assert.Null(Record.Exception(() => Code(Bytes(file))));
        Assert.Null(Record.Exception(() => Code(Bytes(file.Replace("xref\n0", "xxxx\n0", StringComparison.Ordinal)))));
    }

    [Theory]
    [InlineData("<< /Filter /Other /V 1 >>", "encrypted-file")]
    [InlineData("<< /Filter /Standard /V 4 /R 4 >>", "encrypted-file")]
    [InlineData(
        "<< /Filter /Standard /V 5 /R 2 /O (12345678901234567890123456789012) /U (12345678901234567890123456789012) >>",
        "encrypted-file"
    )]
    [InlineData(
        "<< /Filter /Standard /V 5 /R 4 /O (12345678901234567890123456789012) /U (12345678901234567890123456789012) /StmF /S /CF << /S << /CFM /AESV3 >> >> >>",
        "encrypted-file"
    )]
    [InlineData("<< /Filter /Standard /V 9 /R 9 /O () /U () >>", "encrypted-file")]
    [InlineData("99 0 R", "broken-file")]
    public void Encryption_that_is_not_understood_is_refused(string encrypt, string code) =>
        Assert.Equal(code, Code(Write([Catalog, Tree([3]), Page], $"/Root 1 0 R /Encrypt {encrypt}")));

    [Fact]
    public void A_million_small_values_are_too_complex() =>
        Assert.Equal("too-complex-file", Code(Write([Catalog, Tree([3]), $"[{string.Concat(Enumerable.Repeat("1 ", 3_000_000))}]"])));

    [Fact]
    public async Task Inspection_stops_when_it_is_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            MediaInspector.InspectAsync(new MemoryStream(PagesOf(1)), cancel.Token)
        );
    }

    private static string? Code(byte[] file) => Workshop.Measure(file).Fault?.Code;
}
