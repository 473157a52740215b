using System.Text.Json.Nodes;
using CddFunctions.Exports;
using CddFunctions.Platform.Storage;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;

namespace CddFunctions.Tests.Exports;

[Trait("suite", "http")]
public sealed class RemoveAbandonedExportsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_of_an_export_that_never_came_to_its_document_are_removed_after_a_day_and_no_others()
    {
        TestHead.NeedsInProcess("puts files into the store behind the application's back");
        await using var server = await TestServer.StartAsync();
        var made = (await TestServer.SendAsync(server.Admin, "POST", TestServer.Of("exports"), new JsonObject())).Must(201);
        var files = server.Services.GetRequiredService<IFiles>();
        var published = server.Services.GetRequiredService<PublishedFiles>().Files;
        await WriteAsync(files, $"{MadeUpCampaign.Id}/exports/20240510-020000-abcdef/full/datasets.xlsx");
        await WriteAsync(published, $"{MadeUpCampaign.Id}/exports/20240510-020000-abcdef/masked/datasets/tasks.csv");
        await WriteAsync(files, $"{MadeUpCampaign.Id}/uploads/20240510-020000-abcdef");
        await WriteAsync(files, $"{MadeUpCampaign.Id}-2/exports/20240510-020000-abcdef/full/datasets.xlsx");
        var job = server.Services.GetRequiredService<RemoveAbandonedExports>();
        var before = await CountAsync(files, published);

        server.Clock.Now += TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1);
        Assert.Equal(0, await job.RunAsync(Ct));
        server.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(2, await job.RunAsync(Ct));
        Assert.Equal(0, await job.RunAsync(Ct));

        Assert.Equal((before.Files - 1, before.Published - 1), await CountAsync(files, published));
        foreach (var file in made.Json["files"]!.AsArray())
            (await TestServer.GetAsync(server.Admin, (string)file!["url"]!)).Must(200);
    }

    private static async Task<(int Files, int Published)> CountAsync(IFiles files, IFiles published) =>
        (await files.ListAsync("", Ct).CountAsync(Ct), await published.ListAsync("", Ct).CountAsync(Ct));

    private static Task<StoredFile?> WriteAsync(IFiles files, string name) => files.WriteAsync(name, new MemoryStream([1]), 1, Ct);
}
