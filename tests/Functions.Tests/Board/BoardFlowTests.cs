using CddFunctions.Board;
using CddFunctions.Submissions.Reviews.Pages;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Web;
using CddFunctions.Web;
using Microsoft.Playwright;
using static CddFunctions.Tests.Board.BoardSite;
using static CddFunctions.Tests.Http.MadeUpCampaign;

namespace CddFunctions.Tests.Board;

/// <summary>A review as the province does it, in a browser: on a phone and a desktop, with and without script, in both languages.</summary>
[Trait("suite", "http")]
public sealed class BoardFlowTests(BoardSite site, Chromium chromium) : IClassFixture<BoardSite>
{
    private static readonly (int Width, int Height) Phone = (390, 844);
    private static readonly (int Width, int Height) Desktop = (1280, 900);

    [Theory]
    [InlineData("th", true, false)]
    [InlineData("en", true, true)]
    [InlineData("th", false, true)]
    [InlineData("en", false, false)]
    public async Task A_hand_in_is_found_returned_with_two_taps_and_accepted_with_two(string language, bool phone, bool script)
    {
        await using var own = new Run();
        await own.StartAsync();
        var page = await OpenAsync(own, language, phone, script);
        var english = language == "en";
        var board = PageTexts.In<BoardTexts>(english);
        var review = PageTexts.In<ReviewTexts>(english);

        await page.GetByLabel(board.District, new() { Exact = true }).SelectOptionAsync("2102");
        await page.GetByLabel(board.State, new() { Exact = true }).SelectOptionAsync("waiting");
        await page.GetByRole(AriaRole.Button, new() { Name = board.Show, Exact = true }).ClickAsync();
        Assert.EndsWith("board?district=2102&task=&state=waiting", page.Url, StringComparison.Ordinal);
        Assert.Equal("2102", await page.GetByLabel(board.District, new() { Exact = true }).InputValueAsync());

        await page.Locator("td a[href*='t-plan']").ClickAsync();
        Assert.EndsWith(HistoryOf("t-plan", "2102"), page.Url, StringComparison.Ordinal);
        Assert.Contains(own.Receipt, await page.Locator("main").InnerTextAsync());

        await page.GoBackAsync();
        await page.Locator("summary", new() { HasText = review.Return }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = review.Reasons.Figures }).ClickAsync();
        Assert.True(await page.GetByRole(AriaRole.Status).IsVisibleAsync());
        Assert.Contains("district=2102", page.Url, StringComparison.Ordinal);
        var returned = (await TestServer.GetAsync(own.Server.Admin, TestServer.HandIn("t-plan", "2102"))).Json["current"]!["decision"]!;
        Assert.Equal((false, review.Reasons.Figures), ((bool)returned["accepted"]!, (string)returned["reason"]!));

