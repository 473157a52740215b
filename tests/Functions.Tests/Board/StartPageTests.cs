using System.Text.Json.Nodes;
using CddFunctions.Platform.Identity;
using CddFunctions.Tests.Campaigns;
using CddFunctions.Tests.Web;
using Microsoft.Playwright;

namespace CddFunctions.Tests.Board;

/// <summary>The start page as a browser shows it, with script switched off.</summary>
[Trait("suite", "http")]
public sealed class StartPageTests(PagesSite site, Chromium chromium) : IClassFixture<PagesSite>
{
    [Fact]
    public async Task The_administrators_link_opens_the_overview_and_the_token_leaves_the_address()
    {
        await using var context = await NoScriptAsync();
        var page = await OpenAsync(context, CallerRole.Admin, "administrator");

        Assert.Equal(new Uri(site.Address, $"/api/ui/{Definitions.Rayong}").AbsoluteUri, page.Url);
        Assert.Equal("ภาพรวมโครงการ", await page.Locator("h1").InnerTextAsync());
        Assert.Contains("ซ้อมใช้งาน", await page.Locator(".rehearsal").InnerTextAsync());
        Assert.Contains("๒๕ กุมภาพันธ์ พ.ศ. ๒๕๖๗", await page.Locator(".as-of").InnerTextAsync());
        Assert.Contains("เลือกทำได้", await page.Locator("#t-select-area").InnerTextAsync());
    }

    [Fact]
    public async Task The_figures_are_those_of_the_API()
    {
        await using var context = await NoScriptAsync();
        var page = await OpenAsync(context, CallerRole.Viewer, "executive");
        var byTask = (await site.ObligationsAsync()).GroupBy(o => (string)o!["task"]!).ToList();

        Assert.Equal(byTask.Count, await page.Locator("[aria-labelledby=tasks] tbody tr").CountAsync());
        foreach (var rows in byTask)
        {
            var shown = await page.Locator($"#{rows.Key} td").AllInnerTextsAsync();
            Assert.Equal(Expected([.. rows]), shown.Select(t => t.Replace("\n", "").Trim()));
        }

        Assert.Equal(["4 / 8", "1", "3", "1", "4"], Expected([.. byTask.Single(g => g.Key == PagesSite.Task)]));
    }

    [Fact]
    public async Task An_officer_sees_own_tasks_only_with_the_reason_of_a_return()
    {
        await using var context = await NoScriptAsync();
        var page = await OpenAsync(context, CallerRole.Officer, "2102");
        var own = (await site.ObligationsAsync()).Count(o => (string)o!["unit"]! == "2102" && (string)o!["task"]! != "t-p-monitor");

        Assert.Equal(own, await page.Locator(".own li").CountAsync());
        Assert.Equal(
            ["จัดทำและส่งแผนการขับเคลื่อน ระดับอำเภอ", "มอบหมายเจ้าหน้าที่ผู้รับผิดชอบ"],
            (await page.Locator(".own h3").AllInnerTextsAsync()).Take(2)
        );
        Assert.Equal(PagesSite.Reason, (await page.Locator(".reason q").InnerTextAsync()).Trim('“', '”'));
        Assert.Contains("เกินกำหนด ๓ วัน", await page.Locator(".own li.bad").First.InnerTextAsync());
        Assert.Equal(0, await page.GetByText("Excel").CountAsync());
    }

    [Fact]
    public async Task A_revoked_link_closes_the_page_that_it_opened()
    {
        await using var context = await NoScriptAsync();
        var link = await site.LinkAsync(CallerRole.Officer, "2103");
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{link["url"]}");
        Assert.Contains("งานของหน่วยงาน: แกลง", await page.Locator("h1").InnerTextAsync());

        await site.Admin.DeleteAsync($"/api/campaigns/{Definitions.Rayong}/links/{link["id"]}", TestContext.Current.CancellationToken);
        var answer = await page.ReloadAsync();

        Assert.Equal(401, answer!.Status);
        Assert.Equal("ลิงก์นี้ใช้ไม่ได้", await page.Locator("h1").InnerTextAsync());
    }

    [Fact]
    public async Task English_is_one_link_away_and_stays()
    {
        await using var context = await NoScriptAsync();
        var page = await OpenAsync(context, CallerRole.Admin, "administrator");

        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await page.GotoAsync(new Uri(site.Address, $"/api/ui/{Definitions.Rayong}").AbsoluteUri);

        Assert.Equal("Programme overview", await page.Locator("h1").InnerTextAsync());
        Assert.Equal("Name the officer in charge", await page.Locator("#t-assign .task").InnerTextAsync());
    }

    [Fact]
    public async Task The_workbook_is_linked_once_there_is_one()
    {
        await using var context = await NoScriptAsync();
        var page = await OpenAsync(context, CallerRole.Admin, "administrator");
        Assert.Equal(1, await page.GetByText("ยังไม่มีการส่งออกสมุดงาน Excel").CountAsync());

        using var nothing = new StringContent("{}", null, "application/json");
        (
            await site.Admin.PostAsync($"/api/campaigns/{Definitions.Rayong}/exports", nothing, TestContext.Current.CancellationToken)
        ).EnsureSuccessStatusCode();
        await page.ReloadAsync();

        var address = await page.GetByRole(AriaRole.Link, new() { Name = "สมุดงาน Excel" }).GetAttributeAsync("href");
        var file = await context.APIRequest.GetAsync(new Uri(site.Address, address).AbsoluteUri);
        Assert.Equal("PK"u8.ToArray(), (await file.BodyAsync())[..2]);
        var json = await page.GetByRole(AriaRole.Link, new() { Name = "JSON" }).GetAttributeAsync("href");
        Assert.Equal(200, (await context.APIRequest.GetAsync(new Uri(site.Address, json).AbsoluteUri)).Status);
    }

    private static string[] Expected(JsonNode?[] rows)
    {
        var none = rows.All(r => r!["dueAt"] is null) ? "–" : "0"; // without a date nothing can be late
        return
        [
            $"{rows.Count(r => r!["submittedAt"] is not null)} / {rows.Length}",
            $"{rows.Count(r => (string)r!["state"]! == "accepted")}",
            Dated(r => r["onTime"] is { } v && (bool)v),
            Dated(r => r["onTime"] is { } v && !(bool)v),
            Dated(r => (string)r["state"]! == "overdue"),
        ];

        string Dated(Func<JsonNode, bool> counts) => rows.Count(r => counts(r!)) is > 0 and var n ? $"{n}" : none;
    }

    private Task<IBrowserContext> NoScriptAsync() =>
        chromium.ContextAsync(
            new()
            {
                JavaScriptEnabled = false,
                ViewportSize = new() { Width = 1280, Height = 900 },
            }
        );

    private async Task<IPage> OpenAsync(IBrowserContext context, CallerRole role, string subject)
    {
        var link = await site.LinkAsync(role, subject);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{link["url"]}");
        return page;
    }
}
