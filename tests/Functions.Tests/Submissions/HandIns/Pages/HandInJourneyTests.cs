using CddFunctions.Tests.Http;
using CddFunctions.Tests.Platform.Media;
using CddFunctions.Tests.Servers;
using CddFunctions.Tests.Web;
using Microsoft.Playwright;

namespace CddFunctions.Tests.Submissions.HandIns.Pages;

/// <summary>An officer's way through a task in a real browser, from the first look to the acceptance.</summary>
[Trait("suite", "http")]
public sealed class HandInJourneyTests(Chromium chromium)
{
    private const string Unit = "2101";

    [Theory]
    [InlineData("th", 360, true)]
    [InlineData("th", 1280, false)]
    [InlineData("en", 1280, true)]
    [InlineData("en", 360, false)]
    public async Task Hand_in_be_refused_mend_be_returned_hand_in_again_be_accepted(string language, int width, bool script)
    {
        await using var server = await TestServer.StartAsync();
        await using var context = await chromium.ContextAsync(
            new()
            {
                JavaScriptEnabled = script,
                ViewportSize = new() { Width = width, Height = 780 },
            }
        );
        var page = await OpenAsync(context, server, language);
        var variant = $"{language}-{width}";

        await page.GetByRole(AriaRole.Link, new() { Name = language == "th" ? "แผน <i>" : "Plan", Exact = true }).ClickAsync();
        await CheckAsync(page, $"hand-in-empty-{variant}", script);
        await FillAsync(page, total: "299");
        await SendAsync(page);
        await page.Locator("#errors").WaitForAsync();
        await CheckAsync(page, $"hand-in-refused-{variant}", script);
        Assert.Equal("errors", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Locator("#errors a").First.ClickAsync();
        Assert.Equal("f-lines", await page.EvaluateAsync<string>("document.activeElement.id"));

        await page.Locator("#f-total").FillAsync("๓๐๐");
        await SendAsync(page);
        await page.WaitForURLAsync("**/receipts/*");
        await CheckAsync(page, $"hand-in-receipt-{variant}", script);
        var first = await page.Locator(".code").InnerTextAsync();

        await DecideAsync(server, "return");
        await page.GotoAsync($"{server.Address.TrimEnd('/')}/api/ui/{TestServer.Campaign}");
        Assert.Contains("ขอแก้ไข", await page.Locator(".own li.warn").First.InnerTextAsync());
        await page.Locator(".own li.warn h3 a").First.ClickAsync();
        await CheckAsync(page, $"hand-in-returned-{variant}", script);
        Assert.Equal("นายสมมติ ทดสอบ", await page.Locator("#f-officer").InputValueAsync());
        Assert.Equal("13", await page.Locator("[name='start.day']").InputValueAsync());
        await page.Locator("#f-officer").FillAsync("นางสาวสมมติ ทดสอบ");
        await SendAsync(page);
        await page.WaitForURLAsync("**/receipts/*");
        Assert.NotEqual(first, await page.Locator(".code").InnerTextAsync());

        await DecideAsync(server, "accept");
        await page.GotoAsync($"{server.Address.TrimEnd('/')}{FormClient.Page("t-plan", Unit)}");
        await CheckAsync(page, $"hand-in-accepted-{variant}", script);
        Assert.Equal(0, await page.Locator("form.hand-in").CountAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = first }).ClickAsync();
        await PrintAsync(page, first);
    }

    private static async Task PrintAsync(IPage page, string receipt)
    {
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.False(await page.Locator("header nav").IsVisibleAsync());
        Assert.Equal(receipt, await page.Locator(".code").InnerTextAsync());
    }

