using CddFunctions.Platform.Media;
using CddFunctions.Platform.Media.Pdf;
using static CddFunctions.Tests.Platform.Media.PdfMaker;

namespace CddFunctions.Tests.Platform.Media;

/// <summary>Page counts of files as other programs write them.</summary>
public sealed class PdfInspectorTests(Workshop workshop) : IClassFixture<Workshop>
{
    private const string Empty = "28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A";

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
    public void Blanks_before_the_header_are_skipped_wherever_offsets_count_from(bool countFromHeader)
    {
        string[] objects = [Catalog, Tree([3, 4]), Page, Page];

        Assert.Equal(2, Workshop.Measure(Write(objects, before: "\r\n\u00ef\u00bb\u00bf \t", countFromHeader: countFromHeader)).Pages);
    }

    [Theory]
    [InlineData("Content-Type: application/pdf\r\n\r\n")]
    [InlineData("<html><script>alert(1)</script>")]
    [InlineData("MZ\u0090\0")]
    public void Anything_else_before_the_header_is_refused_with_the_mend(string before)
    {
        var facts = Workshop.Measure(Write([Catalog, Tree([3]), Page], before: before));

        Assert.Equal((MediaType.Pdf, "pdf-behind-other"), (facts.Type, facts.Fault?.Code));
    }

    [Fact]
    public void A_null_in_place_of_a_page_is_no_page() =>
        Assert.Equal(1, Workshop.Measure(Write([Catalog, "<< /Type /Pages /Kids [null 3 0 R null] /Count 3 >>", Page])).Pages);

    /// <summary>Whoever opens the file without a password is its owner then.</summary>
    [Theory]
    [InlineData("--object-streams=generate --encrypt secret| 256 --allow-insecure --")]
    [InlineData("--object-streams=generate --allow-weak-crypto --encrypt secret| 256 --allow-insecure --force-R5 --")]
    public void A_file_with_an_empty_owner_password_is_counted(string options) =>
        Assert.Equal(3, Workshop.Measure(workshop.Qpdf(PagesOf(3), Arguments(options))).Pages);

    /// <summary>Made here: no program at hand writes such a file. The page tree is not encrypted, so only the password counts.</summary>
    [Theory]
    [InlineData(2, 5)]
    [InlineData(3, 16)]
    public void An_old_file_with_an_empty_owner_password_is_counted(int revision, int length)
    {
        byte[] Padded(string password) => [.. Bytes(password), .. Convert.FromHexString(Empty)[..(32 - password.Length)]];
        byte[] Stretched(byte[] material)
        {
            var hash = Md5.Hash(material);
            for (var i = 0; revision > 2 && i < 50; i++)
                hash = Md5.Hash(hash.AsSpan(0, length));
            return hash[..length];
        }
        byte[] Passes(byte[] key, byte[] data) =>
            Enumerable.Range(0, revision == 2 ? 1 : 20).Aggregate(data, (d, i) => Rc4.Apply([.. key.Select(b => (byte)(b ^ i))], d));

        var owner = Passes(Stretched(Padded("")), Padded("secret"));
        var key = Stretched([.. Padded("secret"), .. owner, 0xFC, 0xFF, 0xFF, 0xFF]);
        var user = Passes(key, revision == 2 ? Padded("") : Md5.Hash(Padded("")));
        var encrypt =
            $"<< /Filter /Standard /V {revision - 1} /R {revision} /Length {length * 8} /P -4 /O <{Convert.ToHexString(owner)}>"
            + $" /U <{Convert.ToHexString(user).PadRight(64, '0')}> >>";

        Assert.Equal(1, Workshop.Measure(Write([Catalog, Tree([3]), Page], $"/Root 1 0 R /Encrypt {encrypt}")).Pages);
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
