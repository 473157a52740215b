using System.Net;
using System.Net.Sockets;
using CddFunctions.Demo;

namespace CddFunctions.Tests.Demo;

public sealed class DemoFolderTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"cdd-demo-{Guid.NewGuid():N}");

    private string Precious => Path.Combine(_folder, "cdd.db");

    [Fact]
    public async Task A_folder_that_no_demo_made_is_left_alone_and_the_exit_code_is_1()
    {
        Directory.CreateDirectory(_folder);
        await File.WriteAllTextAsync(Precious, "real hand-ins", TestContext.Current.CancellationToken);
        var output = new StringWriter();

        var code = await PlayDemo.RunAsync(new(Exit: true, Data: _folder), output, TestContext.Current.CancellationToken);

        Assert.Equal(1, code);
        Assert.True(File.Exists(Precious));
        Assert.Contains("left alone", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_an_earlier_demo_is_made_anew()
    {
        using (DemoFolder.Fresh(_folder))
            File.WriteAllText(Precious, "made up");
        using var again = DemoFolder.Fresh(_folder);

        Assert.False(File.Exists(Precious));
    }

    [Fact]
    public void A_folder_in_which_a_demo_runs_is_not_taken_from_it()
    {
        using var running = DemoFolder.Fresh(_folder);
        File.WriteAllText(Precious, "made up");

        Assert.Throws<DemoFailedException>(() => DemoFolder.Fresh(_folder));
        Assert.True(File.Exists(Precious));
    }

    [Fact]
    public async Task A_taken_port_is_said_and_the_exit_code_is_1()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var output = new StringWriter();

        Assert.Equal(1, await PlayDemo.RunAsync(new(Exit: true, Port: port, Data: _folder), output, TestContext.Current.CancellationToken));
        Assert.Contains("--port", output.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }
}
