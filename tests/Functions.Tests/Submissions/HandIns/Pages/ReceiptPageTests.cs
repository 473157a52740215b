using System.Net;
using CddFunctions.Platform.Identity;
using CddFunctions.Tests.Campaigns;
using CddFunctions.Tests.Web;
using Microsoft.Playwright;

namespace CddFunctions.Tests.Submissions.HandIns.Pages;

/// <summary>The page that answers an HTML form.</summary>
[Trait("suite", "http")]
[Trait("heads", "all")]
public sealed class ReceiptPageTests(PagesSite site, Chromium chromium) : IClassFixture<PagesSite>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Markup_in_a_name_is_shown_as_text_and_the_way_back_works()
    {
        await using var context = await chromium.ContextAsync(new());
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{(await site.LinkAsync(CallerRole.Officer, "2108"))["url"]}");

        await Forms.HandInAsync(page, site, PagesSite.HostileTask, "2108", "<script>alert(1)</script>");

        Assert.Contains("<script>alert(1)</script>", await page.Locator(".receipt dd").AllInnerTextsAsync());
        Assert.Contains(PagesSite.HostileName, await page.Locator(".receipt dd").AllInnerTextsAsync());
        Assert.Equal(0, await page.Locator("main img, main script").CountAsync());
        var receipt = await page.Locator(".code").InnerTextAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "กลับไปหน้าแรก" }).ClickAsync();
        Assert.Contains(
            $"เลขที่ใบรับ {receipt}",
            await page.Locator(".own li", new() { HasText = PagesSite.HostileName }).InnerTextAsync()
        );
    }

    [Theory]
    [InlineData("th", "ได้รับแล้ว", "ส่งหลังกำหนด", "วันอาทิตย์ที่ ๒๕ กุมภาพันธ์ พ.ศ. ๒๕๖๗ เวลา ๐๙.๐๐ น.")]
    [InlineData("en", "Received", "After the due time", "Sun 25 Feb 2024, 09:00")]
    public async Task A_form_is_answered_with_a_receipt_in_the_readers_language(string language, string title, string timing, string at)
    {
        using var answer = await PostAsync(PagesSite.Hand("2105"), $"cdd-lang={language}");
        var page = await answer.Content.ReadAsStringAsync(Ct);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(answer.Headers.ETag);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Contains($"<h1>{title}</h1>", page);
        Assert.Contains($" · {timing}</dd>", page);
        Assert.Contains(language == "th" ? "วันพฤหัสบดีที่ ๒๒ กุมภาพันธ์ พ.ศ. ๒๕๖๗" : "Thu 22 Feb 2024", page);
        Assert.Contains(language == "th" ? "<h2>ขั้นต่อไป</h2>" : "<h2>What comes next</h2>", page);
        Assert.Contains($"<dd>{at}</dd>", page);
        // Nobody reviews this task: there is no outcome to wait for.
        Assert.Contains(language == "th" ? "<li>หากพบว่าผิด เปิดหน้าของงานนี้ แก้ไขแล้วส่งใหม่ได้</li>" : "send a revision</li>", page);
        Assert.DoesNotContain(language == "th" ? "ดูผลได้" : "What becomes of it", page);
        Assert.Contains($"href=\"/api/ui/{Definitions.Rayong}\"", page);
    }

    [Fact]
    public async Task An_opinion_without_a_name_shows_its_day_but_no_minute_and_no_way_back()
    {
        var intake = await site.LinkAsync(CallerRole.Intake, "t-p-opinions");
        using var answer = await PostAsync(
            $"/api/campaigns/{Definitions.Rayong}/tasks/t-p-opinions/units/21/submissions",
            "cdd-lang=th",
            $"{intake["token"]}",
            "reflection"
        );
        var page = await answer.Content.ReadAsStringAsync(Ct);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Contains("<dd>วันอาทิตย์ที่ ๒๕ กุมภาพันธ์ พ.ศ. ๒๕๖๗</dd>", page);
        Assert.DoesNotContain("href=\"/api/ui/rayong-2567\"", page);
    }

    private Task<HttpResponseMessage> PostAsync(string address, string cookie, string? token = null, string field = "note")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent([new(field, "ข้อความสมมติ"), new("idempotencyKey", "form")]),
        };
        request.Headers.Add("Cookie", cookie);
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        return (token is null ? site.Admin : site.Plain).SendAsync(request, Ct);
    }
}
