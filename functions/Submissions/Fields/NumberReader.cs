using System.Text.Json;
using System.Text.Json.Nodes;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Submissions.Fields;

/// <summary>Pure: whole numbers, numbers and baht with satang, within the limits of their field.</summary>
internal static class NumberReader
{
    public static JsonValue? ReadNumber(Field field, JsonElement value, string path, FieldFaults faults)
    {
        if (!TryNumber(value, out var number))
        {
            faults.Shape(path, "not-a-number", "ต้องเป็นตัวเลข", "A number is needed.");
            return null;
        }

        if (field.Kind is FieldKind.Integer && number != decimal.Truncate(number))
            faults.Shape(path, "not-whole", "ต้องเป็นจำนวนเต็ม", "A whole number is needed.");
        if (field.Kind is FieldKind.Money && decimal.Round(number, 2) != number)
            faults.Shape(path, "not-satang", "ทศนิยมไม่เกิน ๒ ตำแหน่ง", "At most two decimals (satang).");
        if (number < field.Min)
            faults.Rule(
                path,
                "too-small",
                $"{FieldFaults.Show(number)} น้อยกว่า {FieldFaults.Show(field.Min.Value)}",
                $"{FieldFaults.Show(number)} is less than {FieldFaults.Show(field.Min.Value)}."
            );
        if (number > field.Max)
            faults.Rule(
                path,
                "too-large",
                $"{FieldFaults.Show(number)} เกิน {FieldFaults.Show(field.Max.Value)}",
                $"{FieldFaults.Show(number)} is more than {FieldFaults.Show(field.Max.Value)}."
            );
        return JsonValue.Create(number);
    }

    private static bool TryNumber(JsonElement value, out decimal number)
    {
        number = 0;
        return value.ValueKind switch
        {
            JsonValueKind.Number => value.TryGetDecimal(out number),
            JsonValueKind.String => ThaiNumber.TryParse(value.GetString(), out number),
            _ => false,
        };
    }
}
