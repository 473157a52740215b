using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Submissions.Fields;

/// <summary>Pure: telephone numbers (stored as +66…), web addresses and coordinates.</summary>
internal static class ContactReader
{
    public static JsonValue? ReadPhone(JsonElement value, string path, FieldFaults faults)
    {
        var given =
            value.ValueKind is JsonValueKind.Number ? value.GetRawText()
            : value.ValueKind is JsonValueKind.String ? value.GetString()
            : null;
        if (ThaiPhone.Parse(given) is { } phone)
            return JsonValue.Create(phone);

        var why = ThaiPhone.WhyNot(given);
        faults.Shape(path, "not-a-phone", why.Th, why.En);
        return null;
    }

    public static JsonValue? ReadLink(JsonElement value, string path, FieldFaults faults)
    {
        if (
            ScalarReader.Text(value, path, faults) is { Length: <= 2000 } text
            && Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && uri.Scheme is "https" or "http"
        )
        {
            return JsonValue.Create(uri.AbsoluteUri);
        }

        faults.Shape(
            path,
            "not-a-link",
            "ต้องเป็นลิงก์ที่ขึ้นต้นด้วย https:// เช่น https://example.com/page",
            "A link that begins with https:// is needed."
        );
        return null;
    }

    /// <summary>Latitude and longitude in degrees, inside Thailand's bounding box.</summary>
    public static JsonValue? ReadLocation(JsonElement value, string path, FieldFaults faults)
    {
        var parts = value.ValueKind is JsonValueKind.String ? value.GetString()!.Split(',') : [];
        if (
            parts.Length == 2
            && ThaiNumber.TryParse(parts[0].Trim(), out var lat)
            && ThaiNumber.TryParse(parts[1].Trim(), out var lon)
            && lat is >= 5 and <= 21
            && lon is >= 97 and <= 106
        )
        {
            return JsonValue.Create(string.Create(CultureInfo.InvariantCulture, $"{lat:0.######},{lon:0.######}"));
        }

        faults.Shape(
            path,
            "not-a-location",
            "พิกัดไม่ถูกต้อง เช่น 12.68,101.28",
            "Latitude and longitude in Thailand are needed, like 12.68,101.28."
        );
        return null;
    }
}
