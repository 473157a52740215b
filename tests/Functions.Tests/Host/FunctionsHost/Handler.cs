using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace CddFunctions.Tests.Host.FunctionsHost;

/// <summary>One start of the custom handler: the process in the app root, with the variables of the host, and the probe.</summary>
internal sealed class Handler : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan BetweenProbes = TimeSpan.FromMilliseconds(25);

    private readonly Process _process;
    private readonly ProcessLog _log;

    private Handler(Process process, ProcessLog log) => (_process, _log) = (process, log);

    public static Handler Start(FunctionApp app, int port, IReadOnlyDictionary<string, string> environment, ProcessLog log)
    {
        var start = new ProcessStartInfo(app.Executable, app.Arguments) { WorkingDirectory = app.Root, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        var (number, id) = (port.ToString(CultureInfo.InvariantCulture), Guid.NewGuid().ToString());
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = number;
        start.Environment["FUNCTIONS_HTTPWORKER_PORT"] = number;
        start.Environment["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"] = id;
        start.Environment["FUNCTIONS_HTTPWORKER_ID"] = id;
        start.Environment["FUNCTIONS_APP_ROOT_PATH"] = app.Root;
        // The host's own, which a handler inherits and must not listen on; nobody may take this port.
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:1";
        var process = Process.Start(start)!;
        log.Follow(process);
        return new(process, log);
    }

    /// <summary>Exit code, when everything that the process printed is read.</summary>
    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync();
        await _log.WholeAsync();
        return _process.ExitCode;
    }

    /// <summary>Null while it runs.</summary>
    public int? ExitCode => _process.HasExited ? _process.ExitCode : null;

    /// <summary>SIGKILL and nothing else: the host gives its handler no chance to end in order.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Asks <c>GET /</c> until anything answers.</summary>
    /// <returns>False when nothing did within 30 seconds, or the process ended.</returns>
    public async Task<bool> AnswersAsync(HttpMessageInvoker client, int port)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!_process.HasExited)
        {
            try
            {
                using var probe = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{port}/") { Version = HttpVersion.Version11 };
                using var answer = await client.SendAsync(probe, patience.Token);
                return true;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(BetweenProbes, CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        }

        return false;
    }

    public void Dispose() => _process.Dispose();
}
