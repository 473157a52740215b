using System.Text.Json.Nodes;
using CddFunctions.Tests.Campaigns;
using CddFunctions.Tests.Submissions.HandIns.Pages;
using Microsoft.Playwright;
using static CddFunctions.Tests.Web.Guide.GuidePictures;

namespace CddFunctions.Tests.Web.Guide;

/// <summary>Makes the pictures of the guide to a vote anew (scripts/screenshots.sh --guide).</summary>
[Trait("suite", "looks")]
public sealed class VotePicturesTests(Chromium chromium)
{
    private const string Ballot = "b-virtues";
    private static readonly DateTimeOffset Now = new(2024, 5, 10, 9, 0, 0, TimeSpan.FromHours(7));

    [Fact(Explicit = true)]
    public async Task A_vote_is_run_and_somebody_votes()
    {
        await using var site = await CampaignSite.StartAsync(Definitions.Rayong, Now);
        var hash = (await site.SendAsync("PUT", $"ballots/{Ballot}/roll", new JsonObject { ["entries"] = People() })).Must(200).Say("hash");
        (await site.SendAsync("POST", $"ballots/{Ballot}/roll/freeze", new JsonObject { ["hash"] = hash })).Must(200);
        await using var desk = await DeviceAsync(chromium, 760, Now);
        var page = await desk.NewPageAsync();
        await page.GotoAsync(await site.LinkAsync("admin", "ผู้ดูแลคนที่หนึ่ง"));
        await OpenAsync(page, site, $"/ballots/{Ballot}/manage");
        await SaveAsync(page, "vote-manage", ".steps > li:nth-child(1)", ".steps > li:nth-child(6)");
        await page.ClickAsync("summary:has-text('ขยายเวลา')");
        await page.FillAsync("[name='until.day']", "๑๖");
        await page.FillAsync("#reason-extend", "พายุเข้า");
        await page.ClickAsync("button[value=extend]");
        await page.GotoAsync(await site.LinkAsync("admin", "ผู้ดูแลคนที่สอง"));
        await OpenAsync(page, site, $"/ballots/{Ballot}/manage");
        await SaveAsync(page, "vote-proposal", ".proposal");
        await page.GotoAsync($"{site.Server.Address.TrimEnd('/')}/api/campaigns/{site.Campaign.Id}/ballots/{Ballot}/roll/slips");
        var code = await page.Locator(".slip .code").First.InnerTextAsync();

        await using var phone = await DeviceAsync(chromium, 390, Now);
        var voter = await phone.NewPageAsync();
        await OpenAsync(voter, site, $"/vote/{Ballot}?k={code}");
        await voter.ClickAsync("main a.button:not(.quiet)");
        for (var contest = 0; contest < 5; contest++)
            await voter.ClickAsync($".pick li button >> nth={contest * 3}");
        await SaveAsync(voter, "vote-paper", "main h2", "button[value=send]");
        await OpenAsync(voter, site, $"/vote/{Ballot}/contests/c-honesty");
        await SaveAsync(voter, "vote-contest", "main h1", ".pick section:nth-of-type(1) li:nth-child(3)");
    }

    private static Task<IResponse?> OpenAsync(IPage page, CampaignSite site, string path) =>
        page.GotoAsync($"{site.Server.Address.TrimEnd('/')}/api/ui/{site.Campaign.Id}{path}");

    private static JsonArray People() =>
        [
            .. "กขคงจฉชซญดตถทนบปผฝพฟภมยร".Select(
                (letter, i) =>
                    new JsonObject
                    {
                        ["title"] = i % 2 == 0 ? "นาย" : "นาง",
                        ["given"] = $"สมมติ{letter}",
                        ["family"] = "ทดสอบ",
                        ["position"] = "เจ้าหน้าที่สมมติ",
                        ["office"] = i % 3 == 0 ? "21" : $"210{(i % 8) + 1}",
                        ["kind"] = "civil-servant",
                    }
            ),
        ];
}
