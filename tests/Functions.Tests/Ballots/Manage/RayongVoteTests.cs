using System.Text.RegularExpressions;
using CddFunctions.Tests.Campaigns;
using CddFunctions.Tests.Submissions.HandIns.Pages;
using CddFunctions.Tests.Web;
using Microsoft.Playwright;

namespace CddFunctions.Tests.Ballots.Manage;

/// <summary>
/// A province holds the whole Rayong vote in its browsers: two administrators at their desks, voters on phones with and without script.
/// Nothing is asked of the interface for programs but the two administrators' links.
/// </summary>
[Trait("suite", "looks")]
public sealed partial class RayongVoteTests(Chromium chromium)
{
    private const string Ballot = "b-virtues";
    private const int Contests = 5;
    private const string One = "summary:has-text('พิมพ์ทีละคน')";

    [Fact]
    public async Task A_province_holds_the_whole_vote_without_a_command_line()
    {
        await using var site = await CampaignSite.StartAsync(Definitions.Rayong, At(7, 9));
        await using var deskOfFirst = await DeviceAsync(1280, script: true);
        await using var deskOfSecond = await DeviceAsync(1280, script: false);
        var first = await AdministratorAsync(site, deskOfFirst, "ผู้ดูแลคนที่หนึ่ง");
        var second = await AdministratorAsync(site, deskOfSecond, "ผู้ดูแลคนที่สอง");

        await PutRollAsync(first);
        await FreezeAsync(first);
        await AddAsync(first, second);
        await CheckAsync(first, "manage-frozen", site, "/manage");
        var codes = await SlipsAsync(first);
        codes[^1] = await ReissueAsync(first, codes[^1]);

        site.Server.Clock.Now = At(9, 9);
        for (var voter = 0; voter < codes.Count - 1; voter++)
            await VoteAsync(site, codes[voter], script: voter % 2 == 0, nobody: voter == 0);
        await ExtendAsync(site, first, second);
        site.Server.Clock.Now = At(16, 9);
        var receipt = await VoteAsync(site, codes[^1], script: false, nobody: false);

        site.Server.Clock.Now = At(18, 9);
        await CountAsync(site, first, second, codes.Count);
        await PublishAsync(site, second, receipt);
    }

    private static DateTimeOffset At(int day, int hour) => new(2024, 5, day, hour, 0, 0, TimeSpan.FromHours(7));

    private static string Ui(CampaignSite site) => $"{site.Server.Address.TrimEnd('/')}/api/ui/{site.Campaign.Id}";

