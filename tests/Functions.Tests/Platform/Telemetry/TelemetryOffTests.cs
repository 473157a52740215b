using CddFunctions.Platform.Telemetry;
using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Platform.Telemetry;

public sealed class TelemetryOffTests
{
    [Fact]
    public async Task Without_an_address_nothing_collects()
    {
        await using var server = await TestServer.StartAsync();

        Assert.Null(server.Services.GetService<TelemetryPipeline>());
    }

    /// <summary>The start of a function app is measured; code that is not needed must not be read from disk.</summary>
    [Fact]
    public async Task Without_an_address_no_library_of_telemetry_is_loaded()
    {
        var data = Directory.CreateTempSubdirectory("cdd-telemetry-");
        try
        {
            using var server = await RecordedServer.StartAsync(data.FullName, new Dictionary<string, string>(StringComparer.Ordinal));
            using var http = new HttpClient { BaseAddress = server.Address };
            _ = await http.GetStringAsync("/api/health", TestContext.Current.CancellationToken);
            var maps = await File.ReadAllTextAsync($"/proc/{server.Id}/maps", TestContext.Current.CancellationToken);

            Assert.Contains("CddFunctions.dll", maps, StringComparison.Ordinal);
            Assert.DoesNotContain("OpenTelemetry", maps, StringComparison.Ordinal);
            Assert.DoesNotContain("ApplicationInsights", maps, StringComparison.Ordinal);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
