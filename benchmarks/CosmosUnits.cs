using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CddFunctions.Demo;
using CddFunctions.Demo.Rayong;
using CddFunctions.Host;
using CddFunctions.Platform.Storage;
using CddFunctions.Tests.Servers;

namespace CddFunctions.Benchmarks;

/// <summary>
/// What the application asks of Cosmos DB for one hand-in, one revision, one look at the obligations: counted by its own
/// metric against the test server, with the sizes of the documents. The test server charges 1 for every answer, so the
/// counts are what counts; docs/storage.md multiplies them with the prices that Microsoft publishes.
/// </summary>
internal static class CosmosUnits
{
    private const string Campaign = "rayong-2567";
    private const string Office = "2101";
    private const string AdminKey = "made-up-administrator-key-of-the-benchmarks";
    private static readonly ConcurrentQueue<string> Asked = new();

    public static async Task RunAsync()
    {
        using var data = new TemporaryData();
        var settings = await (await CosmosServer.SharedAsync()).CreateDatabaseAsync();
        await using var app = Application.Build(
            new(Data: data.Path),
            new RehearsalClock(Script.Moment("2024-05-10 09:00")),
            [$"--AdminKey={AdminKey}", .. settings.Select(s => $"--{s.Key}={s.Value}")],
            Head.Bare
        );
        await Serve.StartAsync(app, 0, default);
        using var http = new HttpClient { BaseAddress = new(app.Urls.First()) };
        using var listener = Listen();
        await PlayAsync(new Cast(http, Campaign, AdminKey), app.Services.GetRequiredService<IDocuments>());
        await app.StopAsync();
    }

    private static async Task PlayAsync(Cast cast, IDocuments documents)
    {
        Console.WriteLine($"{"", -34} {"read", 5} {"create", 7} {"replace", 8} {"list", 5} {"changes", 8} {"upsert", 7}");
        var officer = await cast.FindAsync(Office, default);
        await CountAsync("obligations, new process", () => cast.Admin.GetAsync("obligations", default));
        await CountAsync("hand-in", () => Deeds.HandIn("t-plan", Office, RayongForms.Plan(200)).DoAsync(officer, default));
        await CountAsync(
            "hand-in with a file",
            () => Deeds.HandIn("t-book", Office, RayongForms.Volume(), RayongForms.Pdf(20)).DoAsync(officer, default)
        );
        await CountAsync("obligations, two are new", () => cast.Admin.GetAsync("obligations", default));
        await CountAsync("obligations, nothing new", () => cast.Admin.GetAsync("obligations", default));
        await CountAsync("returned (read, then decided)", () => Deeds.Return("t-plan", Office, "ขอแก้ไข").DoAsync(cast.Admin, default));
        await CountAsync(
            "revision (read, then sent)",
            () => Deeds.Revise("t-plan", Office, RayongForms.Plan(200)).DoAsync(officer, default)
        );
        foreach (var partition in new[] { "submissions", "uploads" })
            await SizesAsync(documents, partition);
    }

    private static async Task CountAsync(string what, Func<Task<Answer>> step)
    {
        Asked.Clear();
        var answer = await step();
        if (answer.IsRefused)
            throw new InvalidOperationException($"{what}: {answer.Status} {answer.Text}");
        var count = Asked.ToArray();
        Console.WriteLine(
            $"{what, -34} {Of("read"), 5} {Of("create"), 7} {Of("replace"), 8} {Of("list"), 5} {Of("changes"), 8} {Of("upsert"), 7}"
        );

        int Of(string operation) => count.Count(o => string.Equals(o, operation, StringComparison.Ordinal));
    }

    private static async Task SizesAsync(IDocuments documents, string partition)
    {
        var sizes = await documents.AllAsync($"{Campaign}:{partition}", default).Select(d => d.Body.Length).ToListAsync();
        Console.WriteLine($"{partition}: {string.Join(", ", sizes)} bytes");
    }

    private static MeterListener Listen()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (string.Equals(instrument.Name, "cdd.cosmos.request_units", StringComparison.Ordinal))
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) => Asked.Enqueue((string)tags[0].Value!));
        listener.Start();
        return listener;
    }
}
