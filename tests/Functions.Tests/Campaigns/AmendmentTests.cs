using System.Text.Json.Nodes;
using CddFunctions.Tests.Http;
using static CddFunctions.Tests.Http.MadeUpCampaign;

namespace CddFunctions.Tests.Campaigns;

[Trait("suite", "http")]
public sealed class AmendmentTests
{
    [Fact]
    public async Task A_changed_file_is_the_next_revision_and_makes_nothing_late_that_was_on_time()
    {
        await using var first = await TestServer.StartAsync();
        var officer = await first.OfficerAsync("2101");
        var sent = (await TestServer.PostAsync(officer, "t-plan", "2101", "k", Plan())).Must(201);
        (await first.ReviewAsync("t-plan", "2101", sent.ETag, "accept")).Must(200);
        await using var same = await TestServer.StartAsync(first.Folder);
        Assert.Equal(1, await RevisionAsync(same));

        // The day is put before the hand-in.
        await using var second = await TestServer.StartAsync(first.Folder, c => c.At("milestones/m-due")["on"] = "2024-05-09");

        Assert.Equal(2, await RevisionAsync(second));
        var row = await second.ObligationAsync("t-plan", "2101");
        Assert.Equal(("accepted", true, "2024-05-09T16:59:59Z"), ((string)row["state"]!, (bool)row["onTime"]!, (string)row["dueAt"]!));
        Assert.Equal("overdue", (string)(await second.ObligationAsync("t-plan", "2102"))["state"]!);
        var read = (await TestServer.GetAsync(second.Admin, TestServer.HandIn("t-plan", "2101"))).Must(200);
        Assert.Equal(1, (int)read.Json["current"]!["definitionRevision"]!);
        (await TestServer.PostAsync(await second.OfficerAsync("2102"), "t-plan", "2102", "k", Plan())).Must(201);
        Assert.Equal(
            2,
            (int)(await TestServer.GetAsync(second.Admin, TestServer.HandIn("t-plan", "2102"))).Json["current"]!["definitionRevision"]!
        );
    }

    [Fact]
    public async Task An_invalid_file_does_not_start_and_the_revision_before_it_goes_on()
    {
        await using var first = await TestServer.StartAsync();
        await using var broken = await TestServer.StartAsync(first.Folder, c => c.At("tasks/t-plan")["form"] = "f-none");

        var health = (await TestServer.GetAsync(broken.Anyone, "/api/health")).Must(200);

        Assert.Equal("degraded", health.Say("status"));
        Assert.Equal(1, (int)health.Json["invalid"]!["made-up.json"]!);
        Assert.Equal(1, await RevisionAsync(broken));
        await using var never = await TestServer.StartAsync(change: c => c.At("tasks/t-plan")["form"] = "f-none");
        (await TestServer.GetAsync(never.Anyone, "/api/campaigns/made-up")).Must(404, "campaign-not-found");
    }

    [Fact]
    public async Task Two_files_with_one_id_make_no_new_revision_at_every_start()
    {
        await using var first = await TestServer.StartAsync();
        var other = Json();
        other["en"] = "Another";
        await File.WriteAllTextAsync(
            Path.Combine(first.Folder, "definitions", "z.json"),
            other.ToJsonString(),
            TestContext.Current.CancellationToken
        );

        await using var second = await TestServer.StartAsync(first.Folder);

        Assert.Equal(1, await RevisionAsync(second));
        Assert.Equal("degraded", (await TestServer.GetAsync(second.Anyone, "/api/health")).Say("status"));
    }

