using System.Globalization;
using System.Net;
using CddFunctions.Platform.Identity;
using CddFunctions.Tests.Campaigns;

namespace CddFunctions.Tests.Web;

[Trait("suite", "http")]
public sealed class SignInTests(PagesSite site) : IClassFixture<PagesSite>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string Start(string campaign = Definitions.Rayong) => $"/api/ui/{campaign}";

    [Fact]
    public async Task A_link_becomes_a_cookie_and_leaves_the_address()
    {
        var link = await site.LinkAsync(CallerRole.Officer, "2101", PagesSite.Now.AddHours(1));

        using var answer = await site.Plain.GetAsync($"{Start()}?t={link["token"]}", Ct);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(Start(), answer.Headers.Location?.OriginalString);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith($"{LinkCookies.NameOf(Definitions.Rayong)}={link["token"]};", cookie);
        Assert.Contains("path=/api;", cookie);
        Assert.Contains("samesite=lax", cookie);
        Assert.Contains("httponly", cookie);
        Assert.DoesNotContain("secure", cookie);
        // An hour of the rehearsal's clock, whatever the browser's own says.
        var seconds = int.Parse(cookie.Split("max-age=")[1].Split(';')[0], CultureInfo.InvariantCulture);
        Assert.InRange(seconds, 3500, 3600);
    }

    [Fact]
    public async Task Bad_expired_revoked_and_foreign_links_get_a_page_in_both_languages_and_no_cookie()
    {
        var expired = await site.LinkAsync(CallerRole.Officer, "2101", PagesSite.Now.AddHours(1));
        var revoked = await site.LinkAsync(CallerRole.Officer, "2101");
        (await site.Admin.DeleteAsync($"/api/campaigns/{Definitions.Rayong}/links/{revoked["id"]}", Ct)).EnsureSuccessStatusCode();
        var good = await site.LinkAsync(CallerRole.Officer, "2101");

        await RefusedAsync(() => site.Plain.GetAsync($"{Start()}?t=x.y", Ct));
        await RefusedAsync(() => site.Plain.GetAsync($"{Start()}?t=", Ct));
        await RefusedAsync(() => site.Plain.GetAsync($"{Start()}?t={revoked["token"]}", Ct));
        await RefusedAsync(() => site.Plain.GetAsync($"{Start("phayao-2564")}?t={good["token"]}", Ct));
        await RefusedAsync(() => site.AtAsync(PagesSite.Now.AddHours(1), () => site.Plain.GetAsync($"{Start()}?t={expired["token"]}", Ct)));
    }

    [Fact]
    public async Task Without_a_link_the_page_says_to_open_it()
    {
        await RefusedAsync(() => site.Plain.GetAsync(Start(), Ct), "เปิดด้วยลิงก์ของท่าน", "Open this page with your link");
    }

    [Fact]
    public async Task A_cookie_that_was_revoked_says_so()
    {
        var link = await site.LinkAsync(CallerRole.Officer, "2101");
        (await site.Admin.DeleteAsync($"/api/campaigns/{Definitions.Rayong}/links/{link["id"]}", Ct)).EnsureSuccessStatusCode();

        await RefusedAsync(() => SendAsync(Start(), $"{link["token"]}"));
    }

    [Fact]
    public async Task A_link_of_one_programme_leaves_the_reader_signed_in_to_the_other()
    {
        var link = await site.LinkAsync(CallerRole.Officer, "2101");

        using var here = await SendAsync(Start(), $"{link["token"]}; {LinkCookies.NameOf(Definitions.Phayao)}=another");
        Assert.Equal(HttpStatusCode.OK, here.StatusCode);
        using var misplaced = await SendAsync(Start(), $"; {LinkCookies.NameOf(Definitions.Phayao)}={link["token"]}");
        Assert.Equal(HttpStatusCode.Unauthorized, misplaced.StatusCode);
    }

    [Theory]
    [InlineData(CallerRole.Intake, "t-assign", Definitions.Rayong, HttpStatusCode.Forbidden, "ไม่มีหน้านี้สำหรับลิงก์ของท่าน")]
    [InlineData(CallerRole.Admin, "x", "nowhere", HttpStatusCode.NotFound, "ไม่พบโครงการ")]
    public async Task Other_doors_answer_with_a_page(CallerRole role, string subject, string campaign, HttpStatusCode status, string words)
    {
        var link = await site.LinkAsync(role, subject);

        using var answer = await SendAsync(Start(campaign), $"{link["token"]}");

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task Pages_allow_nothing_but_their_own_style_font_and_icon()
    {
        using var answer = await site.Plain.GetAsync(Start(), Ct);

        Assert.Equal(
            "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            Assert.Single(answer.Headers.GetValues("Content-Security-Policy"))
        );
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task English_is_kept_once_asked_for_and_anything_else_is_not()
    {
        using var english = await site.Plain.GetAsync($"{Start()}?lang=en", Ct);
        using var other = await site.Plain.GetAsync($"{Start()}?lang=%3Cb%3E", Ct);

        Assert.Contains("<html lang=\"en\">", await english.Content.ReadAsStringAsync(Ct));
        Assert.StartsWith("cdd-lang=en;", Assert.Single(english.Headers.GetValues("Set-Cookie")));
        Assert.Contains("<html lang=\"th\">", await other.Content.ReadAsStringAsync(Ct));
        Assert.False(other.Headers.Contains("Set-Cookie"));
    }

    private static async Task RefusedAsync(
        Func<Task<HttpResponseMessage>> ask,
        string th = "ลิงก์นี้ใช้ไม่ได้",
        string en = "This link does not work"
    )
    {
        using var answer = await ask();
        var page = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Contains(th, page);
        Assert.Contains(en, page);
    }

    private Task<HttpResponseMessage> SendAsync(string address, string cookie)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", $"{LinkCookies.NameOf(Definitions.Rayong)}={cookie}");
        return site.Plain.SendAsync(request, Ct);
    }
}
