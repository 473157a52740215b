using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CddFunctions.Ballots.Envelopes;
using CddFunctions.Platform;
using CddFunctions.Platform.Storage;
using CddFunctions.Tests.Host;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;
using static CddFunctions.Tests.Ballots.VirtueBallot;

namespace CddFunctions.Tests.Ballots;

/// <summary>
/// After a certification nothing on the disk joins a voter and a choice: no paper, no part of one, and no key, in no file of the
/// folder, the database's log included. The same search finds all of it before.
/// </summary>
[Trait("suite", "http")]
public sealed class DroppedPapersTests
{
    private const int Voters = 40;

    /// <summary>Characters of a paper or key that are searched for together: a paper has ten such pieces.</summary>
    private const int Piece = 44;

    [Fact]
    public async Task Neither_paper_nor_key_is_in_any_file_once_the_result_is_certified()
    {
        TestHead.NeedsInProcess("reads the files of the database");
        await using var server = await StartAsync();
        var roll = await FreezeAsync(server, Voters);
        foreach (var code in await CodesAsync(server))
            (await VoteAsync(await SignInAsync(server, code), Choices("abstain"), $"attempt-of-{code}")).Must(201);
        var receipts = await AfterAsync(server);
        var secrets = await SecretsAsync(server);
        Assert.True(Found(server.Folder, secrets).Count > Voters * 8);

        await CertifyAsync(server);

        Assert.Empty(Found(server.Folder, secrets));
        (await TestServer.SendAsync(await server.HolderAsync("admin", "second"), "POST", At("publish"))).Must(200);
        Assert.Equal(receipts, (await TestServer.GetAsync(server.Anyone, At("receipts"))).Must(200).Text);
        var ui = $"/api/ui/{TestServer.Campaign}/ballots/{Id}";
        foreach (var page in new[] { ui, $"{ui}/announcement", $"{ui}/certificates" })
            (await TestServer.GetAsync(server.Anyone, page)).Must(200);
        (await TestServer.GetAsync(server.Anyone, At("result"))).Must(200);
        Assert.Empty(Found(server.Folder, secrets));
        Assert.Equal(Voters, roll.Count);
    }

