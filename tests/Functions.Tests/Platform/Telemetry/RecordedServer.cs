using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using CddFunctions.Tests.Host;

namespace CddFunctions.Tests.Platform.Telemetry;

/// <summary>The built executable, everything it prints kept, and stopped as systemd stops it, so that it can send what it has.</summary>
internal sealed partial class RecordedServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _printed = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RecordedServer(Process process) => _process = process;

    public string Printed
    {
        get
        {
            lock (_printed)
                return _printed.ToString();
        }
    }

    public int Id => _process.Id;

    public Uri Address => _address.Task.Result;

    public static async Task<RecordedServer> StartAsync(
        string data,
        IReadOnlyDictionary<string, string> settings,
        params string[] arguments
    )
    {
        var start = new ProcessStartInfo("dotnet", [ServerProcess.Assembly, "--port", "0", "--data", data, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = data,
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var server = new RecordedServer(new() { StartInfo = start });
        server._process.OutputDataReceived += (_, e) => server.Keep(e.Data);
        server._process.ErrorDataReceived += (_, e) => server.Keep(e.Data);
        server._process.Start();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        await server._address.Task.WaitAsync(Patience);
        return server;
    }

    public async Task StopAsync()
    {
        using (var stop = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
            await stop.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(Patience);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        lock (_printed)
            _printed.Append(line).Append('\n');
        if (line is not null && Url().Match(line) is { Success: true } url)
            _address.TrySetResult(new(url.Value));
    }

    [GeneratedRegex("http://127\\.0\\.0\\.1:[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Url();
}
