using System.Text.Json.Nodes;
using CddFunctions.Tests.Http;
using static CddFunctions.Tests.Http.MadeUpCampaign;

namespace CddFunctions.Tests.Submissions.Ledger;

[Trait("suite", "http")]
public sealed class DueTests
{
    [Theory]
    [InlineData("2024-05-20T16:59:59Z", true)]
    [InlineData("2024-05-20T16:59:59.999Z", true)]
    [InlineData("2024-05-20T17:00:00Z", false)]
    public async Task The_last_second_of_the_day_in_Bangkok_is_on_time_and_the_next_is_late(string at, bool onTime)
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        server.Clock.Now = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);

        var answer = (await TestServer.PostAsync(officer, "t-plan", "2101", "k", Plan())).Must(201);

        Assert.Equal(onTime, (bool)answer.Json["onTime"]!);
        Assert.Equal(onTime, (bool)(await server.ObligationAsync("t-plan", "2101"))["onTime"]!);
    }

    [Fact]
    public async Task The_first_hand_in_decides_punctuality_through_returns()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var first = (await TestServer.PostAsync(officer, "t-plan", "2101", "k", Plan())).Must(201);
        var returned = (await server.ReviewAsync("t-plan", "2101", first.ETag, "return")).Must(200);
        server.Clock.Now = LastSecond.AddDays(30);

        var second = (await TestServer.PutAsync(officer, "t-plan", "2101", returned.ETag, Plan())).Must(200);

        Assert.True((bool)second.Json["onTime"]!);
        var row = await server.ObligationAsync("t-plan", "2101");
        Assert.Equal(
            ("submitted", true, "2024-05-10T02:00:00Z"),
            ((string)row["state"]!, (bool)row["onTime"]!, (string)row["submittedAt"]!)
        );
    }

    [Fact]
    public async Task An_extension_counts_whether_it_is_granted_before_or_after_the_hand_in()
    {
        await using var server = await TestServer.StartAsync();
        server.Clock.Now = LastSecond.AddHours(1);
        (await TestServer.PostAsync(await server.OfficerAsync("2101"), "t-plan", "2101", "k", Plan())).Must(201);
        Assert.Equal("overdue", (string)(await server.ObligationAsync("t-plan", "2102"))["state"]!);

        foreach (var unit in new[] { "2101", "2102" })
            (await ExtendAsync(server, "t-plan", unit, "2024-05-22")).Must(200);

        Assert.True((bool)(await server.ObligationAsync("t-plan", "2101"))["onTime"]!);
        var row = await server.ObligationAsync("t-plan", "2102");
        Assert.Equal(("open", "2024-05-22T16:59:59Z"), ((string)row["state"]!, (string)row["extendedTo"]!));
        server.Clock.Now = LastSecond.AddDays(2);
        Assert.True(
            (bool)(await TestServer.PostAsync(await server.OfficerAsync("2102"), "t-plan", "2102", "k", Plan())).Must(201).Json["onTime"]!
        );
    }

    [Fact]
    public async Task Late_hand_ins_are_taken_until_the_day_that_is_named_and_an_extension_reopens()
    {
        await using var server = await TestServer.StartAsync();
        var one = await server.OfficerAsync("2101");
        var two = await server.OfficerAsync("2102");
        server.Clock.Now = new(2024, 5, 31, 16, 59, 59, TimeSpan.Zero);
        (await TestServer.PostAsync(one, "t-plan", "2101", "k", Plan())).Must(201);
        server.Clock.Now += TimeSpan.FromSeconds(1);

        var closed = (await TestServer.PostAsync(two, "t-plan", "2102", "k", Plan())).Must(409, "task-closed");

        Assert.Contains("๓๑ พฤษภาคม พ.ศ. ๒๕๖๗ เวลา ๒๓.๕๙ น.", closed.Say("detail"), StringComparison.Ordinal);
        (await ExtendAsync(server, "t-plan", "2102", "2024-06-03")).Must(200);
        Assert.True((bool)(await TestServer.PostAsync(two, "t-plan", "2102", "k", Plan())).Must(201).Json["onTime"]!);
    }

    [Fact]
    public async Task A_task_that_takes_nothing_late_closes_at_its_own_hour()
    {
        await using var server = await TestServer.StartAsync();
        server.Clock.Now = new(2024, 5, 20, 5, 0, 0, TimeSpan.Zero);
        (await TestServer.PostAsync(await server.OfficerAsync("2101"), "t-noon", "2101", "k", FieldValues())).Must(201);
        server.Clock.Now += TimeSpan.FromSeconds(1);

        (await TestServer.PostAsync(await server.OfficerAsync("2102"), "t-noon", "2102", "k", FieldValues())).Must(409, "task-closed");
    }

    [Fact]
    [Trait("heads", "all")]
    public async Task A_task_without_a_date_is_never_late_nor_overdue()
    {
        await using var server = await TestServer.StartAsync();
        server.Clock.Now = LastSecond.AddDays(200);

        var answer = (await TestServer.PostAsync(await server.OfficerAsync("2101"), "t-free", "2101", "k", FieldValues())).Must(201);

        Assert.False(answer.Json.AsObject().ContainsKey("onTime"));
        var row = await server.ObligationAsync("t-free", "2102");
        Assert.Equal("open", (string)row["state"]!);
        Assert.True(row.ContainsKey("dueAt") && row["dueAt"] is null && !row.ContainsKey("onTime"));
        (await ExtendAsync(server, "t-free", "2102", "2024-12-24")).Must(422, "extension-refused");
    }

    [Theory]
    [InlineData("2024-05-20", "เหตุผล", 422, "extension-refused")]
    [InlineData("2024-05-21", "เหตุผล", 200, null)]
    [InlineData("2025-05-21", "เหตุผล", 200, null)]
    [InlineData("2025-05-22", "เหตุผล", 422, "extension-refused")]
    [InlineData("2567-05-25", "เหตุผล", 422, "extension-refused")]
    [InlineData("2024-05-21", " ", 400, "reason-missing")]
    [InlineData("tomorrow", "เหตุผล", 400, "malformed-request")]
    public async Task An_extension_has_a_later_day_and_a_reason(string until, string reason, int status, string? code)
    {
        await using var server = await TestServer.StartAsync();

        var answer = await ExtendAsync(server, "t-plan", "2101", until, reason);

        _ = code is null ? answer.Must(status) : answer.Must(status, code);
    }

    [Fact]
    public async Task One_task_of_a_choice_is_enough_and_a_second_is_refused_until_the_first_is_returned()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var first = (await TestServer.PostAsync(officer, "t-a", "2101", "k", FieldValues())).Must(201);
        (await TestServer.PostAsync(officer, "t-b", "2101", "k", FieldValues())).Must(409, "choice-full");
        (await server.ReviewAsync("t-a", "2101", first.ETag, "return")).Must(200);

        var other = (await TestServer.PostAsync(officer, "t-b", "2101", "k", FieldValues())).Must(201);

        (await server.ReviewAsync("t-b", "2101", other.ETag, "accept")).Must(200);
        server.Clock.Now = LastSecond.AddDays(3);
        Assert.True((bool)(await server.ObligationAsync("t-a", "2101"))["choiceMet"]!);
        Assert.Equal("overdue", (string)(await server.ObligationAsync("t-a", "2102"))["state"]!);
    }

    private static Task<Answer> ExtendAsync(TestServer server, string task, string unit, string until, string reason = "ไฟดับ") =>
        TestServer.SendAsync(
            server.Admin,
            "POST",
            TestServer.Of($"obligations/{task}/{unit}/extension"),
            new JsonObject { ["until"] = until, ["reason"] = reason }
        );
}