    [Fact]
    public async Task A_process_that_was_killed_in_the_middle_ends_the_certification_when_it_starts_again()
    {
        TestHead.NeedsInProcess("reads the files of the database");
        var data = Directory.CreateTempSubdirectory("cdd-dropped-").FullName;
        try
        {
            var (certifies, secrets) = await TalliedAsync(data);
            foreach (var milliseconds in new[] { 5, 20, 60, 120 })
            {
                var copy = Directory.CreateDirectory($"{data}-{milliseconds}").FullName;
                foreach (var file in Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories))
                {
                    var to = Path.Combine(copy, Path.GetRelativePath(data, file));
                    Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                    File.Copy(file, to);
                }

                await KilledAsync(copy, certifies, milliseconds);
                Assert.Empty(Found(copy, secrets));
                Directory.Delete(copy, recursive: true);
            }
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    /// <summary>Certifies, kills the process so many milliseconds later, and waits until the next one has ended what was begun.</summary>
    private static async Task KilledAsync(string data, string certifies, int milliseconds)
    {
        using (var server = await ProcessAsync(data))
        {
            using var client = Holder(server, certifies);
            var hash = await HashAsync(client);
            var certified = TestServer.SendAsync(client, "POST", At("certify"), new JsonObject { ["result"] = hash });
            await Task.Delay(milliseconds);
            server.Kill();
            await Task.WhenAny(certified);
        }

        using var next = await ProcessAsync(data);
        using var again = Holder(next, certifies);
        if ((await TestServer.GetAsync(again, At("result"))).Must(200).Say("state") is "tallied")
            (await TestServer.SendAsync(again, "POST", At("certify"), new JsonObject { ["result"] = await HashAsync(again) })).Must(200);

        var patience = System.Diagnostics.Stopwatch.StartNew();
        while ((await TestServer.SendAsync(again, "POST", At("publish"))).Code != 200)
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(20), next.Log);
            await Task.Delay(100);
        }
    }

    private static async Task<string> HashAsync(HttpClient client) =>
        (await TestServer.GetAsync(client, At("result"))).Must(200).Say("hash");

    private static Task<ServerProcess> ProcessAsync(string data) =>
        ServerProcess.StartAsync(
            ServerProcess.Assembly,
            data,
            ["--port", "0", "--data", data, "--clock-file", Path.Combine(data, "clock")],
            new Dictionary<string, string> { ["Campaigns__Folder"] = Path.Combine(data, "definitions") }
        );

    private static HttpClient Holder(ServerProcess server, string token) =>
        new() { BaseAddress = server.Address, DefaultRequestHeaders = { Authorization = new("Bearer", token) } };

    /// <summary>A vote that is counted and waits for its certification, in a folder that nobody uses any more.</summary>
    private static async Task<(string Certifies, List<string> Secrets)> TalliedAsync(string data)
    {
        new TestClock(Path.Combine(data, "clock")).Now = MadeUpCampaign.Start;
        await using var server = await StartAsync(data: data);
        await FreezeAsync(server, Voters);
        foreach (var code in await CodesAsync(server))
            (await VoteAsync(await SignInAsync(server, code), Choices("abstain"))).Must(201);
        await AfterAsync(server);
        (await TestServer.SendAsync(await server.HolderAsync("admin", "counts"), "POST", At("tally"))).Must(200);
        var secrets = await SecretsAsync(server);
        Assert.True(Found(data, secrets).Count > Voters * 8);
        return ((await server.LinkAsync("admin", "certifies")).Say("token"), secrets);
    }

    /// <summary>Closes the vote; the receipts as everybody reads them.</summary>
    private static async Task<string> AfterAsync(TestServer server)
    {
        server.Clock.Now = LastSecond.AddSeconds(1);
        return (await TestServer.GetAsync(server.Anyone, At("receipts"))).Must(200).Text;
    }

    /// <summary>Pieces of every paper, retry mark and wrapped key in the store.</summary>
    private static async Task<List<string>> SecretsAsync(TestServer server)
    {
        var documents = server.Services.GetRequiredService<IDocuments>();
        var partitions = Enumerable.Range(0, EnvelopeStore.Shards).Select(n => $"envelopes-{n:D2}").Append("state");
        var secrets = new List<string>();
        foreach (var partition in partitions)
        {
            foreach (var document in (await documents.ListAsync($"{TestServer.Campaign}:{Id}:{partition}", null, 100, default)).Documents)
                secrets.AddRange(Texts(JsonNode.Parse(document.Body.Span)!).SelectMany(t => t.Split(' ')).SelectMany(Pieces));
        }

        return secrets;
    }

    private static IEnumerable<string> Texts(JsonNode document)
    {
        var vault = document["content"]?["frozen"]?["vault"];
        JsonNode?[] secret = [document["inner"], document["retry"], vault?["sealingKey"], vault?["rsaKey"]];
        return secret.OfType<JsonNode>().Select(t => (string)t!);
    }

    private static IEnumerable<string> Pieces(string text) => text.Chunk(Piece).Where(c => c.Length == Piece).Select(c => new string(c));

    /// <summary>Those that some file holds. Before a certification that is nearly all: where a page ends, a piece is cut in two.</summary>
    private static List<string> Found(string folder, List<string> secrets)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(Read).ToList();
        return [.. secrets.AsParallel().Where(s => Encodings(s).Any(e => files.Exists(f => f.AsSpan().IndexOf(e) >= 0)))];
    }

    private static IEnumerable<byte[]> Encodings(string base64)
    {
        var bytes = Convert.FromBase64String(base64);
        yield return JsonSerializer.SerializeToUtf8Bytes(base64, Json.Options).AsSpan(1..^1).ToArray(); // + is written \u002B
        yield return Encoding.ASCII.GetBytes(base64);
        yield return Encoding.Unicode.GetBytes(base64);
        yield return bytes;
        yield return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(bytes));
        yield return Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.ASCII.GetBytes(base64)));
    }

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
