using System.IO.Compression;
using System.Text;
using CddFunctions.Platform.Media;

namespace CddFunctions.Tests.Platform.Media;

/// <summary>Files of a wrong kind are named, with the way out for the field that they came for.</summary>
public sealed class OtherKindsTests
{
    private static readonly MediaLimits Report = new([MediaType.Pdf]);
    private static readonly MediaLimits Photo = new([MediaType.Jpeg, MediaType.Png]);

    public static TheoryData<string, string> Kinds =>
        new()
        {
            { "docx", "Word (.docx)" },
            { "pptx", "PowerPoint (.pptx)" },
            { "odt", "OpenDocument (.odt)" },
            { "zip", "ZIP" },
            { "doc", "Word 97-2003 (.doc)" },
            { "xls", "Excel 97-2003 (.xls)" },
            { "ppt", "PowerPoint 97-2003 (.ppt)" },
            { "GIF89a..............", "GIF" },
            { "RIFF\0\u0001\0\0WEBPVP8 ", "WebP" },
            { "RIFF\0\u0001\0\0AVI LIST", "AVI" },
            { "\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "HEIC" },
            { "\0\0\0\u0018ftypmif1\0\0\0\0mif1heic", "HEIC" },
            { "\0\0\0\u001cftypavif\0\0\0\0avif", "AVIF" },
            { "\0\0\0\u0018ftypM4A \0\0\0\0", "a sound file" },
            { "BM\u0001\u0002\0\0\0\0\0\0", "BMP" },
            { "II*\0\u0008\0\0\0", "TIFF" },
            { "Rar!\u001a\u0007\u0001\0", "RAR" },
            { "7z\u00bc\u00af\u0027\u001c\0\u0004", "7z" },
            { "\u001a\u0045\u00df\u00a3\u0001\0\0\0", "WebM / MKV" },
            { "\u0030\u0026\u00b2\u0075\u008e\u0066\u00cf\u0011\0", "WMV" },
            { "ID3\u0003\0\0\0", "a sound file" },
            { "{\\rtf1\\ansi", "RTF" },
            { "MZ\u0090\0", "a program" },
            { "\u00ef\u00bb\u00bf\r\n<!DOCTYPE HTML><p>x", "a web page (HTML)" },
            { "hello, this is a text and nothing more", "plain text" },
            { "\u00a1\u00d2\u00c3 \u00bb\u00c3\u00d0\u00aa\u00d8\u00c1\r\n", "plain text" }, // windows-874
        };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_wrong_kind_is_named_with_and_without_its_field(string content, string name)
    {
        var facts = Workshop.Measure(Sample(content));

        Assert.Equal("wrong-file-type", facts.Fault?.Code);
        Assert.StartsWith($"The file is {name}, which is not taken. ", facts.Fault!.Message.En, StringComparison.Ordinal);
        var refusal = Assert.Single(MediaRules.Refuse(Report, facts));
        Assert.StartsWith($"The file is {name}, it must be PDF. ", refusal.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void The_way_out_fits_the_field_and_the_kind()
    {
        Assert.Equal(
            "ไฟล์เป็น Word (.docx) ต้องเป็น PDF กรุณาเปิดไฟล์ บันทึกเป็น PDF แล้วแนบใหม่",
            Assert.Single(MediaRules.Refuse(Report, Workshop.Measure(Sample("docx")))).Message.Th
        );
        Assert.Contains("JPEG", Way(Photo, "\0\0\0\u0018ftypheic\0\0\0\0"), StringComparison.Ordinal);
        Assert.Contains("iPhone", Way(Photo, "\0\0\0\u0018ftypheic\0\0\0\0"), StringComparison.Ordinal);
        Assert.EndsWith("Unpack it and attach the files inside.", Way(Photo, "zip"), StringComparison.Ordinal);
        Assert.EndsWith("save it as .xlsx and attach that.", Way(new([MediaType.Xlsx]), "xls"), StringComparison.Ordinal);
        Assert.EndsWith("Save the video as MP4 and attach that.", Way(new([MediaType.Mp4]), "FLV\u0001\0"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_known_is_said_to_be_unknown() =>
        Assert.Equal("unknown-file-type", Workshop.Measure([1, 2, 3, 4, 5, 6, 7, 8]).Fault?.Code);

    private static string Way(MediaLimits limits, string content) =>
        Assert.Single(MediaRules.Refuse(limits, Workshop.Measure(Sample(content)))).Message.En;

    internal static byte[] Sample(string content) =>
        content switch
        {
            "docx" => Zip(("[Content_Types].xml", Types("wordprocessingml.document")), ("word/document.xml", "<x/>")),
            "pptx" => Zip(("[Content_Types].xml", Types("presentationml.presentation")), ("ppt/presentation.xml", "<x/>")),
            "odt" => Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>")),
            "zip" => Zip(("a.txt", "a")),
            "doc" => Old("WordDocument"),
            "xls" => Old("Workbook"),
            "ppt" => Old("PowerPoint Document"),
            _ => Encoding.Latin1.GetBytes(content),
        };

    private static string Types(string kind) =>
        $"<Types><Override PartName=\"/x\" ContentType=\"application/vnd.openxmlformats-officedocument.{kind}.main+xml\"/></Types>";

    private static byte[] Old(string part) =>
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes(part), .. new byte[100]];

    private static byte[] Zip(params (string Name, string Content)[] parts)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }
}
