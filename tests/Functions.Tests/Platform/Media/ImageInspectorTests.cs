using CddFunctions.Platform.Media;

namespace CddFunctions.Tests.Platform.Media;

public sealed class ImageInspectorTests(Workshop workshop) : IClassFixture<Workshop>
{
    [Theory]
    [InlineData("jpg", MediaType.Jpeg)]
    [InlineData("png", MediaType.Png)]
    public void A_picture_has_its_size(string extension, MediaType type)
    {
        var file = Picture(extension);

        Assert.Equal(new MediaFacts(type, file.Length, Pixels: new(641, 123)), Workshop.Measure(file));
        Assert.Equal(new PixelSize(641, 123), Workshop.Measure([.. file, 1, 2, 3]).Pixels);
    }

    [Theory]
    [InlineData("jpg")]
    [InlineData("png")]
    public void A_picture_cut_off_anywhere_is_refused(string extension)
    {
        var whole = Picture(extension);

        for (var percent = 1; percent < 100; percent += 7)
            Assert.Equal("broken-file", Workshop.Measure(whole[..(8 + ((whole.Length - 8) * percent / 100))]).Fault?.Code);
        Assert.Equal("broken-file", Workshop.Measure(whole[..^1]).Fault?.Code);
    }

    [Fact]
    public void A_preview_inside_a_JPEG_is_not_taken_for_the_picture()
    {
        var whole = Picture("jpg");
        var preview = workshop.Ffmpeg("jpg", "-f", "lavfi", "-i", "testsrc=size=32x32", "-frames:v", "1");
        var length = preview.Length + 2;
        byte[] file = [0xFF, 0xD8, 0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. preview, .. whole[2..]];

        Assert.Equal(new PixelSize(641, 123), Workshop.Measure(file).Pixels);
        Assert.Equal("broken-file", Workshop.Measure(file[..(length + 100)]).Fault?.Code);
    }

    [Fact]
    public void A_picture_without_data_is_refused()
    {
        var png = Picture("png");

        Assert.Equal("broken-file", Workshop.Measure([.. png[..33], .. png[^12..]]).Fault?.Code);
        Assert.Equal("broken-file", Workshop.Measure([0xFF, 0xD8, 0xFF, 0xD9]).Fault?.Code);
        Assert.Equal("broken-file", Workshop.Measure(Convert.FromHexString("FFD8FFC0000B080001000101012200FFD9")).Fault?.Code);
    }

    [Theory]
    [InlineData("", "empty-file")]
    [InlineData("\u0001", "unknown-file-type")]
    [InlineData("%", "wrong-file-type")]
    public void Other_content_is_not_known(string content, string code) =>
        Assert.Equal(code, Workshop.Measure(PdfMaker.Bytes(content)).Fault?.Code);

    private byte[] Picture(string extension) => workshop.Ffmpeg(extension, "-f", "lavfi", "-i", "testsrc=size=641x123", "-frames:v", "1");
}
