using System.Text.Json;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;

namespace CddFunctions.Campaigns;

/// <summary>What a value of a type looks like in a campaign file, in words for the person who edits it.</summary>
internal static class ShapeWords
{
    private static readonly Dictionary<Type, Text> Words = new()
    {
        [typeof(string)] = new("ข้อความที่ไม่ว่าง", "text that is not blank"),
        [typeof(bool)] = new(" true หรือ false", "true or false"),
        [typeof(int)] = new("จำนวนเต็ม", "a whole number"),
        [typeof(decimal)] = new("จำนวน", "a number"),
        [typeof(DateOnly)] = new("วันที่ ค.ศ. แบบ 2024-02-22 (ไม่ใช่ปี พ.ศ.)", "a CE date like 2024-02-22, not a Buddhist-era year"),
        [typeof(TimeOnly)] = new("เวลาแบบ 08:30 หรือ 23:59:59", "a time like 08:30 or 23:59:59"),
        [typeof(DayOfWeek)] = new("วันแบบ mon tue wed thu fri sat sun", "one of mon, tue, wed, thu, fri, sat, sun"),
        [typeof(Count)] = new("จำนวนเต็ม หรือ {\"min\": 1, \"max\": 2}", "a whole number or {\"min\": 1, \"max\": 2}"),
        [typeof(Citation)] = new(
            "ที่มาหนึ่งบรรทัด เช่น stated ry-l1 ข้อ ๒ หรือ assumed — เหตุผล",
            "one line of origin: 'stated ry-l1 ข้อ ๒', 'inferred … — note', 'assumed — why' or 'platform — why'"
        ),
    };

    public static Text Of(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (Words.TryGetValue(plain, out var words))
            return words;
        if (plain.IsEnum)
            return OneOf(Enum.GetNames(plain).Select(JsonNamingPolicy.KebabCaseLower.ConvertName));

        return CampaignJson.Options.GetTypeInfo(plain).Kind is System.Text.Json.Serialization.Metadata.JsonTypeInfoKind.Enumerable
            ? new("รายการ [ … ]", "a list [ … ]")
            : new("กลุ่มสมาชิก { … }", "an object { … }");
    }

    private static Text OneOf(IEnumerable<string> names)
    {
        var list = string.Join(", ", names);
        return new($"ค่าใดค่าหนึ่งใน {list}", $"one of {list}");
    }
}
