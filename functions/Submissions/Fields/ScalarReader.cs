using System.Text.Json;
using System.Text.Json.Nodes;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Submissions.Fields;

/// <summary>
/// Pure: reads one value of a field and gives it back in its stored form (ISO dates, plain numbers, +66 phones,
/// normalised text), or names what is wrong. Thai digits and Buddhist years are understood everywhere.
/// </summary>
public static class ScalarReader
{
    private const int DefaultMaxLength = 500;
    private const int DefaultMaxLines = 10_000;

    public static JsonNode? Read(Field field, JsonElement value, string path, FieldContext context, FieldFaults faults) =>
        field.Kind switch
        {
            FieldKind.Text or FieldKind.Multiline => ReadText(field, value, path, faults),
            FieldKind.Title or FieldKind.Given or FieldKind.Family or FieldKind.Person => ReadText(field, value, path, faults),
            FieldKind.Integer or FieldKind.Number or FieldKind.Money => NumberReader.ReadNumber(field, value, path, faults),
            FieldKind.Date => DateReader.Read(field, value, path, context, faults),
            FieldKind.Boolean => ReadBoolean(value, path, faults),
            FieldKind.Choice => ChoiceReader.ReadChoice(field, value, path, context, faults),
            FieldKind.Choices => ChoiceReader.ReadChoices(field, value, path, context, faults),
            FieldKind.Unit => ChoiceReader.ReadUnit(field, value, path, context, faults),
            FieldKind.Phone => ContactReader.ReadPhone(value, path, faults),
            FieldKind.Link => ContactReader.ReadLink(value, path, faults),
            FieldKind.Location => ContactReader.ReadLocation(value, path, faults),
            FieldKind.Table or FieldKind.File or FieldKind.Video or FieldKind.Images or FieldKind.Sheet => throw new ArgumentException(
                $"{field.Kind} is not a scalar",
                nameof(field)
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field.Kind, null),
        };

    private static JsonValue? ReadText(Field field, JsonElement value, string path, FieldFaults faults)
    {
        if (Text(value, path, faults) is not { } lines)
            return null;

        var text = field.Kind is FieldKind.Multiline ? lines : ThaiText.Normalise(lines);
        if (field.Kind is FieldKind.Given or FieldKind.Family or FieldKind.Person)
            PersonReader.RefuseNoName(field, text, path, faults);

        var max = field.MaxLength ?? (field.Kind is FieldKind.Multiline ? DefaultMaxLines : DefaultMaxLength);
        var length = ThaiText.Length(text);
        if (length > max)
            faults.Rule(
                path,
                "too-long",
                $"ยาว {length} ตัวอักษร เกิน {max} ตัดให้เหลือไม่เกิน {max}",
                $"{length} characters, the limit is {max}."
            );
        if (NationalId.Contains(text))
            faults.Rule(
                path,
                "national-id",
                "ไม่เก็บเลขประจำตัวประชาชน กรุณาลบออก",
                "National ID numbers are not collected. Please take it out."
            );
        return JsonValue.Create(text);
    }

    private static JsonValue? ReadBoolean(JsonElement value, string path, FieldFaults faults)
    {
        bool? answer = value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => value.GetString() switch
            {
                "true" or "on" or "ใช่" => true,
                "false" or "ไม่ใช่" => false,
                _ => null,
            },
            _ => null,
        };
        if (answer is null)
            faults.Shape(path, "not-yes-or-no", "ตอบว่า ใช่ หรือ ไม่ใช่", "Answer true or false.");
        return answer is { } yes ? JsonValue.Create(yes) : null;
    }

    /// <summary>Text in its stored form; numbers that a sheet or a client gave as such are text too.</summary>
    internal static string? Text(JsonElement value, string path, FieldFaults faults)
    {
        if (value.ValueKind is JsonValueKind.String)
            return ThaiText.NormaliseLines(value.GetString()!);
        if (value.ValueKind is JsonValueKind.Number)
            return value.GetRawText();

        faults.Shape(path, "not-text", "ต้องเป็นข้อความ", "Text is needed.");
        return null;
    }
}
