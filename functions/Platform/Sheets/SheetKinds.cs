using System.IO.Compression;
using System.Text;
using CddFunctions.Platform.Media;

namespace CddFunctions.Platform.Sheets;

/// <summary>Names the kinds of tables that are no .xlsx, with the way to make one of them.</summary>
public static class SheetKinds
{
    private const int Looked = 4_096;

    /// <summary>A part or entry by which a zip tells what it is.</summary>
    private static readonly (string Entry, string Kind)[] Zips =
    [
        ("xl/workbook.bin", "Excel Binary (.xlsb)"),
        ("content.xml", "OpenDocument (.ods)"),
        ("Index/Document.iwa", "Numbers (.numbers)"),
        ("Index.zip", "Numbers (.numbers)"),
    ];

    private static readonly string[] Marked = ["<?xml", "<html", "<!doctype", "<table"];

    /// <summary>The position of the stream is where it was.</summary>
    /// <returns>Null for a workbook, and for what is no table at all: that is told by <see cref="MediaInspector"/>.</returns>
    public static MediaRefusal? Refuse(Stream file)
    {
        var start = file.Position;
        var head = new byte[Looked];
        var length = file.ReadAtLeast(head, Looked, throwOnEndOfStream: false);
        file.Position = start;
        var kind = head.AsSpan(0, length).StartsWith("PK"u8) ? Zipped(file) : Written(head.AsSpan(0, length));
        file.Position = start;
        return kind is null
            ? null
            : new(
                "other-table-kind",
                new(
                    $"ไฟล์นี้เป็น {kind} ให้เปิดไฟล์แล้วบันทึกเป็นสมุดงาน Excel (.xlsx) หรือคัดลอกแถวรายชื่อมาวาง",
                    $"The file is {kind}. Open it and save it as an Excel workbook (.xlsx), or copy its rows and paste them."
                )
            );
    }

    private static string? Zipped(Stream file)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return zip.GetEntry("[Content_Types].xml") is not null && zip.GetEntry("xl/workbook.bin") is null
                ? null
                : Zips.FirstOrDefault(z => zip.GetEntry(z.Entry) is not null).Kind;
        }
        catch (InvalidDataException)
        {
            return null; // damaged: said where it is inspected
        }
    }

    /// <summary>Text with commas or tabs in it, or a table of a web page, which many programmes call .xls.</summary>
    private static string? Written(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty || head.ContainsAnyInRange((byte)0, (byte)8) || head.StartsWith("%PDF"u8))
            return null;

        var text = Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        if (Marked.Any(m => text.StartsWith(m, StringComparison.OrdinalIgnoreCase)))
            return "HTML / XML (.xls)";
        return text.AsSpan().IndexOfAny(",;\t") >= 0 ? "CSV (.csv)" : null;
    }
}
