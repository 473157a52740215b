using System.Text.Json.Nodes;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Platform.Media;
using Microsoft.Playwright;
using static CddFunctions.Tests.Http.MadeUpCampaign;

namespace CddFunctions.Tests.Board;

/// <summary>
/// The made-up programme two days after everything was due, where plans, books and notes are reviewed: the plan of 2101 was
/// returned and came again, that of 2102 waits, 2103 has sent nothing; 2101 also sent a book and two notes.
/// </summary>
public sealed class BoardSite : IAsyncLifetime
{
    public const string Markup = "<script>alert('ก')</script><img src=x onerror=alert(1)>&amp;";
    public const string Reason = "<b>ขอ</b>ยอดรวมใหม่";
    public const string PdfName = "เล่ม.pdf";

    public static readonly DateTimeOffset Now = new(2024, 5, 22, 9, 0, 0, TimeSpan.FromHours(7));

    internal TestServer Server { get; private set; } = null!;

    /// <summary>Of the plan of 2101, which came second and waits; and of the one that was returned.</summary>
    public string Receipt { get; private set; } = "";

    public string ReturnedReceipt { get; private set; } = "";

    public string Upload { get; private set; } = "";

    public static string Page(string path) => $"/api/ui/{TestServer.Campaign}/{path}";

    public static string HistoryOf(string task, string unit) => Page($"tasks/{task}/units/{unit}/history");

    public static void Reviewed(JsonObject programme)
    {
        foreach (var task in programme["tasks"]!.AsArray().Where(t => (string)t!["id"]! is "t-plan" or "t-note" or "t-book"))
            task!["reviewer"] = "chief";
    }

    public async ValueTask InitializeAsync()
    {
        Server = await TestServer.StartAsync(change: Reviewed);
        var officer = await Server.OfficerAsync("2101");
        ReturnedReceipt = (await TestServer.PostAsync(officer, "t-plan", "2101", "first", Plan())).Must(201).Say("receipt");
        var returned = await ReviewAsync("t-plan", "2101", Reason);
        Receipt = (await TestServer.PutAsync(officer, "t-plan", "2101", returned.ETag, Hostile())).Must(200).Say("receipt");
        Server.Clock.Now = Start.AddHours(2);
        await HandInAsync("2102", "t-plan", Plan());
        await SendBookAsync(officer);
        Server.Clock.Now = Start.AddHours(3);
        await HandInAsync("2101", "t-note", Note("ข้อหนึ่ง"));
        Server.Clock.Now = Start.AddHours(4);
        await HandInAsync("2101", "t-note", Note("ข้อสอง"));
        await HandInAsync("2101", "t-free", FieldValues());
        await ReviewAsync("t-free", "2101", "ขาดภาพ");
        Server.Clock.Now = Now;
    }

    public async Task<string> HandInAsync(string unit, string task, JsonObject body) =>
        (await TestServer.PostAsync(await Server.OfficerAsync(unit), task, unit, Guid.NewGuid().ToString("N"), body))
            .Must(201)
            .Say("receipt");

    public async Task<string> StateAsync(string task, string unit) => (string)(await Server.ObligationAsync(task, unit))["state"]!;

    /// <summary>A page of the browser, signed in by link.</summary>
    public async Task<IPage> OpenAsync(IBrowserContext context, string role, string subject)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync((await Server.LinkAsync(role, subject)).Say("url"));
        return page;
    }

    public Task<IResponse?> GoAsync(IPage page, string path) => page.GotoAsync(new Uri(new(Server.Address), path).AbsoluteUri);

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    public static JsonObject Note(string text) => FieldValues(("note", text));

    private static JsonObject Hostile()
    {
        var plan = Plan();
        plan["fields"]!["officer"] = "<i>นายสมมติ ทดสอบ</i>";
        plan["fields"]!["story"] = Markup;
        plan["fields"]!["lines"]![0]!["name"] = "<u>ก</u>";
        plan["fields"]!["kinds"] = new JsonArray("a", "c");
        plan["fields"]!["done"] = true;
        plan["fields"]!["link"] = "https://example.test/?a=1&b=<i>";
        return plan;
    }

    private async Task<Answer> ReviewAsync(string task, string unit, string reason)
    {
        var current = (await TestServer.GetAsync(Server.Admin, TestServer.HandIn(task, unit))).Must(200);
        return (
            await TestServer.SendAsync(
                Server.Admin,
                "POST",
                TestServer.HandIn(task, unit) + "/review",
                new JsonObject { ["decision"] = "return", ["reason"] = reason },
                ("If-Match", current.ETag)
            )
        ).Must(200);
    }

    private async Task SendBookAsync(HttpClient officer)
    {
        var pdf = PdfMaker.PagesOf(9);
        var ticket = (await Uploading.TicketAsync(officer, pdf.Length, "t-book", "file")).Must(201);
        (await Uploading.SendAsync(Server, officer, ticket, pdf)).Must(200);
        Upload = ticket.Say("uploadId");
        var body = new JsonObject
        {
            ["fields"] = new JsonObject(),
            ["uploads"] = new JsonObject { ["file"] = Upload },
        };
        (await TestServer.PostAsync(officer, "t-book", "2101", "book", body)).Must(201);
    }
}