    [Fact]
    public async Task What_was_typed_is_there_again_until_it_is_sent_or_discarded()
    {
        await using var server = await TestServer.StartAsync(change: p => p["forms"]![0]!["fields"]!.AsArray().Last()!["maxItems"] = 9);
        await using var context = await chromium.ContextAsync(
            new()
            {
                ViewportSize = new() { Width = 360, Height = 780 },
            }
        );
        var page = await OpenAsync(context, server, "th");
        await page.GotoAsync($"{server.Address.TrimEnd('/')}{FormClient.Page("t-plan", Unit)}");
        await FillAsync(page, total: "300");
        await page.Locator(".add").ClickAsync();
        await page.Locator("[name='lines[3].name']").FillAsync("ค");
        await page.Locator("[name='lines[3].amount']").FillAsync("๑,๐๐๐.๕๐");
        Assert.Equal("1,300.50", await page.Locator("output").InnerTextAsync());
        await page.Locator("#f-done input[value=true]").CheckAsync();

        await page.ReloadAsync();

        await page.Locator(".draft").WaitForAsync();
        await CheckAsync(page, "hand-in-draft", axe: true);
        Assert.Equal("ค", await page.Locator("[name='lines[3].name']").InputValueAsync());
        Assert.Equal("๒๕๖๗", await page.Locator("[name='start.year']").InputValueAsync());
        Assert.True(await page.Locator("#f-done input[value=true]").IsCheckedAsync());
        Assert.Equal("1,300.50", await page.Locator("output").InnerTextAsync());

        await page.Locator(".draft button").ClickAsync();
        await page.Locator(".draft").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Equal("", await page.Locator("#f-officer").InputValueAsync());
        await FillAsync(page, total: "300");
        await SendAsync(page);
        await page.WaitForURLAsync("**/receipts/*");
        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length"));
    }

    [Fact]
    public async Task A_line_is_taken_away_and_the_others_are_counted_anew()
    {
        await using var server = await TestServer.StartAsync();
        await using var context = await chromium.ContextAsync(new());
        var page = await OpenAsync(context, server, "th");
        await page.GotoAsync($"{server.Address.TrimEnd('/')}{FormClient.Page("t-plan", Unit)}");
        await FillAsync(page, total: "200");

        await page.Locator(".remove").First.ClickAsync();

        Assert.Equal(["รายการที่ 1", "รายการที่ 2"], await page.Locator(".line > legend").AllInnerTextsAsync());
        Assert.Equal("200.00", await page.Locator("output").InnerTextAsync());
        await SendAsync(page);
        await page.WaitForURLAsync("**/receipts/*");
        Assert.Contains("200", await page.Locator(".receipt").InnerTextAsync());
    }

    [Fact]
    public async Task A_file_is_measured_before_the_form_is_sent_and_a_wrong_one_is_refused_at_once()
    {
        await using var server = await TestServer.StartAsync();
        await using var context = await chromium.ContextAsync(
            new()
            {
                ViewportSize = new() { Width = 360, Height = 780 },
            }
        );
        var page = await OpenAsync(context, server, "th");
        await page.GotoAsync($"{server.Address.TrimEnd('/')}{FormClient.Page("t-book", Unit)}");
        var input = page.Locator("[name='files.file']");

        await input.SetInputFilesAsync(Pdf(11));
        await page.Locator(".refused .wrong").WaitForAsync();
        Assert.Contains("๑๑ หน้า เกิน ๑๐ หน้า", await page.Locator(".refused").InnerTextAsync());
        await input.SetInputFilesAsync(Pdf(9));
        await page.Locator(".measured").WaitForAsync();
        await CheckAsync(page, "hand-in-measured", axe: true);

        Assert.Equal("๙ หน้า A4", await page.Locator(".measured").InnerTextAsync());
        Assert.Equal(0, await page.Locator(".refused").CountAsync());
        await SendAsync(page);
        await page.WaitForURLAsync("**/receipts/*");
        Assert.Contains("เล่ม 9.pdf", await page.Locator(".receipt").InnerTextAsync());
    }

