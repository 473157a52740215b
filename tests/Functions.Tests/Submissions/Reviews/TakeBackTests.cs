using System.Text.Json.Nodes;
using CddFunctions.Tests.Http;
using static CddFunctions.Tests.Http.MadeUpCampaign;

namespace CddFunctions.Tests.Submissions.Reviews;

/// <summary>Decisions that are taken back, over HTTP.</summary>
[Trait("suite", "http")]
[Trait("heads", "all")]
public sealed class TakeBackTests
{
    private const string Why = "กดรับผิด <b>";

    [Fact]
    public async Task An_acceptance_is_taken_back_on_record_and_the_office_can_revise_and_stays_on_time()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var sent = (await TestServer.PostAsync(officer, "t-plan", "2101", "k", Plan())).Must(201);
        var accepted = (await server.ReviewAsync("t-plan", "2101", sent.ETag, "accept")).Must(200);
        server.Clock.Now = LastSecond.AddDays(2);

        var reopened = (await TakeBackAsync(server.Admin, "t-plan", accepted.ETag)).Must(200);

        Assert.Equal("submitted", reopened.Say("state"));
        var taken = reopened.Json["current"]!["takenBack"]!.AsArray().Single()!;
        Assert.Equal((true, Why), ((bool)taken["decision"]!["accepted"]!, (string)taken["reason"]!));
        var row = await server.ObligationAsync("t-plan", "2101");
        Assert.Equal(("submitted", "2024-05-22T16:59:59Z"), ((string)row["state"]!, (string)row["reopenedAt"]!));
        var revised = (await TestServer.PutAsync(officer, "t-plan", "2101", reopened.ETag, Plan())).Must(200);
        Assert.True((bool)revised.Json["onTime"]!);
        Assert.Null((await server.ObligationAsync("t-plan", "2101"))["reopenedAt"]);
        (await server.ReviewAsync("t-plan", "2101", revised.ETag, "accept")).Must(200);
        var audit = (await TestServer.GetAsync(server.Admin, TestServer.Of("audit"))).Must(200).Text;
        Assert.Contains("\"reopened\"", audit, StringComparison.Ordinal);
        Assert.DoesNotContain("กดรับผิด", audit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_return_is_taken_back_while_nothing_new_came()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var sent = (await TestServer.PostAsync(officer, "t-plan", "2101", "k", Plan())).Must(201);
        var returned = (await server.ReviewAsync("t-plan", "2101", sent.ETag, "return")).Must(200);

        var waiting = (await TakeBackAsync(server.Admin, "t-plan", returned.ETag)).Must(200);

        Assert.Equal("submitted", waiting.Say("state"));
        Assert.Null((await server.ObligationAsync("t-plan", "2101"))["reopenedAt"]);
        (await TakeBackAsync(server.Admin, "t-plan", waiting.ETag)).Must(409, "not-decided");
        var again = (await server.ReviewAsync("t-plan", "2101", waiting.ETag, "return")).Must(200);
        var revised = (await TestServer.PutAsync(officer, "t-plan", "2101", again.ETag, Plan())).Must(200);
        (await TakeBackAsync(server.Admin, "t-plan", again.ETag)).Must(409, "not-decided");
        (await server.ReviewAsync("t-plan", "2101", revised.ETag, "accept")).Must(200);
    }

    [Fact]
    public async Task Who_takes_back_is_an_administrator_who_names_what_was_read_and_says_why()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        (await TakeBackAsync(server.Admin, "t-plan", "\"x\"")).Must(404, "nothing-handed-in");
        var sent = (await TestServer.PostAsync(officer, "t-plan", "2101", "k", Plan())).Must(201);
        (await TakeBackAsync(server.Admin, "t-plan", sent.ETag)).Must(409, "not-decided");
        var accepted = (await server.ReviewAsync("t-plan", "2101", sent.ETag, "accept")).Must(200);

