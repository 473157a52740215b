using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using CddFunctions.Tests.Host;

namespace CddFunctions.Benchmarks;

/// <summary>The published executable as a Functions host starts it, beside an empty handler that is published the same way; the two in turn.</summary>
internal static class HandlerStart
{
    private const int Times = 21;
    private const double Limit = 1.3;

    private static readonly string[] Stages = ["GET /", "/api/health", "obligations", "hand-in"];

    /// <param name="published">Folder that ./publish made.</param>
    /// <param name="empty">Folder of the published EmptyHandler.</param>
    public static async Task RunAsync(string published, string empty)
    {
        var (ours, peers) = (new List<double[]>(), new List<double>());
        for (var i = 0; i <= Times; i++)
        {
            using var data = new TemporaryData();
            var peer = await StartAsync(Path.Combine(empty, "EmptyHandler"), data.Path, _ => Task.FromResult<double[]>([]));
            var own = await StartAsync(Path.Combine(published, "CddFunctions"), data.Path, AskAsync);
            if (i == 0)
                continue; // reads both from disk for the first time, and compiles the client

            peers.Add(peer[0]);
            ours.Add(own);
        }

        Print(ours, peers);
        var bytes = new DirectoryInfo(published).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);
        Console.WriteLine($"{published}: {bytes / 1e6:N0} MB");
    }

    private static void Print(List<double[]> ours, List<double> peers)
    {
        Console.WriteLine($"{"from the start until",-24} {"median ms",10} {"fastest ms",11} {"slowest ms",11}");
        Row("GET /, empty handler", peers);
        for (var s = 0; s < Stages.Length; s++)
            Row(Stages[s], [.. ours.Select(o => o[s])]);
        Console.WriteLine($"ratio of GET / {Median([.. ours.Select(o => o[0])]) / Median(peers):N2}   limit {Limit}");
    }

    private static void Row(string name, List<double> times) =>
        Console.WriteLine($"{name,-24} {Median(times),10:N0} {times.Min(),11:N0} {times.Max(),11:N0}");

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    /// <returns>Milliseconds from the start of the process until the first answer, then what <paramref name="more"/> adds.</returns>
    private static async Task<double[]> StartAsync(string executable, string data, Func<(Uri Address, long From), Task<double[]>> more)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(executable) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(executable) };
        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["AdminKey"] = ServerProcess.AdminKey;
        start.Environment["Data__Folder"] = data;

        var from = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        try
        {
            while (!await AnswersAsync(port))
            {
                if (process.HasExited)
                    throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
                await Task.Delay(1);
            }

            var first = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            return [first, .. await more((new($"http://127.0.0.1:{port}"), from))];
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<double[]> AskAsync((Uri Address, long From) handler)
    {
        using var client = new HandInClient(handler.Address);
        var times = new List<double>();
        foreach (var ask in (Func<Task>[])[() => client.GetAsync<JsonElement>("/api/health"), () => client.GetAsync<JsonElement>("/api/campaigns/rayong-2567/obligations"), () => client.SendAsync("2101", "start")])
        {
            await ask();
            times.Add(Stopwatch.GetElapsedTime(handler.From).TotalMilliseconds);
        }

        return [.. times];
    }

    /// <summary>The host's probe, without the cost of an HTTP client.</summary>
    private static async Task<bool> AnswersAsync(int port)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port);
            await socket.SendAsync("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"u8.ToArray());
            return await socket.ReceiveAsync(new byte[512]) > 0;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
