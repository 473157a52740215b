using System.Text.Json.Nodes;
using CddFunctions.Tests.Campaigns;
using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Submissions.OtherForms;

/// <summary>The Rayong programme with an intake link, as an office that has forms of its own uses it.</summary>
internal static class IntakeLab
{
    private static readonly DateTimeOffset Spring = new(2024, 4, 20, 9, 0, 0, TimeSpan.FromHours(7));

    public static Task<TestServer> StartAsync() => TestServer.StartAsync(programme: Definitions.Load(Definitions.Rayong), at: Spring);

    public static string Address(string task, string unit) =>
        $"/api/campaigns/{Definitions.Rayong}/tasks/{task}/units/{Uri.EscapeDataString(unit)}/submissions";

    public static async Task<string> TokenAsync(TestServer server, string task) =>
        (
            await TestServer.SendAsync(
                server.Admin,
                "POST",
                $"/api/campaigns/{Definitions.Rayong}/links",
                new JsonObject { ["role"] = "intake", ["subject"] = task }
            )
        )
            .Must(201)
            .Say("token");

    /// <summary>Current revisions of the unit's hand-ins of a repeatable form.</summary>
    public static async Task<IReadOnlyList<JsonNode>> HandInsAsync(TestServer server, string task, string unit) =>
        [
            .. (await TestServer.GetAsync(server.Admin, Address(task, unit))).Must(200).Json["submissions"]!
                .AsArray()
                .Select(s => s!["current"]!),
        ];

    public static async Task<JsonNode> OnlyHandInAsync(TestServer server, string task, string unit) =>
        Assert.Single(await HandInsAsync(server, task, unit));
}
