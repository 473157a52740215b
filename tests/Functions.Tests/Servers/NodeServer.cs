using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CddFunctions.Tests.Servers;

/// <summary>
/// A server of tests/npm on a free port of this machine. It ends with this process, however that ends: on a normal exit it
/// is killed, and otherwise it sees its stdin close (serve.mjs).
/// </summary>
internal sealed class NodeServer : IDisposable
{
    private const int KeptLines = 40;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly ConcurrentQueue<string> _output = new();
    private readonly Process _process;

    private NodeServer(Process process, int port)
    {
        (_process, Port) = (process, port);
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
    }

    public int Port { get; }

    public Uri Address => new($"http://127.0.0.1:{Port}/");

    /// <summary>The last lines that the server wrote, for the message of a test that failed.</summary>
    public string Output => string.Join('\n', _output);

    /// <param name="module">The server's script, from tests/npm.</param>
    /// <param name="arguments">Its arguments for a port.</param>
    /// <exception cref="InvalidOperationException">It ended, or gave no answer within a minute; the message has its output.</exception>
    public static async Task<NodeServer> StartAsync(string module, Func<int, IReadOnlyList<string>> arguments)
    {
        NodePackages.Restore();
        var port = FreePort();
        var server = new NodeServer(NodePackages.Start("node", ["serve.mjs", module, .. arguments(port)]), port);
        await server.AnswersAsync(module);
        return server;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
    }

    private async Task AnswersAsync(string module)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        for (var from = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(from) < Patience && !_process.HasExited; await Task.Delay(50))
        {
            try
            {
                using var answer = await http.GetAsync(Address, HttpCompletionOption.ResponseHeadersRead);
                return; // any answer: an error is one too
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // not listening yet
            }
        }

        Dispose();
        throw new InvalidOperationException($"{module} did not start:\n{Output}");
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        _output.Enqueue(line);
        while (_output.Count > KeptLines)
            _output.TryDequeue(out _);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
