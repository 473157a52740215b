namespace CddFunctions.Platform.Media;

/// <summary>A kind of file that no field takes, by the name that people know it by.</summary>
/// <param name="Becomes">What it can be saved as; null for an archive, which is unpacked instead, and for what has nothing to show.</param>
public sealed record OtherKind(Text Name, MediaType? Becomes, bool IsArchive = false)
{
    public static readonly OtherKind Word = Document("Word (.docx)");
    public static readonly OtherKind OldWord = Document("Word 97-2003 (.doc)");
    public static readonly OtherKind PowerPoint = Document("PowerPoint (.pptx)");
    public static readonly OtherKind OldPowerPoint = Document("PowerPoint 97-2003 (.ppt)");
    public static readonly OtherKind OldExcel = Of("Excel 97-2003 (.xls)", MediaType.Xlsx);
    public static readonly OtherKind OpenText = Document("OpenDocument (.odt)");
    public static readonly OtherKind OpenSheet = Of("OpenDocument (.ods)", MediaType.Xlsx);
    public static readonly OtherKind OpenSlides = Document("OpenDocument (.odp)");
    public static readonly OtherKind Zip = new(new("ZIP", "ZIP"), null, IsArchive: true);

    /// <summary>The way out, for a field that takes <paramref name="wanted"/>; empty when there is none.</summary>
    public static Text Way(MediaType? wanted, OtherKind? kind = null) =>
        (wanted, kind) switch
        {
            (_, { IsArchive: true }) => new("กรุณาแตกไฟล์ แล้วแนบไฟล์ข้างใน", "Unpack it and attach the files inside."),
            (MediaType.Pdf, _) => new("กรุณาเปิดไฟล์ บันทึกเป็น PDF แล้วแนบใหม่", "Open it, save it as PDF and attach that."),
            (MediaType.Xlsx, _) => new(
                "กรุณาเปิดใน Excel บันทึกเป็น .xlsx แล้วแนบใหม่",
                "Open it in Excel, save it as .xlsx and attach that."
            ),
            (MediaType.Mp4 or MediaType.Mov, _) => new("กรุณาบันทึกวิดีโอเป็น MP4 แล้วแนบใหม่", "Save the video as MP4 and attach that."),
            (MediaType.Jpeg or MediaType.Png, _) => new(
                "กรุณาบันทึกภาพเป็น JPEG แล้วแนบใหม่ (iPhone: ตั้งค่า > กล้อง > รูปแบบ > เข้ากันได้มากที่สุด)",
                "Save the picture as JPEG and attach that (iPhone: Settings > Camera > Formats > Most Compatible)."
            ),
            _ => new("กรุณาเลือกไฟล์อื่น", "Choose another file."),
        };

    internal static OtherKind Of(string name, MediaType? becomes) => new(new(name, name), becomes);

    internal static OtherKind Document(string name) => Of(name, MediaType.Pdf);
}
