using System.IO.Compression;
using System.Text.Json.Nodes;
using CddFunctions.Host;
using CddFunctions.Tests.Ballots;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;

namespace CddFunctions.Tests.Kept;

/// <summary>Data that an earlier version wrote is opened by this one (README.md beside this file), and so is what this one wrote.</summary>
[Trait("suite", "http")]
public sealed class KeptDataTests : IDisposable
{
    private string _folder = "";

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Everything_reads_the_links_open_the_votes_count_and_the_record_is_whole(bool kept)
    {
        TestHead.NeedsInProcess("the kept folder is that of one machine");
        _folder = kept ? KeptDay.Unpack() : Directory.CreateTempSubdirectory("cdd-played-").FullName;
        if (!kept)
            await KeptDay.PlayAsync(_folder);
        if (Environment.GetEnvironmentVariable("CDD_KEEP") is { } zip && !kept)
            ZipFile.CreateFromDirectory(_folder, zip);
        var answers = KeptDay.AnswersOf(_folder);

        await using (var server = await TestServer.StartAsync(_folder, programme: KeptDay.ProgrammeOf(_folder)))
        {
            Same(answers.Bodies, await KeptDay.ReadAsync(server));
            await LinksOpenAsync(server, answers.Tokens);
            await VotesCountAsync(server, answers.Tokens, kept);
        }

        Assert.Equal(0, await CommandLine.RunAsync(["audit", "verify", "--data", _folder, "--campaign", TestServer.Campaign]));
    }

    /// <summary>Only the record has grown meanwhile, because reading leaves entries.</summary>
    private static void Same(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> now)
    {
        foreach (var (path, body) in before)
        {
            if (path.StartsWith("audit", StringComparison.Ordinal))
                Assert.StartsWith(body[..body.LastIndexOf(']')], now[path], StringComparison.Ordinal);
            else
                Assert.Equal(WithoutTags(body), WithoutTags(now[path])); // versions are told in another way than they were
        }
    }

    private static string WithoutTags(string body) =>
        System.Text.RegularExpressions.Regex.Replace(
            body,
            "\"eTag\":\"[^,}]*\"",
            "",
            System.Text.RegularExpressions.RegexOptions.None,
            TimeSpan.FromSeconds(1)
        );

    private static async Task LinksOpenAsync(TestServer server, IReadOnlyDictionary<string, string> tokens)
    {
        foreach (var role in new[] { "officer", "viewer", "admin" })
            (await TestServer.GetAsync(server.With(tokens[role]), $"/api/ui/{TestServer.Campaign}")).Must(200);

        var opinion = new JsonObject { ["fields"] = new JsonObject { ["opinion"] = "ดี" } };
        (await TestServer.PostAsync(server.With(tokens["intake"]), "t-opinion", "21", "late", opinion)).Must(201);
        // the same key and body: the same receipt again
        (await TestServer.PostAsync(server.With(tokens["officer"]), "t-plan", "2101", "plan", MadeUpCampaign.Plan())).Must(201);
    }

    private static string Result => $"/api/ui/{TestServer.Campaign}/{VirtueBallot.Here}";

    private static string Manage => $"{Result}/manage";

    private static FormUrlEncodedContent Adopt() => new([new("step", "adopt")]);

    private static async Task VotesCountAsync(TestServer server, IReadOnlyDictionary<string, string> tokens, bool older)
    {
        if (older)
        {
            (await TestServer.SendAsync(server.Admin, "POST", VirtueBallot.At("tally"))).Must(409, "ballot-unguarded");
            (await TestServer.SendAsync(server.With(tokens["admin"]), "POST", VirtueBallot.At("adopt"))).Must(403, "not-yours");
            Assert.Contains("value=\"adopt\"", (await TestServer.GetAsync(server.Admin, Manage)).Must(200).Text, StringComparison.Ordinal);
            var first = server.With(tokens["admin"]);
            Assert.DoesNotContain("value=\"adopt\"", (await TestServer.GetAsync(first, Manage)).Must(200).Text, StringComparison.Ordinal);
            Assert.Contains(
                "ผู้ติดตั้งระบบ",
                (await TestServer.SendAsync(first, "POST", Manage, Adopt())).Must(403).Text,
                StringComparison.Ordinal
            );
            Assert.Contains("มาจากรุ่นก่อน", (await TestServer.GetAsync(server.Anyone, Result)).Must(409).Text, StringComparison.Ordinal);
            (await TestServer.SendAsync(server.Admin, "POST", Manage, Adopt())).Must(200);
        }

        server.Clock.Now = VirtueBallot.LastSecond.AddSeconds(1);
        // another link than the one that is kept, because the key made both: it is one person with each of them
        (await TestServer.SendAsync(await server.HolderAsync("admin", "counts"), "POST", VirtueBallot.At("tally"))).Must(200);
        var certifies = server.With(tokens["admin"]);
        (await VirtueBallot.CertifyAsync(server, certifies)).Must(200);
        (await TestServer.SendAsync(certifies, "POST", VirtueBallot.At("publish"))).Must(200);

        var page = (await TestServer.GetAsync(server.Anyone, Result)).Must(200).Text;
        Assert.Equal(older, page.Contains("รับช่วงต่อเมื่อ", StringComparison.Ordinal));
        var result = (await TestServer.GetAsync(server.Anyone, VirtueBallot.At("result"))).Must(200).Json;
        var contest = result["contests"]![0]!;
        Assert.Single(contest["winners"]!.AsArray());
        Assert.Equal(older ? 3 : null, (int?)result["adopted"]?["envelopes"]);
        Assert.Equal(3, (await TestServer.GetAsync(server.Anyone, VirtueBallot.At("receipts"))).Must(200).Json.AsArray().Count);
    }
}
