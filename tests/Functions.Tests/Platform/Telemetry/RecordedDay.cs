using System.Text;
using CddFunctions.Tests.Host;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Platform.Telemetry;

[assembly: AssemblyFixture(typeof(RecordedDay))]

namespace CddFunctions.Tests.Platform.Telemetry;

/// <summary>
/// One revealing day on the built executable, with a collector and an Application Insights that are ours; played when first asked
/// for.
/// </summary>
public sealed class RecordedDay : IAsyncDisposable
{
    private readonly Lazy<Task<Recording>> _recording = new(RecordAsync);

    internal sealed record Recording(Collector Collector, string Console, IReadOnlyList<string> Secrets, IReadOnlyList<string> Ids);

    internal Task<Recording> PlayedAsync() => _recording.Value;

    public async ValueTask DisposeAsync()
    {
        if (_recording is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await (await _recording.Value).Collector.DisposeAsync();
    }

    private static async Task<Recording> RecordAsync()
    {
        var collector = await Collector.StartAsync();
        var data = Directory.CreateTempSubdirectory("cdd-telemetry-");
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(data.CreateSubdirectory("definitions").FullName, "made-up.json"),
                MadeUpCampaign.Json().ToJsonString()
            );
            using var server = await RecordedServer.StartAsync(
                data.FullName,
                Settings(collector, data.FullName),
                "--clock",
                $"{MadeUpCampaign.Start:O}"
            );
            using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
            {
                BaseAddress = server.Address,
            };
            await WaitForTelemetryAsync(collector, http);
            var day = new RevealingDay(http, data.FullName);
            await day.PlayAsync();
            await server.StopAsync();
            return new(collector, server.Printed, day.Secrets, day.Ids);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static Dictionary<string, string> Settings(Collector collector, string data) =>
        new(StringComparer.Ordinal)
        {
            ["AdminKey"] = ServerProcess.AdminKey,
            ["Campaigns__Folder"] = Path.Combine(data, "definitions"),
            ["Telemetry__OtlpEndpoint"] = collector.Address,
            ["Telemetry__ConnectionString"] = $"InstrumentationKey={Guid.NewGuid()};IngestionEndpoint={collector.Address}/",
        };

    /// <summary>Collecting begins after the start; what is asked before that would be missing.</summary>
    private static async Task WaitForTelemetryAsync(Collector collector, HttpClient http)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!Encoding.UTF8.GetString(collector.Of("/v1/traces")).Contains("/api/health", StringComparison.Ordinal))
        {
            _ = await http.GetStringAsync("/api/health", patience.Token);
            await Task.Delay(100, patience.Token);
        }
    }
}
