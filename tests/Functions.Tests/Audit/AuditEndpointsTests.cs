using System.Text.Json.Nodes;
using CddFunctions.Tests.Ballots;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Platform.Audit;
using static CddFunctions.Tests.Ballots.VirtueBallot;
using static CddFunctions.Tests.Http.MadeUpCampaign;

namespace CddFunctions.Tests.Audit;

[Trait("suite", "http")]
[Trait("heads", "all")]
public sealed class AuditEndpointsTests
{
    [Fact]
    public async Task Every_deed_with_a_hand_in_leaves_one_entry_and_what_was_refused_none()
    {
        await using var server = await TestServer.StartAsync();
        var deeds = new Deeds(server);
        var link = await server.LinkAsync("officer", "2101");
        Assert.Equal([$"admin-key link-made {link.Say("id")} role=officer subject=2101"], await deeds.NewAsync());
        var officer = server.With(link.Say("token"));
        var by = link.Say("id");
        var path = TestServer.HandIn("t-plan", "2101");
        var viewer = await server.HolderAsync("viewer", "ผู้ชมสมมติ");
        Answer last = null!;
        async Task<Answer> Keep(Task<Answer> act) => last = await act;

        await deeds.MustAsync(() => TestServer.PostAsync(officer, "t-plan", "2101", "k", Plan(299)), 422);
        await deeds.MustAsync(
            () => Keep(TestServer.PostAsync(officer, "t-plan", "2101", "k", Plan())),
            201,
            $"{by} handed-in t-plan:2101 receipt=* revision=1"
        );
        await deeds.MustAsync(() => Keep(TestServer.PostAsync(officer, "t-plan", "2101", "k", Plan())), 201); // the same again
        await deeds.MustAsync(() => TestServer.PostAsync(officer, "t-plan", "2101", "k2", Plan()), 409);
        await deeds.MustAsync(() => TestServer.GetAsync(officer, path), 200, $"{by} submission-read t-plan:2101 count=1");
        await deeds.MustAsync(() => TestServer.GetAsync(viewer, path), 200);
        await deeds.MustAsync(() => TestServer.GetAsync(officer, TestServer.HandIn("t-plan", "2102")), 403);
        await deeds.MustAsync(
            () => Keep(TestServer.PutAsync(officer, "t-plan", "2101", last.ETag, Plan())),
            200,
            $"{by} revised t-plan:2101 receipt=* revision=2"
        );
        await deeds.MustAsync(() => server.ReviewAsync("t-plan", "2101", "\"stale\"", "return"), 412);
        await deeds.MustAsync(
            () => Keep(server.ReviewAsync("t-plan", "2101", last.ETag, "return")),
            200,
            "admin-key returned t-plan:2101 receipt=* revision=2"
        );
        await deeds.MustAsync(
            () => Keep(TestServer.PutAsync(officer, "t-plan", "2101", last.ETag, Plan())),
            200,
            $"{by} revised t-plan:2101 receipt=* revision=3"
        );
        await deeds.MustAsync(
            () => Keep(server.ReviewAsync("t-plan", "2101", last.ETag, "accept")),
            200,
            "admin-key accepted t-plan:2101 receipt=* revision=3"
        );
        await deeds.MustAsync(
            () =>
                TestServer.SendAsync(
                    server.Admin,
                    "POST",
                    TestServer.Of("obligations/t-plan/2102/extension"),
                    new JsonObject { ["until"] = "2024-05-25", ["reason"] = "ไฟดับ" }
                ),
            200,
            "admin-key extended t-plan:2102 until=2024-05-25"
        );
        await deeds.MustAsync(
            () => TestServer.PostAsync(officer, "t-free", "2101", "f", FieldValues(("note", "ทำแล้ว"))),
            201,
            $"{by} handed-in t-free:2101 receipt=* revision=1"
        );
        await deeds.MustAsync(() => TestServer.GetAsync(officer, TestServer.HandIn("t-free", "2101")), 200); // nothing personal in it
        await deeds.MustAsync(
            () => TestServer.SendAsync(server.Admin, "DELETE", TestServer.Of($"links/{by}")),
            204,
            $"admin-key link-revoked {by}"
        );
        await deeds.MustAsync(() => TestServer.SendAsync(server.Admin, "DELETE", TestServer.Of("links/none")), 404);
    }