        await own.GoAsync(page, Page("board"));
        await page.Locator("summary", new() { HasText = review.Accept }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = review.AcceptNow }).ClickAsync();
        Assert.Equal("accepted", await own.StateAsync("t-plan", "2101"));
        Assert.Contains(board.NothingWaits, await page.Locator("main").InnerTextAsync());
    }

    [Theory]
    [InlineData("th", true, false)]
    [InlineData("en", false, true)]
    public async Task A_return_without_a_reason_is_mended_where_it_was_typed_and_an_extension_is_granted(
        string language,
        bool phone,
        bool script
    )
    {
        await using var own = new Run();
        await own.StartAsync();
        var page = await OpenAsync(own, language, phone, script);
        var english = language == "en";
        var review = PageTexts.In<ReviewTexts>(english);
        var history = PageTexts.In<HistoryTexts>(english);
        await own.GoAsync(page, HistoryOf("t-plan", "2101"));

        await page.Locator("summary", new() { HasText = review.Return }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = review.ReturnNow }).ClickAsync();
        Assert.True(await page.GetByRole(AriaRole.Alert).IsVisibleAsync());
        await page.GetByLabel(review.More).FillAsync("ยอด <b>ไม่ตรง</b>");
        await page.GetByRole(AriaRole.Button, new() { Name = review.ReturnNow }).ClickAsync();
        Assert.True(await page.GetByRole(AriaRole.Status).IsVisibleAsync());
        Assert.Contains("ยอด <b>ไม่ตรง</b>", await page.Locator(".decision").First.InnerTextAsync());

        await page.Locator("summary", new() { HasText = history.Extend }).ClickAsync();
        await page.Locator("[name='until.day']").FillAsync("๓๑");
        await page.Locator("[name='until.month']").SelectOptionAsync("5");
        await page.Locator("[name='until.year']").FillAsync("2567");
        await page.Locator("#f-reason").FillAsync("ฝนตกหนัก");
        await page.GetByRole(AriaRole.Button, new() { Name = history.ExtendNow, Exact = true }).ClickAsync();
        Assert.Contains(
            language == "en" ? "Extended to Fri 31 May 2024" : "ขยายเวลาถึงวันศุกร์ที่ ๓๑ พฤษภาคม พ.ศ. ๒๕๖๗",
            await page.Locator("main").InnerTextAsync()
        );
    }

    [Fact]
    public async Task A_form_of_another_page_is_refused_and_one_that_went_stale_shows_the_newer_revision()
    {
        await using var own = new Run();
        await own.StartAsync();
        var page = await OpenAsync(own, "th", phone: true, script: true);
        await own.GoAsync(page, HistoryOf("t-plan", "2101"));
        var officer = await own.Server.OfficerAsync("2101");
        var current = (await TestServer.GetAsync(officer, TestServer.HandIn("t-plan", "2101"))).Must(200);
        var newer = (await TestServer.PutAsync(officer, "t-plan", "2101", current.ETag, Plan(300))).Must(200).Say("receipt");

        await page.Locator("summary", new() { HasText = "รับงาน" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "ยืนยันรับงาน" }).ClickAsync();
        Assert.Contains("หน่วยงานส่งฉบับใหม่เข้ามา", await page.GetByRole(AriaRole.Alert).InnerTextAsync());
        Assert.Contains(newer, await page.Locator(".sent").First.InnerTextAsync());

        await page.EvaluateAsync("document.querySelectorAll('input[name=proof]').forEach(i => i.value = 'x.y')");
        await page.Locator("summary", new() { HasText = "รับงาน" }).ClickAsync();
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "ยืนยันรับงาน" }).ClickAsync(),
            r => r.Request.Method == "POST"
        );
        Assert.Equal(403, answer.Status);
        Assert.Equal("submitted", await own.StateAsync("t-plan", "2101"));
    }

    [Fact]
    public async Task The_overview_leads_to_the_board_of_one_task()
    {
        await using var context = await chromium.ContextAsync(new() { JavaScriptEnabled = false });
        var page = await site.OpenAsync(context, "viewer", "executive");

        await page.Locator("#t-plan a").ClickAsync();

        Assert.EndsWith("/board?task=t-plan", page.Url, StringComparison.Ordinal);
        Assert.Equal("t-plan", await page.Locator("#task").InputValueAsync());
        Assert.Equal(2, await page.Locator(".matrix thead th").CountAsync());
    }

    private async Task<IPage> OpenAsync(Run own, string language, bool phone, bool script)
    {
        var (width, height) = phone ? Phone : Desktop;
        var context = await chromium.ContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = height },
                JavaScriptEnabled = script,
            }
        );
        own.Closes(context);
        var page = await context.NewPageAsync();
        await page.GotoAsync((await own.Server.LinkAsync("admin", "administrator")).Say("url"));
        await own.GoAsync(page, Page($"board?lang={language}"));
        return page;
    }

    /// <summary>A server of one test's own: the plans of 2101 and 2102 wait.</summary>
    private sealed class Run : IAsyncDisposable
    {
        private IBrowserContext? _context;

        public TestServer Server { get; private set; } = null!;

        /// <summary>Of 2102.</summary>
        public string Receipt { get; private set; } = "";

        public async Task StartAsync()
        {
            Server = await TestServer.StartAsync(change: Reviewed);
            foreach (var unit in new[] { "2101", "2102" })
                Receipt = (await TestServer.PostAsync(await Server.OfficerAsync(unit), "t-plan", unit, "k" + unit, Plan()))
                    .Must(201)
                    .Say("receipt");
        }

        public void Closes(IBrowserContext context) => _context = context;

        public Task<IResponse?> GoAsync(IPage page, string path) => page.GotoAsync(new Uri(new(Server.Address), path).AbsoluteUri);

        public async Task<string> StateAsync(string task, string unit) => (string)(await Server.ObligationAsync(task, unit))["state"]!;

        public async ValueTask DisposeAsync()
        {
            if (_context is not null)
                await _context.DisposeAsync();
            await Server.DisposeAsync();
        }
    }
}
