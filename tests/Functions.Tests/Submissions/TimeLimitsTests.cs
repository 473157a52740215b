using System.Text.Json.Nodes;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Platform.Media;
using CddFunctions.Tests.Submissions.HandIns.Pages;
using static CddFunctions.Tests.Http.MadeUpCampaign;

namespace CddFunctions.Tests.Submissions;

/// <summary>
/// Every way in × every moment (docs/rules.md 2.3, rules 1 and 3). All tasks are due on 20 May and closed after 31 May; the list of
/// people is frozen at that moment, too, where the test says so.
/// </summary>
[Trait("suite", "http")]
public sealed class TimeLimitsTests
{
    private static readonly DateTimeOffset Closed = new(2024, 5, 31, 17, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, DateTimeOffset, string, string> Moments =>
        new()
        {
            // what, at, done before, refused
            { "before the due day", Start, "", "" },
            { "late", LastSecond.AddHours(1), "", "" },
            { "in the last second", Closed.AddSeconds(-1), "", "" },
            { "closed", Closed, "", "first page-first revision page-revision list ticket" },
            { "closed, then extended", Closed, "extend", "" },
            { "closed, then returned", Closed, "return", "first page-first ticket" },
            { "closed, extended, and closed again", Closed.AddDays(10), "extend", "first page-first revision page-revision list ticket" },
            { "the clock turned back", Start.AddDays(-1), "", "" },
        };

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task Every_way_in_keeps_its_times(string what, DateTimeOffset at, string before, string refused)
    {
        await using var server = await TestServer.StartAsync(change: Timed);
        var world = await World.MakeAsync(server);
        server.Clock.Now = at > Closed ? Closed : at;
        await world.PrepareAsync(before);
        server.Clock.Now = at;

        var codes = await world.WriteAsync();

        var closed = codes.Where(c => c.Value == 409).Select(c => c.Key).Order(StringComparer.Ordinal);
        Assert.True(
            refused
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Order(StringComparer.Ordinal)
                .SequenceEqual(closed, StringComparer.Ordinal),
            $"{what}: {string.Join(", ", codes)}"
        );
        Assert.All(codes.Values, code => Assert.True(code is 200 or 201 or 303 or 409, string.Join(", ", codes)));
        Assert.Equal(world.FirstReceipt, await world.ReplayAsync());
    }

    [Fact]
    [Trait("heads", "all")]
    public async Task Bytes_and_tickets_come_too_late_once_no_task_can_take_them()
    {
        await using var server = await TestServer.StartAsync(change: c =>
        {
            Timed(c);
            c["tasks"]!.AsArray().Single(t => t!["id"]!.GetValue<string>() == "t-note")!["late"] = new JsonObject { ["accept"] = false };
        });
        var officer = await server.OfficerAsync("2101");
        var pdf = PdfMaker.PagesOf(1);
        server.Clock.Now = Closed.AddMinutes(-5);
        var ticket = (await Uploading.TicketAsync(officer, pdf.Length, "t-book", "file")).Must(201);
        (await Uploading.TicketAsync(officer, pdf.Length)).Must(201);
        server.Clock.Now = Closed;

        (await Uploading.SendAsync(server, officer, ticket, pdf)).Must(409, "task-closed");
        (await Uploading.TicketAsync(officer, pdf.Length, "t-book", "file")).Must(409, "task-closed");
        (await Uploading.TicketAsync(officer, pdf.Length)).Must(409, "task-closed");
        await ExtendAsync(server, "t-book", "2102");
        (await Uploading.SendAsync(server, officer, ticket, pdf)).Must(409, "task-closed");
        await ExtendAsync(server, "t-book", "2101");
        (await Uploading.SendAsync(server, officer, ticket, pdf)).Must(200);
    }

    [Theory]
    [InlineData("2024-05-20T05:00:00Z", "", "")]
    [InlineData("2024-05-20T05:00:01Z", "", "list-of-province list first-list")]
    [InlineData("2024-05-20T05:00:01Z", "extend", "")]
    [InlineData("2024-05-20T05:00:01Z", "return", "first-list")]
    public async Task A_frozen_list_changes_only_where_the_province_has_opened_it(string at, string before, string refused)
    {
        await using var server = await TestServer.StartAsync(change: c =>
        {
            Timed(c);
            c["rosters"]![0]!["freeze"] = "m-noon";
        });
        var world = await World.MakeAsync(server);
        server.Clock.Now = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        await world.PrepareAsync(before);

        var codes = await world.WriteListsAsync();

        Assert.Equal(
            refused.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            codes.Where(c => c.Value == 409).Select(c => c.Key).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Where_late_hand_ins_have_no_end_nothing_is_put_under_an_on_time_mark_after_the_due_second()
    {
        await using var server = await TestServer.StartAsync();
        var one = await server.OfficerAsync("2101");
        var two = await server.OfficerAsync("2102");
        var onTime = (await TestServer.PostAsync(one, "t-a", "2101", "k", FieldValues())).Must(201);
        server.Clock.Now = LastSecond.AddHours(1);
        var late = (await TestServer.PostAsync(two, "t-a", "2102", "k", FieldValues())).Must(201);

        (await TestServer.PutAsync(one, "t-a", "2101", onTime.ETag, FieldValues(("note", "สลับ")))).Must(409, "task-closed");
        (await TestServer.PutAsync(two, "t-a", "2102", late.ETag, FieldValues(("note", "แก้ไข")))).Must(200);
        var returned = (await server.ReviewAsync("t-a", "2101", onTime.ETag, "return")).Must(200);
        var mended = (await TestServer.PutAsync(one, "t-a", "2101", returned.ETag, FieldValues(("note", "แก้ไข")))).Must(200);
        Assert.True((bool)mended.Json["onTime"]!);
        (await TestServer.PutAsync(one, "t-a", "2101", mended.ETag, FieldValues(("note", "อีกครั้ง")))).Must(409, "task-closed");
    }

    [Fact]
    public async Task The_page_says_that_changes_are_closed_instead_of_showing_the_form()
    {
        await using var server = await TestServer.StartAsync(change: Timed);
        var office = await FormClient.OpenAsync(server, "officer", "2101");
        (await TestServer.PostAsync(await server.OfficerAsync("2101"), "t-plan", "2101", "k", Plan())).Must(201);
        server.Clock.Now = Closed;

        var page = (await office.GetAsync(FormClient.Page("t-plan", "2101"))).Must(200).Text;

        Assert.Contains("ปิดแก้ไขเมื่อวันศุกร์ที่ ๓๑ พฤษภาคม พ.ศ. ๒๕๖๗", page);
        Assert.DoesNotContain("name=\"total\"", page);
        var list = (await office.GetAsync($"/api/ui/{TestServer.Campaign}/rosters/people/2101")).Must(200).Text;
        Assert.Contains("ปิดรับเมื่อวันศุกร์ที่ ๓๑ พฤษภาคม พ.ศ. ๒๕๖๗", list);
        Assert.DoesNotContain("value=\"save\"", list);
    }

    [Fact]
    public async Task An_export_shows_the_list_that_was_handed_in_and_no_draft()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var sent = (await TestServer.PostAsync(officer, "t-people", "2101", "k", FieldValues(("leaders", People(15))))).Must(201);
        (await server.ReviewAsync("t-people", "2101", sent.ETag, "return")).Must(200);
        var draft = People(15);
        draft[0]!["given"] = "ร่างภายหลัง";
        (await TestServer.SendAsync(officer, "PUT", List, new JsonObject { ["entries"] = draft })).Must(200);

        var made = (await TestServer.SendAsync(server.Admin, "POST", TestServer.Of("exports"), new JsonObject())).Must(201);
        var url = made.Json["files"]!.AsArray().Single(f => f!["name"]!.GetValue<string>() == "datasets/roster_entries.csv")![
            "url"
        ]!.GetValue<string>();
        var csv = (await TestServer.GetAsync(server.Admin, url)).Must(200).Text;

        Assert.Contains("สมมติข", csv);
        Assert.DoesNotContain("ร่างภายหลัง", csv);
        Assert.Contains("0800000001", csv);
        Assert.DoesNotContain("'+66", csv);
    }

    private static string List => TestServer.Of("rosters/people/2101");

    private static void Timed(JsonObject campaign)
    {
        foreach (var id in new[] { "t-people", "t-book" })
        {
            var task = campaign["tasks"]!.AsArray().Single(t => t!["id"]!.GetValue<string>() == id)!;
            task["due"] = "m-due";
            task["late"] = new JsonObject { ["accept"] = true, ["until"] = "m-until" };
            task["reminders"] = "rp";
        }
    }

    private static async Task ExtendAsync(TestServer server, string task, string unit) =>
        (
            await TestServer.SendAsync(
                server.Admin,
                "POST",
                TestServer.Of($"obligations/{task}/{unit}/extension"),
                new JsonObject { ["until"] = "2024-06-05", ["reason"] = "น้ำท่วม" }
            )
        ).Must(200);

    /// <summary>An office that has handed in everything before the due day, and one that has handed in nothing.</summary>
    private sealed class World
    {
        private const string Ready = "2101";
        private const string Open = "2102";
        private const string Pages = "2103";

        private readonly TestServer _server;
        private readonly byte[] _pdf = PdfMaker.PagesOf(1);
        private readonly Dictionary<string, string> _versions = new(StringComparer.Ordinal);
        private HttpClient _ready = null!;
        private HttpClient _open = null!;
        private FormClient _readyPages = null!;
        private FormClient _openPages = null!;
        private (string, string)[] _form = [];
        private (string, string)[] _revision = [];

        private World(TestServer server) => _server = server;

        public string FirstReceipt { get; private set; } = "";

        public static async Task<World> MakeAsync(TestServer server)
        {
            var world = new World(server);
            await world.HandInAsync();
            return world;
        }

        /// <summary>What the province does about it, for every unit and task.</summary>
        public async Task PrepareAsync(string deed)
        {
            foreach (var task in deed is "return" ? ["t-plan", "t-noon", "t-people"] : new[] { "t-plan", "t-noon", "t-people", "t-book" })
            {
                if (deed is "return")
                    _versions[task] = (await _server.ReviewAsync(task, Ready, _versions[task], "return")).Must(200).ETag;
                foreach (var unit in deed is "extend" ? [Ready, Open, Pages] : Array.Empty<string>())
                    await ExtendAsync(_server, task, unit);
            }

            if (deed.Length == 0)
                return;
            _versions["t-plan"] = (await TestServer.GetAsync(_ready, TestServer.HandIn("t-plan", Ready))).Must(200).ETag;
            _revision = [.. FormClient.Hidden(await _readyPages.GetAsync(FormClient.Page("t-people", Ready)))];
        }

        public async Task<Dictionary<string, int>> WriteAsync()
        {
            var plan = Plan();
            return new(StringComparer.Ordinal)
            {
                ["list"] = (await PutListAsync(_ready)).Code, // before the revision, which answers the return
                ["ticket"] = (await Uploading.TicketAsync(_open, _pdf.Length, "t-book", "file")).Code,
                ["first"] = (await TestServer.PostAsync(_open, "t-plan", Open, "first", plan)).Code,
                ["page-first"] = (await _openPages.PostAsync(FormClient.Page("t-plan", Pages), _form)).Code,
                ["page-revision"] = (await _readyPages.PostAsync(FormClient.Page("t-people", Ready), _revision)).Code,
                ["revision"] = (await TestServer.PutAsync(_ready, "t-plan", Ready, _versions["t-plan"], plan)).Code,
            };
        }

        public async Task<Dictionary<string, int>> WriteListsAsync() =>
            new(StringComparer.Ordinal)
            {
                ["list"] = (await PutListAsync(_ready)).Code,
                ["list-of-province"] = (await PutListAsync(_server.Admin)).Code,
                ["first-list"] = (await TestServer.PostAsync(_open, "t-people", Open, "first", FieldValues(("leaders", People(15))))).Code,
            };

        /// <summary>The first hand-in once more, under its key.</summary>
        public async Task<string> ReplayAsync() =>
            (await TestServer.PostAsync(_ready, "t-plan", Ready, "k", Plan())).Must(201).Say("receipt");

        private async Task HandInAsync()
        {
            _ready = await _server.OfficerAsync(Ready);
            _open = await _server.OfficerAsync(Open);
            _readyPages = await FormClient.OpenAsync(_server, "officer", Ready);
            _openPages = await FormClient.OpenAsync(_server, "officer", Pages);
            var first = (await TestServer.PostAsync(_ready, "t-plan", Ready, "k", Plan())).Must(201);
            FirstReceipt = first.Say("receipt");
            _versions["t-plan"] = first.ETag;
            _versions["t-noon"] = (await TestServer.PostAsync(_ready, "t-noon", Ready, "k", FieldValues())).Must(201).ETag;
            _versions["t-people"] = (await TestServer.PostAsync(_ready, "t-people", Ready, "k", FieldValues(("leaders", People(15)))))
                .Must(201)
                .ETag;
            _form =
            [
                .. FormClient.Hidden(await _openPages.GetAsync(FormClient.Page("t-plan", Pages))),
                ("officer", "ก"),
                ("total", "1"),
                ("lines[0].name", "ก"),
                ("lines[0].amount", "1"),
            ];
            _revision = [.. FormClient.Hidden(await _readyPages.GetAsync(FormClient.Page("t-people", Ready)))];
        }

        private static Task<Answer> PutListAsync(HttpClient who) =>
            TestServer.SendAsync(who, "PUT", List, new JsonObject { ["entries"] = People(15) });
    }
}
