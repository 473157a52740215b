using System.Globalization;
using System.Text.RegularExpressions;
using CddFunctions.Submissions.Reviews.Pages;
using CddFunctions.Submissions.Rosters.Pages;
using CddFunctions.Tests.Host;
using CddFunctions.Tests.Web;
using CddFunctions.Web;
using Microsoft.Playwright;

namespace CddFunctions.Tests.Board;

/// <summary>
/// A province starts Phayao from an empty folder with the link that the start prints, on a phone, with nothing but pages: places in two
/// goes, links, slips, villages named by a district, a roster handed in, accepted and opened again.
/// </summary>
[Trait("suite", "looks")]
public sealed partial class ProgrammeJourneyTests(Chromium chromium) : IDisposable
{
    private const string Moment = "2021-03-15T09:00:00+07:00";
    private const string Tambon = "560102";

    private static readonly string[] FirstThree = ["560101", Tambon, "560201"];
    private static readonly string[] Rest = ["560301", "560401", "560501", "560601", "560701", "560801", "560901"];
    private static readonly ReviewTexts Review = PageTexts.In<ReviewTexts>(english: false);
    private static readonly RosterTexts Roster = PageTexts.In<RosterTexts>(english: false);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("cdd-journey-");

    public void Dispose() => _data.Delete(recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_province_starts_from_an_empty_folder_and_takes_a_roster(bool script)
    {
        using var server = await ServerProcess.StartAsync(
            ServerProcess.Assembly,
            _data.FullName,
            ["--port", "0", "--data", _data.FullName, "--clock", Moment]
        );
        await using var desk = await PhoneAsync(script);
        var admin = new Visitor(await desk.NewPageAsync(), script);
        await admin.Page.GotoAsync(await PrintedAsync(server));
        await admin.LookAsync("start");

        await ChooseAsync(admin);
        await MakeLinksAsync(admin);
        await using var phone = await PhoneAsync(script);
        var officer = new Visitor(await phone.NewPageAsync(), script);
        await officer.Page.GotoAsync(await LinkOfAsync(admin, "เมืองพะเยา"));
        await NameVillagesAsync(officer);
        await SlipsAsync(admin);
        await SendRosterAsync(officer);
        await DecideAsync(admin, officer);
    }

    private static async Task ChooseAsync(Visitor admin)
    {
        await admin.ClickAsync("เปิดหน้าเลือกพื้นที่: เลือกตำบลเป้าหมาย ๑๐ ตำบล");
        await TickAsync(admin, FirstThree);
        Assert.Contains("บันทึกแล้ว รวมทั้งหมด 3 แห่ง", await admin.SaidAsync());
        Assert.Contains("ยังขาด 7 แห่ง", await admin.TextAsync());
        await admin.LookAsync("places-some");

        await admin.HomeAsync();
        Assert.Contains("เลือกแล้ว 3 จาก 10 แห่ง", await admin.TextAsync());
        await admin.ClickAsync("เปิดหน้าเลือกพื้นที่: เลือกตำบลเป้าหมาย ๑๐ ตำบล");
        await TickAsync(admin, Rest);
        Assert.Contains("เลือกครบแล้ว", await admin.TextAsync());
        await admin.HomeAsync();
        await admin.LookAsync("start-places-done");
    }

    private static async Task TickAsync(Visitor admin, string[] codes)
    {
        foreach (var code in codes)
            await admin.Page.CheckAsync($"input[value='{code}']");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "บันทึกการเลือก" }).ClickAsync();
    }

    private static async Task MakeLinksAsync(Visitor admin)
    {
        await admin.ClickAsync("เปิดหน้าลิงก์: สร้างลิงก์ให้หน่วยงาน");
        await admin.Page.GetByRole(AriaRole.Navigation, new() { Name = "กลุ่มลิงก์" }).GetByText("จังหวัด").ClickAsync();
        await admin.Page.ClickAsync("button[name=all]");
        await admin.Page.GetByRole(AriaRole.Navigation, new() { Name = "กลุ่มลิงก์" }).GetByText("อำเภอ").ClickAsync();
        await admin.Page.ClickAsync("button[name=all]");
        Assert.Contains("สร้างลิงก์แล้ว 9 ลิงก์", await admin.SaidAsync());
        await admin.LookAsync("links");
    }

    private static Task<string> LinkOfAsync(Visitor admin, string district) =>
        admin.Page.Locator(".own li", new() { HasText = "อำเภอ" + district }).Locator(".copy input").First.InputValueAsync();

    private static async Task NameVillagesAsync(Visitor officer)
    {
        await officer.LookAsync("district-start");
        await officer.ClickAsync("กำหนดหรือแก้ไข");
        await officer.Page.FillAsync($"#in-{Tambon}", "๑ บ้านสมมติหนึ่ง\n๒ บ้านสมมติสอง");
        await officer.Page.FillAsync("#in-560101", "บ้านไม่มีเลข");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "บันทึกการเลือก" }).ClickAsync();
        Assert.Contains("ไม่มีเลขหมู่", await officer.Page.GetByRole(AriaRole.Alert).InnerTextAsync());
        Assert.StartsWith("๑ บ้านสมมติหนึ่ง", await officer.Page.InputValueAsync($"#in-{Tambon}"), StringComparison.Ordinal);
        await officer.LookAsync("villages-refused");

        await officer.Page.FillAsync("#in-560101", "บ้านสมมติ หมู่ที่ 4");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "บันทึกการเลือก" }).ClickAsync();
        Assert.Contains("เลือกครบแล้ว", await officer.TextAsync());
        await officer.LookAsync("villages-saved");
    }

    private static async Task SlipsAsync(Visitor admin)
    {
        await admin.HomeAsync();
        Assert.Contains("อำเภอกำหนดหมู่บ้านที่เข้าร่วมโครงการ", await admin.TextAsync());
        await admin.LookAsync("start-links-made");
        await admin.ClickAsync("พิมพ์บัตรลิงก์ ระดับอำเภอ");
        Assert.Equal(9, await admin.Page.Locator(".slip").CountAsync());
        await admin.LookAsync("slips");
    }

    private static async Task SendRosterAsync(Visitor officer)
    {
        await officer.HomeAsync();
        await officer.Page.Locator($"a[href$='/tasks/t-roster-district/units/{Tambon}']").First.ClickAsync();
        await officer.Page.Locator($"a[href$='/rosters/py-leaders/{Tambon}']").First.ClickAsync();
        await officer.Page.ClickAsync(".ways summary");
        await officer.Page.FillAsync("#paste", Leaders());
        await officer.Page.ClickAsync("button[value=show]");
        await officer.LookAsync("roster-pasted");
        await officer.Page.ClickAsync("button[value=save]");
        Assert.Contains(Roster.Saved, await officer.Page.Locator(".said").InnerTextAsync());

        await officer.Page.Locator($"a[href$='/tasks/t-roster-district/units/{Tambon}']").First.ClickAsync();
        await officer.Page.Locator("button.main").ClickAsync();
        await officer.Page.Locator(".receipt").WaitForAsync();
        await officer.LookAsync("roster-receipt");
    }

    private static async Task DecideAsync(Visitor admin, Visitor officer)
    {
        await admin.HomeAsync();
        Assert.Contains("เริ่มส่งงานแล้ว 1 จาก 10 หน่วยงาน", await admin.TextAsync());
        await admin.Page.GotoAsync(new Uri(new(admin.Page.Url), "/api/ui/phayao-2564/board").AbsoluteUri);
        await admin.Page.Locator(".waiting h3 a").First.ClickAsync();
        await admin.Page.Locator("summary", new() { HasText = Review.Accept }).ClickAsync();
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = Review.AcceptNow }).ClickAsync();
        Assert.Contains("รับงาน", await admin.SaidAsync());
        await admin.LookAsync("accepted");

        await admin.Page.Locator("summary", new() { HasText = Review.TakeBack.Reopen }).ClickAsync();
        await admin.Page.GetByLabel(Review.TakeBack.Reason, new() { Exact = true }).FillAsync("ชื่อผู้นำคนที่สามผิด");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = Review.TakeBack.ReopenNow }).ClickAsync();
        Assert.Contains("ให้", await admin.SaidAsync());
        await admin.LookAsync("reopened");
        await officer.HomeAsync();
        Assert.Contains("ชื่อผู้นำคนที่สามผิด", await officer.TextAsync());
    }

    /// <summary>Made-up people, as Excel puts them on the clipboard.</summary>
    private static string Leaders() =>
        string.Concat(
            Enumerable.Range(0, 15).Select(i => $"{i + 1}\tนาย\tสมมติ{(char)('ก' + i)}\tทดสอบ\t{Tambon}01\tผู้นำสมมติ\t{Phone(i)}\n")
        );

    private static string Phone(int i) => $"080-000-00{i.ToString("D2", CultureInfo.InvariantCulture)}";

    private Task<IBrowserContext> PhoneAsync(bool script) =>
        chromium.ContextAsync(
            new()
            {
                ViewportSize = new() { Width = 360, Height = 740 },
                HasTouch = true,
                JavaScriptEnabled = script,
                Locale = "th-TH",
            }
        );

    private static async Task<string> PrintedAsync(ServerProcess server)
    {
        while (true)
        {
            if (Printed().Match(server.Log) is { Success: true } link)
                return link.Value;

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    [GeneratedRegex("http://127\\.0\\.0\\.1:[0-9]+/api/ui/phayao-2564\\?t=[\\w.-]+(?=\\s)", RegexOptions.None, 1000)]
    private static partial Regex Printed();

    /// <summary>Somebody with a link, on a phone.</summary>
    private sealed class Visitor(IPage page, bool script)
    {
        public IPage Page => page;

        public Task ClickAsync(string link) => page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();

        public Task<IResponse?> HomeAsync() => page.GotoAsync(new Uri(new(page.Url), "/api/ui/phayao-2564").AbsoluteUri);

        public Task<string> SaidAsync() => page.GetByRole(AriaRole.Status).InnerTextAsync();

        public Task<string> TextAsync() => page.Locator("main").InnerTextAsync();

        public Task LookAsync(string name) => Screens.CheckAsync(page, $"journey-{name}-{script}", axe: script);
    }
}