    [Fact]
    public async Task A_hand_in_without_a_name_leaves_no_entry_that_would_tell_its_minute()
    {
        await using var server = await TestServer.StartAsync();
        var deeds = new Deeds(server);
        var sender = await server.HolderAsync("intake", "t-opinion");

        await deeds.MustAsync(() => TestServer.PostAsync(sender, "t-opinion", "21", "k", FieldValues(("opinion", "ก"))), 201);
        await deeds.MustAsync(() => TestServer.PostAsync(sender, "t-opinion", "21", "k", FieldValues(("opinion", "ก"))), 201);
    }

    [Fact]
    public async Task Every_deed_with_lists_units_and_exports_leaves_one_entry()
    {
        await using var server = await TestServer.StartAsync();
        var deeds = new Deeds(server);
        var viewer = await server.HolderAsync("viewer", "ผู้ชมสมมติ");
        var link = await server.LinkAsync("officer", "2101");
        var officer = server.With(link.Say("token"));
        var by = link.Say("id");
        var roster = TestServer.Of("rosters/people/2101");
        var list = new JsonObject { ["entries"] = People(15) };

        await deeds.MustAsync(() => TestServer.GetAsync(officer, roster + "/template.xlsx"), 200); // an empty form
        await deeds.MustAsync(() => TestServer.SendAsync(officer, "PUT", roster, new JsonObject { ["entries"] = People(14) }), 422);
        await deeds.MustAsync(
            () => TestServer.SendAsync(officer, "PUT", roster, list),
            200,
            $"{by} roster-put people:2101 rows=15 changes=15"
        );
        await deeds.MustAsync(() => TestServer.GetAsync(officer, roster), 200, $"{by} roster-read people:2101");
        await deeds.MustAsync(() => TestServer.GetAsync(server.Admin, roster + "/template.xlsx"), 200, "admin-key roster-read people:2101");
        await deeds.MustAsync(
            () => TestServer.PostAsync(officer, "t-people", "2101", "p", FieldValues(("leaders", People(15)))),
            201,
            $"{by} handed-in t-people:2101 receipt=* revision=1"
        );
        await deeds.MustAsync(
            () =>
                TestServer.SendAsync(
                    server.Admin,
                    "PUT",
                    TestServer.Of("unit-sets/tambons"),
                    new JsonObject
                    {
                        ["units"] = new JsonArray([.. new[] { "210101", "210201", "210301" }.Select(c => new JsonObject { ["code"] = c })]),
                    }
                ),
            200,
            "admin-key units-chosen tambons units=3 dropped=0"
        );

        Answer made = null!;
        await deeds.MustAsync(
            async () =>
                made = await TestServer.SendAsync(
                    server.Admin,
                    "POST",
                    TestServer.Of("exports"),
                    new JsonObject { ["label"] = "ป้ายสมมติ" }
                ),
            201,
            "admin-key export-made * origin=person"
        );
        var file = TestServer.Of($"exports/{made.Say("snapshot")}/datasets.xlsx");
        await deeds.MustAsync(
            () => TestServer.GetAsync(server.Admin, file),
            200,
            $"admin-key export-read {made.Say("snapshot")} file=datasets.xlsx"
        );
        await deeds.MustAsync(() => TestServer.GetAsync(viewer, file), 200); // masked
        await NothingPersonalAsync(deeds);
    }

