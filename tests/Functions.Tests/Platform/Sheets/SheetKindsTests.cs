using System.IO.Compression;
using System.Text;
using CddFunctions.Platform.Sheets;

namespace CddFunctions.Tests.Platform.Sheets;

public sealed class SheetKindsTests
{
    [Theory]
    [InlineData("content.xml", ".ods")]
    [InlineData("Index/Document.iwa", ".numbers")]
    [InlineData("xl/workbook.bin", ".xlsb")]
    public void Tables_of_other_programmes_are_named(string part, string kind)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry(part);
            if (part.StartsWith("xl", StringComparison.Ordinal))
                zip.CreateEntry("[Content_Types].xml");
        }

        file.Position = 0;

        Assert.Contains(kind, SheetKinds.Refuse(file)!.Message.Th, StringComparison.Ordinal);
        Assert.Equal(0, file.Position);
    }

    [Theory]
    [InlineData("ลำดับ,ชื่อ\r\n1,ก", ".csv")]
    [InlineData("\uFEFFลำดับ\tชื่อ", ".csv")]
    [InlineData("<html><table>", ".xls")]
    [InlineData("<?xml version=\"1.0\"?><Workbook>", ".xls")]
    [InlineData("%PDF-1.7 a, b", null)]
    [InlineData("คำ", null)]
    [InlineData("", null)]
    [InlineData("\u0001,;", null)]
    public void Text_is_told_from_what_is_no_table(string content, string? kind)
    {
        var refusal = SheetKinds.Refuse(new MemoryStream(Encoding.UTF8.GetBytes(content)));

        Assert.Equal(kind is null, refusal is null);
        Assert.Contains(kind ?? "", refusal?.Message.En ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_is_none_of_them() => Assert.Null(SheetKinds.Refuse(new MemoryStream(new XlsxMaker().Sheet("ก", "").Build())));
}
