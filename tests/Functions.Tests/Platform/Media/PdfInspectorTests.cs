using CddFunctions.Platform.Media;
using static CddFunctions.Tests.Platform.Media.PdfMaker;

namespace CddFunctions.Tests.Platform.Media;

/// <summary>Page counts of files as other programs write them.</summary>
public sealed class PdfInspectorTests(Workshop workshop) : IClassFixture<Workshop>
{
    public static TheoryData<string> Writers =>
        new(
            "--object-streams=generate",
            "--object-streams=disable",
            "--linearize",
            "--linearize --object-streams=generate",
            "--qdf",
            "--newline-before-endstream --compress-streams=n",
            "--allow-weak-crypto --encrypt| owner 40 --",
            "--allow-weak-crypto --encrypt| owner 128 --use-aes=n --",
            "--allow-weak-crypto --object-streams=generate --encrypt| owner 128 --use-aes=n --",
            "--allow-weak-crypto --object-streams=generate --encrypt| owner 128 --force-V4 --",
            "--allow-weak-crypto --object-streams=generate --encrypt| owner 128 --use-aes=y --",
            "--allow-weak-crypto --object-streams=generate --encrypt| owner 128 --use-aes=y --cleartext-metadata --",
            "--allow-weak-crypto --object-streams=generate --encrypt| owner 256 --force-R5 --",
            "--object-streams=generate --encrypt| owner 256 --",
            "--object-streams=generate --encrypt| owner 256 --cleartext-metadata --",
            "--linearize --object-streams=generate --encrypt| owner 256 --"
        );

