using System.Text.Json.Nodes;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Submissions.HandIns.Pages;
using static CddFunctions.Tests.Http.MadeUpCampaign;

namespace CddFunctions.Tests.Platform.Http;

[Trait("suite", "http")]
public sealed class RateLimitsTests
{
    [Fact]
    public async Task An_intake_link_that_sends_too_much_is_told_to_wait_and_others_are_not()
    {
        await using var server = await TestServer.StartAsync(settings: ("Limits:Intake", "3"));
        var first = await server.HolderAsync("intake", "t-opinion");
        var second = await server.HolderAsync("intake", "t-opinion");
        for (var i = 0; i < 3; i++)
            (await OpinionAsync(first, $"k{i}")).Must(201);

        var refused = (await OpinionAsync(first, "k3")).Must(429, "too-fast");

        Assert.InRange(refused.Message.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        (await OpinionAsync(second, "k3")).Must(201);
        (await OpinionAsync(server.Admin, "k4")).Must(201);
        Assert.Equal(5, (int)(await server.ObligationAsync("t-opinion", "21"))["handedIn"]!);
    }

    [Fact]
    public async Task Offices_hand_in_as_often_as_they_need()
    {
        await using var server = await TestServer.StartAsync(settings: ("Limits:Intake", "1"));
        var officer = await server.OfficerAsync("2101");

        foreach (var key in new[] { "a", "b", "c" })
            (await TestServer.PostAsync(officer, "t-note", "2101", key, FieldValues(("note", "ก")))).Must(201);
    }

    [Fact]
    public async Task Upload_tickets_are_counted_by_link()
    {
        await using var server = await TestServer.StartAsync(settings: ("Limits:Uploads", "2"));
        var officer = await server.OfficerAsync("2101");
        (await TicketAsync(officer)).Must(201);
        (await TicketAsync(officer)).Must(201);

        Assert.NotNull((await TicketAsync(officer)).Must(429, "too-fast").Message.Headers.RetryAfter);

        (await TicketAsync(await server.OfficerAsync("2101"))).Must(201);
        (await TestServer.PostAsync(officer, "t-plan", "2101", "k", Plan())).Must(201);
        for (var i = 0; i < 3; i++)
            (await TicketAsync(server.Admin)).Must(201);
        (await TicketAsync(server.Anyone)).Must(401, "identity-missing");
    }

    [Fact]
    public async Task A_form_of_a_page_counts_when_it_brings_a_file_and_else_not()
    {
        await using var server = await TestServer.StartAsync(settings: ("Limits:Uploads", "2"));
        var officer = await FormClient.OpenAsync(server, "officer", "2101");
        for (var i = 0; i < 5; i++)
            (await officer.HandInAsync("t-plan", "2101")).Must(400);

        var page = FormClient.Page("t-book", "2101");
        for (var i = 0; i < 2; i++)
            (await officer.PostAsync(page, await WithFileAsync())).Must(422);
        (await officer.PostAsync(page, await WithFileAsync())).Must(429);
        (await officer.HandInAsync("t-plan", "2101")).Must(400);

        async Task<HttpContent> WithFileAsync() =>
            FormClient.WithFiles(FormClient.Hidden(await officer.GetAsync(page)), ("file", "a.pdf", "just text"u8.ToArray()));
    }

    private static Task<Answer> OpinionAsync(HttpClient client, string key) =>
        TestServer.PostAsync(client, "t-opinion", "21", key, FieldValues(("opinion", "ก")));

    private static Task<Answer> TicketAsync(HttpClient client) =>
        TestServer.SendAsync(
            client,
            "POST",
            TestServer.Of("uploads"),
            new JsonObject
            {
                ["fileName"] = "a.pdf",
                ["contentType"] = "application/pdf",
                ["length"] = 3,
            }
        );
}
