using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CddFunctions.Platform.Identity;
using CddFunctions.Tests.Campaigns;
using CddFunctions.Tests.Web;

namespace CddFunctions.Tests.Links.Pages;

[Trait("suite", "http")]
[Trait("heads", "all")]
public sealed partial class LinksPagesTests(PagesSite site) : IClassFixture<PagesSite>
{
    private const string Page = $"/api/ui/{Definitions.Rayong}/links";
    private const string Districts = Page + "?level=district";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(CallerRole.Admin, "x", HttpStatusCode.OK)]
    [InlineData(CallerRole.Viewer, "x", HttpStatusCode.Forbidden)]
    [InlineData(CallerRole.Officer, "2101", HttpStatusCode.Forbidden)]
    public async Task Only_administrators_see_links(CallerRole role, string subject, HttpStatusCode status)
    {
        var reader = await ReaderAsync(role, subject);
        var id = (await site.LinkAsync(CallerRole.Officer, "2101"))["id"];

        foreach (var path in new[] { Page, Page + "/sheet?level=district", $"{Page}/{id}", $"{Page}/{id}/revoke" })
            Assert.Equal(status, (await reader.GetAsync(path)).Status);
    }

    [Fact]
    public async Task A_link_is_shown_again_with_the_address_that_it_was_made_with()
    {
        var admin = await ReaderAsync(CallerRole.Admin, "one");
        var officer = await site.LinkAsync(CallerRole.Officer, "2101");
        var viewer = await site.LinkAsync(CallerRole.Viewer, "<b>ผู้บริหาร</b>");
        var colleague = await site.LinkAsync(CallerRole.Admin, "two");

        Assert.Contains($"value=\"{officer["url"]}\"", await admin.PageAsync(Districts));
        Assert.Contains($"value=\"{officer["url"]}\"", await admin.PageAsync($"{Page}/{officer["id"]}"));
        var others = await admin.PageAsync(Page + "?level=others");
        Assert.Contains($"value=\"{viewer["url"]}\"", others);
        Assert.Contains("&lt;b&gt;ผู้บริหาร&lt;/b&gt;", others);
        // A second administrator must be another person: nobody reads that link later.
        Assert.DoesNotContain($"{colleague["token"]}", others);
        Assert.Contains($"/links/{colleague["id"]}\"", others);
        Assert.DoesNotContain($"{colleague["token"]}", await admin.PageAsync($"{Page}/{colleague["id"]}"));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(Page + "/nowhere")).Status);
    }

    [Fact]
    public async Task One_post_makes_a_link_for_every_office_of_the_level_that_has_none_and_the_next_makes_none()
    {
        await using var fresh = new FreshSite();
        await fresh.InitializeAsync();
        var admin = await fresh.ReaderAsync();
        await fresh.Site.LinkAsync(CallerRole.Officer, "2103");
        var revoked = await fresh.Site.LinkAsync(CallerRole.Officer, "2104");
        await fresh.Site.Admin.DeleteAsync($"/api/campaigns/{Definitions.Rayong}/links/{revoked["id"]}", Ct);

        var first = await admin.PostAsync(Districts, Page, ("level", "district"), ("role", "officer"), ("all", "1"));
        var second = await admin.PostAsync(Districts, Page, ("level", "district"), ("role", "officer"), ("all", "1"));

        Assert.Equal((HttpStatusCode.SeeOther, $"{Page}?level=district&made=7&left=0"), (first.Status, first.Location));
        Assert.Equal($"{Page}?level=district&made=0&left=0", second.Location);
        Assert.Contains("สร้างลิงก์แล้ว 7 ลิงก์", await admin.PageAsync(first.Location!));
        var addresses = Address().Matches(await admin.PageAsync(Districts)).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(8, addresses.Distinct().Count());
        foreach (var address in addresses)
        {
            using var signedIn = await fresh.Site.Plain.GetAsync(new Uri(WebUtility.HtmlDecode(address)), Ct);
            Assert.Equal(HttpStatusCode.SeeOther, signedIn.StatusCode);
        }
    }

    [Fact]
    public async Task The_sheet_has_a_slip_for_each_link_that_works_and_names_the_offices_without_one()
    {
        await using var fresh = new FreshSite();
        await fresh.InitializeAsync();
        var admin = await fresh.ReaderAsync();
        Assert.Contains("ยังไม่มีลิงก์ 8 หน่วยงาน", await admin.PageAsync(Page + "/sheet?level=district"));
        await fresh.Site.LinkAsync(CallerRole.Officer, "2101");
        var revoked = await fresh.Site.LinkAsync(CallerRole.Officer, "2102");
        await fresh.Site.Admin.DeleteAsync($"/api/campaigns/{Definitions.Rayong}/links/{revoked["id"]}", Ct);

        var sheet = await admin.PageAsync(Page + "/sheet?level=district");

        Assert.Equal(1, Regex.Count(sheet, "class=\"slip link-slip\"", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Contains("<strong>อำเภอเมืองระยอง</strong>", sheet);
        Assert.Contains("ยังไม่มีลิงก์ 7 หน่วยงาน", sheet);
    }

    [Theory]
    [InlineData("31", "2", "2567", false)]
    [InlineData("29", "2", "2567", true)]
    [InlineData("๒๙", "2", "๒๕๖๗", true)]
    [InlineData("29", "2", "2024", true)]
    [InlineData("24", "2", "2567", false)] // yesterday
    [InlineData("25", "2", "2567", true)]
    [InlineData("23", "2", "2569", true)]
    [InlineData("24", "2", "2569", false)] // 730 days and some hours
    [InlineData("", "", "", true)]
    [InlineData("1", "", "", false)]
    [InlineData("-1", "2", "2567", false)]
    public async Task The_expiry_is_a_day_of_the_calendar_ahead_of_now(string day, string month, string year, bool taken)
    {
        var admin = await ReaderAsync(CallerRole.Admin, "expiry");

        var answer = await admin.PostAsync(
            Districts,
            Page,
            ("level", "district"),
            ("role", "officer"),
            ("subject", "2101"),
            ("day", day),
            ("month", month),
            ("year", year)
        );

        Assert.Equal(taken ? HttpStatusCode.SeeOther : HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(!taken, answer.Html.Contains("role=\"alert\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_form_keeps_what_was_typed()
    {
        var admin = await ReaderAsync(CallerRole.Admin, "typo");
        var name = new string('ก', 65);

        var answer = await admin.PostAsync(
            Page + "?level=others",
            Page,
            ("level", "others"),
            ("role", "viewer"),
            ("subject", name),
            ("day", "7"),
            ("month", "3"),
            ("year", "2567")
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains($"value=\"{name}\"", answer.Html);
        Assert.Contains("name=\"day\" inputmode=\"numeric\" maxlength=\"2\" size=\"2\" value=\"7\"", answer.Html);
    }

    [Theory]
    [InlineData("voter")]
    [InlineData("king")]
    public async Task A_role_that_no_form_offers_is_refused(string role)
    {
        var admin = await ReaderAsync(CallerRole.Admin, "forger");

        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await admin.PostAsync(Page, Page, ("level", "others"), ("role", role), ("subject", "x"))).Status
        );
    }

    [Fact]
    public async Task A_second_administrators_link_is_in_the_answer_to_the_post_and_nowhere_later()
    {
        var admin = await ReaderAsync(CallerRole.Admin, "first");

        var made = await admin.PostAsync(Page + "?level=others", Page, ("level", "others"), ("role", "admin"), ("subject", "ผู้ดูแลสมมติ"));

        Assert.Equal(HttpStatusCode.OK, made.Status);
        var address = WebUtility.HtmlDecode(Address().Match(made.Html).Groups[1].Value);
        using var signedIn = await site.Plain.GetAsync(new Uri(address), Ct);
        Assert.Equal(HttpStatusCode.SeeOther, signedIn.StatusCode);
        Assert.DoesNotContain(
            address.Split("?t=")[1],
            WebUtility.HtmlDecode(await admin.PageAsync(Page + "?level=others")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_link_is_revoked_after_one_question_and_the_own_one_after_two()
    {
        var own = await site.LinkAsync(CallerRole.Admin, "leaving");
        var admin = new Reader(site.Plain, Cookie(own));
        var other = await site.LinkAsync(CallerRole.Officer, "2105");

        var revoke = $"{Page}/{other["id"]}/revoke";
        Assert.Equal((HttpStatusCode.SeeOther, Districts), Two(await admin.PostAsync(revoke, revoke, ("sure", "1"))));
        using var refused = await site.Plain.GetAsync(new Uri($"{other["url"]}"), Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);

        var last = $"{Page}/{own["id"]}/revoke";
        Assert.Contains("ลิงก์ที่ท่านกำลังใช้อยู่", await admin.PageAsync(last));
        var asked = await admin.PostAsync(last, last, ("sure", "1"));
        Assert.Equal(HttpStatusCode.OK, asked.Status);
        Assert.Contains("ยืนยันอีกครั้ง", asked.Html);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync(Page)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await admin.PostAsync(last, last, ("sure", "own"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await admin.GetAsync(Page)).Status);
    }

    [Fact]
    public async Task A_page_stays_small_with_eight_offices_and_sixteen_links_and_so_does_the_sheet()
    {
        var admin = await ReaderAsync(CallerRole.Admin, "size");
        for (var i = 1; i <= 8; i++)
            await site.LinkAsync(CallerRole.Officer, $"210{i}");

        Assert.InRange(await admin.CompressedAsync(Districts), 1000, 60_000);
        Assert.InRange(await admin.CompressedAsync(Page + "/sheet?level=district"), 1000, 60_000);
    }

    private async Task<Reader> ReaderAsync(CallerRole role, string subject) => new(site.Plain, Cookie(await site.LinkAsync(role, subject)));

    internal static string Cookie(JsonObject link) => $"{LinkCookies.NameOf(Definitions.Rayong)}={link["token"]}";

    private static (HttpStatusCode, string?) Two((HttpStatusCode Status, string? Location, string Html) answer) =>
        (answer.Status, answer.Location);

    [GeneratedRegex("readonly value=\"(?<it>[^\"]+\\?t=[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();

    /// <summary>A site whose links no other test touches.</summary>
    private sealed class FreshSite : IAsyncDisposable
    {
        public PagesSite Site { get; } = new();

        public ValueTask InitializeAsync() => Site.InitializeAsync();

        public async Task<Reader> ReaderAsync() => new(Site.Plain, Cookie(await Site.LinkAsync(CallerRole.Admin, "fresh")));

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
