using System.Globalization;
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
    private const int MostChoices = 1000;

    public static JsonNode? Read(Field field, JsonElement value, string path, FieldContext context, FieldFaults faults) => field.Kind switch
    {
        FieldKind.Text or FieldKind.Multiline => ReadText(field, value, path, faults),
        FieldKind.Title or FieldKind.Given or FieldKind.Family or FieldKind.Person => ReadText(field, value, path, faults),
        FieldKind.Integer or FieldKind.Number or FieldKind.Money => ReadNumber(field, value, path, faults),
        FieldKind.Date => ReadDate(value, path, faults),
        FieldKind.Boolean => ReadBoolean(value, path, faults),
        FieldKind.Choice => ReadChoice(field, value, path, context, faults),
        FieldKind.Choices => ReadChoices(field, value, path, context, faults),
        FieldKind.Unit => ReadUnit(field, value, path, context, faults),
        FieldKind.Phone => ReadPhone(value, path, faults),
        FieldKind.Link => ReadLink(value, path, faults),
        FieldKind.Location => ReadLocation(value, path, faults),
        FieldKind.Table or FieldKind.File or FieldKind.Video or FieldKind.Images or FieldKind.Sheet =>
            throw new ArgumentException($"{field.Kind} is not a scalar", nameof(field)),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field.Kind, null),
    };

    private static JsonValue? ReadText(Field field, JsonElement value, string path, FieldFaults faults)
    {
        if (Text(value, path, faults) is not { } text)
            return null;

        var max = field.MaxLength ?? (field.Kind is FieldKind.Multiline ? DefaultMaxLines : DefaultMaxLength);
        var length = new StringInfo(text).LengthInTextElements;
        if (length > max)
            faults.Rule(path, "too-long", $"ยาว {length} ตัวอักษร เกิน {max}", $"{length} characters, the limit is {max}.");
        if (NationalId.Contains(text))
            faults.Rule(path, "national-id", "ไม่เก็บเลขประจำตัวประชาชน กรุณาลบออก", "National ID numbers are not collected. Please take it out.");
        return JsonValue.Create(text);
    }

    private static JsonValue? ReadNumber(Field field, JsonElement value, string path, FieldFaults faults)
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
            faults.Rule(path, "too-small", $"{FieldFaults.Show(number)} น้อยกว่า {FieldFaults.Show(field.Min.Value)}", $"{FieldFaults.Show(number)} is less than {FieldFaults.Show(field.Min.Value)}.");
        if (number > field.Max)
            faults.Rule(path, "too-large", $"{FieldFaults.Show(number)} เกิน {FieldFaults.Show(field.Max.Value)}", $"{FieldFaults.Show(number)} is more than {FieldFaults.Show(field.Max.Value)}.");
        return JsonValue.Create(number);
    }

    private static JsonValue? ReadDate(JsonElement value, string path, FieldFaults faults)
    {
        if (value.ValueKind is JsonValueKind.String && ThaiDate.ParseAny(value.GetString()) is { } date)
            return JsonValue.Create(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

        faults.Shape(path, "not-a-date", "วันที่ไม่ถูกต้อง เช่น ๒๓ มีนาคม ๒๕๖๔", "A date is needed: 2021-03-23, or a Thai date with its Buddhist year.");
        return null;
    }

    private static JsonValue? ReadBoolean(JsonElement value, string path, FieldFaults faults)
    {
        bool? answer = value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => value.GetString() switch { "true" or "on" or "ใช่" => true, "false" or "ไม่ใช่" => false, _ => null },
            _ => null,
        };
        if (answer is null)
            faults.Shape(path, "not-yes-or-no", "ต้องเป็น ใช่ หรือ ไม่ใช่", "true or false is needed.");
        return answer is { } yes ? JsonValue.Create(yes) : null;
    }

    private static JsonValue? ReadChoice(Field field, JsonElement value, string path, FieldContext context, FieldFaults faults)
    {
        if (Text(value, path, faults) is not { } given)
            return null;
        if (Choices.Find(field, given, context.Campaign.Definition) is { } chosen)
            return JsonValue.Create(chosen);

        faults.Shape(path, "not-an-option", $"ไม่มีตัวเลือก “{ThaiText.Clip(given, 40)}”", $"'{ThaiText.Clip(given, 40)}' is not one of the options.");
        return null;
    }

    private static JsonArray? ReadChoices(Field field, JsonElement value, string path, FieldContext context, FieldFaults faults)
    {
        if (value.ValueKind is JsonValueKind.Array && value.GetArrayLength() > MostChoices)
        {
            faults.Rule(path, "too-many", $"เลือกได้ไม่เกิน {MostChoices}", $"At most {MostChoices}.");
            return null;
        }

        IEnumerable<JsonElement> items = value.ValueKind is JsonValueKind.Array ? value.EnumerateArray() : [value];
        var read = items.Select((item, i) => ReadChoice(field, item, $"{path}[{i}]", context, faults)).ToList();
        if (field.MaxItems is { } max && read.Count > max)
            faults.Rule(path, "too-many", $"เลือกได้ไม่เกิน {max}", $"At most {max}.");
        return read.Contains(null) ? null : [.. read.Select(r => r!.GetValue<string>()).Distinct(StringComparer.Ordinal).Select(r => JsonValue.Create(r))];
    }

    private static JsonValue? ReadUnit(Field field, JsonElement value, string path, FieldContext context, FieldFaults faults)
    {
        if (Text(value, path, faults) is not { } given)
            return null;

        var code = ThaiDigits.ToAscii(given);
        if (code.All(char.IsAsciiDigit) && context.Place(code) is { } place
            && (field.Level is null || string.Equals(place.Level, field.Level, StringComparison.Ordinal)))
        {
            return JsonValue.Create(code);
        }

        faults.Shape(path, "not-a-unit", $"ไม่พบหน่วยงาน “{ThaiText.Clip(given, 40)}”", $"'{ThaiText.Clip(given, 40)}' is not the code of a {field.Level ?? "unit"}.");
        return null;
    }

    private static JsonValue? ReadPhone(JsonElement value, string path, FieldFaults faults)
    {
        var given = value.ValueKind is JsonValueKind.Number ? value.GetRawText() : value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        if (ThaiPhone.Parse(given) is { } phone)
            return JsonValue.Create(phone);

        faults.Shape(path, "not-a-phone", "หมายเลขโทรศัพท์ไม่ถูกต้อง", "That is not a Thai telephone number.");
        return null;
    }

    private static JsonValue? ReadLink(JsonElement value, string path, FieldFaults faults)
    {
        if (Text(value, path, faults) is { Length: <= 2000 } text && Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && uri.Scheme is "https" or "http")
        {
            return JsonValue.Create(uri.AbsoluteUri);
        }

        faults.Shape(path, "not-a-link", "ต้องเป็นลิงก์ที่ขึ้นต้นด้วย https://", "A link that begins with https:// is needed.");
        return null;
    }

    /// <summary>Latitude and longitude in degrees, inside Thailand's bounding box.</summary>
    private static JsonValue? ReadLocation(JsonElement value, string path, FieldFaults faults)
    {
        var parts = value.ValueKind is JsonValueKind.String ? value.GetString()!.Split(',') : [];
        if (parts.Length == 2 && ThaiNumber.TryParse(parts[0].Trim(), out var lat) && ThaiNumber.TryParse(parts[1].Trim(), out var lon)
            && lat is >= 5 and <= 21 && lon is >= 97 and <= 106)
        {
            return JsonValue.Create(string.Create(CultureInfo.InvariantCulture, $"{lat:0.######},{lon:0.######}"));
        }

        faults.Shape(path, "not-a-location", "พิกัดไม่ถูกต้อง เช่น 12.68,101.28", "Latitude and longitude in Thailand are needed, like 12.68,101.28.");
        return null;
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

    private static string? Text(JsonElement value, string path, FieldFaults faults)
    {
        if (value.ValueKind is JsonValueKind.String)
            return ThaiText.NormaliseLines(value.GetString()!);
        if (value.ValueKind is JsonValueKind.Number)
            return value.GetRawText();

        faults.Shape(path, "not-text", "ต้องเป็นข้อความ", "Text is needed.");
        return null;
    }
}
