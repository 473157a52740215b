using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;
using CddFunctions.Tests.Web;
using Microsoft.Playwright;
using static CddFunctions.Tests.Submissions.Rosters.Pages.RosterBrowser;

namespace CddFunctions.Tests.Ballots.Roll.Pages;

/// <summary>An administrator puts the roll of a vote in place, mends it, looks at it twice and freezes it.</summary>
[Trait("suite", "http")]
public sealed partial class RollPageTests(Chromium chromium)
{
    private const string Roll = $"ballots/{VirtueBallot.Id}/roll";

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task A_roll_is_pasted_refused_mended_looked_at_and_frozen(bool phone, bool script)
    {
        await using var server = await VirtueBallot.StartAsync(at: VirtueBallot.Before);
        await using var device = await DeviceAsync(chromium, phone, script);
        var page = await OpenAsync(device, server, "admin", "first", Roll);
        await CheckAsync(page, $"roll-none-{phone}", script);
        Assert.Equal(0, await page.GetByText("ปิดบัญชี…").CountAsync());

        await PasteAsync(page, "นาย\tสมมติก\tทดสอบ\tเจ้าหน้าที่\tสำนักงานจังหวัด\nนาย\t\tทดสอบ\t\tที่อื่น\n");
        await CheckAsync(page, $"roll-refused-{phone}", script);
        var faults = await page.Locator(".faults").InnerTextAsync();
        Assert.Contains("แถวที่ ๒ ชื่อ", faults, StringComparison.Ordinal);
        Assert.Contains("แถวที่ ๒ สังกัด", faults, StringComparison.Ordinal);
        Assert.Contains("ที่อื่น", await page.InputValueAsync("#paste"), StringComparison.Ordinal);
        (await TestServer.GetAsync(server.Admin, VirtueBallot.At("roll"))).Must(409, "roll-empty");

        await PasteAsync(
            page,
            "คำนำหน้า\tชื่อ\tนามสกุล\tตำแหน่ง\tสังกัด\nนาย\tสมมติก\tทดสอบ\tเจ้าหน้าที่\tสำนักงานจังหวัด\nนาง\t<b>สมมติข</b>\tทดสอบ\t\t\n"
        );
        await CheckAsync(page, $"roll-put-{phone}", script);
        Assert.Contains("<b>สมมติข</b> ทดสอบ", await page.Locator(".people").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("มี ๒ คน แต่โครงการคาดไว้ ๖๐ คน", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        var hash = await page.Locator(".hash code").InnerTextAsync();

        await page.GetByText("ปิดบัญชี…").ClickAsync();
        Assert.Equal(hash, await page.Locator(".hash code").InnerTextAsync());
        await page.Locator("main summary").ClickAsync();
        await page.Locator(".tick input").First.CheckAsync();
        await CheckAsync(page, $"roll-confirm-{phone}", script);
        await page.GetByRole(AriaRole.Button, new() { Name = "ปิดบัญชี ๒ คน" }).ClickAsync();

        await CheckAsync(page, $"roll-frozen-{phone}", script);
        Assert.Contains("ปิดบัญชีแล้วเมื่อวันพุธที่ ๘ พฤษภาคม", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(hash, (await TestServer.GetAsync(server.Anyone, TestServer.Of(VirtueBallot.Here))).Must(200).Say("rollHash"));
        Assert.Equal(0, await page.Locator("button[value=put], button[value=roster]").CountAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "พิมพ์บัตรรหัส" }).ClickAsync();
        Assert.Equal(2, await page.Locator(".slip").CountAsync());
    }

    [Fact]
    public async Task A_roll_that_somebody_replaced_meanwhile_is_not_frozen()
    {
        await using var server = await VirtueBallot.StartAsync(at: VirtueBallot.Before);
        (await TestServer.SendAsync(server.Admin, "PUT", VirtueBallot.At("roll"), VirtueBallot.Staff(3))).Must(200);
        await using var device = await DeviceAsync(chromium, phone: true, script: false);
        var page = await OpenAsync(device, server, "admin", "first", $"{Roll}?confirm=freeze");
        (await TestServer.SendAsync(server.Admin, "PUT", VirtueBallot.At("roll"), VirtueBallot.Staff(4))).Must(200);

        await page.ClickAsync("button[value=freeze]");

        Assert.Contains("บัญชีเปลี่ยนไปแล้ว", await page.Locator(".faults").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("ยังไม่ปิดบัญชี", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_staff_roster_is_taken_and_a_second_administrator_adds_to_the_frozen_roll_with_a_reason()
    {
        await using var server = await VirtueBallot.StartAsync(at: VirtueBallot.Before);
        using var first = await ClientAsync(server, "first");
        using var second = await ClientAsync(server, "second");
        (await PostAsync(first, ("step", "roster"))).Must(409); // nobody is on it yet
        (await TestServer.SendAsync(server.Admin, "PUT", TestServer.Of("rosters/staff/21"), VirtueBallot.Staff(60))).Must(200);

        Assert.Equal($"{Ui()}?done=put", Location(await PostAsync(first, ("step", "roster"))));
        var hash = Hash().Match((await TestServer.GetAsync(first, Ui())).Must(200).Text).Groups["hash"].Value;
        (await PostAsync(first, ("step", "freeze"))).Must(409); // without the hash that was looked at
        Assert.Equal($"{Ui()}?done=frozen", Location(await PostAsync(first, ("step", "freeze"), ("hash", hash))));
        (await PostAsync(first, ("step", "roster"))).Must(409);
        var refused = (await PostAsync(second, ("step", "add"), ("paste", "นาย\tมาใหม่\tทดสอบ"))).Must(400);
        Assert.Contains("มาใหม่", refused.Text, StringComparison.Ordinal);
        (await PostAsync(first, ("step", "add"), ("paste", "นาย\tมาใหม่\tทดสอบ"), ("reason", "โอนมา"))).Must(403);
        Assert.Equal(
            $"{Ui()}?done=added",
            Location(await PostAsync(second, ("step", "add"), ("paste", "นาย\tมาใหม่\tทดสอบ"), ("reason", "โอนมา")))
        );

        Assert.Contains("นายมาใหม่ ทดสอบ", (await TestServer.GetAsync(second, Ui())).Must(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_roll_is_shown_in_parts()
    {
        await using var server = await VirtueBallot.StartAsync(at: VirtueBallot.Before);
        (await TestServer.SendAsync(server.Admin, "PUT", VirtueBallot.At("roll"), VirtueBallot.Staff(201))).Must(200);

        var one = await PartAsync("1");
        var two = await PartAsync("2");
        var beyond = await PartAsync("99");

        Assert.Equal([200, 1, 1], [one, two, beyond]);

        async Task<int> PartAsync(string part) =>
            (await TestServer.GetAsync(server.Admin, $"/api/ui/{TestServer.Campaign}/{Roll}?part={part}"))
                .Must(200)
                .Text.Split("role=\"rowheader\"")
                .Length - 1;
    }

    [Fact]
    [Trait("heads", "all")]
    public async Task Only_administrators_open_it_and_an_unknown_ballot_says_so()
    {
        await using var server = await VirtueBallot.StartAsync(at: VirtueBallot.Before);

        Assert.Equal(401, (await TestServer.GetAsync(server.Anyone, Ui())).Code);
        Assert.Equal(403, (await TestServer.GetAsync(await server.OfficerAsync("2101"), Ui())).Code);
        Assert.Equal(403, (await TestServer.GetAsync(await server.HolderAsync("viewer", "v"), Ui())).Code);
        Assert.Equal(404, (await TestServer.GetAsync(server.Admin, Ui("none"))).Code);
        Assert.Equal(415, (await TestServer.SendAsync(server.Admin, "POST", Ui(), new JsonObject())).Code);
        Assert.Equal(403, (await PostAsync(await server.OfficerAsync("2101"), ("step", "roster"))).Code);
    }

    private static string Ui(string ballot = VirtueBallot.Id) => $"/api/ui/{TestServer.Campaign}/ballots/{ballot}/roll";

    private static Task<Answer> PostAsync(HttpClient client, params (string Name, string Value)[] fields) =>
        TestServer.SendAsync(client, "POST", Ui(), new FormUrlEncodedContent(fields.ToDictionary(f => f.Name, f => f.Value)));

    /// <summary>Follows no redirect: it would lose the capability on the way.</summary>
    private static async Task<HttpClient> ClientAsync(TestServer server, string subject)
    {
        var client = new HttpClient(Reached.Requests(new SocketsHttpHandler { AllowAutoRedirect = false }))
        {
            BaseAddress = new(server.Address),
        };
        client.DefaultRequestHeaders.Authorization = new("Bearer", (await server.LinkAsync("admin", subject)).Say("token"));
        return client;
    }

    private static string Location(Answer answer) => answer.Must(303).Message.Headers.Location!.OriginalString;

    [GeneratedRegex("<code>(?<hash>[0-9a-f]{64})</code>", RegexOptions.None, 1000)]
    private static partial Regex Hash();

    private static async Task PasteAsync(IPage page, string text)
    {
        await page.FillAsync("#paste", text);
        await page.ClickAsync("button[value=put]");
    }
}
