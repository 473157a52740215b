using System.IO.Compression;
using System.Text;
using CddFunctions.Platform.Media;

namespace CddFunctions.Tests.Platform.Media;

public sealed class SheetInspectorTests
{
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private const string MacroSheet = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
    private const string Letter = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    [Fact]
    public void A_workbook_is_known_by_its_parts()
    {
        var file = Zip(Types(Sheet), ("xl/workbook.xml", "<workbook/>"));

        Assert.Equal(new MediaFacts(MediaType.Xlsx, file.Length), Workshop.Measure(file));
    }

    [Fact]
    public void A_workbook_with_macros_is_refused_as_such()
    {
        Assert.Equal("macro-file", Code(Zip(Types(MacroSheet), ("xl/workbook.xml", "<workbook/>"))));
        Assert.Equal("macro-file", Code(Zip(Types(Sheet), ("xl/workbook.xml", "<workbook/>"), ("xl/vbaProject.bin", "x"))));
    }

    [Fact]
    public void Other_zips_are_named()
    {
        Assert.Equal("wrong-file-type", Code(Zip("not the list", ("xl/workbook.xml", "<workbook/>")), skipTypes: true));
        Assert.Equal("wrong-file-type", Code(Zip(Types(Letter), ("xl/workbook.xml", "<document/>"))));
        Assert.Equal("wrong-file-type", Code(Zip(Types(Sheet), ("xl/other.xml", "<workbook/>"))));
    }

    [Theory]
    [InlineData("<Types><Override")]
    [InlineData("<!DOCTYPE x [<!ENTITY a 'b'>]><Types>&a;</Types>")]
    public void A_damaged_or_tricky_list_of_parts_is_broken(string types) =>
        Assert.Equal("broken-file", Code(Zip(types, ("xl/workbook.xml", "<workbook/>"))));

    [Fact]
    public void A_workbook_that_unpacks_to_hundreds_of_megabytes_is_too_complex()
    {
        var large = new string('0', 11 * 1024 * 1024);
        (string, string)[] parts = [("xl/workbook.xml", "<workbook/>"), .. Enumerable.Range(0, 19).Select(i => ($"xl/s{i}", large))];

        Assert.Equal("too-complex-file", Code(Zip(Types(Sheet), parts)));
        Assert.Null(Code(Zip(Types(Sheet), parts[..^1])));
    }

    [Theory]
    [InlineData(4_998, null)]
    [InlineData(4_999, "too-complex-file")]
    public void A_workbook_of_thousands_of_parts_is_too_complex(int more, string? code)
    {
        (string, string)[] parts = [("xl/workbook.xml", "<workbook/>"), .. Enumerable.Range(0, more).Select(i => ($"xl/{i}", ""))];

        Assert.Equal(code, Code(Zip(Types(Sheet), parts)));
    }

    [Fact]
    public void A_directory_of_many_megabytes_is_not_even_opened()
    {
        var parts = Enumerable.Range(0, 30_000).Select(i => ($"{new string('x', 200)}{i}", "")).ToArray();

        Assert.Equal("too-complex-file", Code(Zip(Types(Sheet), parts)));
    }

    [Fact]
    public void A_zip_cut_off_anywhere_is_refused()
    {
        var whole = Zip(Types(Sheet), ("xl/workbook.xml", "<workbook/>"));

        for (var length = 10; length < whole.Length - 1; length += 9)
            Assert.Equal("broken-file", Code(whole[..length]));
    }

    [Fact]
    public void Old_office_files_are_told_from_new_ones_with_a_password()
    {
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2000]];

        Assert.Equal("old-office-file", Code(old));
        Assert.Equal("encrypted-file", Code([.. old, .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[100]]));
    }

    private static string? Code(byte[] file, bool skipTypes = false) => Workshop.Measure(skipTypes ? Rename(file) : file).Fault?.Code;

    private static byte[] Rename(byte[] zip) =>
        PdfMaker.Bytes(PdfMaker.Text(zip).Replace("[Content_Types].xml", "[Content_Typos].xml", StringComparison.Ordinal));

    private static string Types(string workbook) =>
        $"<Types><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{workbook}\"/></Types>";

    internal static byte[] Workbook() =>
        Zip(Types(Sheet), ("xl/workbook.xml", "<workbook/>"), ("xl/worksheets/sheet1.xml", "<worksheet/>"));

    private static byte[] Zip(string types, params (string Name, string Content)[] parts)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts.Prepend(("[Content_Types].xml", types)))
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }
}