    /// <summary>A telephone writes the picture lying down and says in EXIF that it stands.</summary>
    [Fact]
    public async Task A_large_photograph_arrives_smaller_upright_and_as_a_JPEG()
    {
        await using var server = await TestServer.StartAsync();
        await using var context = await chromium.ContextAsync(
            new()
            {
                ViewportSize = new() { Width = 360, Height = 780 },
            }
        );
        var page = await OpenAsync(context, server, "th");
        await page.GotoAsync($"{server.Address.TrimEnd('/')}{FormClient.Page("t-note", Unit)}");
        var large = Photo("3000x2000", lyingDown: true);
        var small = Photo("300x200", lyingDown: false);

        await page.Locator("[name='files.photos']").SetInputFilesAsync([File("ใหญ่.jpeg", large), File("เล็ก.jpg", small)]);
        await page.Locator(".measured").Nth(1).WaitForAsync();
        await CheckAsync(page, "hand-in-photos", axe: true);
        Assert.Contains("ต้นฉบับยังอยู่ในเครื่อง", await page.Locator(".taken").InnerTextAsync());
        await page.Locator("#f-note").FillAsync("ภาพ");
        await SendAsync(page);
        await page.WaitForURLAsync("**/receipts/*");

        var note = (await TestServer.GetAsync(server.Admin, TestServer.HandIn("t-note", Unit))).Must(200).Json["submissions"]![0]!;
        var photos = note["current"]!["files"]!["photos"]!.AsArray().ToDictionary(p => (string)p!["fileName"]!, p => p!);
        var arrived = photos["ใหญ่.jpg"];
        Assert.Equal("jpeg", (string)arrived["facts"]!["type"]!);
        Assert.Equal((1333, 2000), ((int)arrived["facts"]!["pixels"]!["width"]!, (int)arrived["facts"]!["pixels"]!["height"]!));
        Assert.InRange((long)arrived["length"]!, 10_000, large.Length / 2);
        Assert.Equal(small.Length, (long)photos["เล็ก.jpg"]["length"]!);
    }

    [Fact]
    public async Task A_photograph_that_the_browser_cannot_read_is_sent_as_it_is()
    {
        await using var server = await TestServer.StartAsync();
        await using var context = await chromium.ContextAsync(new());
        var page = await OpenAsync(context, server, "th");
        await page.GotoAsync($"{server.Address.TrimEnd('/')}{FormClient.Page("t-note", Unit)}");
        byte[] heic = [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8, .. new byte[100]];

        await page.Locator("[name='files.photos']").SetInputFilesAsync(File("ภาพ.heic", heic));
        await page.Locator(".refused .wrong").WaitForAsync();

        Assert.Contains("ไฟล์เป็น HEIC ต้องเป็น JPEG หรือ PNG", await page.Locator(".refused").InnerTextAsync());
    }

    [Fact]
    public async Task A_file_goes_straight_to_the_store_where_the_store_has_a_door()
    {
        var settings = await (await AzuriteServer.SharedAsync()).CreateContainersAsync();
        await using var server = await TestServer.StartInProcessAsync(settings: [.. settings.Select(s => (s.Key, s.Value))]);
        await using var context = await chromium.ContextAsync(new());
        var page = await OpenAsync(context, server, "th");
        await page.GotoAsync($"{server.Address.TrimEnd('/')}{FormClient.Page("t-book", Unit)}");
        var sentTo = new List<string>();
        page.Request += (_, request) => sentTo.AddRange(request.Method == "PUT" ? [new Uri(request.Url).Authority] : []);

        await page.Locator("[name='files.file']").SetInputFilesAsync(Pdf(3));
        await page.Locator(".measured").WaitForAsync();

        Assert.Equal("๓ หน้า A4", await page.Locator(".measured").InnerTextAsync());
        Assert.NotEqual(new Uri(server.Address).Authority, Assert.Single(sentTo));
        await SendAsync(page);
        await page.WaitForURLAsync("**/receipts/*");
    }

