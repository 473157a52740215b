using System.Net;
using System.Text.Json.Nodes;
using CddFunctions.Tests.Ballots;
using CddFunctions.Tests.Http;
using static CddFunctions.Tests.Http.MadeUpCampaign;

namespace CddFunctions.Tests.Campaigns.Proposals;

/// <summary>A new definition goes live by two administrators, in every process on the store, and stays.</summary>
[Trait("suite", "http")]
public sealed class ProposalTests
{
    private const string Proposal = "proposal";
    private const string Confirm = "proposal/confirm";
    private static readonly TimeSpan Seconds = TimeSpan.FromSeconds(15);

    [Fact]
    [Trait("heads", "all")]
    public async Task Two_administrators_put_a_file_live_and_every_process_has_it_within_seconds()
    {
        await using var server = await TestServer.StartAsync();
        await using var other = await TestServer.StartAsync(server.Folder);
        var (first, second) = await TwoAsync(server);

        var proposed = (await ProposeAsync(first, Later("2024-05-22"))).Must(200);
        Assert.Equal("milestones", (string)proposed.Json["changes"]![0]!["collection"]!);
        (await ConfirmAsync(first, proposed.ETag)).Must(403, "second-person-needed");
        Assert.Equal(1, await RevisionAsync(server));
        (await TestServer.SendAsync(second, "POST", TestServer.Of(Confirm))).Must(400, "if-match-missing");
        var live = (await ConfirmAsync(second, proposed.ETag)).Must(200);

        Assert.Equal((2, proposed.Say("sha256")), ((int)live.Json["revision"]!, live.Say("sha256")));
        Assert.Equal(2, await RevisionAsync(server)); // at once here
        await UntilAsync(other, 2); // and soon there
        Assert.Equal("2024-05-22T16:59:59Z", (string)(await other.ObligationAsync("t-plan", "2101"))["dueAt"]!);
        Assert.Equal(HttpStatusCode.NoContent, (await TestServer.GetAsync(second, TestServer.Of(Proposal))).Status);
        (await ConfirmAsync(second, proposed.ETag)).Must(409, "nothing-proposed");
        Assert.Equal(
            [("definition-proposed", "revision:2"), ("definition-launched", "revision:2")],
            (await DeedsAsync(server)).Where(d => d.Subject == "revision:2")
        );
    }

    [Fact]
    public async Task It_stays_live_after_a_restart_and_a_file_in_the_folder_does_not_overrule_it()
    {
        await using var server = await TestServer.StartAsync();
        await LaunchAsync(server, Later("2024-05-22"));
        await server.EndAsync();

        await using var same = await TestServer.StartAsync(server.Folder);
        Assert.Equal(2, await RevisionAsync(same));
        Assert.Equal("2024-05-22T16:59:59Z", (string)(await same.ObligationAsync("t-plan", "2101"))["dueAt"]!);
        var health = (await TestServer.GetAsync(same.Anyone, "/api/health")).Must(200);
        Assert.Equal(("ok", "made-up.json"), (health.Say("status"), (string)health.Json["passedOver"]![0]!));
        await same.EndAsync();

        await using var changed = await TestServer.StartAsync(server.Folder, c => c.At("milestones/m-due")["on"] = "2024-05-28");
        Assert.Equal(2, await RevisionAsync(changed));
        await using var equal = await TestServer.StartAsync(server.Folder, c => c.At("milestones/m-due")["on"] = "2024-05-22");
        Assert.Equal(2, await RevisionAsync(equal));
        Assert.Null((await TestServer.GetAsync(equal.Anyone, "/api/health")).Json["passedOver"]);
    }

    [Fact]
    public async Task An_earlier_revision_comes_back_as_the_next_one()
    {
        await using var server = await TestServer.StartAsync();
        await LaunchAsync(server, Later("2024-05-22"));

        await LaunchAsync(server, Json());

        Assert.Equal(3, await RevisionAsync(server));
        Assert.Equal("2024-05-20T16:59:59Z", (string)(await server.ObligationAsync("t-plan", "2101"))["dueAt"]!);
    }

    [Fact]
    [Trait("heads", "all")]
    public async Task What_was_read_is_confirmed_and_a_swapped_or_withdrawn_proposal_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        var (first, second) = await TwoAsync(server);
        var read = (await ProposeAsync(first, Later("2024-05-22"))).Must(200);