    [Fact]
    public async Task Units_are_chosen_within_the_limits_and_stay_while_they_have_handed_in()
    {
        await using var server = await TestServer.StartAsync();
        (await TestServer.PostAsync(server.Admin, "t-tambon", "210101", "k", FieldValues())).Must(404, "unit-not-in-task");
        (await ChooseAsync(server, "tambons", "210101", "210201", "210301", "๒๑๐๓๐๒")).Must(200);
        (await TestServer.PostAsync(await server.OfficerAsync("2101"), "t-tambon", "210101", "k", FieldValues())).Must(201);
        (await TestServer.PostAsync(await server.OfficerAsync("210201"), "t-tambon", "210201", "k", FieldValues())).Must(201);
        (await TestServer.PostAsync(await server.OfficerAsync("2101"), "t-tambon", "210301", "k", FieldValues())).Must(403, "not-yours");

        var used = (await ChooseAsync(server, "tambons", "210102", "210201", "210301")).Must(409, "units-in-use");

        Assert.Contains("210101", used.Say("detail"), StringComparison.Ordinal);
        (await ChooseAsync(server, "tambons", "210101", "210201", "210301")).Must(200);
        (
            await TestServer.SendAsync(
                server.Admin,
                "PUT",
                TestServer.Of("unit-sets/villages"),
                new JsonObject { ["units"] = new JsonArray(new JsonObject { ["code"] = "21010101", ["th"] = "บ้านสมมติ" }) }
            )
        ).Must(200);
    }

    [Fact]
    [Trait("heads", "all")]
    public async Task A_tambon_stays_chosen_while_villages_inside_it_are()
    {
        await using var server = await TestServer.StartAsync();
        (await ChooseAsync(server, "tambons", "210101", "210102", "210201", "210301")).Must(200);
        (await VillagesAsync(server, "21010101", "21020101", "21010102")).Must(200);

        var held = (await ChooseAsync(server, "tambons", "210102", "210201", "210301")).Must(409, "units-in-use");
        (await ChooseAsync(server, "tambons", "210101", "210201", "210301")).Must(200);

        Assert.Contains("21010101, 21010102 ", held.Say("detail"), StringComparison.Ordinal);
        Assert.DoesNotContain("21020101", held.Say("detail"), StringComparison.Ordinal);
        (await ChooseAsync(server, "tambons", "210101", "210102", "210201", "210301")).Must(200);
        (await VillagesAsync(server, "21020101")).Must(200);
        (await ChooseAsync(server, "tambons", "210102", "210201", "210301")).Must(200);
    }

    [Theory]
    [InlineData("tambons", """["210101","210102","210103"]""", 422)]
    [InlineData("tambons", """["210101","210102","210103","210201","210301"]""", 422)]
    [InlineData("tambons", """["210101","210101","210201","210301"]""", 422)]
    [InlineData("tambons", """["2101","210201","210301"]""", 422)]
    [InlineData("tambons", """["560101","210201","210301"]""", 422)]
    [InlineData("tambons", """["210199","210201","210301"]""", 422)]
    [InlineData("villages", """["21010101"]""", 422)]
    [InlineData("districts", """["2101"]""", 409)]
    [InlineData("none", """["2101"]""", 404)]
    public async Task Units_that_cannot_be_chosen_are_refused(string set, string codes, int status)
    {
        await using var server = await TestServer.StartAsync();

        (await ChooseAsync(server, set, [.. JsonNode.Parse(codes)!.AsArray().Select(c => (string)c!)])).Must(status);
        (
            await TestServer.SendAsync(
                server.Admin,
                "PUT",
                TestServer.Of("unit-sets/tambons"),
                new JsonObject { ["units"] = new JsonArray((JsonNode?)null) }
            )
        ).Must(400, "malformed-request");
    }

    private static Task<Answer> ChooseAsync(TestServer server, string set, params string[] codes) =>
        TestServer.SendAsync(
            server.Admin,
            "PUT",
            TestServer.Of($"unit-sets/{set}"),
            new JsonObject { ["units"] = new JsonArray([.. codes.Select(c => new JsonObject { ["code"] = c })]) }
        );

    private static Task<Answer> VillagesAsync(TestServer server, params string[] codes) =>
        TestServer.SendAsync(
            server.Admin,
            "PUT",
            TestServer.Of("unit-sets/villages"),
            new JsonObject { ["units"] = new JsonArray([.. codes.Select(c => new JsonObject { ["code"] = c, ["th"] = "บ้านสมมติ" })]) }
        );

    private static async Task<int> RevisionAsync(TestServer server) =>
        (int)(await TestServer.GetAsync(server.Anyone, "/api/campaigns/made-up")).Must(200).Json["revision"]!;
}
