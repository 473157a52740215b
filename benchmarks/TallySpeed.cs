using System.Diagnostics;
using System.Security.Cryptography;
using CddFunctions.Ballots;
using CddFunctions.Ballots.Envelopes;
using CddFunctions.Ballots.Roll;
using CddFunctions.Ballots.Tally;
using CddFunctions.Campaigns;
using CddFunctions.Host;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Benchmarks;

/// <summary>
/// The tally of so many sealed papers of sixty candidates in SQLite, with its memory; and what one RSA operation for each
/// envelope would cost instead.
/// </summary>
internal static class TallySpeed
{
    private static readonly Caller Administrator = new(CallerRole.Admin, "rayong-2567", "benchmark", "benchmark");

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2024, 5, 10, 2, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    public static async Task RunAsync(int envelopes)
    {
        Primitives();
        using var data = new TemporaryData();
        var clock = new Clock();
        await using var app = Application.Build(new(Data: data.Path), clock, ["--Logging:LogLevel:Default=Warning"], Head.Bare);
        var services = app.Services;
        var catalog = services.GetRequiredService<CampaignCatalog>();
        await catalog.LoadAsync(default);
        BallotTarget.Find(catalog.Find("rayong-2567")!, "b-virtues").IsRefused(out _, out var target);
        await SeedAsync(services, target!, envelopes);
        clock.Now = clock.Now.AddDays(30);

        GC.Collect();
        var before = Environment.WorkingSet;
        var from = Stopwatch.GetTimestamp();
        TallyAnswer? answer;
        do (await services.GetRequiredService<RunTally>().RunAsync(target!, Administrator, new(), default)).IsRefused(out _, out answer);
        while (answer is { Result: null });
        var time = Stopwatch.GetElapsedTime(from);
        var view = answer!.Result!;
        Console.WriteLine(
            $"tally of {view.Reconciliation.Opened:N0} envelopes: {time.TotalSeconds:N1} s, {view.Reconciliation.Opened / time.TotalSeconds:N0}/s; memory {before / 1048576} → {Environment.WorkingSet / 1048576} MB, peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576} MB"
        );
    }

    private static async Task SeedAsync(IServiceProvider services, BallotTarget target, int envelopes)
    {
        var rows = Enumerable
            .Range(0, 60)
            .Select(n => new System.Text.Json.Nodes.JsonObject
            {
                ["title"] = "นาย",
                ["given"] = $"สมมติ{(char)('ก' + (n % 40))}{(char)('ก' + (n / 40))}",
                ["family"] = "ทดสอบ",
                ["position"] = "x",
                ["office"] = "21",
            })
            .ToList();
        (await services.GetRequiredService<PutRoll>().ReplaceAsync(target, Administrator, new(rows, null), default)).IsRefused(
            out _,
            out var put
        );
        await services.GetRequiredService<FreezeRoll>().RunAsync(target, Administrator, new(Hash: put!.Hash), default);
        var store = services.GetRequiredService<EnvelopeStore>();
        var ballot = await services.GetRequiredService<BallotStore>().FindAsync(target, default);
        var candidates = (await services.GetRequiredService<RollBooks>().OfAsync(target, ballot, default))
            .Entries.Select(e => e.Key)
            .ToArray();
        var publicKey = Convert.FromBase64String(ballot.State.Frozen!.PublicKey);
        var from = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(
            0,
            envelopes,
            new ParallelOptions { MaxDegreeOfParallelism = 256 },
            async (n, ct) =>
            {
                var paper = SealedPaper.Seal(
                    publicKey,
                    target.Name,
                    [.. Enumerable.Range(0, 5).Select(c => candidates[(n * (c + 1)) % candidates.Length])]
                );
                await store.TryCreateAsync(target, (ulong)n + 1, new(2024, 5, 10), paper, null, ct);
            }
        );
        Console.WriteLine($"sealed and stored {envelopes:N0}: {envelopes / Stopwatch.GetElapsedTime(from).TotalSeconds:N0}/s");
    }

    private static void Primitives()
    {
        using var rsa = RSA.Create(3072);
        var wrapped = rsa.Encrypt(new byte[32], RSAEncryptionPadding.OaepSHA256);
        Console.WriteLine($"RSA-OAEP 3072 opens {PerSecond(() => rsa.Decrypt(wrapped, RSAEncryptionPadding.OaepSHA256)):N0}/s on one core");
        using var key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var paper = SealedPaper.Seal(key.ExportSubjectPublicKeyInfo(), "x", [1, 2, 3, 4, 5]);
        Console.WriteLine($"a paper is opened {PerSecond(() => SealedPaper.Open(key, "x", paper, 5)):N0}/s on one core");
    }

    private static double PerSecond(Func<object?> work)
    {
        var from = Stopwatch.GetTimestamp();
        var times = 0;
        for (; Stopwatch.GetElapsedTime(from) < TimeSpan.FromSeconds(3); times++)
            work();
        return times / Stopwatch.GetElapsedTime(from).TotalSeconds;
    }
}
