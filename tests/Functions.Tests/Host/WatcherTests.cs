namespace CddFunctions.Tests.Host;

/// <summary>The data folder lies below the folder that the application starts in; nothing there may wake it at every write.</summary>
public sealed class WatcherTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("cdd-watch-");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task The_running_application_watches_no_folder()
    {
        using var server = await ServerProcess.StartAsync(_data.FullName);

        var watched = Directory
            .EnumerateFiles($"/proc/{server.Id}/fdinfo")
            .SelectMany(File.ReadLines)
            .Where(l => l.StartsWith("inotify wd:", StringComparison.Ordinal));

        Assert.Empty(watched);
    }
}
