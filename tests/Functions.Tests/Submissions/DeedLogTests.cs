using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CddFunctions.Tests.Http;
using static CddFunctions.Tests.Http.MadeUpCampaign;

namespace CddFunctions.Tests.Submissions;

/// <summary>"Did they try yesterday?": one line for each hand-in, revision, list, file and refusal, of ids only.</summary>
[Trait("suite", "http")]
public sealed partial class DeedLogTests
{
    [Fact]
    public async Task Each_deed_and_each_refusal_leaves_one_line_with_ids()
    {
        await using var server = await TestServer.StartAsync();
        var link = await server.LinkAsync("officer", "2101");
        var officer = server.With(link.Say("token"));
        var by = link.Say("id");
        var people = new JsonObject { ["entries"] = People(15) };

        var sent = (await TestServer.PostAsync(officer, "t-plan", "2101", "k", Plan())).Must(201);
        (await TestServer.PostAsync(officer, "t-plan", "2101", "k2", Plan())).Must(409);
        (await TestServer.PostAsync(officer, "t-plan", "2102", "k", Plan())).Must(403);
        (await TestServer.PutAsync(officer, "t-plan", "2101", sent.ETag, Plan(1))).Must(422);
        (await TestServer.PutAsync(officer, "t-plan", "2101", sent.ETag, Plan())).Must(200);
        (await TestServer.SendAsync(officer, "PUT", TestServer.Of("rosters/people/2101"), people)).Must(200);
        (await TestServer.SendAsync(officer, "PUT", TestServer.Of("rosters/people/2101"), new JsonObject { ["entries"] = People(2) })).Must(
            422
        );
        (await TestServer.GetAsync(officer, $"/api/ui/{TestServer.Campaign}/tasks/t-plan/units/2101")).Must(200);
        (await server.ReviewAsync("t-plan", "2101", "\"x\"", "accept")).Must(412);

        Assert.Equal(
            [
                $"hand-in: ok task=t-plan unit=2101 link={by} upload=-",
                $"hand-in: already-submitted task=t-plan unit=2101 link={by} upload=-",
                $"hand-in: not-yours task=t-plan unit=2102 link={by} upload=-",
                $"revision: rules-broken task=t-plan unit=2101 link={by} upload=-",
                $"revision: ok task=t-plan unit=2101 link={by} upload=-",
                $"roster: ok task=t-people unit=2101 link={by} upload=-",
                $"roster: rules-broken task=t-people unit=2101 link={by} upload=-",
                "review: stale task=t-plan unit=2101 link=admin-key upload=-",
            ],
            await LinesAsync(server)
        );
    }

    [Fact]
    public async Task A_file_is_followed_by_its_id_from_the_ticket_to_the_bytes()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");

        var ticket = (await Uploading.TicketAsync(officer, 3, "t-book", "file")).Must(201);
        (await Uploading.SendAsync(server, officer, ticket, [1, 2, 3])).Must(422);

        var id = ticket.Say("uploadId");
        var lines = await LinesAsync(server);
        Assert.Equal(2, lines.Count);
        Assert.StartsWith("upload-ticket: ok task=t-book unit=- link=", lines[0], StringComparison.Ordinal);
        Assert.EndsWith($"upload={id}", lines[0], StringComparison.Ordinal);
        Assert.EndsWith($"task=t-book unit=- link=- upload={id}", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strangers_and_hand_ins_without_a_name_leave_none()
    {
        await using var server = await TestServer.StartAsync();
        var intake = await server.HolderAsync("intake", "t-opinion");

        (await TestServer.PostAsync(server.Anyone, "t-plan", "2101", "k", Plan())).Must(401);
        (await TestServer.PostAsync(server.Admin, "t-lost", "2101", "k", Plan())).Must(404);
        (await TestServer.PostAsync(server.Admin, "t-plan", "9999", "k", Plan())).Must(404);
        (await TestServer.PostAsync(intake, "t-opinion", "21", "k", FieldValues(("opinion", "ดี")))).Must(201);
        (await TestServer.PostAsync(intake, "t-opinion", "21", "k2", FieldValues())).Must(400);

        Assert.Empty(await LinesAsync(server));
    }

    /// <summary>What the log holds of deeds once the server has ended.</summary>
    private static async Task<List<string>> LinesAsync(TestServer server) =>
        [.. Deeds().Matches(await server.EndAsync()).Select(m => m.Groups["line"].Value)];

    [GeneratedRegex(
        @"^ *(?<line>[a-z-]+: [a-z-]+ task=\S+ unit=\S+ link=\S+ upload=\S+)",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        1000
    )]
    private static partial Regex Deeds();
}
