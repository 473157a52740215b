using System.Diagnostics;
using System.Text.Json;
using CddFunctions.Tests.Host;

namespace CddFunctions.Benchmarks;

/// <summary>From the start of the process until /api/health answers: on an empty data folder, and again on the same one.</summary>
internal static class Startup
{
    private const int Times = 5;

    public static async Task RunAsync()
    {
        var first = new List<double>();
        var second = new List<double>();
        for (var i = 0; i < Times; i++)
        {
            using var data = new TemporaryData();
            first.Add(await StartAsync(data.Path));
            second.Add(await StartAsync(data.Path));
        }

        Console.WriteLine($"{"start", -20} {"median ms", 10} {"slowest ms", 11}   limit");
        Print("empty data folder", first, "");
        Print("second start", second, "5,000 with ./run");
    }

    private static async Task<double> StartAsync(string data)
    {
        var from = Stopwatch.GetTimestamp();
        using var server = await ServerProcess.StartAsync(data);
        using var client = new HandInClient(server.Address);
        _ = await client.GetAsync<JsonElement>("/api/health");
        return Stopwatch.GetElapsedTime(from).TotalMilliseconds;
    }

    private static void Print(string name, List<double> times, string limit) =>
        Console.WriteLine($"{name, -20} {times.Order().ElementAt(times.Count / 2), 10:N0} {times.Max(), 11:N0}   {limit}");
}
