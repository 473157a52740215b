using System.Text.Json.Nodes;
using CddFunctions.Tests.Campaigns;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Web;
using Microsoft.Playwright;

namespace CddFunctions.Tests.Submissions.Rosters.Pages;

/// <summary>Form 1.1 of the shipped Phayao definition: fifteen leaders of a real tambon, made-up people.</summary>
[Trait("suite", "http")]
public sealed class PhayaoRosterPageTests(Chromium chromium)
{
    private const string Tambon = PhayaoSite.MaeTam;

    /// <summary>Inputs that lie under the buttons when they are typed in, or from which the buttons cannot be reached.</summary>
    private const string SaveInReach = """
        () => [...document.querySelectorAll('.people input, .people select')].filter(input => {
          input.focus();
          const bar = document.querySelector('.reach').getBoundingClientRect(), own = input.getBoundingClientRect();
          const save = document.querySelector('button[value=save]').getBoundingClientRect();
          return save.height < 44 || save.bottom > innerHeight || save.top < 0 || (own.bottom > bar.top && own.top < bar.bottom);
        }).map(input => input.id).join()
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_district_pastes_the_leaders_of_a_tambon_with_their_villages_and_states(bool phone)
    {
        await using var server = await TestServer.StartAsync(
            programme: Definitions.Load(Definitions.Phayao),
            at: new(2021, 3, 22, 2, 0, 0, TimeSpan.Zero)
        );
        await ChooseAsync(server, "py-target-tambons", PhayaoSite.Tambons);
        await ChooseAsync(server, "py-villages", [.. PhayaoSite.Tambons.Select(t => t + "01"), Tambon + "02"]);
        var given = new JsonObject { ["entries"] = PhayaoSite.Leaders(Tambon, 15) };
        (await TestServer.SendAsync(server.Admin, "PUT", PhayaoSite.Roster(Tambon), given)).Must(200); // so that states are asked for
        await using var device = await RosterBrowser.DeviceAsync(chromium, phone, script: true);
        var page = await device.NewPageAsync();
        await page.GotoAsync(
            (
                await TestServer.SendAsync(
                    server.Admin,
                    "POST",
                    $"/api/campaigns/{Definitions.Phayao}/links",
                    new JsonObject { ["role"] = "officer", ["subject"] = "5601" }
                )
            )
                .Must(201)
                .Say("url")
        );
        await page.GotoAsync($"{server.Address}/api/ui/{Definitions.Phayao}/rosters/py-leaders/{Tambon}");
        Assert.Equal(15, await page.Locator("tbody tr").CountAsync());
        Assert.Contains("ต้องครบ ๑๕ คน", await page.Locator("#list").InnerTextAsync(), StringComparison.Ordinal);

        await page.ClickAsync(".ways summary");
        await page.FillAsync(
            "#paste",
            string.Concat(
                Enumerable
                    .Range(0, 15)
                    .Select(i =>
                        $"{i + 1}\tนาย\tสมมติ{(char)('ก' + i)}\tทดสอบ\t{Tambon}01\tผู้นำสมมติ\t080-000-00{i:D2}\t{(i == 3 ? "ย้าย" : "คงเดิม")}\t\n"
                    )
            )
        );
        await page.ClickAsync("button[value=show]");

        await RosterBrowser.CheckAsync(page, $"roster-phayao-{phone}");
        Assert.Equal("บ้านสมมติ1", await page.InputValueAsync("input#f-rows-1--village"));
        Assert.Equal(2, await page.Locator("#list-village option").CountAsync());
        Assert.Equal("ย้าย", await page.InputValueAsync("select#f-rows-4--status")); // no such state: kept as it came
        Assert.True(await page.Locator("#f-rows-4--status").GetAttributeAsync("aria-invalid") is "true");
        await page.SelectOptionAsync("#f-rows-4--status", new SelectOptionValue { Index = 2 });
        foreach (var row in Enumerable.Range(1, 15).Where(r => r != 4))
            Assert.NotEqual("", await page.InputValueAsync($"#f-rows-{row}--status"));
        Assert.Equal("", await page.EvaluateAsync<string>(SaveInReach));
        await page.ClickAsync("button[value=save]");
        Assert.Contains("บันทึกรายชื่อแล้ว", await page.Locator(".said").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task ChooseAsync(TestServer server, string set, params string[] codes) =>
        (
            await TestServer.SendAsync(
                server.Admin,
                "PUT",
                $"/api/campaigns/{Definitions.Phayao}/unit-sets/{set}",
                new JsonObject
                {
                    ["units"] = new JsonArray([
                        .. codes.Select(c => new JsonObject { ["code"] = c, ["th"] = c.Length == 8 ? "บ้านสมมติ" + c[^1] : null }),
                    ]),
                }
            )
        ).Must(200);
}
