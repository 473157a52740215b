using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;

namespace CddFunctions.Tests.Exports;

[Trait("suite", "http")]
[Trait("heads", "all")]
public sealed class ExportTests
{
    [Fact]
    public async Task Administrators_read_everything_and_viewers_read_it_masked_each_with_its_own_sums()
    {
        await using var server = await TestServer.StartAsync();
        (
            await TestServer.SendAsync(
                server.Admin,
                "PUT",
                TestServer.Of("rosters/people/2101"),
                new JsonObject { ["entries"] = MadeUpCampaign.People(15) }
            )
        ).Must(200);
        var viewer = await server.HolderAsync("viewer", "v");
        var made = (
            await TestServer.SendAsync(server.Admin, "POST", TestServer.Of("exports"), new JsonObject { ["label"] = "งวด \"๑\"" })
        ).Must(201);

        foreach (var (client, sees) in new[] { (server.Admin, true), (viewer, false) })
        {
            var list = (await TestServer.GetAsync(client, TestServer.Of("exports"))).Must(200).Json[0]!;
            foreach (var file in list["files"]!.AsArray())
            {
                var content = (await TestServer.GetAsync(client, (string)file!["url"]!)).Must(200);
                Assert.Equal((string)file["sha256"]!, Convert.ToHexStringLower(SHA256.HashData(content.Bytes)));
            }

            var csv = (await TestServer.GetAsync(client, TestServer.Of("exports/latest/datasets/roster_entries.csv"))).Must(200);
            Assert.Equal(sees, csv.Text.Contains("สมมติข", StringComparison.Ordinal));
            Assert.Equal(sees, csv.Text.Contains("0800000001", StringComparison.Ordinal));
        }

        Assert.Equal(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            (await TestServer.GetAsync(viewer, TestServer.Of($"exports/{made.Say("snapshot")}/datasets.xlsx"))).Must(200).Type
        );
    }

    [Fact]
    public async Task What_viewers_read_is_kept_apart_and_what_an_earlier_version_kept_together_can_still_be_read()
    {
        TestHead.NeedsInProcess("looks into the data folder");
        await using var server = await TestServer.StartAsync();
        var viewer = await server.HolderAsync("viewer", "v");
        (await TestServer.SendAsync(server.Admin, "POST", TestServer.Of("exports"), new JsonObject())).Must(201);
        var before = (await TestServer.GetAsync(viewer, TestServer.Of("exports/latest/manifest.json"))).Must(200).Text;
        var files = Path.Combine(server.Folder, "files", TestServer.Campaign);
        var published = Path.Combine(server.Folder, "published", TestServer.Campaign);

        var snapshot = Path.GetFileName(Assert.Single(Directory.GetDirectories(Path.Combine(files, "exports"))));
        var masked = Path.Combine("exports", snapshot, "masked");
        Assert.False(Directory.Exists(Path.Combine(files, masked)));
        Directory.Move(Path.Combine(published, masked), Path.Combine(files, masked));

        Assert.Equal(before, (await TestServer.GetAsync(viewer, TestServer.Of("exports/latest/manifest.json"))).Must(200).Text);
    }

    [Fact]
    public async Task The_latest_export_is_the_last_one_made_and_the_list_begins_with_it()
    {
        await using var server = await TestServer.StartAsync();
        var made = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            made.Insert(
                0,
                (await TestServer.SendAsync(server.Admin, "POST", TestServer.Of("exports"), new JsonObject { ["label"] = $"{i}" }))
                    .Must(201)
                    .Say("snapshot")
            );
            server.Clock.Now += TimeSpan.FromMilliseconds(10);
        }

        var list = (await TestServer.GetAsync(server.Admin, TestServer.Of("exports"))).Must(200).Json.AsArray();
        Assert.Equal(made, list.Select(s => (string)s!["snapshot"]!));
        var latest = (await TestServer.GetAsync(server.Admin, TestServer.Of("exports/latest/manifest.json"))).Must(200);
        Assert.Equal(
            latest.Bytes,
            (await TestServer.GetAsync(server.Admin, TestServer.Of($"exports/{made[0]}/manifest.json"))).Must(200).Bytes
        );
    }

    [Fact]
    public async Task Exports_that_are_not_there_or_not_theirs_are_refused()
    {
        await using var server = await TestServer.StartAsync();
        foreach (
            var path in new[]
            {
                "latest/datasets.xlsx",
                "none/x",
                "a%3Fb/x",
                "a%0Ab/x",
                "..%2F..%2Fadmin.key/x",
                "latest/../../../admin.key",
            }
        )
            (await TestServer.GetAsync(server.Admin, TestServer.Of($"exports/{path}"))).Must(404);

        (
            await TestServer.SendAsync(server.Admin, "POST", TestServer.Of("exports"), new JsonObject { ["label"] = new string('x', 101) })
        ).Must(400, "label-too-long");
        (await TestServer.SendAsync(await server.HolderAsync("viewer", "v"), "POST", TestServer.Of("exports"), new JsonObject())).Must(
            403,
            "not-yours"
        );
        (await TestServer.GetAsync(await server.OfficerAsync("2101"), TestServer.Of("exports"))).Must(403, "not-yours");
        (await TestServer.GetAsync(server.Anyone, TestServer.Of("exports"))).Must(401, "identity-missing");
    }
}
