using System.Text.Json.Nodes;
using CddFunctions.Campaigns;
using CddFunctions.Tests.Http;
using static CddFunctions.Tests.Http.MadeUpCampaign;

namespace CddFunctions.Tests.Campaigns;

[Trait("suite", "http")]
public sealed class ChooseUnitsTests
{
    [Fact]
    public async Task Some_are_chosen_now_and_owe_at_once_and_the_rest_later()
    {
        await using var server = await TestServer.StartAsync();

        (await ChooseAsync(server.Admin, "tambons", ["210101"])).Must(200);
        Assert.Equal("open", (string)(await server.ObligationAsync("t-tambon", "210101"))["state"]!);
        (await ChooseAsync(server.Admin, "tambons", ["210201", "210301"], was: [])).Must(200);

        Assert.Equal("open", (string)(await server.ObligationAsync("t-tambon", "210101"))["state"]!);
        Assert.Equal("open", (string)(await server.ObligationAsync("t-tambon", "210301"))["state"]!);
    }

    [Fact]
    public async Task Writers_at_once_never_choose_more_than_the_letter_allows_and_lose_nothing()
    {
        await using var server = await TestServer.StartAsync();
        string[] codes = ["210101", "210102", "210103", "210201", "210202", "210203", "210301", "210302", "210303"];

        var answers = await Task.WhenAll(codes.Select(c => ChooseAsync(server.Admin, "tambons", [c], was: [])));

        var page = (await TestServer.GetAsync(server.Admin, TestServer.Of("obligations?task=t-tambon"))).Must(200).Json.AsArray();
        Assert.Equal(6, page.Count); // two in each of three districts
        Assert.Equal(6, answers.Count(a => (int)a.Status == 200));
        Assert.All(answers.Where(a => (int)a.Status != 200), a => a.Must(422, "units-refused"));
    }

    [Fact]
    public async Task A_choice_is_taken_back_until_something_was_handed_in_and_the_refusal_names_the_place()
    {
        await using var server = await TestServer.StartAsync();
        (await ChooseAsync(server.Admin, "tambons", ["210101", "210201"])).Must(200);
        (await ChooseAsync(server.Admin, "tambons", ["210101"])).Must(200);
        (await TestServer.PostAsync(await server.OfficerAsync("2101"), "t-tambon", "210101", "k", FieldValues())).Must(201);

        var held = (await ChooseAsync(server.Admin, "tambons", [])).Must(409, "units-in-use");

        Assert.Contains($"{Areas.Find("210101")!.Th} (210101)", held.Say("detail"), StringComparison.Ordinal);
        Assert.Equal("submitted", (string)(await server.ObligationAsync("t-tambon", "210101"))["state"]!);
    }

    [Fact]
    public async Task An_office_names_its_own_places_and_nobody_elses_by_any_way_in()
    {
        await using var server = await TestServer.StartAsync(change: c => c.At("unitSets/villages")["chosen"]!["by"] = "officer");
        (await ChooseAsync(server.Admin, "tambons", ["210101", "210201", "210301"])).Must(200);
        var office = await server.OfficerAsync("2101");
        (await ChooseAsync(server.Admin, "villages", ["21020101"])).Must(200);

        (await ChooseAsync(office, "villages", ["21010101"])).Must(200);
        (await ChooseAsync(office, "villages", ["21020102"])).Must(422, "units-refused");
        (await ChooseAsync(office, "tambons", ["210101"])).Must(403, "not-yours");
        (await ChooseAsync(await server.OfficerAsync("210101"), "villages", ["21010102"])).Must(403, "not-yours");
        var own = (await ChooseAsync(office, "villages", [])).Must(200);

        Assert.Equal(["21020101"], own.Json["units"]!.AsArray().Select(u => (string)u!["code"]!)); // the other district's stays
    }

    [Fact]
    public async Task What_is_gathered_is_not_whole_while_places_are_not_chosen()
    {
        await using var server = await TestServer.StartAsync(change: c => c.At("tasks/t-all")["aggregates"] = "t-tambon");
        (await ChooseAsync(server.Admin, "tambons", ["210101"])).Must(200);
        var sent = (await TestServer.PostAsync(await server.OfficerAsync("2101"), "t-tambon", "210101", "k", FieldValues())).Must(201);
        (await server.ReviewAsync("t-tambon", "210101", sent.ETag, "accept")).Must(200);

        (await TestServer.PostAsync(server.Admin, "t-all", "21", "k", FieldValues())).Must(409, "sources-missing");
        var body = FieldValues();
        body["incomplete"] = true;
        var part = (await TestServer.PostAsync(server.Admin, "t-all", "21", "k", body)).Must(201);

        Assert.Equal(["tambons"], part.Json["missing"]!.AsArray().Select(u => (string)u!));
    }

    internal static Task<Answer> ChooseAsync(HttpClient who, string set, string[] codes, string[]? was = null)
    {
        var body = new JsonObject
        {
            ["units"] = new JsonArray([.. codes.Select(c => new JsonObject { ["code"] = c, ["th"] = c.Length == 8 ? "บ้านสมมติ" : null })]),
        };
        if (was is not null)
            body["was"] = new JsonArray([.. was.Select(c => (JsonNode)c)]);
        return TestServer.SendAsync(who, "PUT", TestServer.Of($"unit-sets/{set}"), body);
    }
}
