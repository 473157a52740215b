using CddFunctions.Platform.Media;

namespace CddFunctions.Tests.Platform.Media;

public sealed class ByteWindowTests
{
    private const int Page = 16_384;

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(Page - 3)]
    [InlineData(Page - 1)]
    [InlineData(Page)]
    [InlineData((9 * Page) - 2)]
    [InlineData((10 * Page) - 4)]
    public void A_pattern_is_found_wherever_pages_meet(int at)
    {
        var data = new byte[10 * Page];
        "word"u8.CopyTo(data.AsSpan(at));
        var window = Open(data);

        Assert.Equal(at, window.IndexOf("word"u8, 0, data.Length));
        Assert.Equal(at, window.IndexOf("word"u8, at, at + 1));
        Assert.Equal(at, window.LastIndexOf("word"u8, 0));
        Assert.Equal(-1, window.IndexOf("word"u8, at + 1, data.Length));
        Assert.Equal(-1, window.IndexOf("word"u8, 0, at));
        Assert.Equal('w', window.At(at));
    }

    [Fact]
    public void Reading_outside_the_file_is_the_sign_of_a_cut_off_file()
    {
        var window = Open([1, 2, 3, 4, 5]);

        Assert.Equal((-1, -1), (window.At(-1), window.At(5)));
        Assert.Equal(0x02030405u, window.UInt32(1));
        Assert.Throws<InvalidDataException>(() => window.UInt32(2));
        Assert.Throws<InvalidDataException>(() => window.UInt32(-1));
        Assert.Throws<InvalidDataException>(() => window.UInt32(long.MaxValue));
    }

    private static ByteWindow Open(byte[] data) => new(new MemoryStream(data), new MediaBudget(default));
}