    [Fact]
    public async Task Every_deed_with_a_ballot_leaves_one_entry_and_a_vote_none()
    {
        await using var server = await VirtueBallot.StartAsync();
        var deeds = new Deeds(server);
        var second = await server.LinkAsync("admin", "นายสมมติ คนที่สอง");
        var other = server.With(second.Say("token"));
        var by = second.Say("id");
        var first = await server.LinkAsync("admin", "นางสมมติ คนแรก");
        var one = server.With(first.Say("token"));
        var oneBy = first.Say("id");
        List<string> roll = [];
        var hash = "";

        await deeds.MustAsync(
            async () =>
            {
                var put = await TestServer.SendAsync(one, "PUT", At("roll"), Staff(3));
                hash = put.Say("hash");
                return put;
            },
            200,
            $"{oneBy} roll-put virtues voters=3 sha256=*"
        );
        await deeds.MustAsync(() => FreezeAsync(one, hash), 200, $"{oneBy} roll-frozen virtues voters=3 sha256=*");
        await deeds.MustAsync(
            async () =>
            {
                var read = await TestServer.GetAsync(server.Admin, At("roll"));
                roll = [.. read.Json.AsArray().Select(e => (string)e!["id"]!)];
                return read;
            },
            200,
            "admin-key roll-read virtues"
        );
        await deeds.MustAsync(
            () => TestServer.GetAsync(server.Admin, $"/api/ui/{MadeUpCampaign.Id}/{Here}/roll"),
            200,
            "admin-key roll-read virtues"
        );
        await deeds.MustAsync(() => TestServer.GetAsync(server.Admin, At("roll/slips")), 200, "admin-key slips-printed virtues slips=3");
        await deeds.MustAsync(
            () => TestServer.SendAsync(server.Admin, "POST", At($"roll/entries/{roll[2]}/code")),
            200,
            $"admin-key code-reissued virtues entry={roll[2]}"
        );
        await deeds.MustAsync(
            () => TestServer.SendAsync(other, "POST", At("roll/additions"), Added()),
            200,
            $"{by} roll-added virtues voters=1 sha256=*"
        );
        await deeds.MustAsync(
            () =>
                TestServer.SendAsync(
                    other,
                    "POST",
                    At("window"),
                    new JsonObject { ["until"] = "2024-05-16T16:59:59Z", ["reason"] = "น้ำท่วมสมมติ" }
                ),
            202,
            $"{by} close-extension-proposed virtues until=2024-05-16T16:59:59Z"
        );
        await deeds.MustAsync(() => ConfirmAsync(server, one), 200, $"{oneBy} close-extended virtues until=2024-05-16T16:59:59Z");
        await deeds.MustAsync(() => TestServer.SendAsync(server.Admin, "POST", At("tally")), 409, "admin-key key-refused virtues");
        var code = (await CodesAsync(server))[0];
        await deeds.MustAsync(() => TestServer.SendAsync(server.Anyone, "POST", At("voters"), new JsonObject { ["code"] = code }), 200);
        var voter = await server.HolderAsync("voter", roll[0]);
        await deeds.MustAsync(() => VirtueBallot.VoteAsync(voter, Choices(roll[1]), "an attempt that is long enough"), 201);
        server.Clock.Now = VirtueBallot.LastSecond.AddDays(1).AddSeconds(1);
        await deeds.MustAsync(
            () => TestServer.SendAsync(one, "POST", At("tally")),
            200,
            $"{oneBy} tally-begun virtues",
            $"{oneBy} tallied virtues envelopes=1 receipts=* counts=* balanced=yes"
        );
        await deeds.MustAsync(
            () => VirtueBallot.CertifyAsync(server, other),
            200,
            $"{by} certified virtues receipts=*",
            $"{by} papers-dropped virtues"
        );
        await deeds.MustAsync(() => TestServer.SendAsync(other, "POST", At("publish")), 200, $"{by} published virtues");
        await deeds.MustAsync(() => TestServer.SendAsync(other, "POST", At("publish")), 200);

        Assert.DoesNotContain(
            await deeds.AllAsync(),
            e =>
                e.ToJsonString().Contains(roll[0], StringComparison.Ordinal) || e.ToJsonString().Contains(roll[1], StringComparison.Ordinal)
        );
        await NothingPersonalAsync(deeds);
    }

