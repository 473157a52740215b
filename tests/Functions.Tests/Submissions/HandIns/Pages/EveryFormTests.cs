using System.Text.Json.Nodes;
using CddFunctions.Campaigns.Model;
using CddFunctions.Tests.Campaigns;
using CddFunctions.Tests.Web;
using Microsoft.Playwright;

namespace CddFunctions.Tests.Submissions.HandIns.Pages;

/// <summary>
/// Every task of both shipped programmes, handed in through the form that its definition generates, with script switched off.
/// </summary>
[Trait("suite", "http")]
public sealed class EveryFormTests(Chromium chromium)
{
    [Theory]
    [InlineData(Definitions.Rayong, "2024-03-25T02:00:00Z")]
    [InlineData(Definitions.Phayao, "2021-03-20T02:00:00Z")]
    public async Task Every_task_can_be_handed_in_from_its_page(string programme, string at)
    {
        await using var site = await CampaignSite.StartAsync(
            programme,
            DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)
        );
        await using var context = await chromium.ContextAsync(
            new()
            {
                JavaScriptEnabled = false,
                ViewportSize = new() { Width = 360, Height = 780 },
            }
        );
        var page = await context.NewPageAsync();
        var done = 0;
        var signedIn = "";
        foreach (
            var (task, unit) in site
                .Campaign.ManagedTasks.Select((t, i) => (t, Unit: site.UnitOf(t, t.Choice is null ? 0 : i % 2)))
                .OrderBy(t => t.Unit, StringComparer.Ordinal)
        )
        {
            var office = site.Campaign.IsThirdParty(task) ? site.Campaign.Province.Code : unit;
            if (signedIn != office)
                await site.SignInAsync(page, signedIn = office);
            await PutRosterAsync(site, task, unit);

            await page.GotoAsync(site.Page(task.Id, unit));
            if (site.Campaign.FormOf(task) is { FieldsBasis: FieldsBasis.Awaited })
            {
                Assert.Equal(0, await page.Locator("form.hand-in").CountAsync());
                Assert.Contains("ยังไม่ได้รับแบบ", await page.Locator(".closed").InnerTextAsync());
                continue;
            }

            await HandInAsync(page, site, task);
            done++;
        }

        Assert.Equal(site.Campaign.ManagedTasks.Count(t => site.Campaign.FormOf(t)?.FieldsBasis is not FieldsBasis.Awaited), done);
    }

    private static async Task HandInAsync(IPage page, CampaignSite site, CampaignTask task)
    {
        var inputs = site.Campaign.RosterOf(task) is null ? site.Campaign.FormOf(task)?.Fields ?? [] : [];
        await new FormFiller(page, site.Campaign.Definition).FillAsync(inputs);
        if (await page.Locator("[name=incomplete]").CountAsync() > 0)
            await page.Locator("[name=incomplete]").CheckAsync();
        await page.Locator("button.main").ClickAsync();

        Assert.True(
            page.Url.Contains("/receipts/", StringComparison.Ordinal),
            $"{task.Id}: {string.Join("; ", await page.Locator(".refusals").AllInnerTextsAsync())}"
        );
        var shown = await page.Locator(".receipt").InnerTextAsync();
        Assert.All(inputs, field => Assert.Contains(field.Th, shown));
    }

    private static async Task PutRosterAsync(CampaignSite site, CampaignTask task, string unit)
    {
        if (site.Campaign.RosterOf(task) is not { } roster)
            return;

        var people = Enumerable.Range(0, roster.Size.Exact ?? roster.Size.Min ?? 3).Select(i => Person(site, roster, i, unit));
        (await site.SendAsync("PUT", $"rosters/{roster.Id}/{unit}", new JsonObject { ["entries"] = new JsonArray([.. people]) })).Must(200);
    }

    private static JsonObject Person(CampaignSite site, Roster roster, int i, string unit)
    {
        var columns = site.Campaign.Form(roster.Form).Fields.SelectMany(f => f.Columns ?? [f]);
        return new(
            columns.Select(c =>
                KeyValuePair.Create<string, JsonNode?>(
                    c.Id,
                    c.Kind switch
                    {
                        FieldKind.Integer => i + 1,
                        FieldKind.Title => "นาย",
                        FieldKind.Given => $"สมมติ{(char)('ก' + (i % 30))}{(char)('ก' + (i / 30))}",
                        FieldKind.Family => "ทดสอบ",
                        FieldKind.Phone => $"080-000-{i:0000}",
                        FieldKind.Unit => unit + "01",
                        FieldKind.Choice => CddFunctions.Submissions.Fields.Choices.Of(c, site.Campaign.Definition).First().Value,
                        _ => "ข้อความสมมติ",
                    }
                )
            )
        );
    }
}