        (await TakeBackAsync(officer, "t-plan", accepted.ETag)).Must(403, "not-yours");
        (await TakeBackAsync(await server.HolderAsync("viewer", "v"), "t-plan", accepted.ETag)).Must(403, "not-yours");
        (await TakeBackAsync(server.Admin, "t-plan", accepted.ETag, " ")).Must(400, "reason-missing");
        (await TakeBackAsync(server.Admin, "t-plan", accepted.ETag, new string('x', 1001))).Must(400, "reason-missing");
        (await TakeBackAsync(server.Admin, "t-plan", sent.ETag)).Must(412, "stale");
        (await TestServer.SendAsync(server.Admin, "POST", Path("t-plan"), new JsonObject { ["reason"] = Why })).Must(
            400,
            "if-match-missing"
        );
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => TakeBackAsync(server.Admin, "t-plan", accepted.ETag)));
        Assert.Single(answers, a => a.Code == 200);
        Assert.All(answers.Where(a => a.Code != 200), a => Assert.Contains(a.Problem, (string[])["stale", "not-decided"]));
    }

    [Fact]
    public async Task An_acceptance_stays_once_a_round_that_uses_it_has_opened_but_a_return_does_not()
    {
        await using var server = await TestServer.StartAsync(change: WithRound);
        var opens = new DateTimeOffset(2024, 5, 24, 17, 0, 0, TimeSpan.Zero);
        var first = (await TestServer.PostAsync(await server.OfficerAsync("2101"), "t-plan", "2101", "k", Plan())).Must(201);
        var second = (await TestServer.PostAsync(await server.OfficerAsync("2102"), "t-plan", "2102", "k", Plan())).Must(201);
        var accepted = (await server.ReviewAsync("t-plan", "2101", first.ETag, "accept")).Must(200);
        var returned = (await server.ReviewAsync("t-plan", "2102", second.ETag, "return")).Must(200);

        server.Clock.Now = opens.AddSeconds(-1);
        var reopened = (await TakeBackAsync(server.Admin, "t-plan", accepted.ETag)).Must(200);
        accepted = (await server.ReviewAsync("t-plan", "2101", reopened.ETag, "accept")).Must(200);
        server.Clock.Now = opens;

        var refused = (await TakeBackAsync(server.Admin, "t-plan", accepted.ETag)).Must(409, "round-opened");
        Assert.Contains("คัดเลือก", refused.Text, StringComparison.Ordinal);
        (await TakeBackAsync(server.Admin, "t-plan", returned.ETag, unit: "2102")).Must(200);
        var page = (await TestServer.GetAsync(server.Admin, "/api/ui/made-up/tasks/t-plan/units/2101/history")).Must(200).Text;
        Assert.Contains("จึงเปิดให้แก้ไขไม่ได้อีก", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/take-back\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_hand_in_of_a_repeatable_form_is_named_by_its_receipt()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var one = (await TestServer.PostAsync(officer, "t-note", "2101", "k1", FieldValues(("note", "หนึ่ง")))).Must(201);
        var two = (await TestServer.PostAsync(officer, "t-note", "2101", "k2", FieldValues(("note", "สอง")))).Must(201);
        var accepted = (await server.ReviewAsync("t-note", "2101", one.ETag, "accept", one.Say("receipt"))).Must(200);
        (await server.ReviewAsync("t-note", "2101", two.ETag, "accept", two.Say("receipt"))).Must(200);

        (await TakeBackAsync(server.Admin, "t-note", accepted.ETag, receipt: one.Say("receipt"))).Must(200);

        var page = (await TestServer.GetAsync(officer, "/api/ui/made-up")).Must(200).Text;
        Assert.Contains("เปิดให้แก้ไขอีกครั้ง เหตุผล", page, StringComparison.Ordinal);
        Assert.Contains("กดรับผิด &lt;b&gt;", page, StringComparison.Ordinal);
        Assert.Equal("submitted", (string)(await server.ObligationAsync("t-note", "2101"))["state"]!);
    }

    [Fact]
    public async Task After_a_roster_was_reopened_its_changes_are_counted_as_before_the_acceptance()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var roster = TestServer.Of("rosters/people/2101");
        (await TestServer.SendAsync(server.Admin, "PUT", roster, new JsonObject { ["entries"] = People(15) })).Must(200);
        var changed = People(15);
        changed[0]!["title"] = "นาง";
        var sent = (await TestServer.PostAsync(officer, "t-people", "2101", "k", FieldValues(("leaders", changed.DeepClone())))).Must(201);
        var accepted = (await server.ReviewAsync("t-people", "2101", sent.ETag, "accept")).Must(200);

        (await TakeBackAsync(server.Admin, "t-people", accepted.ETag)).Must(200);

        Assert.Single((await TestServer.GetAsync(officer, roster)).Must(200).Json["changes"]!.AsArray());
        (await TestServer.SendAsync(officer, "PUT", roster, new JsonObject { ["entries"] = changed })).Must(200);
    }

    [Fact]
    public async Task An_extension_is_taken_back_until_something_came_in_its_time()
    {
        await using var server = await TestServer.StartAsync();
        (await ExtendAsync(server, "2101")).Must(200);
        (await ExtendAsync(server, "2102")).Must(200);
        server.Clock.Now = LastSecond.AddHours(1);
        (await TestServer.PostAsync(await server.OfficerAsync("2102"), "t-plan", "2102", "k", Plan())).Must(201);

        (await TakeBackExtensionAsync(server, "2101", "2024-05-24")).Must(412, "stale");
        (await TakeBackExtensionAsync(server, "2101", reason: "")).Must(400, "reason-missing");
        (await TakeBackExtensionAsync(server, "2101")).Must(200);
        (await TakeBackExtensionAsync(server, "2101")).Must(409, "not-extended");
        (await TakeBackExtensionAsync(server, "2102")).Must(409, "extension-used");

        Assert.Equal("overdue", (string)(await server.ObligationAsync("t-plan", "2101"))["state"]!);
        Assert.True((bool)(await server.ObligationAsync("t-plan", "2102"))["onTime"]!);
        var audit = (await TestServer.GetAsync(server.Admin, TestServer.Of("audit"))).Must(200).Text;
        Assert.Contains("\"extension-taken-back\"", audit, StringComparison.Ordinal);
    }

    private static string Path(string task, string unit = "2101") => TestServer.HandIn(task, unit) + "/take-back";

    private static Task<Answer> TakeBackAsync(
        HttpClient client,
        string task,
        string ifMatch,
        string reason = Why,
        string? receipt = null,
        string unit = "2101"
    ) =>
        TestServer.SendAsync(
            client,
            "POST",
            Path(task, unit),
            new JsonObject { ["reason"] = reason, ["receipt"] = receipt },
            ("If-Match", ifMatch)
        );

    private static Task<Answer> ExtendAsync(TestServer server, string unit) =>
        TestServer.SendAsync(
            server.Admin,
            "POST",
            TestServer.Of($"obligations/t-plan/{unit}/extension"),
            new JsonObject { ["until"] = "2024-05-25", ["reason"] = "ผิดแห่ง" }
        );

    private static Task<Answer> TakeBackExtensionAsync(TestServer server, string unit, string until = "2024-05-25", string reason = Why) =>
        TestServer.SendAsync(
            server.Admin,
            "POST",
            TestServer.Of($"obligations/t-plan/{unit}/extension/take-back"),
            new JsonObject { ["until"] = until, ["reason"] = reason }
        );

    private static void WithRound(JsonObject programme)
    {
        programme["milestones"]!
            .AsArray()
            .Add(
                JsonNode.Parse(
                    """
                    { "id": "m-round", "th": "ช่วงคัดเลือก", "en": "Selection", "kind": "window", "from": "2024-05-25", "to": "2024-05-30", "src": ["assumed — x"] }
                    """
                )
            );
        programme["bodies"]!
            .AsArray()
            .Add(
                JsonNode.Parse(
                    """
                    { "id": "panel", "th": "กรรมการ", "en": "Panel", "kind": "committee", "level": "province", "count": 1, "src": ["assumed — x"] }
                    """
                )
            );
        programme["rubrics"]!
            .AsArray()
            .Add(
                JsonNode.Parse(
                    """
                    { "id": "rb", "th": "เกณฑ์", "en": "Criteria", "status": "complete", "weightsBasis": "assumed", "src": ["assumed — x"],
                      "scale": { "min": 0, "max": 10, "step": 1, "basis": "assumed" },
                      "criteria": [{ "id": "cr", "th": "ผล", "en": "Results", "weight": 100, "src": ["assumed — x"] }] }
                    """
                )
            );
        programme["rounds"]!
            .AsArray()
            .Add(
                JsonNode.Parse(
                    """
                    { "id": "r-one", "th": "คัดเลือก", "en": "Selection", "order": 1, "track": "main", "level": "province", "groupBy": "province",
                      "entrants": "districts", "entrantCount": 3, "groups": 1, "perGroup": 3, "winnersPerGroup": 1, "winners": 1, "requires": ["t-plan"],
                      "window": "m-round", "panel": { "body": "panel", "basis": "assumed" }, "rubric": "rb", "aggregate": "mean",
                      "tieBreaks": [], "awards": [], "publish": { "what": "winners-only", "to": ["panel"], "approver": "chief" }, "src": ["assumed — x"] }
                    """
                )
            );
    }
}
