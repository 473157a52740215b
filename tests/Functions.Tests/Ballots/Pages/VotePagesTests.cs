using System.Text.RegularExpressions;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;
using CddFunctions.Tests.Web;
using Microsoft.Playwright;
using static CddFunctions.Tests.Ballots.VirtueBallot;

namespace CddFunctions.Tests.Ballots.Pages;

/// <summary>
/// A telephone, held upright, first with its scripts switched off: from the QR of the slip to the receipt that was counted.
/// </summary>
[Trait("suite", "http")]
public sealed partial class VotePagesTests(Chromium chromium)
{
    [Fact]
    [Trait("heads", "all")]
    public async Task A_voter_goes_from_the_slip_to_the_receipt_and_finds_it_after_the_close()
    {
        await using var server = await StartAsync();
        await FreezeAsync(server, 6);
        var slips = (await TestServer.GetAsync(server.Admin, At("roll/slips"))).Must(200).Text;
        Assert.Equal(6, Slip().Count(slips));
        var code = (await CodesAsync(server))[0].Replace("-", "");
        await using var phone = await PhoneAsync(javaScript: false);
        var addresses = new List<string>();
        phone.Request += (_, request) => addresses.Add(request.Url);
        var page = await phone.NewPageAsync();

        await page.GotoAsync(Vote(server, $"?k={code}"));
        Assert.DoesNotContain(code, page.Url, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "ต่อไป: พอเพียง" }).ClickAsync();
        Assert.Equal(5, await page.Locator(".pick li").CountAsync()); // everybody but oneself
        await page.FillAsync("#q", "สมมติค");
        await page.ClickAsync(".find button");
        Assert.Equal("แสดง 1 จาก 5 คน", await page.Locator("#found").InnerTextAsync());
        await page.ReloadAsync(); // asks nothing: the search was answered by a redirect
        Assert.Equal("สมมติค", await page.InputValueAsync("#q"));
        var chosen = await page.Locator(".pick li button").GetAttributeAsync("value");
        await page.ClickAsync(".pick li button");
        Assert.EndsWith("/contests/c-discipline", page.Url, StringComparison.Ordinal);
        await page.ClickAsync("#nobody button");

        Assert.EndsWith($"/vote/{Id}", page.Url, StringComparison.Ordinal);
        Assert.Contains("สมมติค ทดสอบ · เจ้าหน้าที่สมมติ", await page.Locator(".paper").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("ไม่เลือกใครในด้านนี้", await page.Locator(".paper").InnerTextAsync(), StringComparison.Ordinal);
        await Screens.SaveAsync(page, "vote-review");
        await page.ClickAsync("button[value=send]");
        Assert.EndsWith($"/vote/{Id}/receipt", page.Url, StringComparison.Ordinal);
        var receipt = await ReceiptAsync(page);
        Assert.Matches("^[2-9A-Z]{4}(-[2-9A-Z]{4}){3}$", receipt);

        var second = await StaysAsync(page, server, receipt);
        Assert.DoesNotContain(addresses, a => a.Contains(chosen!, StringComparison.Ordinal) || a.Contains("q=", StringComparison.Ordinal));

        await page.ClickAsync("button[value=leave]");
        Assert.True(await page.Locator("#code").IsVisibleAsync()); // for the next voter
        await second.ReloadAsync();
        Assert.True(await second.Locator("#code").IsVisibleAsync());
        server.Clock.Now = LastSecond.AddSeconds(1);
        await IsCountedAsync(page, server, receipt);
    }

