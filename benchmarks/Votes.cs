using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using CddFunctions.Ballots;
using CddFunctions.Ballots.Roll;
using CddFunctions.Campaigns;
using CddFunctions.Host;
using CddFunctions.Platform.Identity;
using CddFunctions.Tests.Host;

namespace CddFunctions.Benchmarks;

/// <summary>
/// So many voters vote once each through HTTP, on disk before the 201, beside a bare Kestrel that only answers. Then the
/// application starts again after the close, and tallies: every acknowledged receipt has to be in its list.
/// </summary>
internal static class Votes
{
    private const string Secret = "made-up-token-secret-of-the-benchmarks";
    private const string Ballot = "/api/campaigns/rayong-2567/ballots/b-virtues";
    private const int Clients = 64;
    private const int PerRequest = 5000;
    private static readonly string Self = Path.Combine(AppContext.BaseDirectory, "CddFunctions.Benchmarks.dll");

    public static async Task RunAsync(int voters)
    {
        Environment.SetEnvironmentVariable("TokenSecret", Secret);
        using var data = new TemporaryData();
        ConcurrentBag<string> receipts;
        using (var server = await StartAsync(data.Path, "2024-05-10T09:00:00+07:00"))
        using (var http = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromMinutes(10) })
        {
            http.DefaultRequestHeaders.Add("x-admin-key", ServerProcess.AdminKey);
            var roll = await FreezeAsync(http, voters);
            var tokens = Tokens(data.Path, roll);
            using var echo = await ServerProcess.StartAsync(Self, data.Path, ["echo"]);
            (_, var bare) = await VoteAsync(echo.Address, "/echo", tokens, roll);
            (receipts, var ours) = await VoteAsync(server.Address, Ballot + "/envelopes", tokens, roll);
            Console.WriteLine(
                $"{voters:N0} voters, {Clients} clients: {ours:N0} votes/s; bare Kestrel {bare:N0}/s; ratio {ours / bare:N2}"
            );
        }

        await TallyAsync(data.Path, voters, receipts);
    }

    private static async Task TallyAsync(string data, int voters, ConcurrentBag<string> receipts)
    {
        using var server = await StartAsync(data, "2024-05-16T09:00:00+07:00");
        using var http = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromMinutes(10) };
        http.DefaultRequestHeaders.Add("x-admin-key", ServerProcess.AdminKey);
        var from = Stopwatch.GetTimestamp();
        HttpResponseMessage answer;
        do answer = (await http.PostAsync(Ballot + "/tally", null)).EnsureSuccessStatusCode();
        while ((int)answer.StatusCode == 202);
        Console.WriteLine($"tally of {voters:N0}: {Stopwatch.GetElapsedTime(from).TotalSeconds:N1} s");

        var counted = (await http.GetFromJsonAsync<List<string>>(Ballot + "/receipts"))!;
        var balanced = (await answer.Content.ReadFromJsonAsync<JsonElement>())
            .GetProperty("reconciliation")
            .GetProperty("balanced")
            .GetBoolean();
        Console.WriteLine(
            $"receipts: {receipts.Distinct(StringComparer.Ordinal).Count():N0} given, {counted.Count:N0} counted, {receipts.Except(counted, StringComparer.Ordinal).Count()} lost, balanced {balanced}"
        );
    }

    private static Task<ServerProcess> StartAsync(string data, string clock) =>
        ServerProcess.StartAsync(ServerProcess.Assembly, data, ["--port", "0", "--data", data, "--clock", clock]);

    private static async Task<List<string>> FreezeAsync(HttpClient http, int voters)
    {
        var hash = "";
        for (var from = 0; from < voters; from += PerRequest)
        {
            var body = new { entries = Enumerable.Range(from, Math.Min(PerRequest, voters - from)).Select(Person) };
            using var answer =
                from == 0
                    ? await http.PutAsJsonAsync(Ballot + "/roll", body)
                    : await http.PostAsJsonAsync(Ballot + "/roll/additions", body);
            hash = (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("hash").GetString()!;
        }

        (await http.PostAsJsonAsync(Ballot + "/roll/freeze", new { hash })).EnsureSuccessStatusCode();
        return [.. (await http.GetFromJsonAsync<List<JsonElement>>(Ballot + "/roll"))!.Select(e => e.GetProperty("id").GetString()!)];
    }

    private static object Person(int n) =>
        new
        {
            title = "นาย",
            given = "สมมติ" + string.Concat($"{n}".Select(d => (char)('ก' + (d - '0')))),
            family = "ทดสอบ",
            position = "เจ้าหน้าที่สมมติ",
            office = "21",
            kind = "ข้าราชการ",
        };

    /// <summary>As a sign-in would give them.</summary>
    private static List<string> Tokens(string data, List<string> roll)
    {
        using var app = Application.Build(new(Data: Path.Combine(data, "signing")), TimeProvider.System) as IDisposable;
        var services = ((WebApplication)app!).Services;
        var catalog = services.GetRequiredService<CampaignCatalog>();
        catalog.LoadAsync(default).GetAwaiter().GetResult();
        BallotTarget.Find(catalog.Find("rayong-2567")!, "b-virtues").IsRefused(out _, out var target);
        var tokens = services.GetRequiredService<CapabilityTokens>();
        return [.. roll.Select(id => tokens.Sign(VoterLink.For(target!, new(RollEntry.Parse(id)!.Value, 0))))];
    }

    private static async Task<(ConcurrentBag<string> Receipts, double PerSecond)> VoteAsync(
        Uri address,
        string path,
        List<string> tokens,
        List<string> roll
    )
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Clients, UseProxy = false })
        {
            BaseAddress = address,
        };
        var receipts = new ConcurrentBag<string>();
        var from = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(
            0,
            tokens.Count,
            new ParallelOptions { MaxDegreeOfParallelism = Clients },
            async (n, ct) =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(Body(n, roll)) };
                request.Content.Headers.ContentType = new("application/json");
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens[n]);
                request.Headers.Add("Idempotency-Key", $"attempt-of-voter-{n:D9}");
                using var answer = await http.SendAsync(request, ct);
                var text = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(ct);
                receipts.Add(text.GetProperty("receipt").GetString()!);
            }
        );
        return (receipts, tokens.Count / Stopwatch.GetElapsedTime(from).TotalSeconds);
    }

    private static byte[] Body(int n, List<string> roll)
    {
        string Choice(int seed) => roll[(n + 1 + (seed * 7 % (roll.Count - 1))) % roll.Count];
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                choices = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["c-sufficiency"] = Choice(1),
                    ["c-discipline"] = Choice(2),
                    ["c-honesty"] = Choice(3),
                    ["c-volunteering"] = Choice(4),
                    ["c-gratitude"] = Choice(5),
                },
            }
        );
    }
}
