using System.Text.Json;
using System.Text.Json.Nodes;
using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Submissions.Fields;

/// <summary>Pure: one of the options, several of them, or the code of a place.</summary>
internal static class ChoiceReader
{
    private const int MostChoices = 1000;

    /// <summary>Options that a refusal names.</summary>
    private const int MostShown = 12;

    public static JsonValue? ReadChoice(Field field, JsonElement value, string path, FieldContext context, FieldFaults faults)
    {
        if (ScalarReader.Text(value, path, faults) is not { } given)
            return null;
        if (Choices.Find(field, given, context.Campaign.Definition) is { } chosen)
            return JsonValue.Create(chosen);

        List<Option> options = [.. Choices.Of(field, context.Campaign.Definition)];
        var more = options.Count > MostShown ? " …" : "";
        faults.Shape(
            path,
            "not-an-option",
            $"ไม่มีตัวเลือก “{ThaiText.Clip(given, 40)}” เลือกได้: {string.Join(" · ", options.Take(MostShown).Select(o => o.Th))}{more}",
            $"'{ThaiText.Clip(given, 40)}' is not one of the options: {string.Join(" · ", options.Take(MostShown).Select(o => o.En))}{more}"
        );
        return null;
    }

    public static JsonArray? ReadChoices(Field field, JsonElement value, string path, FieldContext context, FieldFaults faults)
    {
        value = ListInText(value);
        if (value.ValueKind is JsonValueKind.Array && value.GetArrayLength() > MostChoices)
        {
            faults.Rule(path, "too-many", $"เลือกได้ไม่เกิน {MostChoices}", $"At most {MostChoices}.");
            return null;
        }

        IEnumerable<JsonElement> items = value.ValueKind is JsonValueKind.Array ? value.EnumerateArray() : [value];
        var read = items.Select((item, i) => ReadChoice(field, item, $"{path}[{i}]", context, faults)).ToList();
        if (field.MaxItems is { } max && read.Count > max)
            faults.Rule(path, "too-many", $"เลือกได้ไม่เกิน {max}", $"At most {max}.");
        return read.Contains(null)
            ? null
            : [.. read.Select(r => r!.GetValue<string>()).Distinct(StringComparer.Ordinal).Select(r => JsonValue.Create(r))];
    }

    public static JsonValue? ReadUnit(Field field, JsonElement value, string path, FieldContext context, FieldFaults faults)
    {
        if (ScalarReader.Text(value, path, faults) is not { } given)
            return null;

        var isVillage = field.Level is Areas.Village;
        var code = (isVillage ? VillageReader.CodeOf(given, context) : null) ?? ThaiDigits.ToAscii(given);
        var place = code.All(char.IsAsciiDigit) ? context.Place(code) : Named(field, given, context);
        if (place is not null && (field.Level is null || string.Equals(place.Level, field.Level, StringComparison.Ordinal)))
        {
            if (!context.Unit.Covers(place.Code) && !place.Covers(context.Unit.Code))
                faults.Rule(
                    path,
                    "not-in-your-area",
                    $"{place.Th} ไม่อยู่ในพื้นที่ของ{context.Unit.Th}",
                    $"{place.En} is not inside {context.Unit.En}."
                );
            return JsonValue.Create(place.Code);
        }

        if (isVillage && VillageReader.IsName(given, context))
            return JsonValue.Create(ThaiText.Normalise(given));

        var how = isVillage ? VillageReader.How(context) : new("ให้พิมพ์ชื่อหรือรหัส", "Type its name or its code.");
        faults.Shape(
            path,
            "not-a-unit",
            $"ไม่พบ “{ThaiText.Clip(given, 40)}” {how.Th}",
            $"'{ThaiText.Clip(given, 40)}' is not the name or code of a {field.Level ?? "unit"}. {how.En}"
        );
        return null;
    }

    /// <summary>Other people's forms know names, not codes: a name counts where only one place inside the unit has it.</summary>
    private static Unit? Named(Field field, string name, FieldContext context) =>
        field.Level is Areas.Village ? VillageReader.Find(name, context)
        : field.Level is { } level ? UnitNames.Find(context.At(level), name)
        : null;

    /// <summary>Microsoft Forms gives several answers as one text: <c>["ก","ข"]</c>.</summary>
    private static JsonElement ListInText(JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.String || value.GetString() is not ['[', .., ']'] text)
            return value;

        return Json.Read<JsonElement[]>(System.Text.Encoding.UTF8.GetBytes(text)).IsRefused(out _, out var items)
            ? value
            : JsonSerializer.SerializeToElement(items, Json.Options);
    }
}
