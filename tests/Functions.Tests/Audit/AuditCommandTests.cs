using System.Text.Json.Nodes;
using CddFunctions.Host;
using CddFunctions.Platform.Audit;
using CddFunctions.Tests.Adapters;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;

namespace CddFunctions.Tests.Audit;

[Trait("suite", "http")]
public sealed class AuditCommandTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_chain_that_nobody_touched_is_whole_also_while_it_is_written_and_its_end_is_printed()
    {
        await using var server = await StartAsync();

        var (code, lines) = await RunAsync(new(server.Folder));

        Assert.Equal(0, code);
        Assert.Equal(2, lines.Length);
        Assert.Equal("made-up: ครบถ้วนถึงรายการที่ 5 / whole up to entry 5", lines[0]);
        Assert.Equal(0, await CommandLine.RunAsync(["audit", "verify", "--data", server.Folder, "--campaign", TestServer.Campaign]));
        Assert.Matches("^    5:[0-9a-f]{64}   \\(0 anchors\\)$", lines[1]);
    }

    [Theory]
    [InlineData(
        "UPDATE documents SET body = CAST(replace(CAST(body AS TEXT), 'role=viewer', 'role=admin') AS BLOB) WHERE id = '{3}'",
        2,
        "ถูกแก้ไข / changed: entry 3"
    )]
    [InlineData("DELETE FROM documents WHERE id = '{3}'", 2, "หายไป / missing: entry 3")]
    [InlineData(
        "UPDATE documents SET id = CASE id WHEN '{2}' THEN 'x' ELSE '{2}' END WHERE id IN ('{2}', '{4}'); UPDATE documents SET id = '{4}' WHERE id = 'x'",
        1,
        "หายไป / missing: entry 2"
    )]
    [InlineData("DELETE FROM documents WHERE id = '{1}'", 0, "หายไป / missing: entry 1")]
    public async Task An_entry_that_was_changed_deleted_or_moved_in_the_file_is_named(string sql, int whole, string fault)
    {
        await using var server = await StartAsync();
        Tamper(server, sql);

        var (code, lines) = await RunAsync(new(server.Folder, TestServer.Campaign));

        Assert.Equal(1, code);
        Assert.Equal($"made-up: ครบถ้วนถึงรายการที่ {whole} / whole up to entry {whole}", lines[0]);
        Assert.Equal("    " + fault, lines[2]);
    }

    [Fact]
    public async Task A_cut_end_shows_only_against_an_anchor_which_every_export_is_and_its_manifest_too()
    {
        await using var server = await StartAsync();
        var made = (await TestServer.SendAsync(server.Admin, "POST", TestServer.Of("exports"), new JsonObject())).Must(201);
        var manifest = (await TestServer.GetAsync(server.Admin, TestServer.Of($"exports/{made.Say("snapshot")}/manifest.json")))
            .Must(200)
            .Json["audit"]!;
        var anchor = $"{manifest["entry"]}:{manifest["hash"]}";
        await server.EndAsync();
        Assert.Equal(0, (await RunAsync(new(server.Folder, TestServer.Campaign, [anchor]))).Code);

        Tamper(server, "DELETE FROM documents WHERE partition = 'made-up:audit' AND id <= '{4}'");
        var (code, lines) = await RunAsync(new(server.Folder));
        Assert.Equal((1, "    หายไป / missing: entry 4"), (code, lines[2]));

        Tamper(server, "DELETE FROM documents WHERE partition = 'made-up:exports'"); // whoever owns the store takes its anchors too
        Assert.Equal(0, (await RunAsync(new(server.Folder))).Code);
        // But not the one that was kept elsewhere
        Assert.Equal(1, (await RunAsync(new(server.Folder, TestServer.Campaign, [anchor]))).Code);
    }

    [Theory]
    [InlineData("none", null)]
    [InlineData("made-up", "5")]
    [InlineData("made-up", "x:0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData(null, "5:0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task What_cannot_be_checked_is_not_whole(string? campaign, string? anchor)
    {
        await using var server = await StartAsync();

        Assert.Equal(1, (await RunAsync(new(server.Folder, campaign, anchor is null ? null : [anchor]))).Code);
    }

    [Fact]
    public async Task A_folder_without_a_database_is_refused_and_stays_empty()
    {
        var folder = Directory.CreateTempSubdirectory("cdd-empty-");

        var (code, lines) = await RunAsync(new(folder.FullName));

        Assert.Equal(1, code);
        Assert.Contains(Path.Combine(folder.FullName, "cdd.db"), lines[0], StringComparison.Ordinal);
        Assert.Empty(folder.EnumerateFileSystemInfos());
        folder.Delete();
    }

    /// <summary>With five entries, each in a document of its own: the definition, and four links.</summary>
    private static async Task<TestServer> StartAsync()
    {
        TestHead.NeedsInProcess("opens the database file, and counts on nobody else's entries");
        var server = await TestServer.StartAsync();
        for (var n = 0; n < 4; n++)
            await server.LinkAsync("viewer", $"{n}");
        return server;
    }

    /// <param name="sql">In which <c>{n}</c> is the id of the document that begins with entry n.</param>
    private static void Tamper(TestServer server, string sql)
    {
        for (var n = 1; n <= 5; n++)
            sql = sql.Replace($"{{{n}}}", AuditBlock.Id(n), StringComparison.Ordinal);
        Assert.NotEqual(0, TamperedDatabase.Run(server.Folder, sql));
    }

    private static async Task<(int Code, string[] Lines)> RunAsync(AuditArguments arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var code = await AuditCommand.RunAsync(arguments, output, Ct);
        return (code, output.ToString().TrimEnd('\n').Split('\n'));
    }
}
