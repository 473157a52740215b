using System.Text.Json.Nodes;
using CddFunctions.Campaigns;
using CddFunctions.Tests.Campaigns;
using CddFunctions.Tests.Http;
using Microsoft.Playwright;

namespace CddFunctions.Tests.Submissions.HandIns.Pages;

/// <summary>A shipped programme in force, with the places chosen that its letter leaves open.</summary>
internal sealed class CampaignSite(TestServer server, LaunchedCampaign campaign) : IAsyncDisposable
{
    public LaunchedCampaign Campaign => campaign;

    public TestServer Server => server;

    public static async Task<CampaignSite> StartAsync(string id, DateTimeOffset at)
    {
        var json = Definitions.Load(id);
        var server = await TestServer.StartAsync(programme: json, at: at);
        var site = new CampaignSite(server, new(Definitions.Read(json).Campaign!, 1, "sha"));
        if (id == Definitions.Phayao)
        {
            string[] tambons = ["560101", "560102", "560201", "560301", "560401", "560501", "560601", "560701", "560801", "560901"];
            await site.ChooseAsync("py-target-tambons", tambons, t => t);
            await site.ChooseAsync("py-villages", tambons, t => t + "01");
        }

        return site;
    }

    /// <summary>One unit that owes the task.</summary>
    public string UnitOf(CddFunctions.Campaigns.Model.CampaignTask task, int which = 0) =>
        task.Per switch
        {
            null => campaign.Province.Code,
            "py-target-tambons" => "560101",
            "py-villages" => "56010101",
            var set => campaign.FixedUnits(campaign.FindUnitSet(set)!)![which].Code,
        };

    public string Page(string task, string unit) => $"{server.Address.TrimEnd('/')}/api/ui/{campaign.Id}/tasks/{task}/units/{unit}";

    public Task<Answer> SendAsync(string method, string path, JsonNode? body = null, params (string, string)[] headers) =>
        TestServer.SendAsync(server.Admin, method, $"/api/campaigns/{campaign.Id}/{path}", body, headers);

    public async Task<string> LinkAsync(string role, string subject) =>
        (await SendAsync("POST", "links", new JsonObject { ["role"] = role, ["subject"] = subject })).Must(201).Say("url");

    public async Task SignInAsync(IPage page, string unit, string language = "th")
    {
        await page.GotoAsync(await LinkAsync("officer", unit));
        await page.GotoAsync($"{server.Address.TrimEnd('/')}/api/ui/{campaign.Id}?lang={language}");
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task ChooseAsync(string set, string[] tambons, Func<string, string> code)
    {
        var units = new JsonArray([
            .. tambons.Select(
                (t, i) =>
                    new JsonObject
                    {
                        ["code"] = code(t),
                        ["th"] = $"บ้านตัวอย่าง {i + 1}",
                        ["en"] = $"Example village {i + 1}",
                    }
            ),
        ]);
        if (code(tambons[0]).Length == 6)
            units = new JsonArray([.. tambons.Select(t => new JsonObject { ["code"] = t })]);
        (await SendAsync("PUT", $"unit-sets/{set}", new JsonObject { ["units"] = units })).Must(200);
    }
}
