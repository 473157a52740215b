using System.Text.Json.Nodes;
using CddFunctions.Tests.Campaigns;
using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Submissions.Rosters;

/// <summary>The shipped Phayao definition the day before the lists are due, with real tambons and made-up villages and people.</summary>
internal static class PhayaoSite
{
    public const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Campaign = $"/api/campaigns/{Definitions.Phayao}/";
    public const string MaeTam = "560102";

    public static readonly string[] Tambons =
    [
        "560101",
        MaeTam,
        "560201",
        "560301",
        "560401",
        "560501",
        "560601",
        "560701",
        "560801",
        "560901",
    ];

    /// <summary>The day before the lists are due, 9:00 in Bangkok.</summary>
    private static readonly DateTimeOffset Start = new(2021, 3, 22, 2, 0, 0, TimeSpan.Zero);

    public static async Task<TestServer> StartAsync()
    {
        var server = await TestServer.StartAsync(programme: Definitions.Load(Definitions.Phayao), at: Start);
        await ChooseAsync(server, "py-target-tambons", [.. Tambons.Select(t => new JsonObject { ["code"] = t })]);
        await ChooseAsync(server, "py-villages", [.. Tambons.Select(t => Village(t + "01")), Village("56010102")]);
        return server;
    }

    private static JsonObject Village(string code) => new() { ["code"] = code, ["th"] = $"บ้านตัวอย่าง {code[^2..]}" };

    private static async Task ChooseAsync(TestServer server, string set, JsonArray units) =>
        (await TestServer.SendAsync(server.Admin, "PUT", $"{Campaign}unit-sets/{set}", new JsonObject { ["units"] = units })).Must(200);

    public static async Task<HttpClient> OfficerAsync(TestServer server, string unit) => server.With((
                await TestServer.SendAsync(
                    server.Admin,
                    "POST",
                    Campaign + "links",
                    new JsonObject
                    {
                        ["role"] = "officer",
                        ["subject"] = unit,
                        ["expiresAt"] = "2021-12-31T00:00:00Z",
                    }
                )
            ).Must(201).Say("token"));

    public static string Roster(string tambon) => $"{Campaign}rosters/py-leaders/{tambon}";

    public static JsonArray Leaders(string tambon, int count) =>
        [
            .. Enumerable
                .Range(1, count)
                .Select(i =>
                {
                    var leader = MadeUpCampaign.Person(i);
                    (leader["no"], leader["village"], leader["role"], leader["status"]) = (
                        Math.Min(i, 15),
                        tambon + "01",
                        "ผู้นำสมมติ",
                        "ls-same"
                    );
                    return leader;
                }),
        ];
}