    private static async Task IsCountedAsync(IPage page, TestServer server, string receipt)
    {
        await page.GotoAsync($"{server.Address}/api/ui/{TestServer.Campaign}/ballots/{Id}?receipt={receipt}");
        Assert.Contains(receipt, await page.Locator("[role=status]").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fifty_nine_people_stand_by_office_and_given_name_and_the_list_shrinks_as_one_types()
    {
        await using var server = await StartAsync();
        await FreezeAsync(server, 60);
        await using var phone = await PhoneAsync(javaScript: true);
        var page = await phone.NewPageAsync();
        await page.GotoAsync(Vote(server, $"?k={(await CodesAsync(server))[0]}"));
        await page.GotoAsync(Vote(server, "/contests/c-sufficiency"));
        var names = await page.Locator(".pick li strong").AllInnerTextsAsync();

        Assert.Equal(59, names.Count);
        Assert.Equal(
            names.Select(n => n["นาย".Length..]).Order(CddFunctions.Platform.Thai.ThaiCollation.Comparer),
            names.Select(n => n["นาย".Length..])
        );
        await page.Locator("#q").PressSequentiallyAsync("สมมติคค");
        Assert.Equal("แสดง 1 จาก 59 คน", await page.Locator("#found").InnerTextAsync());
        Assert.Equal(1, await page.Locator(".pick li:visible").CountAsync());
        await page.Locator(".pick li button:visible").ClickAsync();
        await page.GotoAsync(Vote(server, "/contests/c-sufficiency"));
        await page.EvaluateAsync("scrollTo(0, document.body.scrollHeight)");

        Assert.Contains("สมมติคค", await page.Locator(".chosen").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await page.Locator(".chosen").EvaluateAsync<bool>("e => e.getBoundingClientRect().top >= 0")); // in sight, wherever one is
        Assert.Equal("true", await page.Locator(".pick li button", new() { HasText = "สมมติคค" }).GetAttributeAsync("aria-pressed"));
    }

    [Fact]
    public async Task A_vote_that_is_refused_keeps_what_was_chosen()
    {
        await using var server = await StartAsync();
        var roll = await FreezeAsync(server, 3);
        using var voter = await VoterAsync(server, roll[0]);

        var refused = (
            await SendAsync(
                voter,
                $"/api/ui/{TestServer.Campaign}/vote/{Id}",
                ("step", "send"),
                ("choices.c-sufficiency", roll[0]),
                ("choices.c-discipline", roll[1])
            )
        )
            .Must(422)
            .Text;

        Assert.Contains("พอเพียง: เลือกตนเองไม่ได้", refused, StringComparison.Ordinal);
        Assert.Contains($"name=\"choices.c-discipline\" value=\"{roll[1]}\"", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_posted_to_the_address_of_programs_is_answered_with_a_page()
    {
        await using var server = await StartAsync();
        var roll = await FreezeAsync(server, 3);
        using var voter = await VoterAsync(server, roll[0]);

        var refused = (await SendAsync(voter, At("envelopes"), ("choices.c-sufficiency", roll[0]), ("choices.c-discipline", roll[1])))
            .Must(422)
            .Text; // oneself
        var taken = (await SendAsync(voter, At("envelopes"), ("choices.c-sufficiency", roll[1]), ("choices.c-discipline", roll[2]))).Must(
            303
        );

        Assert.Contains("<!DOCTYPE html>", refused, StringComparison.Ordinal);
        var receipt = (await TestServer.GetAsync(voter, taken.Message.Headers.Location!.OriginalString)).Must(200).Text;
        Assert.Matches("<p class=\"code\">[2-9A-Z]{4}(-[2-9A-Z]{4}){3}</p>", receipt);
    }

    [Fact]
    public async Task A_used_slip_a_wrong_code_and_a_closed_ballot_are_said_in_words()
    {
        await using var server = await StartAsync();
        await FreezeAsync(server, 3);
        var codes = await CodesAsync(server);
        await using var phone = await PhoneAsync(javaScript: false);
        var page = await phone.NewPageAsync();

        await page.GotoAsync(Vote(server));
        await page.FillAsync("#code", "2222-2222-2223");
        await page.ClickAsync("main button");
        Assert.True(await page.Locator("[role=alert]").IsVisibleAsync());
        await page.FillAsync("#code", codes[0].ToLowerInvariant());
        await page.ClickAsync("main button");
        await NobodyAsync(page, server);
        await page.ClickAsync("button[value=leave]");
        await page.GotoAsync(Vote(server, $"?k={codes[0]}"));
        await NobodyAsync(page, server);
        Assert.Contains("ลงคะแนนไปแล้ว", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        server.Clock.Now = LastSecond.AddSeconds(1);
        await page.GotoAsync(Vote(server, $"?k={codes[1]}"));
        Assert.Equal("ปิดลงคะแนนแล้ว", await page.Locator("h1").InnerTextAsync());
    }

    [Fact]
    [Trait("heads", "all")]
    public async Task Every_page_of_a_ballot_can_be_read_by_everyone()
    {
        await using var server = await StartAsync(ballot => ballot["secrecy"]!["minCellForPublication"] = 1);
        var roll = await FreezeAsync(server, 9);
        var code = (await CodesAsync(server))[0];
        var ui = $"{server.Address}/api/ui/{TestServer.Campaign}";
        var admin = (await server.LinkAsync("admin", "second")).Say("token");
        await using var phone = await PhoneAsync(javaScript: true);
        var page = await phone.NewPageAsync();
        await CheckAsync(page, "vote-sign-in", () => page.GotoAsync(Vote(server)));
        await CheckAsync(page, "vote-paper", () => page.GotoAsync(Vote(server, $"?k={code}")));
        await CheckAsync(page, "vote-contest", () => page.GotoAsync(Vote(server, "/contests/c-sufficiency")));
        await page.Locator(".pick li button").First.ClickAsync();
        await page.ClickAsync("#nobody button");
        await CheckAsync(page, "vote-contest-chosen", () => page.GotoAsync(Vote(server, "/contests/c-sufficiency")));
        await CheckAsync(page, "vote-review-script", () => page.GotoAsync(Vote(server)));
        await CheckAsync(page, "vote-receipt-script", () => page.ClickAsync("button[value=send]"));
        await CheckAsync(page, "vote-left", () => page.ClickAsync("button[value=leave]"));
        foreach (var voter in roll.Skip(1))
            (await VoteAsync(server, voter, Choices(roll[0], voter == roll[1] ? roll[2] : roll[1]))).Must(201);
        server.Clock.Now = LastSecond.AddSeconds(1);
        await CheckAsync(page, "result-before", () => page.GotoAsync($"{ui}/ballots/{Id}"));
        Assert.DoesNotContain("นายสมมติก ทดสอบ", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await CertifyAsync(server);
        (await TestServer.SendAsync(server.With(admin), "POST", At("publish"))).Must(200);

        await CheckAsync(page, "result", () => page.GotoAsync($"{ui}/ballots/{Id}?lang=en"));
        await CheckAsync(page, "announcement", () => page.GotoAsync($"{ui}/ballots/{Id}/announcement?lang=th"));
        Assert.Contains("นายสมมติก ทดสอบ", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await CheckAsync(page, "certificates", () => page.GotoAsync($"{ui}/ballots/{Id}/certificates"));
        Assert.Equal(2, await page.Locator(".certificate").CountAsync());
        await page.GotoAsync($"{ui}?t={admin}");
        await CheckAsync(page, "slips", () => page.GotoAsync($"{server.Address}{At("roll/slips")}"));
    }

    [Fact]
    public async Task Eight_slips_fill_one_sheet_of_A4_and_each_shows_all_its_words()
    {
        await using var server = await StartAsync();
        await FreezeAsync(server, 16);
        await using var desk = await chromium.ContextAsync(new());
        var page = await desk.NewPageAsync();
        await page.GotoAsync((await server.LinkAsync("admin", "printer")).Say("url"));
        await page.GotoAsync($"{server.Address}{At("roll/slips")}");

        var pdf = await page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true });

        Assert.Equal(
            2,
            Regex.Count(System.Text.Encoding.Latin1.GetString(pdf), @"/Type\s*/Page\b", RegexOptions.None, TimeSpan.FromSeconds(5))
        );

        // What does not fit is cut off: once that was the name.
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.SetViewportSizeAsync(PaperWidth, 1000);
        Assert.True(
            await page.EvaluateAsync<bool>("() => [...document.querySelectorAll('.slip')].every(s => s.scrollHeight <= s.clientHeight)")
        );
        Assert.True(
            await page.EvaluateAsync<bool>(
                """
                () => [...document.querySelectorAll('.slip')].every(s =>
                  s.querySelector('div').getBoundingClientRect().top >= s.getBoundingClientRect().top)
                """
            )
        );
    }

    private Task<IBrowserContext> PhoneAsync(bool javaScript) =>
        chromium.ContextAsync(
            new()
            {
                ViewportSize = new() { Width = 360, Height = 740 },
                HasTouch = true,
                JavaScriptEnabled = javaScript,
            }
        );

    private static string Vote(TestServer server, string rest = "") => $"{server.Address}/api/ui/{TestServer.Campaign}/vote/{Id}{rest}";

    /// <summary>A4 between its margins, in pixels.</summary>
    private const int PaperWidth = 680;

    private static async Task<string> ReceiptAsync(IPage page) => (await page.Locator(".receipt .code").InnerTextAsync()).Trim();

    /// <summary>Reload, Back and a second tab show the receipt of the session that voted.</summary>
    private static async Task<IPage> StaysAsync(IPage page, TestServer server, string receipt)
    {
        Assert.Equal(1, await page.Locator("svg.qr").CountAsync());
        await Screens.SaveAsync(page, "vote-receipt");
        await page.ReloadAsync();
        Assert.Equal(receipt, await ReceiptAsync(page));
        await page.GoBackAsync(); // to the paper, which is used
        Assert.Equal(receipt, await ReceiptAsync(page));
        var second = await page.Context.NewPageAsync();
        await second.GotoAsync(Vote(server, "/contests/c-discipline"));
        Assert.Equal(receipt, await ReceiptAsync(second));
        return second;
    }

    /// <summary>Chooses nobody in either contest and sends that.</summary>
    private static async Task NobodyAsync(IPage page, TestServer server)
    {
        await page.GotoAsync(Vote(server, "/contests/c-sufficiency"));
        await page.ClickAsync("#nobody button");
        await page.ClickAsync("#nobody button");
        await page.ClickAsync("button[value=send]");
    }

    /// <summary>Follows no redirect: it would lose the capability on the way.</summary>
    private static async Task<HttpClient> VoterAsync(TestServer server, string entry)
    {
        var client = new HttpClient(Reached.Requests(new SocketsHttpHandler { AllowAutoRedirect = false }))
        {
            BaseAddress = new(server.Address),
        };
        client.DefaultRequestHeaders.Authorization = new("Bearer", (await server.LinkAsync("voter", entry)).Say("token"));
        return client;
    }

    private static Task<Answer> SendAsync(HttpClient voter, string path, params (string Name, string Value)[] fields) =>
        TestServer.SendAsync(voter, "POST", path, new FormUrlEncodedContent(fields.ToDictionary(f => f.Name, f => f.Value)));

    private static async Task CheckAsync(IPage page, string name, Func<Task> open)
    {
        await open();
        await Screens.CheckAsync(page, name);
    }

    [GeneratedRegex("class=\"slip\"", RegexOptions.None, 1000)]
    private static partial Regex Slip();
}
