using System.Text.Json;
using System.Text.Json.Nodes;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Web;
using Microsoft.Playwright;
using static CddFunctions.Tests.Http.MadeUpCampaign;
using static CddFunctions.Tests.Submissions.Rosters.Pages.RosterBrowser;

namespace CddFunctions.Tests.Submissions.Rosters.Pages;

/// <summary>A district officer brings the fifteen names in: typed, pasted, as a workbook; is refused, mends, saves, hands in.</summary>
[Trait("suite", "http")]
public sealed class RosterPageTests(Chromium chromium)
{
    private const string List = "rosters/people/2101";

    private static string Api => TestServer.Of(List);

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_list_is_pasted_refused_mended_saved_and_shown_with_its_changes(bool phone, bool script)
    {
        await using var server = await TestServer.StartAsync();
        await PutAsync(server.Admin, People(15)); // as the province gave it
        await using var device = await DeviceAsync(chromium, phone, script);
        var page = await OpenAsync(device, server, "officer", "2101", List);
        Assert.Equal(15, await page.Locator("tbody tr").CountAsync());
        Assert.Contains("ไม่มีการเปลี่ยนแปลง", await page.Locator(".changes").InnerTextAsync(), StringComparison.Ordinal);

        var people = Changed();
        people[4]!["phone"] = "12";
        await PasteAsync(page, Rows(people));
        await CheckAsync(page, $"roster-refused-{phone}", axe: script);
        Assert.Contains("แถวที่ ๕ โทรศัพท์", await page.Locator(".faults").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("12", await page.InputValueAsync("#f-rows-5--phone"));
        await page.ClickAsync(".faults li a");
        Assert.EndsWith("#f-rows-5--phone", page.Url, StringComparison.Ordinal);
        Assert.Equal("สมมติข", await NameAsync(server)); // nothing is written yet

        await page.FillAsync("#f-rows-5--phone", "080-000-0005");
        await page.ClickAsync("button[value=check]");
        await CheckAsync(page, $"roster-checked-{phone}", axe: script);
        Assert.Contains("ยังไม่ได้บันทึก", await page.Locator(".said").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("เพิ่ม ๑ ลบ ๑ แก้ไข ๑", await page.Locator(".changes").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("แก้ไข: คำนำหน้า", await page.Locator("#row-1 th").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("เพิ่มใหม่", await page.Locator("#row-15 th").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("สมมติฐ", await page.Locator(".removed").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("นาย", await TitleAsync(server));

        await page.ClickAsync("button[value=save]");
        await CheckAsync(page, $"roster-saved-{phone}", axe: script);
        Assert.Contains("บันทึกรายชื่อแล้ว", await page.Locator(".said").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("นาง", await TitleAsync(server));
    }

    [Fact]
    public async Task After_acceptance_the_office_reads_the_list_with_what_had_changed_and_the_administrator_can_still_mend_it()
    {
        await using var server = await TestServer.StartAsync();
        await PutAsync(server.Admin, People(15));
        var officer = await server.OfficerAsync("2101");
        await PutAsync(officer, Changed());
        var sent = (await TestServer.PostAsync(officer, "t-people", "2101", "k", new JsonObject())).Must(201);
        await using var device = await DeviceAsync(chromium, phone: true, script: true);
        var page = await OpenAsync(device, server, "officer", "2101", List);
        Assert.True(await page.IsEnabledAsync("button[value=save]"));

        (await server.ReviewAsync("t-people", "2101", sent.ETag, "accept")).Must(200);
        await page.FillAsync("#f-rows-1--given", "ช้าไป");
        await page.ClickAsync("button[value=save]");
        Assert.Contains("รับงานแล้ว", await page.Locator(".faults").InnerTextAsync(), StringComparison.Ordinal);
        await page.ReloadAsync();
        await page.GotoAsync(page.Url);

        await CheckAsync(page, "roster-accepted");
        Assert.Equal(0, await page.Locator("main input, main button").CountAsync());
        Assert.Equal("รับแล้ว", await page.Locator(".own .chip").First.InnerTextAsync());
        Assert.Contains(
            "ก่อนที่จังหวัดจะรับ: เพิ่ม ๑ ลบ ๑ แก้ไข ๑",
            await page.Locator(".changes").InnerTextAsync(),
            StringComparison.Ordinal
        );
        Assert.Equal(15, await page.Locator("tbody tr").CountAsync());

        var admin = await OpenAsync(device, server, "admin", "a", List);
        await admin.FillAsync("#f-rows-2--given", "แก้โดยจังหวัด");
        await admin.ClickAsync("button[value=save]");
        Assert.Contains("บันทึกรายชื่อแล้ว", await admin.Locator(".said").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_returned_list_says_why_and_whoever_saves_later_is_told_first()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        await PutAsync(officer, People(15));
        var sent = (await TestServer.PostAsync(officer, "t-people", "2101", "k", new JsonObject())).Must(201);
        (await server.ReviewAsync("t-people", "2101", sent.ETag, "return")).Must(200);
        await using var device = await DeviceAsync(chromium, phone: false, script: true);
        var page = await OpenAsync(device, server, "officer", "2101", List);
        Assert.Contains("ขอแก้ไข", await page.Locator(".own .reason").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("ยังไม่มีรายชื่อที่จังหวัดให้", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        var theirs = People(15);
        theirs[2]!["given"] = "เพื่อนแก้";
        await PutAsync(officer, theirs);
        await page.FillAsync("#f-rows-1--given", "ฉันแก้");
        await page.ClickAsync("button[value=save]");

        Assert.Contains("ผู้อื่นบันทึก", await page.Locator(".faults").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("แก้ไข ๒", await page.Locator(".changes").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("ฉันแก้", await page.InputValueAsync("#f-rows-1--given"));
        Assert.Equal("สมมติข", await NameAsync(server));
        await CheckAsync(page, "roster-stale");
        await page.ClickAsync("button[value=save]");
        Assert.Equal("ฉันแก้", await NameAsync(server));
    }

    [Theory]
    [InlineData(14, "มี ๑๔ รายการ ต้องมี ๑๕ รายการพอดี", 15)]
    [InlineData(16, "มี ๑๖ รายการ ต้องมี ๑๕ รายการพอดี", 16)]
    public async Task More_or_fewer_people_than_needed_is_said(int people, string words, int rows)
    {
        await using var server = await TestServer.StartAsync();
        await using var device = await DeviceAsync(chromium, phone: true, script: false);
        var page = await OpenAsync(device, server, "officer", "2101", $"{List}?lang=th");

        await PasteAsync(page, Rows(People(people)));

        Assert.Contains(words, await page.Locator(".faults").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(rows, await page.Locator("tbody tr").CountAsync());
        Assert.Equal("0800000014", await page.InputValueAsync("#f-rows-14--phone"));
    }

    [Fact]
    public async Task A_workbook_is_shown_first_and_one_that_cannot_be_read_leaves_what_was_typed()
    {
        await using var server = await TestServer.StartAsync();
        await PutAsync(server.Admin, People(15));
        await using var device = await DeviceAsync(chromium, phone: true, script: true);
        var page = await OpenAsync(device, server, "officer", "2101", List);
        var template = await (await device.APIRequest.GetAsync($"{server.Address}{Api}/template.xlsx")).BodyAsync();
        await page.FillAsync("#f-rows-1--given", "พิมพ์ไว้");
        await page.ClickAsync(".ways summary");

        await page.SetInputFilesAsync(
            "#file",
            new FilePayload
            {
                Name = "x.xlsx",
                MimeType = "application/zip",
                Buffer = [1, 2, 3],
            }
        );
        await page.ClickAsync("button[value=show]");
        await CheckAsync(page, "roster-bad-file");
        Assert.Equal("พิมพ์ไว้", await page.InputValueAsync("#f-rows-1--given"));
        Assert.True(await page.Locator(".ways .fault").IsVisibleAsync());

        await page.SetInputFilesAsync(
            "#file",
            new FilePayload
            {
                Name = "x.xlsx",
                MimeType = "application/zip",
                Buffer = template,
            }
        );
        await page.ClickAsync("button[value=save]");
        // Also the save button only shows what was sent.
        Assert.Contains("ยังไม่ได้บันทึก", await page.Locator(".said").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("สมมติข", await page.InputValueAsync("#f-rows-1--given"));
        await page.ClickAsync("button[value=save]");
        Assert.Contains("บันทึกรายชื่อแล้ว", await page.Locator(".said").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_script_rows_pasted_into_an_input_fill_the_table_from_there()
    {
        await using var server = await TestServer.StartAsync();
        await using var device = await DeviceAsync(chromium, phone: false, script: true);
        var page = await OpenAsync(device, server, "officer", "2101", List);

        await DropAsync(page, "#f-rows-1--title", "ที่\tคำนำหน้า\tชื่อ\tนามสกุล\tโทรศัพท์\r\n" + Rows(People(15)));
        Assert.Equal(
            ["นาย", "สมมติฏ", "080-000-0015".Replace("-", "")],
            [
                await page.InputValueAsync("#f-rows-1--title"),
                await page.InputValueAsync("#f-rows-14--given"),
                await page.InputValueAsync("#f-rows-15--phone"),
            ]
        );
        Assert.Equal("", await page.Locator(".over").TextContentAsync());
        await DropAsync(page, "#f-rows-14--family", "\"สอง\nบรรทัด\"\t0800000088\tเกิน\nก\nข");
        Assert.Equal(
            ["สอง บรรทัด", "0800000088", "ก"],
            [
                await page.InputValueAsync("#f-rows-14--family"),
                await page.InputValueAsync("#f-rows-14--phone"),
                await page.InputValueAsync("#f-rows-15--family"),
            ]
        );
        Assert.Contains("วางเกิน", await page.Locator(".over").InnerTextAsync(), StringComparison.Ordinal);
        await page.ClickAsync("button[value=save]");

        Assert.Contains("บันทึกรายชื่อแล้ว", await page.Locator(".said").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("+66800000088", (string)(await TestServer.GetAsync(server.Admin, Api)).Must(200).Json["entries"]![13]!["phone"]!);
    }

    [Theory]
    [InlineData("th", ColorScheme.Dark, true)]
    [InlineData("en", ColorScheme.Light, false)]
    public async Task An_empty_list_and_markup_in_names_can_be_read_by_everyone(string language, ColorScheme scheme, bool phone)
    {
        await using var server = await TestServer.StartAsync();
        await using var device = await DeviceAsync(chromium, phone, script: true, scheme);
        var page = await OpenAsync(device, server, "officer", "2101", $"{List}?lang={language}");
        await CheckAsync(page, $"roster-empty-{language}");
        var people = People(15);
        people[0]!["given"] = "<b>หนา</b><script>alert(1)</script>";
        await PutAsync(server.Admin, people);
        (people[0]!["family"], people[0]!["phone"]) = ("\"><img src=x>", "0800000099");

        await page.ReloadAsync();
        await PasteAsync(page, Rows(people));

        await CheckAsync(page, $"roster-markup-{language}");
        Assert.Equal("<b>หนา</b><script>alert(1)</script>", await page.InputValueAsync("#f-rows-1--given"));
        Assert.Equal(0, await page.Locator("main img, main script, main b").CountAsync());
        Assert.Contains("<b>หนา</b>", await page.Locator(".removed").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_opens_the_page_and_unknown_addresses_say_so()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");

        Assert.Equal(401, (await TestServer.GetAsync(server.Anyone, Ui(List))).Code);
        Assert.Equal(403, (await TestServer.GetAsync(await server.OfficerAsync("2102"), Ui(List))).Code);
        Assert.Equal(403, (await TestServer.GetAsync(await server.HolderAsync("viewer", "v"), Ui(List))).Code);
        Assert.Equal(404, (await TestServer.GetAsync(officer, Ui("rosters/none/2101"))).Code);
        Assert.Equal(404, (await TestServer.GetAsync(officer, Ui("rosters/people/21"))).Code);
        Assert.Equal(403, (await PostAsync(await server.OfficerAsync("2102"), new MultipartFormDataContent())).Code);
        Assert.Equal(415, (await PostAsync(officer, TestServer.Json(new { }))).Code);
    }

    [Fact]
    [Trait("heads", "all")]
    public async Task A_workbook_over_five_megabytes_and_a_list_without_end_are_refused()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        using var file = new MultipartFormDataContent { { new ByteArrayContent(new byte[(5 * 1_048_576) + 1]), "file", "x.xlsx" } };
        using var text = new MultipartFormDataContent
        {
            { new StringContent(string.Concat(Enumerable.Repeat("นาย\tก\n", 5001))), "paste" },
        };

        Assert.Contains("5 MB".Replace("5", "๕"), (await PostAsync(officer, file)).Must(422).Text, StringComparison.Ordinal);
        Assert.Contains("5,000", (await PostAsync(officer, text)).Must(422).Text, StringComparison.Ordinal);
    }

    private static JsonArray Changed()
    {
        var people = People(15);
        people.RemoveAt(14);
        people.Add(Person(20));
        people[14]!["no"] = 15;
        people[0]!["title"] = "นาง";
        return people;
    }

    private static string Ui(string path) => $"/api/ui/{TestServer.Campaign}/{path}";

    private static Task<Answer> PostAsync(HttpClient client, HttpContent content) =>
        TestServer.SendAsync(client, "POST", Ui(List), content);

    private static async Task PutAsync(HttpClient client, JsonArray people) =>
        (await TestServer.SendAsync(client, "PUT", Api, new JsonObject { ["entries"] = people.DeepClone() })).Must(200);

    private static async Task PasteAsync(IPage page, string text)
    {
        await page.ClickAsync(".ways summary");
        await page.FillAsync("#paste", text);
        await page.ClickAsync("button[value=show]");
    }

    /// <summary>What the browser does when somebody presses Ctrl+V there.</summary>
    private static Task<JsonElement?> DropAsync(IPage page, string selector, string text) =>
        page.Locator(selector)
            .EvaluateAsync(
                "(input, text) => { const data = new DataTransfer(); data.setData('text/plain', text); input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }",
                text
            );

    private static async Task<string> NameAsync(TestServer server) => (string)(await First(server))["given"]!;

    private static async Task<string> TitleAsync(TestServer server) => (string)(await First(server))["title"]!;

    private static async Task<JsonNode> First(TestServer server) =>
        (await TestServer.GetAsync(server.Admin, Api)).Must(200).Json["entries"]![0]!;
}