    [Fact]
    public async Task Without_a_connection_nothing_is_lost_and_sending_again_makes_one_hand_in()
    {
        await using var server = await TestServer.StartAsync();
        await using var context = await chromium.ContextAsync(
            new()
            {
                ViewportSize = new() { Width = 360, Height = 780 },
            }
        );
        var page = await OpenAsync(context, server, "th");
        await page.GotoAsync($"{server.Address.TrimEnd('/')}{FormClient.Page("t-plan", Unit)}");
        await FillAsync(page, total: "300");

        // The form arrives, its answer does not: the worst of lost connections.
        await page.RouteAsync(
            "**/units/*",
            async route =>
            {
                if (route.Request.Method == "POST")
                    await route.FetchAsync(new() { MaxRedirects = 0 });
                await route.AbortAsync("connectionfailed");
            }
        );
        await SendAsync(page);
        await page.Locator(".send-state.failed").WaitForAsync();
        await CheckAsync(page, "hand-in-offline", axe: true);
        Assert.Equal("ส่งอีกครั้ง", await page.Locator("button.main").InnerTextAsync());
        await page.UnrouteAsync("**/units/*");
        await SendAsync(page);
        await page.WaitForURLAsync("**/receipts/*");

        Assert.Empty((await TestServer.GetAsync(server.Admin, TestServer.HandIn("t-plan", Unit))).Must(200).Json["history"]!.AsArray());
    }

    private static FilePayload File(string name, byte[] bytes) =>
        new()
        {
            Name = name,
            MimeType = name.EndsWith("heic", StringComparison.Ordinal) ? "image/heic" : "image/jpeg",
            Buffer = bytes,
        };

    /// <summary>Noise, so that it is as large as a photograph; EXIF with the orientation 6 goes in behind the first marker.</summary>
    private static byte[] Photo(string size, bool lyingDown)
    {
        using var workshop = new Workshop();
        var jpeg = workshop.Ffmpeg("jpg", "-f", "lavfi", "-i", $"testsrc2=size={size},noise=alls=40", "-frames:v", "1", "-q:v", "2");
        var exif = Convert.FromHexString("FFE100224578696600004D4D002A00000008000101120003000000010006000000000000");
        return lyingDown ? [.. jpeg[..2], .. exif, .. jpeg[2..]] : jpeg;
    }

    private static FilePayload Pdf(int pages) =>
        new()
        {
            Name = $"เล่ม {pages}.pdf",
            MimeType = "application/pdf",
            Buffer = PdfMaker.PagesOf(pages),
        };

    private static async Task<IPage> OpenAsync(IBrowserContext context, TestServer server, string language)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync((await server.LinkAsync("officer", Unit)).Say("url"));
        await page.GotoAsync($"{server.Address.TrimEnd('/')}/api/ui/{TestServer.Campaign}?lang={language}");
        return page;
    }

    private static async Task FillAsync(IPage page, string total)
    {
        await page.Locator("#f-officer").FillAsync("นายสมมติ ทดสอบ");
        await page.Locator("[name='start.day']").FillAsync("๑๓");
        await page.Locator("[name='start.month']").SelectOptionAsync("5");
        await page.Locator("[name='start.year']").FillAsync("๒๕๖๗");
        await page.Locator("#f-total").FillAsync(total);
        foreach (var (n, name, amount) in new[] { (0, "ก", "๑๐๐"), (1, "ข", "200") })
        {
            await page.Locator($"[name='lines[{n}].name']").FillAsync(name);
            await page.Locator($"[name='lines[{n}].amount']").FillAsync(amount);
        }
    }

    private static Task SendAsync(IPage page) => page.Locator("button.main").ClickAsync();

    private static async Task DecideAsync(TestServer server, string decision)
    {
        var current = await TestServer.GetAsync(server.Admin, TestServer.HandIn("t-plan", Unit));
        (await server.ReviewAsync("t-plan", Unit, current.ETag, decision)).Must(200);
    }

    private static async Task CheckAsync(IPage page, string name, bool axe)
    {
        await Screens.CheckAsync(page, name, axe);
    }
}
