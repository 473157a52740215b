using CddFunctions.Platform;

namespace CddFunctions.Exports;

public static class ExportProblems
{
    public static Problem NotFound(string snapshot, string file) =>
        new(
            404,
            "export-not-found",
            new("ไม่พบแฟ้มส่งออก", "Export not found"),
            new($"ไม่มีแฟ้ม {file} ในชุดส่งออก {snapshot}", $"There is no file '{file}' in the export '{snapshot}'.")
        );

    public static Problem LabelTooLong() =>
        new(
            400,
            "label-too-long",
            new("ชื่อยาวเกินไป", "The label is too long"),
            new("ชื่อชุดส่งออกต้องไม่เกิน ๑๐๐ ตัวอักษร", "A label has at most 100 characters.")
        );
}