        (await ProposeAsync(first, Later("2024-05-23"))).Must(409, "proposal-changed"); // unseen
        var swapped = (await ProposeAsync(first, Later("2024-05-23"), read.ETag)).Must(200);
        (await ConfirmAsync(second, read.ETag)).Must(409, "proposal-changed");
        (await ConfirmAsync(second, "*")).Must(409, "proposal-changed"); // names none
        (await ProposeAsync(first, Later("2024-05-24"), "*")).Must(409, "proposal-changed");
        (await TestServer.SendAsync(second, "DELETE", TestServer.Of(Proposal), headers: ("If-Match", read.ETag))).Must(
            409,
            "proposal-changed"
        );
        (await TestServer.SendAsync(second, "DELETE", TestServer.Of(Proposal), headers: ("If-Match", swapped.ETag))).Must(204);
        (await ConfirmAsync(second, swapped.ETag)).Must(409, "nothing-proposed");

        Assert.Equal(1, await RevisionAsync(server));
        var again = (await ProposeAsync(first, Later("2024-05-22"))).Must(200);
        (await ConfirmAsync(second, again.ETag)).Must(200);
    }

    [Fact]
    public async Task Of_proposals_and_of_confirmations_at_once_one_wins()
    {
        await using var server = await TestServer.StartAsync();
        await using var other = await TestServer.StartAsync(server.Folder);
        var (first, second) = await TwoAsync(server);
        var third = other.With((await server.LinkAsync("admin", "สาม")).Say("token"));

        var proposals = await Task.WhenAll(
            Enumerable.Range(21, 6).Select(day => ProposeAsync(day % 2 == 0 ? first : third, Later($"2024-05-{day}")))
        );
        var winner = Assert.Single(proposals, p => p.Code == 200);
        Assert.All(proposals.Except([winner]), p => p.Must(409, "proposal-changed"));

        var confirmations = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => ConfirmAsync(i % 2 == 0 ? second : third, winner.ETag)));
        Assert.Single(confirmations, c => c.Code == 200);
        await UntilAsync(other, 2);
        await UntilAsync(server, 2);
    }

    [Fact]
    public async Task Bad_files_are_refused_and_nothing_waits()
    {
        await using var server = await TestServer.StartAsync();
        var (first, _) = await TwoAsync(server);
        var broken = Json();
        broken.At("tasks/t-plan")["due"] = "m-nowhere";
        var foreign = Json();
        foreign["id"] = "another";

        var faults = (await ProposeAsync(first, broken)).Must(422, "definition-faulty");
        (await ProposeAsync(first, foreign)).Must(422, "definition-of-another");
        (await ProposeAsync(first, Json())).Must(422, "definition-unchanged");
        (await PutAsync(first, "{"u8.ToArray())).Must(422, "definition-faulty");
        (await PutAsync(first, [0xff, 0xfe, .. "{}"u8])).Must(422, "definition-faulty");
        (await PutAsync(first, new byte[1024 * 1024 + 1])).Must(413, "too-large");
        (await PutAsync(first, "{}"u8.ToArray(), "text/plain")).Must(415, "wrong-content");
        Assert.True(faults.Errors.ContainsKey("tasks/t-plan/due"));
        Assert.Equal(204, (await TestServer.GetAsync(first, TestServer.Of(Proposal))).Code);

        byte[] marked = [.. "\uFEFF"u8, .. System.Text.Encoding.UTF8.GetBytes(Later("2024-05-22").ToJsonString())];
        (await PutAsync(first, marked)).Must(200); // a byte order mark is no fault
    }

    [Fact]
    public async Task A_file_that_would_hide_what_was_handed_in_is_refused_when_it_is_proposed_and_when_it_is_confirmed()
    {
        await using var server = await TestServer.StartAsync();
        var (first, second) = await TwoAsync(server);
        var without = Json();
        without.List("tasks").Remove(without.At("tasks/t-free"));
        var early = (await ProposeAsync(first, without)).Must(200);
        (await TestServer.PostAsync(await server.OfficerAsync("2101"), "t-free", "2101", "k", FieldValues())).Must(201);

        var late = (await ConfirmAsync(second, early.ETag)).Must(422, "definition-breaks-work");
        (await ProposeAsync(first, without, early.ETag)).Must(422, "definition-breaks-work");

        Assert.Contains("ไม่มีกำหนด", late.Say("detail"), StringComparison.Ordinal);
        Assert.Equal(1, await RevisionAsync(server));
    }

    [Fact]
    public async Task Nothing_accepted_becomes_overdue_and_what_was_handed_in_keeps_its_revision()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var sent = (await TestServer.PostAsync(officer, "t-plan", "2101", "k", Plan())).Must(201);
        (await server.ReviewAsync("t-plan", "2101", sent.ETag, "accept")).Must(200);
        (await TestServer.PostAsync(officer, "t-note", "2101", "a", Note())).Must(201);
        (await TestServer.PostAsync(officer, "t-note", "2101", "b", Note())).Must(201);

        await LaunchAsync(server, Later("2024-05-09")); // a day that has passed

        var row = await server.ObligationAsync("t-plan", "2101");
        Assert.Equal(("accepted", true), ((string)row["state"]!, (bool)row["onTime"]!));
        Assert.Equal("overdue", (string)(await server.ObligationAsync("t-plan", "2102"))["state"]!);
        var read = (await TestServer.GetAsync(server.Admin, TestServer.HandIn("t-plan", "2101"))).Must(200);
        Assert.Equal(1, (int)read.Json["current"]!["definitionRevision"]!);
    }

    [Fact]
    public async Task Two_people_are_two_links_of_the_installation_and_the_key_is_nobodys_second()
    {
        await using var server = await TestServer.StartAsync();
        var (first, second) = await TwoAsync(server);
        var request = new JsonObject { ["role"] = "admin", ["subject"] = "ลิงก์ที่ผู้เสนอทำเอง" };
        var own = (await TestServer.SendAsync(first, "POST", TestServer.Of("links"), request)).Must(201).Say("token");
        (await ProposeAsync(await server.OfficerAsync("2101"), Later("2024-05-22"))).Must(403, "not-yours");
        (await ProposeAsync(server.Anyone, Later("2024-05-22"))).Must(401, "identity-missing");
        (await ProposeAsync(server.Admin, Later("2024-05-22"))).Must(409, "own-link-needed");

        var proposed = (await ProposeAsync(first, Later("2024-05-22"))).Must(200);
        (await ConfirmAsync(server.With(own), proposed.ETag)).Must(403, "second-person-needed");
        (await ConfirmAsync(server.Admin, proposed.ETag)).Must(403, "second-person-needed");
        (await ConfirmAsync(second, proposed.ETag)).Must(200);
    }

    [Fact]
    public async Task A_vote_whose_roll_is_frozen_stays_in_the_file()
    {
        await using var server = await VirtueBallot.StartAsync();
        var (first, _) = await TwoAsync(server);
        (await ProposeAsync(first, Json())).Must(200); // nobody votes yet
        await VirtueBallot.FreezeAsync(server, 20);

        var gone = (await ProposeAsync(first, Json())).Must(422, "definition-breaks-work");

        Assert.Contains("ลงคะแนนสมมติ", gone.Say("detail"), StringComparison.Ordinal);
    }

    private static JsonObject Note() => FieldValues(("note", "กิจกรรมสมมติ"));

    private static JsonObject Later(string day)
    {
        var changed = Json();
        changed.At("milestones/m-due")["on"] = day;
        return changed;
    }

    private static async Task<(HttpClient First, HttpClient Second)> TwoAsync(TestServer server) =>
        (await server.HolderAsync("admin", "หนึ่ง"), await server.HolderAsync("admin", "สอง"));

    internal static async Task LaunchAsync(TestServer server, JsonObject file)
    {
        var (first, second) = await TwoAsync(server);
        (await ConfirmAsync(second, (await ProposeAsync(first, file)).Must(200).ETag)).Must(200);
    }

    private static Task<Answer> ProposeAsync(HttpClient who, JsonObject file, string? seen = null) =>
        TestServer.SendAsync(who, "PUT", TestServer.Of(Proposal), file, seen is null ? [] : [("If-Match", seen)]);

    private static Task<Answer> PutAsync(HttpClient who, byte[] file, string type = "application/json") =>
        TestServer.SendAsync(who, "PUT", TestServer.Of(Proposal), TestServer.Bytes(file, type));

    private static Task<Answer> ConfirmAsync(HttpClient who, string seen) =>
        TestServer.SendAsync(who, "POST", TestServer.Of(Confirm), (JsonNode?)null, ("If-Match", seen));

    private static async Task<int> RevisionAsync(TestServer server) =>
        (int)(await TestServer.GetAsync(server.Anyone, "/api/campaigns/made-up")).Must(200).Json["revision"]!;

    private static async Task UntilAsync(TestServer server, int revision)
    {
        using var late = new CancellationTokenSource(Seconds);
        while (await RevisionAsync(server) != revision)
            await Task.Delay(100, late.Token);
    }

    private static async Task<IReadOnlyList<(string What, string Subject)>> DeedsAsync(TestServer server) =>
        [
            .. (await TestServer.GetAsync(server.Admin, TestServer.Of("audit?limit=1000"))).Must(200).Json["entries"]!
                .AsArray()
                .Select(e => ((string)e!["what"]!, (string)e["subject"]!)),
        ];
}
