using System.Text.Json.Nodes;
using CddFunctions.Ballots.Roll;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;
using static CddFunctions.Tests.Ballots.VirtueBallot;

namespace CddFunctions.Tests.Ballots.Roll;

[Trait("suite", "http")]
public sealed class RollTests
{
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [Fact]
    public async Task A_frozen_roll_is_added_to_by_a_second_administrator_with_a_reason_only()
    {
        await using var server = await StartAsync();
        var first = await server.HolderAsync("admin", "first");
        var roll = await FreezeAsync(server, 3, first);
        var second = await server.HolderAsync("admin", "second");
        var late = Staff(4);
        late["entries"]!.AsArray().RemoveRange(0, 3);
        var frozen = (await TestServer.GetAsync(server.Anyone, TestServer.Of(Here))).Must(200).Say("rollHash");

        (await TestServer.SendAsync(server.Admin, "PUT", At("roll"), Staff(2))).Must(409, "roll-frozen");
        (await TestServer.SendAsync(server.Admin, "POST", At("roll/freeze"))).Must(409, "roll-frozen");
        (await AddAsync(second, late)).Must(400, "reason-missing");
        late["reason"] = "โอนมาใหม่";
        (await AddAsync(first, late)).Must(403, "second-person-needed");
        var added = (await AddAsync(second, late)).Must(200);

        Assert.Equal(4, (int)added.Json["voters"]!);
        Assert.NotEqual(frozen, added.Say("hash"));
        (await AddAsync(second, late)).Must(422, "rules-broken");
        var newcomer = (await TestServer.GetAsync(server.Admin, At("roll")))
            .Must(200)
            .Json.AsArray()
            .Select(e => (string)e!["id"]!)
            .Except(roll)
            .Single();
        (await VoteAsync(server, newcomer, Choices(roll[0]))).Must(201);
        (await VoteAsync(server, roll[0], Choices(newcomer))).Must(422, "choices-refused"); // came after the opening
    }

    [Fact]
    public async Task Whoever_withdraws_at_the_freeze_stands_on_no_paper_though_the_roll_was_read_before()
    {
        await using var server = await StartAsync();
        var hash = (await TestServer.SendAsync(server.Admin, "PUT", At("roll"), Staff(3))).Must(200).Say("hash");
        var roll = (await TestServer.GetAsync(server.Admin, At("roll"))).Must(200).Json.AsArray().Select(e => (string)e!["id"]!).ToList();
        var freeze = new JsonObject { ["hash"] = hash, ["withdrawn"] = new JsonArray(roll[0]) };
        (await TestServer.SendAsync(server.Admin, "POST", At("roll/freeze"), freeze)).Must(200);

        var paper = (await TestServer.GetAsync(await server.HolderAsync("voter", roll[1]), At("paper"))).Must(200);

        Assert.Equal([roll[2]], paper.Json["candidates"]!.AsArray().Select(c => (string?)c!["id"]));
        (await VoteAsync(server, roll[1], Choices(roll[0]))).Must(422, "choices-refused");
        (await VoteAsync(server, roll[0], Choices(roll[2]))).Must(201); // and votes all the same
    }

    [Fact]
    public async Task The_roll_is_taken_from_the_staff_roster_when_none_is_sent()
    {
        await using var server = await StartAsync();
        (await FreezeAsync(server.Admin, null)).Must(409, "roll-empty");
        (await TestServer.SendAsync(server.Admin, "PUT", TestServer.Of("rosters/staff/21"), Staff(60))).Must(200);
        (await FreezeAsync(server.Admin, null)).Must(409, "roll-empty"); // nobody has read it

        var read = (await TestServer.SendAsync(server.Admin, "PUT", At("roll"))).Must(200).Say("hash");
        var frozen = (await FreezeAsync(server.Admin, read)).Must(200);

        Assert.Equal((60, 60), ((int)frozen.Json["voters"]!, (int)frozen.Json["expected"]!));
        Assert.Matches("^[0-9a-f]{64}$", frozen.Say("hash"));
        var first = (await TestServer.GetAsync(server.Admin, At("roll"))).Must(200).Json[0]!;
        Assert.Equal(("นายสมมติก ทดสอบ", "สำนักงานจังหวัด"), ((string)first["name"]!, (string)first["office"]!));
    }

