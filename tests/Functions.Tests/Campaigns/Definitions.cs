using System.Text;
using System.Text.Json.Nodes;
using CddFunctions.Campaigns;

namespace CddFunctions.Tests.Campaigns;

/// <summary>The shipped definitions as editable JSON, so that a test can break one thing in a real file.</summary>
internal static class Definitions
{
    public const string Rayong = "rayong-2567";
    public const string Phayao = "phayao-2564";

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Campaigns", "definitions");

    public static JsonObject Load(string id) => JsonNode.Parse(File.ReadAllBytes(Path.Combine(Folder, id + ".json")))!.AsObject();

    public static CampaignReading Read(JsonNode campaign) => CampaignFile.Parse(Encoding.UTF8.GetBytes(campaign.ToJsonString()));

    /// <summary>Shape faults, or those of V1–V16.</summary>
    public static IReadOnlyList<Fault> Faults(JsonNode campaign) =>
        Read(campaign) is { Campaign: { } read } ? CampaignChecker.Check(read) : Read(campaign).Faults;

    /// <summary>The element at a path of ids: <c>forms/f-plan/fields/file</c>.</summary>
    public static JsonObject At(this JsonObject campaign, string path)
    {
        JsonNode current = campaign;
        foreach (var segment in path.Split('/'))
        {
            current = current is JsonArray list ? list.First(e => Is(e!, "id", segment) || Is(e!, "code", segment))! : current[segment]!;
        }

        return current.AsObject();
    }

    public static JsonArray List(this JsonObject of, string name) => of[name]!.AsArray();

    private static bool Is(JsonNode element, string member, string value) =>
        string.Equals(element[member]?.GetValue<string>(), value, StringComparison.Ordinal);
}
