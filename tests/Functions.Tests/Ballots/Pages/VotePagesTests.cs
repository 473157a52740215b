using System.Text.RegularExpressions;
using CddFunctions.Tests.Http;
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
        var page = await phone.NewPageAsync();

        await page.GotoAsync($"{server.Address}/api/ui/{TestServer.Campaign}/vote/{Id}?k={code}");
        Assert.DoesNotContain(code, page.Url, StringComparison.Ordinal);
        await page.FillAsync("#q", "สมมติค");
        await page.ClickAsync("button[value=search]");
        Assert.Equal(3, await page.Locator("#c-sufficiency option").CountAsync()); // not yet, nobody, and the one who was searched for
        await page.SelectOptionAsync("#c-sufficiency", new SelectOptionValue { Index = 2 });
        await page.SelectOptionAsync("#c-discipline", "abstain");
        await page.ClickAsync("button[value=review]");
        Assert.Contains("สมมติค", await page.Locator(".choices").InnerTextAsync(), StringComparison.Ordinal);
        await page.ClickAsync("button[value=edit]");
        await page.ClickAsync("button[value=review]");
        await Screens.SaveAsync(page, "vote-review");
        await page.ClickAsync("form.vote button:not(.quiet)");
        Assert.EndsWith($"/vote/{Id}", page.Url, StringComparison.Ordinal); // not over the address of programs
        var receipt = (await page.Locator(".code").InnerTextAsync()).Trim();

        Assert.Matches("^[2-9A-Z]{4}(-[2-9A-Z]{4}){3}$", receipt);
        Assert.Equal(1, await page.Locator("svg.qr").CountAsync());
        await Screens.SaveAsync(page, "vote-receipt");
        await page.GotoAsync($"{server.Address}/api/ui/{TestServer.Campaign}/vote/{Id}");
        Assert.True(await page.Locator("#code").IsVisibleAsync()); // signed out
        server.Clock.Now = LastSecond.AddSeconds(1);
        await page.GotoAsync($"{server.Address}/api/ui/{TestServer.Campaign}/ballots/{Id}?receipt={receipt}");
        Assert.Contains(receipt, await page.Locator("[role=status]").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_posted_to_the_address_of_programs_is_answered_with_a_page()
    {
        await using var server = await StartAsync();
        var roll = await FreezeAsync(server, 3);
        var voter = await server.HolderAsync("voter", roll[0]);

        var refused = (await SendAsync("choices.c-sufficiency", roll[0])).Must(422).Text; // oneself
        var taken = (await SendAsync("choices.c-sufficiency", roll[1])).Must(201).Text;

        Assert.Matches("<p class=\"code\">[2-9A-Z]{4}(-[2-9A-Z]{4}){3}</p>", taken);
        Assert.Contains("<!DOCTYPE html>", refused, StringComparison.Ordinal);

        Task<Answer> SendAsync(string name, string value) =>
            TestServer.SendAsync(
                voter,
                "POST",
                At("envelopes"),
                new FormUrlEncodedContent([new(name, value), new("choices.c-discipline", "abstain")])
            );
    }

    [Fact]
    public async Task A_used_slip_a_wrong_code_and_a_closed_ballot_are_said_in_words()
    {
        await using var server = await StartAsync();
        await FreezeAsync(server, 3);
        var code = (await CodesAsync(server))[0];
        await using var phone = await PhoneAsync(javaScript: false);
        var page = await phone.NewPageAsync();
        var address = $"{server.Address}/api/ui/{TestServer.Campaign}/vote/{Id}";

        await page.GotoAsync(address);
        await page.FillAsync("#code", "2222-2222-2223");
        await page.ClickAsync("button");
        Assert.True(await page.Locator("[role=alert]").IsVisibleAsync());
        await page.FillAsync("#code", code.ToLowerInvariant());
        await page.ClickAsync("button");
        await AbstainAsync(page);
        await page.ClickAsync("button[value=review]");
        await page.ClickAsync("form.vote button:not(.quiet)");
        await page.GotoAsync($"{address}?k={code}"); // another sign-in: it is not told that the vote is in
        await AbstainAsync(page);
        await page.ClickAsync("button[value=review]");
        await page.ClickAsync("form.vote button:not(.quiet)");
        Assert.Contains("ลงคะแนนไปแล้ว", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        server.Clock.Now = LastSecond.AddSeconds(1);
        var other = (await CodesAsync(server))[1];
        await page.GotoAsync($"{address}?k={other}");
        Assert.Contains("ปิดลงคะแนน", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
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
        await CheckAsync(page, "vote-sign-in", () => page.GotoAsync($"{ui}/vote/{Id}"));
        await CheckAsync(page, "vote-paper", () => page.GotoAsync($"{ui}/vote/{Id}?k={code}"));
        await AbstainAsync(page);
        await CheckAsync(page, "vote-review-script", () => page.ClickAsync("button[value=review]"));
        await CheckAsync(page, "vote-receipt-script", () => page.ClickAsync("form.vote button:not(.quiet)"));
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
    public async Task Eight_slips_fill_one_sheet_of_A4()
    {
        await using var server = await StartAsync();
        await FreezeAsync(server, 17);
        await using var desk = await chromium.ContextAsync(new());
        var page = await desk.NewPageAsync();
        await page.GotoAsync((await server.LinkAsync("admin", "printer")).Say("url"));
        await page.GotoAsync($"{server.Address}{At("roll/slips")}");

        var pdf = await page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true });

        Assert.Equal(
            3,
            Regex.Count(System.Text.Encoding.Latin1.GetString(pdf), @"/Type\s*/Page\b", RegexOptions.None, TimeSpan.FromSeconds(5))
        );
    }

    private static async Task AbstainAsync(IPage page)
    {
        foreach (var contest in new[] { "#c-sufficiency", "#c-discipline" })
            await page.SelectOptionAsync(contest, "abstain");
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

    private static async Task CheckAsync(IPage page, string name, Func<Task> open)
    {
        await open();
        await Screens.CheckAsync(page, name);
    }

    [GeneratedRegex("class=\"slip\"", RegexOptions.None, 1000)]
    private static partial Regex Slip();
}