    [Fact]
    public async Task Another_roll_than_the_one_that_was_read_is_not_frozen()
    {
        await using var server = await StartAsync();
        var read = (await TestServer.SendAsync(server.Admin, "PUT", At("roll"), Staff(3))).Must(200).Say("hash");
        var now = (await TestServer.SendAsync(server.Admin, "PUT", At("roll"), Staff(4))).Must(200).Say("hash");

        (await FreezeAsync(server.Admin, read)).Must(409, "roll-changed");
        (await FreezeAsync(server.Admin, null)).Must(409, "roll-changed"); // names none
        (await FreezeAsync(server.Admin, now)).Must(200);
    }

    [Fact]
    public async Task Another_administrator_stands_for_the_freeze_and_then_the_first_adds_voters()
    {
        await using var server = await StartAsync();
        await FreezeAsync(server, 3); // the key, which made every link
        var (first, second) = (await server.HolderAsync("admin", "first"), await server.HolderAsync("admin", "second"));
        var late = Staff(4);
        late["entries"]!.AsArray().RemoveRange(0, 3);
        late["reason"] = "โอนมาใหม่";
        var hash = (await TestServer.GetAsync(server.Anyone, TestServer.Of(Here))).Must(200).Say("rollHash");

        (await AddAsync(second, late)).Must(403, "second-person-needed");
        (await FreezeAsync(first, new string('0', 64))).Must(409, "roll-changed");
        (await FreezeAsync(first, hash)).Must(200);
        (await AddAsync(first, late)).Must(403, "second-person-needed");
        (await AddAsync(server.Admin, late)).Must(403, "second-person-needed");
        (await AddAsync(second, late)).Must(200);
    }

    [Fact]
    public async Task A_bad_row_is_named_and_nobody_but_an_administrator_sees_the_roll()
    {
        await using var server = await StartAsync();
        var staff = Staff(3);
        staff["entries"]![1]!.AsObject().Remove("given");

        var refused = (await TestServer.SendAsync(server.Admin, "PUT", At("roll"), staff)).Must(422, "rules-broken");

        Assert.True(refused.Errors.ContainsKey("rows[2].given"));
        (await TestServer.GetAsync(await server.HolderAsync("viewer", "v"), At("roll"))).Must(403);
        (await TestServer.SendAsync(await server.OfficerAsync("2101"), "PUT", At("roll"), Staff(3))).Must(403);
    }

    [Fact]
    public async Task Somebody_who_is_on_the_roll_is_not_added_again_under_another_title()
    {
        await using var server = await StartAsync();
        var roll = Staff(3);
        (roll["entries"]![0]!["title"], roll["entries"]![0]!["given"]) = ("น.ส.", "น.ส.สมมติ\nหญิง");
        (await TestServer.SendAsync(server.Admin, "PUT", At("roll"), roll)).Must(200);
        var again = new JsonObject { ["entries"] = new JsonArray(roll["entries"]![0]!.DeepClone()), ["reason"] = "เพิ่ม" };
        (again["entries"]![0]!["title"], again["entries"]![0]!["given"]) = ("ดร.", "สมมติ หญิง");

        Assert.True((await AddAsync(server.Admin, again)).Must(422, "rules-broken").Errors.ContainsKey("rows[1]"));
        (await TestServer.SendAsync(server.Admin, "PUT", At("roll"), TestServer.Bytes("a,b"u8.ToArray(), Excel))).Must(422, "rules-broken");
    }

