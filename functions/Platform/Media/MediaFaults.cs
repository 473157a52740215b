namespace CddFunctions.Platform.Media;

/// <summary>Refusals of files that no field takes.</summary>
internal static class MediaFaults
{
    public static readonly MediaRefusal Empty = new(
        "empty-file",
        new("ไฟล์ว่างเปล่า กรุณาเลือกไฟล์ใหม่", "The file is empty. Choose another file.")
    );

    public static readonly MediaRefusal Unknown = new(
        "unknown-file-type",
        new(
            "ระบบไม่รู้จักชนิดของไฟล์นี้ กรุณาเปิดไฟล์ บันทึกเป็น PDF, JPEG, MP4 หรือ .xlsx แล้วแนบใหม่",
            "The type of this file is not known. Open it, save it as PDF, JPEG, MP4 or .xlsx and attach that."
        )
    );

    public static readonly MediaRefusal PdfBehindOther = new(
        "pdf-behind-other",
        new(
            "มีข้อมูลอื่นอยู่หน้าเอกสาร PDF กรุณาเปิดไฟล์ บันทึกเป็น PDF ใหม่ แล้วแนบใหม่",
            "Something else stands before the PDF in this file. Open it, save it as PDF again and attach that."
        )
    );

    /// <summary>A file of a kind that no field takes, when it is not known for which field it came.</summary>
    public static MediaFacts Named(OtherKind kind, long length)
    {
        var way = OtherKind.Way(kind.Becomes, kind);
        var message = new Text(
            $"ไฟล์เป็น {kind.Name.Th} ระบบไม่รับชนิดนี้ {way.Th}",
            $"The file is {kind.Name.En}, which is not taken. {way.En}"
        );
        return new(MediaType.Unknown, length, Fault: new("wrong-file-type", message), Kind: kind);
    }

    public static readonly MediaRefusal Broken = new(
        "broken-file",
        new(
            "ไฟล์ไม่สมบูรณ์หรือเสียหาย กรุณาบันทึกไฟล์ใหม่แล้วส่งอีกครั้ง",
            "The file is incomplete or damaged. Save it again and send it again."
        )
    );

    public static readonly MediaRefusal Encrypted = new(
        "encrypted-file",
        new(
            "ไฟล์ต้องใช้รหัสผ่านจึงเปิดได้ กรุณาเอารหัสผ่านออกแล้วส่งอีกครั้ง",
            "The file needs a password to open. Remove the password and send it again."
        )
    );

    public static readonly MediaRefusal TooComplex = new(
        "too-complex-file",
        new(
            "โครงสร้างของไฟล์ซับซ้อนเกินกว่าที่ระบบตรวจได้ กรุณาบันทึกไฟล์ใหม่ให้เรียบง่ายขึ้น",
            "The file is built in a way too complex to be checked. Save it again in a simpler form."
        )
    );

    public static readonly MediaRefusal Unmeasurable = new(
        "unmeasurable-video",
        new(
            "ระบบอ่านความยาวของวิดีโอไม่ได้ กรุณาบันทึกวิดีโอใหม่เป็น MP4",
            "The length of the video cannot be read. Save the video again as MP4."
        )
    );

    public static readonly MediaRefusal NoPicture = new(
        "no-video-track",
        new("ไฟล์นี้มีแต่เสียง ไม่มีภาพวิดีโอ", "This file has no video picture.")
    );

    public static readonly MediaRefusal Macros = new(
        "macro-file",
        new(
            "ไฟล์ Excel มีแมโคร กรุณาบันทึกเป็นสมุดงาน Excel (.xlsx) ที่ไม่มีแมโคร",
            "The Excel file contains macros. Save it as an Excel workbook (.xlsx) without macros."
        )
    );

    public static readonly MediaRefusal OldOffice = new(
        "old-office-file",
        new(
            "ไฟล์เป็นรูปแบบ Office รุ่นเก่า กรุณาบันทึกใหม่เป็นรูปแบบปัจจุบัน เช่น .xlsx",
            "The file is in an old Office format. Save it in a current one such as .xlsx."
        )
    );
}
