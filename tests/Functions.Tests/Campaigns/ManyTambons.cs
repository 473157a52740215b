using System.Text.Json.Nodes;
using CddFunctions.Campaigns;

namespace CddFunctions.Tests.Campaigns;

/// <summary>
/// A made-up programme of the size that the limit names: 1,000 tambons, each owing 17 tasks. Built on the Rayong definition.
/// </summary>
internal static class ManyTambons
{
    public const string Id = "many-tambons";

    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "Campaigns", "definitions");

    private const int Tambons = 1000;
    private const int Tasks = 17;

    /// <summary>Copies the definitions that ship and adds the made-up one.</summary>
    public static string WriteDefinitions(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(Shipped, "*.json"))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));

        File.WriteAllText(Path.Combine(folder, $"{Id}.json"), Json().ToJsonString());
        return folder;
    }

    public static JsonObject Json()
    {
        var campaign = JsonNode.Parse(File.ReadAllText(Path.Combine(Shipped, "rayong-2567.json")))!.AsObject();
        campaign["id"] = Id;
        AddTambons(campaign);
        AddTasks(campaign);
        return campaign;
    }

    private static void AddTambons(JsonObject campaign)
    {
        var areas = Areas.Within(Areas.Country, Areas.Tambon).Take(Tambons).ToList();
        var units = campaign["units"]!.AsArray();
        var listed = units.Select(u => u!["code"]!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        var districts = areas.Select(a => a.Code[..4]).Distinct(StringComparer.Ordinal);
        var provinces = areas.Select(a => a.Code[..2]).Distinct(StringComparer.Ordinal);
        foreach (var area in provinces.Concat(districts).Where(c => !listed.Contains(c)).Select(c => Areas.Find(c)!).Concat(areas))
            units.Add(
                new JsonObject
                {
                    ["code"] = area.Code,
                    ["level"] = area.Level,
                    ["th"] = area.Th,
                    ["en"] = area.Th,
                }
            );

        campaign["unitSets"]!
            .AsArray()
            .Add(
                new JsonObject
                {
                    ["id"] = "tambons",
                    ["th"] = "ตำบล",
                    ["en"] = "Tambons",
                    ["level"] = Areas.Tambon,
                    ["count"] = Tambons,
                    ["members"] = new JsonArray([.. areas.Select(a => JsonValue.Create(a.Code))]),
                    ["src"] = new JsonArray("platform — ขนาดสำหรับวัดความเร็ว"),
                }
            );
    }

    private static void AddTasks(JsonObject campaign)
    {
        // The others are still referred to, but run elsewhere: what is measured has exactly 17 tasks.
        var tasks = campaign["tasks"]!.AsArray();
        foreach (var task in tasks)
            task!["managed"] = false;
        var pattern = tasks.First(t => string.Equals(t!["id"]!.GetValue<string>(), "t-assign", StringComparison.Ordinal))!;
        for (var i = 1; i <= Tasks; i++)
        {
            var task = pattern.DeepClone();
            (task["id"], task["per"], task["managed"], task["reviewer"]) = ($"t-many-{i}", "tambons", true, "province-officer");
            tasks.Add(task);
        }
    }
}
