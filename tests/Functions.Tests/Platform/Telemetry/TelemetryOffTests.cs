using System.Diagnostics;
using CddFunctions.Platform.Telemetry;
using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Platform.Telemetry;

public sealed class TelemetryOffTests
{
    [Fact]
    public async Task Without_an_address_nothing_collects()
    {
        await using var server = await TestServer.StartInProcessAsync();

        Assert.Null(server.Services.GetService<TelemetryPipeline>());
    }

    [Fact]
    public async Task What_a_caller_sends_along_goes_no_further()
    {
        await using var server = await TestServer.StartInProcessAsync();
        using var request = new Activity("a request").SetIdFormat(ActivityIdFormat.W3C).AddBaggage("person", "someone").Start();
        request.TraceStateString = "v=someone";
        var sent = new List<string>();

        DistributedContextPropagator.Current.Inject(request, null, (_, name, value) => sent.Add($"{name}: {value}"));

        Assert.Empty(sent);
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
            Assert.DoesNotContain("Azure.Monitor", maps, StringComparison.Ordinal);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
