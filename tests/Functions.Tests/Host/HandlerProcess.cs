using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CddFunctions.Tests.Host;

/// <summary>The executable with the environment that a Functions host gives its custom handler.</summary>
internal sealed class HandlerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenProbes = TimeSpan.FromMilliseconds(25);

    private readonly Process _process;
    private readonly Task<string> _output, _errors;

    public HandlerProcess(string data, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [ServerProcess.Assembly])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = data,
        };
        foreach (var (name, value) in (IEnumerable<(string, string)>)[("FUNCTIONS_CUSTOMHANDLER_PORT", Port.ToString(CultureInfo.InvariantCulture)), ("AdminKey", ServerProcess.AdminKey), .. environment])
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        (_output, _errors) = (_process.StandardOutput.ReadToEndAsync(), _process.StandardError.ReadToEndAsync());
    }

    public int Port { get; } = FreePort();

    public Uri Address => new($"http://127.0.0.1:{Port}");

    /// <summary>As the host does: until anything answers.</summary>
    public async Task ReadyAsync(HttpClient client)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(Address, patience.Token);
                return;
            }
            catch (HttpRequestException)
            {
                Assert.False(_process.HasExited, "the process ended before it answered");
                await Task.Delay(BetweenProbes, patience.Token);
            }
        }
    }

    public async Task<(int Code, string Errors)> ExitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return (_process.ExitCode, await _errors);
    }

    /// <summary>SIGKILL, as the host does it; what it had printed until then.</summary>
    public async Task<string> KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        return await _output;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
