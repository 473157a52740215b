namespace CddFunctions.Reporting.Datasets;

/// <summary>How a column is written and shown. Codes are text: leading zeros are part of them.</summary>
public enum ColumnKind
{
    Text,
    Code,
    Whole,
    Number,
    Year,
    Date,
    Instant,
    YesNo,
}

/// <param name="Excel">
/// Number format code. The Thai date formats show the Buddhist era and store the CE day. Yes/no are real booleans: Excel
/// shows TRUE and FALSE whatever the format, LibreOffice the words.
/// </param>
/// <param name="Width">Usual width of the column in characters.</param>
public sealed record KindFormat(string Excel, int Width, Caption Name)
{
    private static readonly KindFormat[] All =
    [
        new("@", 24, new("ข้อความ", "text")),
        new("@", 14, new("รหัส (ข้อความ)", "code (text)")),
        new("#,##0", 10, new("จำนวนเต็ม", "whole number")),
        new("#,##0.0#", 10, new("จำนวน", "number")),
        new("0", 10, new("ปีหรือลำดับ", "year or ordinal")),
        new("[$-107041E]d mmm yyyy;@", 14, new("วันที่ (แสดง พ.ศ.)", "date (shown in the Buddhist era)")),
        new("[$-107041E]d mmm yyyy h:mm;@", 19, new("วันเวลา (เวลาไทย)", "date and time (Bangkok)")),
        new("\"ใช่\";\"ใช่\";\"ไม่ใช่\"", 10, new("ใช่/ไม่ใช่ (TRUE/FALSE)", "yes/no (TRUE/FALSE)")),
    ];

    public static KindFormat Of(ColumnKind kind) => All[(int)kind];
}
