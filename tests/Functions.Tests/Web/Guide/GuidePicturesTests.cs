using System.Text.Json.Nodes;
using CddFunctions.Tests.Campaigns;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Platform.Media;
using CddFunctions.Tests.Submissions.HandIns.Pages;
using Microsoft.Playwright;
using static CddFunctions.Tests.Web.Guide.GuidePictures;

namespace CddFunctions.Tests.Web.Guide;

/// <summary>
/// Makes the pictures of the officer's guide anew, and only when somebody asks for it by name (<c>scripts/screenshots.sh --guide</c>):
/// it writes into the sources.
/// </summary>
[Trait("suite", "looks")]
public sealed class GuidePicturesTests(Chromium chromium)
{
    private const int Phone = 390;
    private const int Desk = 1000;
    private const string Project = "ผักปลอดภัยทุกครัวเรือน";

    [Fact(Explicit = true)]
    public async Task An_officer_looks_hands_in_is_refused_and_is_returned()
    {
        await using var site = await GuideSite.StartAsync();
        await site.GoOnAsync();
        await using var device = await DeviceAsync(chromium, Phone, GuideSite.At(4, 26));
        var page = await device.NewPageAsync();
        await site.Programme.SignInAsync(page, GuideSite.District);
        await SaveAsync(page, "start", "h1", ".own li:nth-child(2)");

        await site.OpenAsync(page, "/tasks/t-proposal/units/56010101");
        await SaveAsync(page, "returned", "header", ".reason");

        await FillProposalAsync(site, page);
        await SaveAsync(page, "lines", ".line:nth-of-type(2)", ".field:has(#f-total)");
        await page.FillAsync("#f-name", "");
        await page.FillAsync("#f-expected", "");
        await page.ClickAsync("button.main");
        await page.Locator("#errors").WaitForAsync();
        await SaveAsync(page, "refused", "#errors");
        await page.FillAsync("#f-name", Project);
        await page.FillAsync("#f-expected", "ลดรายจ่ายครัวเรือน");

        await page.ReloadAsync();
        await page.Locator(".draft").WaitForAsync();
        await SaveAsync(page, "draft", ".draft");

        await page.RouteAsync(
            "**/units/*",
            route => route.Request.Method == "POST" ? route.AbortAsync("connectionfailed") : route.ContinueAsync()
        );
        await page.ClickAsync("button.main");
        await page.Locator(".send-state.failed").WaitForAsync();
        await SaveAsync(page, "offline", ".send");
        await page.UnrouteAsync("**/units/*");
        await page.ClickAsync("button.main");
        await page.WaitForURLAsync("**/receipts/*");
        await SaveAsync(page, "receipt", "header", ".receipt dl");
    }

    [Fact(Explicit = true)]
    public async Task A_file_is_measured_and_a_date_has_three_parts()
    {
        await using var site = await GuideSite.StartAsync();
        await site.GoOnAsync();
        await using var device = await DeviceAsync(chromium, Phone, GuideSite.At(4, 26));
        var page = await device.NewPageAsync();
        await site.Programme.SignInAsync(page, GuideSite.District);
        await site.OpenAsync(page, "/tasks/t-lessons/units/560101");
        await page.SetInputFilesAsync(
            "[name='files.summary']",
            new FilePayload
            {
                Name = "สรุปผลถอดบทเรียน.pdf",
                MimeType = "application/pdf",
                Buffer = PdfMaker.PagesOf(9),
            }
        );
        await page.Locator(".measured").WaitForAsync();
        await SaveAsync(page, "measured", ".field:has([name='files.summary'])", ".taken", air: 5);

        await using var rayong = await CampaignSite.StartAsync(Definitions.Rayong, new(2024, 2, 20, 9, 0, 0, TimeSpan.FromHours(7)));
        await rayong.SignInAsync(page, "2101");
        await page.GotoAsync(rayong.Page("t-plan", "2101"));
        await page.FillAsync("#f-officer", "นายสมมติ ทดสอบ");
        await new FormFiller(page, rayong.Campaign.Definition).FillAsync(
            rayong.Campaign.Definition.Forms.Single(f => f.Id == "f-plan").Fields.Where(f => f.Id == "plan-items")
        );
        await page.FillAsync("[name='plan-items[0].activity']", "อบรมคุณธรรมเจ้าหน้าที่");
        await SaveAsync(page, "form", "main h2", ".line .field:has(.three)");
    }

