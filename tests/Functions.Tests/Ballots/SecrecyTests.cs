using System.Buffers.Binary;
using System.Text;
using CddFunctions.Ballots.Roll;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;
using static CddFunctions.Tests.Ballots.VirtueBallot;

namespace CddFunctions.Tests.Ballots;

[Trait("suite", "http")]
public sealed class SecrecyTests
{
    private const string Agent = "made-up-browser/7.7";
    private const string Address = "203.0.113.77";

    [Fact]
    public async Task Nothing_on_the_disk_depends_on_the_choices_while_the_ballot_is_open()
    {
        TestHead.NeedsInProcess("reads the files of the database");
        await using var server = await StartAsync();
        var roll = await FreezeAsync(server, 24);
        foreach (var code in (await CodesAsync(server)).Skip(2))
        {
            var voter = await SignInAsync(server, code);
            (await VoteAsync(voter, Choices(roll[0], roll[1]), $"attempt-of-{code}")).Must(201);
            (await VoteAsync(voter, Choices(roll[0], roll[1]), $"attempt-of-{code}")).Must(201);
            (await VoteAsync(await SignInAsync(server, code), Choices(roll[1]))).Must(409);
        }

        var disk = Disk(server);

        Assert.Contains(disk, d => d.AsSpan().IndexOf("envelopes-"u8) >= 0);
        var unchosen = Counts(disk, roll[2]);
        Assert.Contains(unchosen, c => c > 0); // the roll itself is there
        Assert.Equal(unchosen, Counts(disk, roll[0]));
        Assert.Equal(unchosen, Counts(disk, roll[1]));
        var logs = await server.EndAsync();
        Assert.All(roll, id => Assert.DoesNotContain(id, logs, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task No_log_line_and_no_document_says_who_came_from_where_with_what_or_when()
    {
        TestHead.NeedsInProcess("reads the files of the database");
        await using var server = await StartAsync();
        var roll = await FreezeAsync(server, 4);
        var voter = await SignInAsync(server, (await CodesAsync(server))[0]);
        server.Clock.Now = new DateTimeOffset(2024, 5, 11, 3, 47, 11, TimeSpan.Zero);
        voter.DefaultRequestHeaders.Add("User-Agent", Agent);
        voter.DefaultRequestHeaders.Add("X-Forwarded-For", Address);
        (await VoteAsync(voter, Choices(roll[1]))).Must(201);

        var disk = Disk(server);
        foreach (
            var trace in (string[])
                [Agent, Address, "03:47", "10:47", $"{server.Clock.Now.ToUnixTimeSeconds()}", $"{server.Clock.Now.UtcTicks}"]
        )
            Assert.All(disk, d => Assert.Equal(0, d.AsSpan().Count(Encoding.UTF8.GetBytes(trace))));
        var logs = await server.EndAsync();
        Assert.DoesNotContain(Agent, logs, StringComparison.Ordinal);
        Assert.DoesNotContain(Address, logs, StringComparison.Ordinal);
        Assert.DoesNotContain("envelopes", logs, StringComparison.Ordinal);
    }

    private static List<byte[]> Disk(TestServer server) =>
        [
            .. Directory
                .EnumerateFiles(server.Folder, "*", SearchOption.AllDirectories)
                .Where(f => !Path.GetFileName(f).StartsWith("clock", StringComparison.Ordinal))
                .Select(Read),
        ];

    private static List<int> Counts(List<byte[]> disk, string id) => [.. Encodings(id).Select(e => disk.Sum(d => d.AsSpan().Count(e)))];

    private static IEnumerable<byte[]> Encodings(string id)
    {
        var key = RollEntry.Parse(id)!.Value;
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, key);
        yield return Encoding.UTF8.GetBytes(id);
        yield return Encoding.UTF8.GetBytes(id.ToUpperInvariant());
        yield return Encoding.Unicode.GetBytes(id);
        yield return Encoding.BigEndianUnicode.GetBytes(id);
        yield return Encoding.UTF8.GetBytes($"{key}");
        yield return Encoding.UTF8.GetBytes(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(id)));
        yield return Encoding.UTF8.GetBytes(Uri.EscapeDataString($"\"{id}\""));
        yield return bytes;
        yield return [.. bytes.Reverse()];
        yield return Encoding.UTF8.GetBytes(new string([.. id.Reverse()]));
        foreach (var text in (byte[][])[Encoding.UTF8.GetBytes(id), bytes])
        {
            // Base64 looks different at each of three places; the first and last characters also hold their neighbours.
            for (var at = 0; at < 3; at++)
            {
                var base64 = Convert.ToBase64String([.. new byte[at], .. text]);
                yield return Encoding.UTF8.GetBytes(base64[(at + 1)..^4]);
                yield return Encoding.UTF8.GetBytes(base64[(at + 1)..^4].Replace('+', '-').Replace('/', '_'));
            }
        }
    }

    /// <summary>The database is open: shared with its owner.</summary>
    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
