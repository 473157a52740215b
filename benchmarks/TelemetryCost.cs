using System.Diagnostics;
using CddFunctions.Tests.Host;

namespace CddFunctions.Benchmarks;

/// <summary>
/// Processor time of a hand-in with everything sent to a collector on the same machine, beside the same without. Processor
/// time of the server's process, not seconds on the clock, because those tell more about what else runs on the machine.
/// </summary>
internal static class TelemetryCost
{
    private const int Clients = 16;
    private const int EachClient = 250;
    private const int Rounds = 4;

    private static readonly string Self = Path.Combine(AppContext.BaseDirectory, "CddFunctions.Benchmarks.dll");

    public static async Task RunAsync()
    {
        using var offData = new TemporaryData();
        using var onData = new TemporaryData();
        using var sink = await ServerProcess.StartAsync(Self, offData.Path, ["echo"]);
        using var off = await StartAsync(offData, "");
        using var on = await StartAsync(onData, sink.Address.ToString());
        Console.WriteLine(
            $"{"round", 6} {"µs off", 8} {"µs on", 8} {"ratio", 7}   (processor time of one hand-in; round 0 also compiles the code)"
        );
        for (var round = 0; round <= Rounds; round++)
        {
            var without = await MicrosecondsAsync(off, round);
            var with = await MicrosecondsAsync(on, round);
            Console.WriteLine($"{round, 6} {without, 8:N0} {with, 8:N0} {with / without, 7:N2}");
        }
    }

    private static async Task<double> MicrosecondsAsync(ServerProcess server, int round)
    {
        using var process = Process.GetProcessById(server.Id);
        using var http = new HandInClient(server.Address, Clients);
        var before = process.TotalProcessorTime;
        await Task.WhenAll(
            Enumerable
                .Range(0, Clients)
                .Select(async client =>
                {
                    for (var i = 0; i < EachClient; i++)
                        await http.SendAsync(HandInClient.UnitOf(client), $"{round}-{client}-{i}");
                })
        );
        await Task.Delay(TimeSpan.FromSeconds(2)); // what waits to be sent is part of the cost
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMicroseconds / (Clients * EachClient);
    }

    private static Task<ServerProcess> StartAsync(TemporaryData data, string collector) =>
        ServerProcess.StartAsync(
            ServerProcess.Assembly,
            data.Path,
            ["--port", "0", "--data", data.Path],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Telemetry__OtlpEndpoint"] = collector }
        );
}
