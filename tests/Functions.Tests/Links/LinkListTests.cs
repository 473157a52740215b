using System.Text.Json.Nodes;
using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Links;

[Trait("suite", "http")]
[Trait("heads", "all")]
public sealed class LinkListTests
{
    [Fact]
    public async Task Administrators_read_all_links_page_by_page_and_no_token_is_in_them()
    {
        await using var server = await TestServer.StartAsync();
        var made = new List<(string Id, string Token)>();
        foreach (var unit in new[] { "2101", "2102", "2103" })
        {
            var link = await server.LinkAsync("officer", unit);
            made.Add((link.Say("id"), link.Say("token")));
        }

        (await TestServer.SendAsync(server.Admin, "DELETE", TestServer.Of("links/" + made[1].Id))).Must(204);
        var read = new List<JsonObject>();
        var next = (string?)"";
        var texts = new List<string>();
        while (next is not null)
        {
            var page = (
                await TestServer.GetAsync(server.Admin, TestServer.Of("links?limit=2" + (next.Length > 0 ? $"&after={next}" : "")))
            ).Must(200);
            texts.Add(page.Json.ToJsonString());
            read.AddRange(page.Json["links"]!.AsArray().Select(l => l!.AsObject()));
            next = page.Json["next"]?.GetValue<string>();
            Assert.True(texts.Count < 9);
        }

        Assert.Superset(made.Select(m => m.Id).ToHashSet(), read.Select(l => l["id"]!.GetValue<string>()).ToHashSet());
        Assert.True(texts.Count > 1);
        var revoked = read.Single(l => l["id"]!.GetValue<string>() == made[1].Id);
        Assert.False(revoked["live"]!.GetValue<bool>());
        Assert.NotNull(revoked["revokedAt"]);
        var open = read.Single(l => l["id"]!.GetValue<string>() == made[0].Id);
        Assert.Equal(
            ("officer", "2101", true),
            (open["role"]!.GetValue<string>(), open["subject"]!.GetValue<string>(), open["live"]!.GetValue<bool>())
        );
        Assert.Null(open["revokedAt"]);
        Assert.All(texts, t => Assert.DoesNotContain("token", t, StringComparison.OrdinalIgnoreCase));
        Assert.All(texts, t => Assert.All(made, m => Assert.DoesNotContain(m.Token.Split('.')[1], t, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("links?limit=0", 400)]
    [InlineData("links?limit=1", 200)]
    [InlineData("links?limit=1000", 200)]
    [InlineData("links?limit=1001", 400)]
    [InlineData("links?after=a%2Fb", 400)]
    public async Task A_page_has_1_to_1000_links(string path, int status)
    {
        await using var server = await TestServer.StartAsync();

        (await TestServer.GetAsync(server.Admin, TestServer.Of(path))).Must(status);
    }

    [Fact]
    public async Task Nobody_else_reads_them()
    {
        await using var server = await TestServer.StartAsync();

        (await TestServer.GetAsync(server.Anyone, TestServer.Of("links"))).Must(401);
        (await TestServer.GetAsync(await server.OfficerAsync("2101"), TestServer.Of("links"))).Must(403);
        (await TestServer.GetAsync(await server.HolderAsync("viewer", "v"), TestServer.Of("links"))).Must(403);
        (await TestServer.GetAsync(server.Admin, "/api/campaigns/nowhere/links")).Must(404);
    }
}
