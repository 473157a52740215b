using System.Text.Json.Nodes;
using CddFunctions.Platform.Storage;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;
using CddFunctions.Tests.Servers;

namespace CddFunctions.Tests.Exports;

public sealed class BlobExportTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_download_is_sent_to_the_store_and_what_the_link_may_see_decides_where()
    {
        TestHead.NeedsInProcess("looks behind the application, on Azurite");
        var settings = await (await AzuriteServer.SharedAsync()).CreateContainersAsync();
        await using var server = await TestServer.StartInProcessAsync(settings: [.. settings.Select(s => (s.Key, s.Value))]);
        (
            await TestServer.SendAsync(
                server.Admin,
                "PUT",
                TestServer.Of("rosters/people/2101"),
                new JsonObject { ["entries"] = MadeUpCampaign.People(15) }
            )
        ).Must(200);
        var made = (await TestServer.SendAsync(server.Admin, "POST", TestServer.Of("exports"), new JsonObject())).Must(201);
        var link = await server.LinkAsync("viewer", "v");
        using var viewer = Unredirected(server, c => c.DefaultRequestHeaders.Authorization = new("Bearer", link.Say("token")));
        using var admin = Unredirected(server, c => c.DefaultRequestHeaders.Add("x-admin-key", server.AdminKey));
        using var anyone = new HttpClient();

        foreach (var (client, place, sees) in new[] { (viewer, "/published/", false), (admin, "/files/", true) })
        {
            var sent = (await TestServer.GetAsync(client, TestServer.Of("exports/latest/datasets/roster_entries.csv"))).Must(302);
            Assert.Contains(place, sent.Message.Headers.Location!.AbsolutePath, StringComparison.Ordinal);
            using var answer = await anyone.GetAsync(sent.Message.Headers.Location, Ct);
            Assert.Equal(
                $"made-up-{made.Say("snapshot")}-roster_entries.csv",
                answer.Content.Headers.ContentDisposition!.FileName!.Trim('"')
            );
            Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal(sees, (await answer.Content.ReadAsStringAsync(Ct)).Contains("สมมติข", StringComparison.Ordinal));
        }

        Assert.Equal("blob", (string)(await TestServer.GetAsync(server.Anyone, "/api/health")).Json["storage"]!["files"]!);
        await AssertKeptApartAsync(server);
    }

    private static async Task AssertKeptApartAsync(TestServer server)
    {
        var full = await server.Services.GetRequiredService<IFiles>().ListAsync("", Ct).ToListAsync(Ct);
        var masked = await server.Services.GetRequiredService<PublishedFiles>().Files.ListAsync("", Ct).ToListAsync(Ct);
        Assert.All(full, f => Assert.Contains("/full/", f.Name, StringComparison.Ordinal));
        Assert.All(masked, f => Assert.Contains("/masked/", f.Name, StringComparison.Ordinal));
        Assert.Equal(full.Count, masked.Count);
        Assert.All(masked, f => Assert.Equal(server.Clock.Now, f.WrittenAt));
    }

    private static HttpClient Unredirected(TestServer server, Action<HttpClient> identify)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(server.Address) };
        identify(client);
        return client;
    }
}
