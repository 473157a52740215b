using System.Globalization;
using CddFunctions.Platform.Media;
using static CddFunctions.Tests.Platform.Media.PdfMaker;

namespace CddFunctions.Tests.Platform.Media;

public sealed class PdfPaperTests(Workshop workshop) : IClassFixture<Workshop>
{
    [Theory]
    [InlineData(210, 297)]
    [InlineData(297, 210)]
    [InlineData(208, 295)]
    [InlineData(212, 299)]
    [InlineData(299, 208)]
    public void A4_within_two_millimetres_upright_or_lying_is_A4(double width, double height) =>
        Assert.Null(Workshop.Measure(PagesOf(1, Box("MediaBox", width, height))).NotA4);

    [Theory]
    [InlineData(207.9, 297, 208, 297)]
    [InlineData(212.1, 297, 212, 297)]
    [InlineData(210, 294.9, 210, 295)]
    [InlineData(210, 299.1, 210, 299)]
    [InlineData(210, 210, 210, 210)]
    [InlineData(215.9, 279.4, 216, 279)]
    [InlineData(297, 420, 297, 420)]
    public void Other_paper_is_named_with_its_size(double width, double height, int mmWidth, int mmHeight) =>
        Assert.Equal(new PaperSize(1, mmWidth, mmHeight), Workshop.Measure(PagesOf(1, Box("MediaBox", width, height))).NotA4);

    [Theory]
    [InlineData("")]
    [InlineData("--object-streams=generate")]
    public void The_first_page_of_other_paper_is_named(string options)
    {
        var a4 = $"<< /Type /Page {A4Box} >>";
        var letter = "<< /Type /Page /MediaBox [0 0 612 792] >>";
        var a3 = "<< /Type /Page /MediaBox [0 0 842 1191] >>";
        var file = Write([Catalog, Tree([3, 4, 5, 6]), a4, a4, letter, a3]);

        file = options.Length == 0 ? file : workshop.Qpdf(file, options);

        Assert.Equal(new PaperSize(3, 216, 279), Workshop.Measure(file).NotA4);
    }

    [Theory]
    [InlineData("90", 279, 216)]
    [InlineData("180", 216, 279)]
    [InlineData("270", 279, 216)]
    [InlineData("-90", 279, 216)]
    public void A_turned_page_is_measured_as_seen(string turn, int width, int height)
    {
        var file = PagesOf(1, $"/MediaBox [0 0 612 792] /Rotate {turn}");

        Assert.Equal(new PaperSize(1, width, height), Workshop.Measure(file).NotA4);
        Assert.Null(Workshop.Measure(PagesOf(1, $"{A4Box} /Rotate {turn}")).NotA4);
    }

    [Fact]
    public void A_page_turned_by_another_program_is_measured_as_seen()
    {
        var file = workshop.Qpdf(PagesOf(3, "/MediaBox [0 0 612 792]"), "--rotate=+90:1");

        Assert.Equal(new PaperSize(1, 279, 216), Workshop.Measure(file).NotA4);
    }

    [Fact]
    public void Size_is_inherited_from_branches_and_the_nearest_one_wins()
    {
        const string Plain = "<< /Type /Page >>";
        var inherited = Write([Catalog, Tree([3], A4Box), Tree([4, 5]), Plain, Plain]);
        var nearer = Write([Catalog, Tree([3, 4], A4Box), Tree([5], "/MediaBox [0 0 612 792]"), Plain, Plain]);

        Assert.Equal((2, null), (Workshop.Measure(inherited).Pages, Workshop.Measure(inherited).NotA4));
        Assert.Equal(new PaperSize(1, 216, 279), Workshop.Measure(nearer).NotA4);
    }

    [Theory]
    [InlineData("/MediaBox 4 0 R", "[0 0 595.276 841.89]")]
    [InlineData("/MediaBox [0 0 4 0 R 841.89]", "595.276")]
    [InlineData("/MediaBox [595.276 841.89 0 0]", "null")]
    [InlineData("/MediaBox [-100 -100 495.276 741.89]", "null")]
    [InlineData("/MediaBox [0 0 2000 2000] /CropBox [10 10 605.276 851.89]", "null")]
    [InlineData("/MediaBox [0 0 595.276 841.89] /CropBox [-50 -50 9999 9999]", "null")]
    [InlineData("/MediaBox [0 0 297.638 420.945] /UserUnit 2", "null")]
    [InlineData("/MediaBox [0 0 297.638 420.945] /UserUnit 4 0 R", "2.0")]
    [InlineData("/Media#42ox % a comment\n[0 0 595.276 841.89]", "null")]
    public void Ways_to_say_A4(string attributes, string object4) =>
        Assert.Equal((1, null), Facts(Write([Catalog, Tree([3]), $"<< /Type /Page {attributes} >>", object4])));

    [Theory]
    [InlineData("/MediaBox [0 0 595.276 841.89] /CropBox [0 0 595.276 600]")]
    [InlineData("/MediaBox [0 0 595.276 841.89] /UserUnit 2")]
    [InlineData("/MediaBox [0 0 0 0]")]
    [InlineData("/MediaBox [0 0 595.276]")]
    [InlineData("")]
    public void Ways_not_to_be_A4(string attributes) =>
        Assert.NotNull(Workshop.Measure(Write([Catalog, Tree([3]), $"<< /Type /Page {attributes} >>"])).NotA4);

    private static (int?, PaperSize?) Facts(byte[] file) => (Workshop.Measure(file).Pages, Workshop.Measure(file).NotA4);

    private static string Box(string name, double width, double height) =>
        string.Create(CultureInfo.InvariantCulture, $"/{name} [0 0 {width / 25.4 * 72:F4} {height / 25.4 * 72:F4}]");
}
