using CddFunctions.Tests.Platform.Telemetry;

namespace CddFunctions.Tests.Adapters.ApplicationInsights;

/// <summary>Telemetry that does not arrive is lost: it is not kept in a place that nobody named and nobody backs up or clears.</summary>
public sealed class InsightsStorageTests
{
    [Fact]
    public async Task What_cannot_be_sent_is_not_kept_on_disk()
    {
        var data = Directory.CreateTempSubdirectory("cdd-telemetry-");
        try
        {
            var temporary = data.CreateSubdirectory("tmp");
            var settings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["TMPDIR"] = temporary.FullName,
                ["Telemetry__ConnectionString"] = $"InstrumentationKey={Guid.NewGuid()};IngestionEndpoint=http://127.0.0.1:9/",
            };
            using var server = await RecordedServer.StartAsync(data.FullName, settings);
            using var http = new HttpClient { BaseAddress = server.Address };
            await UntilTelemetryIsLoadedAsync(server.Id);
            _ = await http.GetStringAsync("/api/health", TestContext.Current.CancellationToken);
            await server.StopAsync();

            Assert.Empty(temporary.EnumerateFileSystemInfos().Select(f => f.Name));
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task UntilTelemetryIsLoadedAsync(int process)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!(await File.ReadAllTextAsync($"/proc/{process}/maps", patience.Token)).Contains("Azure.Monitor", StringComparison.Ordinal))
            await Task.Delay(100, patience.Token);
    }
}