    [Fact(Explicit = true)]
    public async Task The_province_sees_decides_extends_and_hands_out_links()
    {
        await using var site = await GuideSite.StartAsync();
        await using var device = await DeviceAsync(chromium, Desk, GuideSite.At(4, 26));
        var page = await device.NewPageAsync();
        await site.Programme.SignInAsync(page, GuideSite.District);
        await ChangeListAsync(site, page);
        await SaveAsync(page, "roster", "#list", "#row-2");

        await site.GoOnAsync();
        await page.GotoAsync(await site.Programme.LinkAsync("admin", "administrator"));
        await site.OpenAsync(page, "/board");
        await SaveAsync(page, "board", "#level-tambon", ".level:has(#level-tambon) .scroll");
        await page.ClickAsync(".waiting .own li:first-child details:nth-of-type(2) summary");
        await SaveAsync(page, "waiting", "#waiting", ".waiting .own li:first-child");

        await site.OpenAsync(page, "/tasks/t-lessons/units/560101/history");
        await page.ClickAsync(".extension summary");
        foreach (
            var (input, words) in new[]
            {
                ("[name='until.day']", "๗"),
                ("[name='until.year']", "๒๕๖๔"),
                ("[name=reason]", "พื้นที่ประสบวาตภัย"),
            }
        )
            await page.FillAsync(input, words);
        await page.SelectOptionAsync("[name='until.month']", "5");
        await SaveAsync(page, "extension", ".extension", ".extension button", air: 7);

        await site.OpenAsync(page, "/links?level=district");
        await page.ClickAsync("button[name=all]");
        await SaveAsync(page, "links", ".links-form .own li:first-child", ".links-form .own li:nth-child(2)");
        await site.OpenAsync(page, "/links/sheet?level=district");
        await SaveAsync(page, "slip", ".slip:nth-child(1)", ".slip:nth-child(2)", air: 0);
    }

    [Fact(Explicit = true)]
    public async Task An_administrator_starts_a_programme()
    {
        await using var server = await TestServer.StartAsync(
            programme: Definitions.Load(Definitions.Phayao),
            at: new(2021, 3, 15, 2, 0, 0, TimeSpan.Zero)
        );
        string[] tambons = ["560101", "560102", "560201", "560301", "560401", "560501", "560601", "560701", "560801", "560901"];
        var units = new JsonArray([.. tambons.Select(c => new JsonObject { ["code"] = c })]);
        var sets = $"/api/campaigns/{Definitions.Phayao}/unit-sets/py-target-tambons";
        (await TestServer.SendAsync(server.Admin, "PUT", sets, new JsonObject { ["units"] = units })).Must(200);
        var link = new JsonObject { ["role"] = "admin", ["subject"] = "ผู้ดูแล" };
        var made = await TestServer.SendAsync(server.Admin, "POST", $"/api/campaigns/{Definitions.Phayao}/links", link);
        await using var device = await DeviceAsync(chromium, Phone, new(2021, 3, 15, 9, 0, 0, TimeSpan.FromHours(7)));
        var page = await device.NewPageAsync();
        await page.GotoAsync(made.Must(201).Say("url"));
        await SaveAsync(page, "first-steps", ".first-steps summary", ".first-steps ol > li:nth-child(3)");
    }

    private static async Task FillProposalAsync(GuideSite site, IPage page)
    {
        await site.OpenAsync(page, "/tasks/t-proposal/units/56010201");
        foreach (
            var (field, words) in new[]
            {
                ("name", Project),
                ("rationale", "ครัวเรือนยังซื้อผักจากภายนอก"),
                ("objectives", "ปลูกผักกินเองทุกครัวเรือน"),
                ("food-security", "มีผักปลอดภัยตลอดปี"),
                ("total", "๑๐๐,๐๐๐"),
                ("expected", "ลดรายจ่ายครัวเรือน"),
            }
        )
        {
            await page.FillAsync($"#f-{field}", words);
        }

        foreach (var (n, item, amount) in new[] { (0, "เมล็ดพันธุ์ผัก", "60,000"), (1, "ปุ๋ยหมัก", "๔๐,๐๐๐") })
        {
            if (await page.Locator($"[name='lines[{n}].item']").CountAsync() == 0)
                await page.ClickAsync(".add");
            await page.FillAsync($"[name='lines[{n}].item']", item);
            await page.FillAsync($"[name='lines[{n}].amount']", amount);
        }

        while (await page.Locator(".line").CountAsync() > 2)
            await page.Locator(".line .remove").Last.ClickAsync();
    }

    private static async Task ChangeListAsync(GuideSite site, IPage page)
    {
        await site.OpenAsync(page, $"/rosters/py-leaders/{GuideSite.ListOf}");
        var people = GuideSite.People(GuideSite.ListOf);
        people[0]!["role"] = "อสม.";
        people[0]!["status"] = "แก้ไขข้อมูล";
        people[1] = GuideSite.Person(GuideSite.ListOf, 2, "มาใหม่", "เพิ่มใหม่", "แทนผู้ที่ย้ายออก");
        people[1]!["phone"] = "080-000-0099";
        await page.ClickAsync(".ways summary");
        await page.FillAsync(
            "#paste",
            string.Concat(people.Select(p => string.Join('\t', p!.AsObject().Select(cell => $"{cell.Value}")) + "\n"))
        );
        await page.ClickAsync("button[value=show]");
        await page.ClickAsync("button[value=check]");
        await page.Locator(".said").WaitForAsync();
        await page.EvaluateAsync("() => document.querySelector('.ways').open = false");
    }
}