    [Theory]
    [MemberData(nameof(Writers))]
    public void Every_way_of_writing_has_the_same_pages(string options)
    {
        foreach (var pages in new[] { 1, 10, 11 })
        {
            var file = workshop.Qpdf(PagesOf(pages), Arguments(options));

            var expected = new MediaFacts(MediaType.Pdf, file.Length, pages);
            Assert.Equal(expected, Workshop.Measure(file));
        }
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public void Every_way_of_writing_survives_a_wrong_startxref(string options)
    {
        var file = workshop.Qpdf(PagesOf(7), Arguments(options));
        var text = Text(file);
        var start = text.LastIndexOf("startxref", StringComparison.Ordinal) + 10;

        Assert.Equal(7, Workshop.Measure(Bytes(text[..start] + "7\n%%EOF\n")).Pages);
    }

    [Theory]
    [InlineData("--allow-weak-crypto --encrypt secret owner 40 --")]
    [InlineData("--allow-weak-crypto --encrypt secret owner 128 --use-aes=n --")]
    [InlineData("--allow-weak-crypto --object-streams=generate --encrypt secret owner 128 --use-aes=y --")]
    [InlineData("--allow-weak-crypto --encrypt secret owner 256 --force-R5 --")]
    [InlineData("--object-streams=generate --encrypt secret owner 256 --")]
    public void A_file_with_a_password_is_refused_as_such(string options) =>
        Assert.Equal("encrypted-file", Workshop.Measure(workshop.Qpdf(PagesOf(2), Arguments(options))).Fault?.Code);

    [Fact]
    public void Pages_are_counted_from_one_to_twelve()
    {
        for (var pages = 1; pages <= 12; pages++)
            Assert.Equal(pages, Workshop.Measure(PagesOf(pages)).Pages);
    }

    [Theory]
    [InlineData("1-3", 3)]
    [InlineData("1-12", 12)]
    [InlineData("1,1,1", 3)]
    public void Split_and_merged_files_are_counted(string range, int pages)
    {
        var from = workshop.NewPath("pdf");
        var to = workshop.NewPath("pdf");
        File.WriteAllBytes(from, PagesOf(12));
        Tool.Qpdf("--empty", "--pages", from, range, from, "1-z", "--", to);

        Assert.Equal(pages + 12, Workshop.Measure(File.ReadAllBytes(to)).Pages);
    }

    [Fact]
    public void A_declared_count_is_not_believed() =>
        Assert.Equal(11, Workshop.Measure(Bytes(Text(PagesOf(11)).Replace("/Count 11", "/Count 09", StringComparison.Ordinal))).Pages);

    [Fact]
    public void A_page_that_is_referred_to_twice_is_shown_twice() =>
        Assert.Equal(3, Workshop.Measure(Write([Catalog, Tree([3, 4, 3]), Page, Page])).Pages);

    [Fact]
    public void The_newest_of_several_versions_counts()
    {
        var once = Update(PagesOf(2), new Dictionary<int, string> { [2] = Tree([3, 4, 9]), [9] = Page });
        var twice = Update(once, new Dictionary<int, string> { [2] = Tree([9]) });

        Assert.Equal(3, Workshop.Measure(once).Pages);
        Assert.Equal(1, Workshop.Measure(twice).Pages);
    }

    [Fact]
    public void An_object_deleted_by_an_update_is_not_taken_from_the_version_before()
    {
        var text = Text(Update(PagesOf(1, "/MediaBox 9 0 R"), new Dictionary<int, string> { [9] = "[0 0 595.276 841.89]" }));
        var deleted = Text(Update(Bytes(text), new Dictionary<int, string> { [8] = "null" }))
            .Replace("xref\n8 1\n", "xref\n9 1\n0000000000 00001 f \n8 1\n", StringComparison.Ordinal);

        Assert.Null(Workshop.Measure(Bytes(text)).NotA4);
        Assert.Equal(new PaperSize(1, 216, 279), Workshop.Measure(Bytes(deleted)).NotA4);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Lines_before_the_header_are_skipped_wherever_offsets_count_from(bool countFromHeader)
    {
        string[] objects = [Catalog, Tree([3, 4]), Page, Page];

        Assert.Equal(
            2,
            Workshop.Measure(Write(objects, before: "Content-Type: application/pdf\r\n\r\n", countFromHeader: countFromHeader)).Pages
        );
    }

    [Theory]
    [InlineData(10)]
    [InlineData(10_000)]
    public void Bytes_after_the_end_are_ignored(int length) =>
        Assert.Equal(2, Workshop.Measure([.. PagesOf(2), .. new byte[length]]).Pages);

    [Fact]
    public void A_file_without_any_cross_reference_is_scanned()
    {
        var text = Text(PagesOf(4));
        var xref = text.IndexOf("xref\n0", StringComparison.Ordinal);

        Assert.Equal(4, Workshop.Measure(Bytes(text[..xref] + "%%EOF")).Pages);
    }

    [Fact]
    public void A_hybrid_file_has_the_objects_of_its_stream()
    {
        // The table says that object 4 is free; the stream says where it is.
        string[] objects = [Catalog, Tree([3, 4]), Page, Page];
        var text = Text(Write(objects));
        var page = text.IndexOf("4 0 obj", StringComparison.Ordinal);
        var xref = text.IndexOf("xref\n0", StringComparison.Ordinal);
        var decoy = "4 0 obj\n<< /Type /Page /MediaBox [0 0 612 792] >>\nendobj\n"; // what a scan of the file would take
        var row = $"\u0001{(char)(page >> 8)}{(char)(page & 255)}\0";
        var stream = $"9 0 obj\n{PdfMaker.Stream("/Type /XRef /W [1 2 1] /Index [4 1] /Size 10", row)}\nendobj\n{decoy}";
        var table = text[xref..]
            .Replace($"{page:D10} 00000 n", "0000000000 00000 f", StringComparison.Ordinal)
            .Replace("/Root", $"/XRefStm {xref} /Root", StringComparison.Ordinal)
            .Replace($"startxref\n{xref}", $"startxref\n{xref + stream.Length}", StringComparison.Ordinal);

        var facts = Workshop.Measure(Bytes(text[..xref] + stream + table));
        Assert.Equal((2, null), (facts.Pages, facts.NotA4));
    }

    private const string Page = $"<< /Type /Page {A4Box} >>";

    private static IEnumerable<string> Arguments(string options) =>
        options.Split(' ').SelectMany(o => o.EndsWith('|') ? [o[..^1], ""] : new[] { o });
}
