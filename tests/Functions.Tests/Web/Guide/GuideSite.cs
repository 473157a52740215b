using System.Text.Json.Nodes;
using CddFunctions.Tests.Campaigns;
using CddFunctions.Tests.Submissions.HandIns.Pages;
using CddFunctions.Tests.Submissions.Rosters;
using Microsoft.Playwright;

namespace CddFunctions.Tests.Web.Guide;

/// <summary>
/// The shipped Phayao programme with made-up people. On 22 March most lists are in and those of 560102 and 560401 are not; on
/// 26 April, four days before the next deadline, some proposals were accepted, one was returned and others wait.
/// </summary>
internal sealed class GuideSite(CampaignSite programme) : IAsyncDisposable
{
    public const string District = "5601";
    public const string ListOf = PhayaoSite.MaeTam;
    public const string Reason = "ตัวเลขไม่ตรงกับเอกสาร ขอให้ตรวจยอดค่าเมล็ดพันธุ์อีกครั้ง";

    private const string Letters = "กขคงจฉชซญดตถทนบ"; // those that do not look like their neighbours

    public CampaignSite Programme => programme;

    public static async Task<GuideSite> StartAsync()
    {
        var site = new GuideSite(await CampaignSite.StartAsync(Definitions.Phayao, At(2, 24)));
        foreach (var tambon in PhayaoSite.Tambons.Where(t => t != ListOf))
            await site.HandInAsync("t-all-points", tambon);
        site.Go(3, 20);
        foreach (var tambon in PhayaoSite.Tambons)
            await site.PutListAsync(tambon);
        foreach (var tambon in PhayaoSite.Tambons.Where(t => t is not (ListOf or "560401")))
            await site.HandInAsync("t-roster-district", tambon);
        foreach (var tambon in new[] { "560101", "560201", "560301", "560501" })
            await site.DecideAsync("t-roster-district", tambon, null);
        site.Go(3, 22);
        return site;
    }

    /// <summary>To 26 April, with the rest of the lists and the first proposals.</summary>
    public async Task GoOnAsync()
    {
        await HandInAsync("t-roster-district", ListOf);
        await DecideAsync("t-roster-district", ListOf, null);
        Go(4, 20);
        foreach (var village in new[] { "56010101", "56020101", "56030101", "56050101", "56060101" })
            await HandInAsync("t-proposal", village, Proposal());
        await DecideAsync("t-proposal", "56010101", Reason);
        await DecideAsync("t-proposal", "56020101", null);
        await DecideAsync("t-proposal", "56030101", null);
        Go(4, 26);
    }

    public Task<IResponse?> OpenAsync(IPage page, string path) =>
        page.GotoAsync($"{programme.Server.Address.TrimEnd('/')}/api/ui/{programme.Campaign.Id}{path}");

    public static DateTimeOffset At(int month, int day) => new(2021, month, day, 9, 0, 0, TimeSpan.FromHours(7));

    public static JsonArray People(string tambon) => [.. Enumerable.Range(1, 15).Select(n => Person(tambon, n, $"สมมติ{Letters[n - 1]}"))];

    public static JsonObject Person(string tambon, int n, string given, string status = "คงเดิม", string reason = "") =>
        new()
        {
            ["no"] = n,
            ["title"] = n % 2 == 0 ? "นาง" : "นาย",
            ["given"] = given,
            ["family"] = "ทดสอบ",
            ["village"] = tambon + "01",
            ["role"] = n == 1 ? "ผู้ใหญ่บ้าน" : "ประธานกลุ่ม",
            ["phone"] = $"080-000-00{n:00}",
            ["status"] = status,
            ["reason"] = reason,
        };

    public ValueTask DisposeAsync() => programme.DisposeAsync();

    private static JsonObject Proposal() =>
        new()
        {
            ["name"] = "ครัวเรือนพึ่งตนเองด้านอาหาร",
            ["rationale"] = "ครัวเรือนยังซื้อผักจากภายนอก",
            ["objectives"] = "ปลูกผักกินเองทุกครัวเรือน",
            ["food-security"] = "มีผักปลอดภัยตลอดปี",
            ["expected"] = "ลดรายจ่าย",
            ["total"] = 100000,
            ["lines"] = new JsonArray(
                new JsonObject { ["item"] = "เมล็ดพันธุ์ผัก", ["amount"] = 60000 },
                new JsonObject { ["item"] = "ปุ๋ยหมัก", ["amount"] = 40000 }
            ),
        };

    private void Go(int month, int day) => programme.Server.Clock.Now = At(month, day);

    private async Task PutListAsync(string tambon)
    {
        var people = People(tambon);
        foreach (var person in people)
            person!.AsObject().Remove("reason");
        (await programme.SendAsync("PUT", $"rosters/py-leaders/{tambon}", new JsonObject { ["entries"] = people })).Must(200);
    }

    private async Task HandInAsync(string task, string unit, JsonObject? fields = null) =>
        (
            await programme.SendAsync(
                "POST",
                $"tasks/{task}/units/{unit}/submissions",
                new JsonObject { ["fields"] = fields ?? [] },
                ("Idempotency-Key", task + unit)
            )
        ).Must(201);

    /// <summary>Accepts, or returns with a reason.</summary>
    private async Task DecideAsync(string task, string unit, string? reason)
    {
        var current = (await programme.SendAsync("GET", $"tasks/{task}/units/{unit}/submissions")).Must(200);
        var decision = new JsonObject { ["decision"] = reason is null ? "accept" : "return", ["reason"] = reason };
        (await programme.SendAsync("POST", $"tasks/{task}/units/{unit}/submissions/review", decision, ("If-Match", current.ETag))).Must(
            200
        );
    }
}
