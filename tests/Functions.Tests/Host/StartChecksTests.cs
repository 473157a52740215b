using System.Text.Json;
using CddFunctions.Host;
using CddFunctions.Platform.Storage;
using CddFunctions.Tests.Servers;

namespace CddFunctions.Tests.Host;

/// <summary>A start on Cosmos DB: what is missing is one sentence and exit code 1.</summary>
public sealed class StartChecksTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("cdd-start-");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task Everything_missing_is_named_at_once()
    {
        var fault = await Assert.ThrowsAsync<StartCheckException>(() =>
            StartChecks.RunAsync([new Missing("a", "b"), new Missing(), new Missing("c")], default)
        );

        Assert.Equal("a b c", fault.Message);
        Assert.Contains("a b c", StartFault.Sentence(fault, 7071), StringComparison.Ordinal);
        await StartChecks.RunAsync([new Missing()], default);
    }

    [Fact]
    public async Task A_missing_container_ends_the_start()
    {
        var server = await CosmosServer.SharedAsync();
        var refused = await RefusedAsync(server.SettingsOf(await server.CreateEmptyDatabaseAsync()));

        Assert.StartsWith(
            "The process ended with 1 and without an address: เริ่มไม่ได้ / cannot start: ",
            refused,
            StringComparison.Ordinal
        );
        Assert.Contains("has no container", refused, StringComparison.Ordinal);
        Assert.Single(refused.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("Cosmos:Endpoint", "")]
    [InlineData("Cosmos:Endpoint", "somewhere")]
    [InlineData("Cosmos:Database", "")]
    public async Task Settings_that_lead_nowhere_end_the_start(string setting, string value)
    {
        var server = await CosmosServer.SharedAsync();
        var settings = server.SettingsOf("any").ToDictionary(StringComparer.Ordinal);
        settings[setting] = value;

        Assert.Contains("Storage:Documents=cosmos needs Cosmos:Endpoint", await RefusedAsync(settings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_says_that_documents_are_in_cosmos()
    {
        using var server = await StartAsync(await (await CosmosServer.SharedAsync()).CreateDatabaseAsync());
        using var client = new HttpClient();

        var health = await client.GetFromJsonAsync<JsonElement>(new Uri(server.Address, "/api/health"));

        Assert.Equal("cosmos 3.64.0", health.GetProperty("storage").GetProperty("documents").GetString());
    }

    private async Task<string> RefusedAsync(IReadOnlyDictionary<string, string> settings) =>
        (await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(settings))).Message;

    private Task<ServerProcess> StartAsync(IReadOnlyDictionary<string, string> settings) =>
        ServerProcess.StartAsync(
            ServerProcess.Assembly,
            _data.FullName,
            ["--port", "0"],
            settings.ToDictionary(s => s.Key.Replace(":", "__", StringComparison.Ordinal), s => s.Value, StringComparer.Ordinal)
        );

    private sealed class Missing(params string[] faults) : IStartCheck
    {
        public Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<string>>(faults);
    }
}