    [Fact]
    public async Task A_start_tells_that_a_definition_is_in_force_and_the_next_one_only_when_it_changed()
    {
        await using var server = await TestServer.StartAsync();
        await server.EndAsync();
        await using var same = await TestServer.StartAsync(server.Folder);
        await same.EndAsync();
        await using var changed = await TestServer.StartAsync(server.Folder, programme => programme["th"] = "โครงการสมมติที่แก้");

        var launched = (await new Deeds(changed).AllAsync()).Where(e => (string)e["what"]! == "definition-launched").ToList();

        Assert.Equal(["revision:1", "revision:2"], launched.Select(e => (string)e["subject"]!));
        Assert.All(launched, e => Assert.Equal(("system", "system"), ((string)e["by"]!, (string)e["role"]!)));
        Assert.Equal(2, launched.Select(e => (string)e["detail"]!).Distinct().Count());
    }

    [Fact]
    public async Task Administrators_read_it_page_by_page_in_its_order_and_nobody_else()
    {
        await using var server = await TestServer.StartAsync();
        for (var n = 0; n < 4; n++)
            await server.LinkAsync("viewer", $"{n}");
        var path = TestServer.Of("audit");
        var all = (await TestServer.GetAsync(server.Admin, path)).Must(200).Json;
        var end = (long)all["entries"]!.AsArray()[^1]!["number"]!;

        var two = (await TestServer.GetAsync(server.Admin, path + $"?after={end - 3}&limit=2")).Must(200).Json;
        var rest = (await TestServer.GetAsync(server.Admin, path + $"?after={(long)two["next"]!}&limit=2")).Must(200).Json;

        Assert.Null(all["next"]);
        Assert.Equal([end - 2, end - 1], two["entries"]!.AsArray().Select(e => (long)e!["number"]!));
        Assert.Equal([end], rest["entries"]!.AsArray().Select(e => (long)e!["number"]!));
        Assert.Null(rest["next"]);
        var beyond = (await TestServer.GetAsync(server.Admin, path + $"?after={long.MaxValue}")).Must(200).Json;
        Assert.Empty(beyond["entries"]!.AsArray());
        Assert.Null(beyond["next"]);
        Assert.Equal(
            1,
            (long)
                (await TestServer.GetAsync(server.Admin, path + "?after=-5&limit=0")).Must(200).Json["entries"]!.AsArray().Single()![
                    "number"
                ]!
        );
        (await TestServer.GetAsync(server.Admin, path + "?after=x")).Must(400, "malformed-request");
        (await TestServer.GetAsync(server.Anyone, path)).Must(401);
        foreach (var role in (string[])["viewer", "officer"])
            (await TestServer.GetAsync(await server.HolderAsync(role, "2101"), path)).Must(403, "not-yours");
        (await TestServer.GetAsync(server.Admin, "/api/campaigns/none/audit")).Must(404, "campaign-not-found");
    }

    private static JsonObject Added()
    {
        var one = Staff(4);
        one["entries"] = new JsonArray(one["entries"]!.AsArray()[3]!.DeepClone());
        one["reason"] = "ตกหล่นสมมติ";
        return one;
    }

    /// <summary>Every made-up name, phone, label and reason of these tests holds one of these.</summary>
    private static async Task NothingPersonalAsync(Deeds deeds)
    {
        var all = string.Join(
            '\n',
            (await deeds.AllAsync()).Select(e =>
                e.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
            )
        );
        Assert.Contains("link-made", all, StringComparison.Ordinal);
        foreach (var personal in (string[])["สมมติ", "ทดสอบ", "080-000", "0800000", "+6680"])
            Assert.DoesNotContain(personal, all, StringComparison.Ordinal);
    }
}
