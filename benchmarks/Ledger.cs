using System.Diagnostics;
using System.Globalization;
using CddFunctions.Campaigns;
using CddFunctions.Host;
using CddFunctions.Platform.Storage;
using CddFunctions.Submissions;
using CddFunctions.Submissions.Ledger;
using CddFunctions.Tests.Campaigns;
using CddFunctions.Tests.Host;

namespace CddFunctions.Benchmarks;

/// <summary>
/// Who owes what by when, with every obligation handed in: the programmes that ship, and a made-up one of 1,000 tambons
/// with 17 tasks. Cold = the first question to a new ledger, which reads every hand-in; warm = the ones after it.
/// </summary>
internal static class Ledger
{
    private const int Tries = 21;

    public static async Task RunAsync()
    {
        using var data = new TemporaryData();
        var folder = ManyTambons.WriteDefinitions(Path.Combine(data.Path, "definitions"));
        Environment.SetEnvironmentVariable("Campaigns__Folder", folder);
        var (small, large) = await SeedAndMeasureAsync(data.Path);
        var (smallHttp, largeHttp) = await OverHttpAsync(data.Path);

        Console.WriteLine($"{"", -22} {"rows", 7} {"cold ms", 9} {"warm ms", 9} {"limit", 7}");
        Print("both programmes", small, 5);
        Print("1,000 tambons × 17", large, 200);
        Print("both, HTTP", smallHttp, 5);
        Print("1,000 × 17, HTTP", largeHttp, 200);
    }

    private sealed record Result(int Rows, double Cold, double Warm);

    private static async Task<(Result Small, Result Large)> SeedAndMeasureAsync(string data)
    {
        await using var app = Application.Build(new(Data: data), TimeProvider.System, head: Head.Bare);
        var catalog = app.Services.GetRequiredService<CampaignCatalog>();
        await catalog.LoadAsync(default);
        if (catalog.Invalid.Count > 0)
            throw new InvalidOperationException($"Not launched: {string.Join(", ", catalog.Invalid.Keys)}");

        var large = (await catalog.FindAsync(ManyTambons.Id, default))!;
        var small = (await catalog.AllAsync(default)).Where(c => c != large).ToList();
        foreach (var campaign in await catalog.AllAsync(default))
            await SeedAsync(app.Services, campaign);

        // The first round also compiles the code; what is reported is the median of the others.
        return (await MeasureAsync(app.Services, small), await MeasureAsync(app.Services, [large]));
    }

    /// <summary>One hand-in per obligation, straight into the store.</summary>
    internal static async Task SeedAsync(IServiceProvider services, LaunchedCampaign campaign)
    {
        var ledger = New(services);
        var documents = services.GetRequiredService<IDocuments>();
        var at = new DateTimeOffset(2024, 3, 1, 2, 0, 0, TimeSpan.Zero);
        var rows = await ledger.RowsAsync(campaign, default);
        await Task.WhenAll(
            rows.Select(
                (row, i) =>
                    documents.TryCreateAsync(
                        SubmissionStore.Partition(campaign.Id),
                        SubmissionStore.Id(row.Task, row.Unit),
                        new Submission(
                            row.Task,
                            row.Unit,
                            null,
                            [
                                new(
                                    1,
                                    "AAAAA-AAAAA",
                                    1,
                                    at.AddMinutes(i),
                                    row.DueAt,
                                    "0123456789abcdef",
                                    new('0', 64),
                                    new('0', 64),
                                    new() { ["note"] = new string('ก', 200) },
                                    new Dictionary<string, IReadOnlyList<AttachedFile>>(StringComparer.Ordinal),
                                    [],
                                    Decision: i % 2 == 0 ? new(true, null, at.AddDays(1), "admin-key") : null
                                ),
                            ]
                        ).ToBody(),
                        default
                    )
            )
        );
    }

    private static async Task<Result> MeasureAsync(IServiceProvider services, IReadOnlyList<LaunchedCampaign> campaigns)
    {
        var cold = new List<double>();
        var warm = new List<double>();
        var rows = 0;
        for (var i = 0; i < Tries; i++)
        {
            var ledger = New(services);
            (var milliseconds, rows) = await TimeAsync(() => RowsAsync(ledger, campaigns));
            cold.Add(milliseconds);
            warm.Add((await TimeAsync(() => RowsAsync(ledger, campaigns))).Milliseconds);
        }

        return new(rows, Median(cold), Median(warm));
    }

    /// <summary>
    /// Cold: the first question to a new process, after one to a campaign without hand-ins is not possible here, so compiling is in
    /// it.
    /// </summary>
    private static async Task<(Result Small, Result Large)> OverHttpAsync(string data)
    {
        using var server = await ServerProcess.StartAsync(data);
        using var http = new HandInClient(server.Address);
        var campaigns = (await http.GetAsync<List<CampaignEndpoints.CampaignSummary>>("/api/campaigns"))!.Select(c => c.Id).ToList();
        var small = campaigns.Where(c => !string.Equals(c, ManyTambons.Id, StringComparison.Ordinal)).ToList();
        return (await MeasureAsync(http, small), await MeasureAsync(http, [ManyTambons.Id]));
    }

    private static async Task<Result> MeasureAsync(HandInClient http, IReadOnlyList<string> campaigns)
    {
        var times = new List<double>();
        var rows = 0;
        for (var i = 0; i <= Tries; i++)
        {
            (var milliseconds, rows) = await TimeAsync(() => RowsAsync(http, campaigns));
            times.Add(milliseconds);
        }

        return new(rows, times[0], Median(times[1..]));
    }

    private static async Task<int> RowsAsync(ObligationLedger ledger, IReadOnlyList<LaunchedCampaign> campaigns)
    {
        var rows = 0;
        foreach (var campaign in campaigns)
            rows += (await ledger.RowsAsync(campaign, default)).Count;
        return rows;
    }

    private static async Task<int> RowsAsync(HandInClient http, IReadOnlyList<string> campaigns)
    {
        var rows = 0;
        foreach (var campaign in campaigns)
            rows += (await http.GetBytesAsync($"/api/campaigns/{campaign}/obligations")).AsSpan().Count("\"unitName\""u8);
        return rows;
    }

    private static async Task<(double Milliseconds, int Rows)> TimeAsync(Func<Task<int>> call)
    {
        var from = Stopwatch.GetTimestamp();
        var rows = await call();
        return (Stopwatch.GetElapsedTime(from).TotalMilliseconds, rows);
    }

    private static ObligationLedger New(IServiceProvider services) => ActivatorUtilities.CreateInstance<ObligationLedger>(services);

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static void Print(string name, Result result, double limit) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -22} {result.Rows, 7:N0} {result.Cold, 9:N1} {result.Warm, 9:N1} {limit, 7:N0}"
            )
        );
}