    [Fact]
    public async Task A_list_that_was_replaced_leaves_no_names_behind()
    {
        TestHead.NeedsInProcess("reads the documents of the roll");
        await using var server = await StartAsync();
        (await TestServer.SendAsync(server.Admin, "PUT", At("roll"), Staff(9))).Must(200);
        (await TestServer.SendAsync(server.Admin, "PUT", At("roll"), Staff(3))).Must(200);

        var documents = server.Services.GetRequiredService<CddFunctions.Platform.Storage.IDocuments>();
        var all = (await documents.ListAsync($"{TestServer.Campaign}:{Id}:roll", null, 100, default)).Documents;
        Assert.DoesNotContain(all, d => System.Text.Encoding.UTF8.GetString(d.Body.Span).Contains("สมมติซ", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("heads", "all")]
    public async Task A_code_signs_in_and_dies_when_it_is_issued_again()
    {
        await using var server = await StartAsync();
        var roll = await FreezeAsync(server, 3);
        var first = (await ReissueAsync(server, roll[0])).Must(200).Say("code");
        var token = (await SignInAsync(server, first.ToLowerInvariant())).Must(200).Say("token");

        var second = (await ReissueAsync(server, roll[0])).Must(200).Say("code");

        (await SignInAsync(server, first)).Must(401, "code-wrong");
        (await VoteAsync(server.With(token), Choices(roll[1]))).Must(403);
        var renewed = server.With((await SignInAsync(server, second)).Must(200).Say("token"));
        var paper = (await TestServer.GetAsync(renewed, At("paper"))).Must(200).Json;
        Assert.Equal(roll[0], (string)paper["voter"]!["id"]!);
        Assert.Equal(2, paper["candidates"]!.AsArray().Count); // without the voter
        (await VoteAsync(renewed, Choices(roll[1]))).Must(201);
        (await ReissueAsync(server, "00000000000000ff")).Must(404, "voter-not-found");
    }

    /// <summary>Behind a proxy of which no setting knows, all who come through it are one sender.</summary>
    [Fact]
    public async Task However_much_one_person_guesses_a_right_code_passes_and_wrong_ones_are_answered_alike()
    {
        await using var server = await StartAsync();
        var roll = await FreezeAsync(server, 3);
        var code = (await ReissueAsync(server, roll[0])).Must(200).Say("code");
        var guesses = new List<Answer>();
        for (var n = 0; n < 20; n++)
            guesses.Add((await SignInAsync(server, VoterCode.From(BitConverter.GetBytes(n + 1L)), $"192.0.2.{n}")).Must(401, "code-wrong"));

        var watch = System.Diagnostics.Stopwatch.StartNew();
        guesses.Add((await SignInAsync(server, VoterCode.From(BitConverter.GetBytes(21L)), "192.0.2.21")).Must(401, "code-wrong"));
        Assert.True(watch.Elapsed > TimeSpan.FromSeconds(1.9), "an invented address escapes the limit");
        Assert.Single(guesses.Select(g => g.Text).Distinct(StringComparer.Ordinal));

        watch.Restart();
        (await SignInAsync(server, code)).Must(200);
        (await SignInAsync(server, "2222-2222-2223")).Must(401, "code-wrong"); // a slip of the finger fails the checksum
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1.9), "a right code or a slip of the finger waits");
    }

    private static Task<Answer> AddAsync(HttpClient who, JsonObject entries) =>
        TestServer.SendAsync(who, "POST", At("roll/additions"), entries);

    private static Task<Answer> ReissueAsync(TestServer server, string entry) =>
        TestServer.SendAsync(server.Admin, "POST", At($"roll/entries/{entry}/code"));

    private static Task<Answer> SignInAsync(TestServer server, string code, string? address = null) =>
        TestServer.SendAsync(
            server.Anyone,
            "POST",
            At("voters"),
            new JsonObject { ["code"] = code },
            address is null ? [] : [("X-Forwarded-For", address)]
        );
}
