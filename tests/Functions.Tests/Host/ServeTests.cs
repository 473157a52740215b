namespace CddFunctions.Tests.Host;

/// <summary>The executable as one machine starts it: what stops the start is one sentence and exit code 1.</summary>
public sealed class ServeTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("cdd-serve-");

    public void Dispose() => _data.Delete(recursive: true);

    [Theory]
    [InlineData("Serve__Clock", "2024-05-10T09:00:00+07:00", "rehearsal")]
    [InlineData("Storage__Documents", "sqlite", "Storage:Documents")]
    [InlineData("Storage__Files", "folder", "Storage:Files")]
    [InlineData("TokenSecret", "", "TokenSecret")]
    public async Task What_only_one_machine_can_have_is_refused_in_Azure(string setting, string value, string named)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Storage__Documents"] = "cosmos",
            ["Storage__Files"] = "blob",
            ["TokenSecret"] = "made-up-token-secret-of-the-tests-0000",
            ["WEBSITE_SITE_NAME"] = "cdd",
        };
        settings[setting] = value;

        Assert.Contains(named, await RefusedAsync(settings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named()
    {
        var settings = new Dictionary<string, string> { ["Campaigns__Folder"] = Path.Combine(_data.FullName, "nowhere") };

        Assert.Contains("nowhere", await RefusedAsync(settings), StringComparison.Ordinal);
    }

    private async Task<string> RefusedAsync(IReadOnlyDictionary<string, string> settings)
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            ServerProcess.StartAsync(ServerProcess.Assembly, _data.FullName, ["--port", "0"], settings)
        );

        Assert.StartsWith(
            "The process ended with 1 and without an address: เริ่มไม่ได้ / cannot start: ",
            fault.Message,
            StringComparison.Ordinal
        );
        return Assert.Single(fault.Message.Trim().Split('\n'));
    }
}
