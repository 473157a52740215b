using CddFunctions.Platform.Identity;
using CddFunctions.Tests.Campaigns;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Web;

namespace CddFunctions.Tests.Board;

/// <summary>An administrator does the province's own tasks with the administrator's link.</summary>
[Trait("suite", "http")]
public sealed class ProvinceTasksTests(PagesSite site, Chromium chromium) : IClassFixture<PagesSite>
{
    private const string Task = "t-p-meeting";
    private const string Unit = "21";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task From_the_start_page_to_the_receipt_and_again_after_a_return(bool script)
    {
        var task = script ? Task : "t-p-analyse";
        await using var context = await chromium.ContextAsync(
            new()
            {
                JavaScriptEnabled = script,
                ViewportSize = new() { Width = 360, Height = 780 },
            }
        );
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{(await site.LinkAsync(CallerRole.Admin, "x"))["url"]}");
        await Screens.CheckAsync(page, $"province-start-{script}", script);
        await page.Locator($"a[href$='/tasks/{task}/units/{Unit}']").First.ClickAsync();
        await page.Locator("#f-note").FillAsync("ครั้งแรก");
        await page.Locator("button.main").ClickAsync();
        await page.Locator(".receipt").WaitForAsync();

        await DecideAsync(task, "return");
        await page.GotoAsync(new Uri(site.Address, $"/api/ui/{Definitions.Rayong}").AbsoluteUri);
        Assert.Contains(
            "ขอแก้ไข",
            await page.Locator($".own li.warn:has(a[href$='/tasks/{task}/units/{Unit}'])").InnerTextAsync(),
            StringComparison.Ordinal
        );
        await page.Locator($"a[href$='/tasks/{task}/units/{Unit}']").First.ClickAsync();
        await page.Locator("#f-note").FillAsync("แก้แล้ว");
        await page.Locator("button.main").ClickAsync();
        await page.Locator(".receipt").WaitForAsync();

        await DecideAsync(task, "accept");
        await page.GotoAsync(new Uri(site.Address, $"/api/ui/{Definitions.Rayong}").AbsoluteUri);
        await page.Locator("main details:has(a[href*='/receipts/']) summary").ClickAsync();
        Assert.True(await page.Locator($"main details a[href*='/tasks/{task}/units/{Unit}/receipts/']").IsVisibleAsync());
    }

    [Fact]
    public async Task What_a_district_has_handed_in_an_administrator_does_not_change()
    {
        var url = PagesSite.Hand("2102"); // returned
        using var seen = await site.Admin.GetAsync(url, TestContext.Current.CancellationToken);

        var answer = await TestServer.SendAsync(
            site.Admin,
            "PUT",
            url,
            TestServer.Json(new { fields = new { } }),
            ("If-Match", $"{seen.Headers.ETag}")
        );

        answer.Must(403, "not-yours");
    }

    [Theory]
    [InlineData(CallerRole.Admin, "2108", true)]
    [InlineData(CallerRole.Admin, Unit, false)]
    [InlineData(CallerRole.Officer, "2108", false)]
    public async Task An_administrator_is_told_before_sending_for_a_district(CallerRole role, string unit, bool told)
    {
        var link = await site.LinkAsync(role, unit);
        var reader = new Reader(site.Plain, $"{LinkCookies.NameOf(Definitions.Rayong)}={link["token"]}");

        var html = await reader.PageAsync($"/api/ui/{Definitions.Rayong}/tasks/{(unit == Unit ? Task : "t-study")}/units/{unit}");

        Assert.Equal(told, html.Contains("ท่านกำลังจะส่งแทน", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Viewers_see_no_list_of_tasks_to_hand_in()
    {
        using var answer = await site.Plain.SendAsync(
            new(HttpMethod.Get, $"/api/ui/{Definitions.Rayong}")
            {
                Headers =
                {
                    { "Cookie", $"{LinkCookies.NameOf(Definitions.Rayong)}={(await site.LinkAsync(CallerRole.Viewer, "x"))["token"]}" },
                },
            },
            TestContext.Current.CancellationToken
        );

        var html = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("งานที่จังหวัดต้องส่งเอง", html, StringComparison.Ordinal);
    }

    private async Task DecideAsync(string task, string decision)
    {
        var url = PagesSite.Hand(Unit, task);
        using var seen = await site.Admin.GetAsync(url, TestContext.Current.CancellationToken);
        (
            await TestServer.SendAsync(
                site.Admin,
                "POST",
                url + "/review",
                TestServer.Json(new { decision, reason = "ขอแก้ไข" }),
                ("If-Match", $"{seen.Headers.ETag}")
            )
        ).Must(200);
    }
}
