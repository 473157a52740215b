using System.Text.Json;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Submissions.Fields;

/// <summary>
/// Pure: one spelling for the name of a person in a row or form, on every way in: the title in its usual form and only in its own
/// column, so that two entries of one person are equal.
/// </summary>
internal static class PersonReader
{
    public static IReadOnlyDictionary<string, JsonElement> Settle(
        IReadOnlyList<Field> fields,
        IReadOnlyDictionary<string, JsonElement> given,
        string path,
        FieldFaults faults
    )
    {
        if (Only(FieldKind.Title) is not { } title || Only(FieldKind.Given) is not { } first || Text(first) is not { } name)
            return given;

        var parts = ThaiNameParts.Settle(Text(title), name);
        if (parts.HasTwoTitles)
            faults.Rule(
                FormReader.At(path, first),
                "two-titles",
                $"ช่อง “{title.Th}” เป็น “{ThaiText.Clip(parts.Title!, 40)}” แต่ “{first.Th}” ขึ้นต้นด้วยคำนำหน้าอื่น ให้เหลือคำนำหน้าในช่องเดียว",
                $"'{title.En}' is '{ThaiText.Clip(parts.Title!, 40)}', but '{first.En}' begins with another title. Keep the title in one place."
            );

        var settled = new Dictionary<string, JsonElement>(given, StringComparer.Ordinal) { [first.Id] = Json(parts.Given) };
        if (parts.Title is { } usual)
            settled[title.Id] = Json(usual);
        return settled;

        Field? Only(FieldKind kind) => fields.Count(f => f.Kind == kind) == 1 ? fields.First(f => f.Kind == kind) : null;

        string? Text(Field field) =>
            given.TryGetValue(field.Id, out var value)
            && value.ValueKind is JsonValueKind.String
            && !CellWords.AreNothing(field, value, true)
                ? value.GetString()
                : null;
    }

    /// <summary>A name that has no letter in it is none: "-", ".", ๑.</summary>
    public static void RefuseNoName(Field field, string text, string path, FieldFaults faults)
    {
        if (!text.Any(char.IsLetter) || text is "ไม่มี")
            faults.Shape(
                path,
                "not-a-name",
                $"“{ThaiText.Clip(text, 20)}” ไม่ใช่ชื่อ ให้พิมพ์ “{field.Th}”",
                $"'{ThaiText.Clip(text, 20)}' is no name. Type '{field.En}'."
            );
    }

    /// <summary>A given name with a space in it beside an empty family name: the whole name in one column.</summary>
    public static Text Missing(Field field, IReadOnlyList<Field> fields, IReadOnlyDictionary<string, JsonElement> given) =>
        field.Kind is FieldKind.Family
        && fields.FirstOrDefault(f => f.Kind is FieldKind.Given) is { } first
        && given.TryGetValue(first.Id, out var name)
        && name.ValueKind is JsonValueKind.String
        && name.GetString()!.Contains(' ', StringComparison.Ordinal)
            ? new(
                $"แยกชื่อกับนามสกุลไม่ได้ ให้พิมพ์ “{field.Th}” ในช่องของตน",
                $"Given and family name cannot be told apart. Type '{field.En}' in its own column."
            )
        : field.Kind is FieldKind.Table ? new($"ยังไม่มีรายการใน “{field.Th}”", $"'{field.En}' has no rows yet.")
        : new($"ต้องกรอก “{field.Th}”", $"'{field.En}' is needed.");

    private static JsonElement Json(string text) => JsonSerializer.SerializeToElement(text, Platform.Json.Options);
}
