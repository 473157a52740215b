using System.Text.Json;
using System.Text.RegularExpressions;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Submissions.Fields;

/// <summary>Pure: words of a cell that are no value: a stroke that says "nothing", and what a spreadsheet shows for an error.</summary>
internal static partial class CellWords
{
    /// <summary>
    /// Not given: nothing written, or -, –, — or ไม่มี where the field may be left out. In running text outside a table
    /// ไม่มี is an answer and is kept.
    /// </summary>
    public static bool AreNothing(Field field, JsonElement value, bool inTable)
    {
        if (value.ValueKind is not JsonValueKind.String)
            return false;

        var given = value.GetString()!;
        if (ThaiText.IsBlank(given))
            return true;

        var text = ThaiInput.Clean(given, int.MaxValue);
        return text is null
            || (
                !field.Required
                && (inTable || field.Kind is not (FieldKind.Text or FieldKind.Multiline))
                && (text.All(c => c is '-' or ' ') || text is "ไม่มี")
            );
    }

    /// <summary>Why a cell that holds an error of a spreadsheet cannot be taken; null for any other cell.</summary>
    public static Text? Error(JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.String || !ErrorWord().IsMatch(value.GetString()!))
            return null;

        var word = value.GetString()!.Trim();
        return string.Equals(word, Platform.Sheets.SheetBook.Uncalculated, StringComparison.Ordinal)
            ? new(
                "สูตรในเซลล์นี้ยังไม่มีผลลัพธ์ ให้เปิดไฟล์ใน Excel บันทึกใหม่ แล้วส่งอีกครั้ง หรือพิมพ์ค่าแทนสูตร",
                "The formula in this cell has no result yet. Open the file in Excel, save it and send it again, or type the value."
            )
            : new(
                $"เซลล์นี้มีข้อผิดพลาด {word} ของ Excel ให้แก้สูตรหรือพิมพ์ค่าแทน",
                $"The cell holds the error {word} of Excel. Mend the formula or type the value."
            );
    }

    [GeneratedRegex(@"\A\s*#(N/A|[A-Z_/0]{3,12}[!?])\s*\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ErrorWord();
}
