using System.Text.Json.Nodes;

namespace CddFunctions.Demo;

/// <summary>What the people of the stories do with lists and with the units that a letter leaves open.</summary>
public static class RosterDeeds
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static Deed PutList(string roster, string unit, IReadOnlyList<Fields> people) =>
        new(
            $"บันทึกรายชื่อ {people.Count} คน",
            null,
            unit,
            (who, ct) => who.PutAsync($"rosters/{roster}/{unit}", new { entries = people }, ct)
        );

    /// <summary>As offices do it: the template comes down, is filled in by captions, and goes up again.</summary>
    public static Deed PutWorkbook(string roster, string unit, IReadOnlyList<Fields> people) =>
        new(
            $"ส่งไฟล์ Excel รายชื่อ {people.Count} คน",
            null,
            unit,
            async (who, ct) =>
            {
                var definition = await who.GetAsync("", ct);
                var template = await who.DownloadAsync($"rosters/{roster}/{unit}/template.xlsx", ct);
                var filled = Files.FilledTemplate.Write(template, Captions(definition.Body!, roster), people);
                return await who.PutBytesAsync($"rosters/{roster}/{unit}", filled, Workbook, ct);
            }
        );

    public static Deed Choose(string set, IReadOnlyList<Fields> units) =>
        new($"กำหนด {set} {units.Count} แห่ง", null, null, (who, ct) => who.PutAsync($"unit-sets/{set}", new { units }, ct));

    /// <summary>Field id → the Thai caption that the template shows for it.</summary>
    private static Dictionary<string, string> Captions(JsonNode campaign, string roster)
    {
        var form = campaign["rosters"]!.AsArray().First(r => Is(r!, roster))!["form"]!.GetValue<string>();
        var fields = campaign["forms"]!.AsArray().First(f => Is(f!, form))!["fields"]!.AsArray();
        var columns = fields.FirstOrDefault(f => f!["columns"] is JsonArray)?["columns"]?.AsArray() ?? fields;
        return columns.ToDictionary(c => c!["id"]!.GetValue<string>(), c => c!["th"]!.GetValue<string>(), StringComparer.Ordinal);
    }

    private static bool Is(JsonNode element, string id) => string.Equals(element["id"]!.GetValue<string>(), id, StringComparison.Ordinal);
}