    private Task<IBrowserContext> DeviceAsync(int width, bool script) =>
        chromium.ContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = 800 },
                HasTouch = width < 500,
                JavaScriptEnabled = script,
            }
        );

    private static async Task<IPage> AdministratorAsync(CampaignSite site, IBrowserContext desk, string name)
    {
        var page = await desk.NewPageAsync();
        await page.GotoAsync(await site.LinkAsync("admin", name));
        await page.GetByRole(AriaRole.Link, new() { Name = "ลงคะแนน", Exact = true }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"/ballots/{Ballot}/manage$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        return page;
    }

    /// <summary>Pasted with a fault, mended, looked through: one name corrected, one taken off, one typed.</summary>
    private static async Task PutRollAsync(IPage page)
    {
        await Screens.CheckAsync(page, "manage-empty");
        await page.ClickAsync("text=เปิดหน้าบัญชี");
        await page.FillAsync("#paste", Rows("ก ข ค ฆ ง จ").Replace("\t2103\n", "\tที่อื่น\n", StringComparison.Ordinal));
        await page.ClickAsync("button[value=put]");
        Assert.Contains("สังกัด", await page.Locator(".faults").InnerTextAsync(), StringComparison.Ordinal);
        await page.FillAsync("#paste", Rows("ก ข ค ฆ ง จ"));
        await page.ClickAsync("button[value=put]");
        Assert.Contains("นำบัญชีเข้าแล้ว", await page.Locator(".said").InnerTextAsync(), StringComparison.Ordinal);

        await page.ClickAsync("text=นายสมมติจ ทดสอบ");
        await Screens.CheckAsync(page, "voter-correct");
        await page.FillAsync("#f-given", "สมมติฉ");
        await page.ClickAsync("button[value=correct]");
        Assert.Contains("นายสมมติฉ ทดสอบ", await page.Locator(".people").InnerTextAsync(), StringComparison.Ordinal);
        await page.ClickAsync("text=นายสมมติง ทดสอบ");
        await page.ClickAsync("main .ways summary");
        await page.ClickAsync("button[value=remove]");
        Assert.DoesNotContain("สมมติง", await page.Locator(".people").InnerTextAsync(), StringComparison.Ordinal);

        await page.ClickAsync(One);
        await TypeAsync(page, "นาย", "สมมติก", "21"); // who is there already: nothing that was typed is lost
        Assert.Contains("มีในบัญชีแล้ว", await page.Locator(".faults").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("สมมติก", await page.InputValueAsync("#f-given"));
        await Screens.CheckAsync(page, "roll-one-refused");
        await TypeAsync(page, "นาง", "สมมติช", "2104");
        Assert.Contains("นางสมมติช ทดสอบ", await page.Locator(".people").InnerTextAsync(), StringComparison.Ordinal);
        await page.ClickAsync("text=กลับไปหน้าจัดการลงคะแนน");
    }

    /// <summary>One of the six withdraws.</summary>
    private static async Task FreezeAsync(IPage page)
    {
        await Screens.CheckAsync(page, "manage-roll");
        await page.ClickAsync("text=ตรวจแล้วปิดบัญชี");
        await page.ClickAsync("summary:has-text('ผู้ขอถอนตัว')");
        await page.CheckAsync("label:has-text('สมมติค') input");
        await page.ClickAsync("button[value=freeze]");
        Assert.Contains("ปิดบัญชีแล้ว", await page.Locator(".said").InnerTextAsync(), StringComparison.Ordinal);
    }

    /// <summary>Whoever froze is told who can add; that administrator does.</summary>
    private static async Task AddAsync(IPage first, IPage second)
    {
        await first.ClickAsync(One);
        await TypeAsync(first, "นาย", "สมมติซ", "2105", "โอนมาใหม่");
        Assert.Contains("ผู้ดูแลคนที่สอง", await first.Locator(".faults").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("สมมติซ", await first.InputValueAsync("#f-given"));

        await second.ReloadAsync();
        await second.ClickAsync("text=เปิดหน้าบัญชี");
        await second.ClickAsync(One);
        await TypeAsync(second, "นาย", "สมมติซ", "2105", "โอนมาใหม่");
        Assert.Contains("นายสมมติซ ทดสอบ", await second.Locator(".people").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task TypeAsync(IPage page, string title, string given, string office, string? reason = null)
    {
        await page.FillAsync("#f-title", title);
        await page.FillAsync("#f-given", given);
        await page.FillAsync("#f-family", "ทดสอบ");
        await page.FillAsync("#f-position", "เจ้าหน้าที่สมมติ");
        await page.SelectOptionAsync("#f-office", office);
        if (reason is not null)
            await page.FillAsync("#reason-one", reason);
        await page.ClickAsync("button[value=one]");
    }

    private static async Task<List<string>> SlipsAsync(IPage page)
    {
        await page.ClickAsync("text=พิมพ์บัตรทุกคน");
        await Screens.CheckAsync(page, "slips-rayong");
        var codes = await page.Locator(".slip .code").AllInnerTextsAsync();
        Assert.Equal(7, codes.Count);
        await page.GoBackAsync();
        return [.. codes];
    }

    private static async Task<string> ReissueAsync(IPage page, string old)
    {
        await page.ClickAsync("text=หาชื่อเพื่อออกรหัสใหม่");
        await page.FillAsync("#q", "สมมติซ");
        await page.ClickAsync("button[value=find]");
        await page.ClickAsync("#found a");
        await Screens.CheckAsync(page, "voter-reissue");
        await page.ClickAsync("summary:has-text('ออกรหัสใหม่')");
        await page.ClickAsync("button[value=reissue]");
        var codes = await page.Locator(".slip .code").AllInnerTextsAsync();
        Assert.DoesNotContain(old, codes);
        return Assert.Single(codes);
    }

    /// <returns>The receipt.</returns>
    private async Task<string> VoteAsync(CampaignSite site, string code, bool script, bool nobody)
    {
        await using var phone = await DeviceAsync(360, script);
        var page = await phone.NewPageAsync();
        await page.GotoAsync($"{Ui(site)}/vote/{Ballot}");
        await page.FillAsync("#code", code);
        await page.ClickAsync("main button");
        await page.ClickAsync("main a.button:not(.quiet)");
        for (var contest = 0; contest < Contests; contest++)
        {
            Assert.Equal(0, await page.Locator(".pick button:has-text('สมมติค')").CountAsync()); // withdrew
            await page.ClickAsync(nobody && contest == 0 ? "#nobody button" : ".pick li button >> nth=0");
        }

        await page.ClickAsync("button[value=send]");
        var receipt = await page.Locator(".receipt .code").InnerTextAsync();
        await page.ClickAsync("button[value=leave]");
        Assert.True(await page.Locator("#code").IsVisibleAsync());
        return receipt;
    }

    private static async Task ExtendAsync(CampaignSite site, IPage first, IPage second)
    {
        await first.GotoAsync($"{Ui(site)}/ballots/{Ballot}/manage");
        await first.ClickAsync("summary:has-text('ขยายเวลา')");
        await first.FillAsync("[name='until.day']", "๑๖");
        await first.FillAsync("#time", "๒๕.๐๐");
        await first.FillAsync("#reason-extend", "พายุเข้า");
        await first.ClickAsync("button[value=extend]");
        Assert.Equal("พายุเข้า", await first.InputValueAsync("#reason-extend")); // no such time: nothing is lost
        await Screens.CheckAsync(first, "manage-extend-refused");
        await first.FillAsync("#time", "๑๖.๓๐");
        await first.ClickAsync("button[value=extend]");
        Assert.Equal(0, await first.Locator("button[value=confirm]").CountAsync());
        Assert.Contains("ผู้ดูแลคนที่สอง", await first.Locator(".proposal").InnerTextAsync(), StringComparison.Ordinal);

        await second.GotoAsync($"{Ui(site)}/ballots/{Ballot}/manage");
        Assert.Contains("๑๖ พฤษภาคม พ.ศ. ๒๕๖๗ เวลา ๑๖.๓๐", await second.Locator(".proposal").InnerTextAsync(), StringComparison.Ordinal);
        await Screens.CheckAsync(second, "manage-proposal", axe: false);
        await second.ClickAsync("button[value=confirm]");
        Assert.Contains("ยืนยันแล้ว", await second.Locator(".said").InnerTextAsync(), StringComparison.Ordinal);
        await second.ReloadAsync(); // the redirect sends nothing twice
        Assert.Contains("ลงคะแนนแล้ว 6 จาก 7 คน", await second.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task CountAsync(CampaignSite site, IPage first, IPage second, int voters)
    {
        await first.GotoAsync($"{Ui(site)}/ballots/{Ballot}/manage");
        await first.ClickAsync("button[value=tally]");
        Assert.Contains($"เปิดซอง {voters} ซอง", await first.Locator(".steps").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await first.Locator("button[value=certify]").CountAsync()); // whoever tallied
        await Screens.CheckAsync(first, "manage-tallied");

        await second.GotoAsync($"{Ui(site)}/ballots/{Ballot}/manage");
        Assert.Contains("นายสมมติก ทดสอบ", await second.Locator(".choices").InnerTextAsync(), StringComparison.Ordinal);
        await second.ClickAsync("button[value=certify]");
        await second.ClickAsync("button[value=publish]");
        await Screens.CheckAsync(second, "manage-published", axe: false);
    }

    private async Task PublishAsync(CampaignSite site, IPage second, string receipt)
    {
        await second.ClickAsync("text=ประกาศ >> nth=-1");
        Assert.Contains(
            "นับคะแนนโดย ผู้ดูแลคนที่หนึ่ง (ผู้ออกลิงก์: ผู้ติดตั้งระบบ) รับรองผลโดย ผู้ดูแลคนที่สอง (ผู้ออกลิงก์: ผู้ติดตั้งระบบ)",
            await second.Locator(".official").InnerTextAsync(),
            StringComparison.Ordinal
        );
        await second.GoBackAsync();
        await second.ClickAsync("text=เกียรติบัตร >> nth=-1");
        Assert.True(await second.Locator(".certificate").CountAsync() >= Contests);

        await using var phone = await DeviceAsync(360, script: false);
        var anybody = await phone.NewPageAsync();
        await anybody.GotoAsync($"{Ui(site)}/ballots/{Ballot}?receipt={receipt}");
        Assert.Contains("ถูกนับแล้ว", await anybody.Locator("[role=status]").InnerTextAsync(), StringComparison.Ordinal);
        await anybody.ClickAsync("text=ประกาศ >> nth=-1");
        Assert.Contains("นายสมมติก ทดสอบ", await anybody.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task CheckAsync(IPage page, string name, CampaignSite site, string path)
    {
        await page.GotoAsync($"{Ui(site)}/ballots/{Ballot}{path}");
        await Screens.CheckAsync(page, name);
        await page.SetViewportSizeAsync(360, 740);
        await Screens.CheckAsync(page, $"{name}-phone");
        await page.SetViewportSizeAsync(1280, 800);
    }

    /// <summary>Without the register's column about the kind of staff, which a roll does not keep.</summary>
    private static string Rows(string letters) =>
        "คำนำหน้าชื่อ\tชื่อ\tนามสกุล\tตำแหน่ง\tสังกัด\n"
        + string.Concat(letters.Split(' ').Index().Select(p => $"นาย\tสมมติ{p.Item}\tทดสอบ\tเจ้าหน้าที่สมมติ\t{OfficeOf(p.Index)}\n"));

    private static string OfficeOf(int n) => $"21{n:00}" is var code && n == 0 ? "21" : code;
}
