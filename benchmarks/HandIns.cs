using System.Diagnostics;
using CddFunctions.Tests.Host;

namespace CddFunctions.Benchmarks;

/// <summary>
/// Hand-ins per second through HTTP, each on disk before its 201, beside a bare Kestrel that only answers: same client,
/// same body, same process model, the two measured in turn.
/// </summary>
internal static class HandIns
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(5);
    private static readonly string Self = Path.Combine(AppContext.BaseDirectory, "CddFunctions.Benchmarks.dll");

    private sealed record Result(double PerSecond, double Median, double Slow);

    public static async Task RunAsync()
    {
        using var data = new TemporaryData();
        using var server = await ServerProcess.StartAsync(data.Path);
        using var echo = await ServerProcess.StartAsync(Self, data.Path, ["echo"]);
        Console.WriteLine(
            $"{"clients", 8} {"hand-ins/s", 11} {"p50 ms", 8} {"p99 ms", 8}   {"bare Kestrel/s", 14} {"p50 ms", 8} {"p99 ms", 8}   {"ratio", 6}"
        );
        foreach (var clients in new[] { 1, 16, 64, 256 })
        {
            var bare = await MeasureAsync(echo.Address, clients, "/echo");
            var ours = await MeasureAsync(server.Address, clients, "");
            Console.WriteLine(
                $"{clients, 8} {ours.PerSecond, 11:N0} {ours.Median, 8:N2} {ours.Slow, 8:N2}   {bare.PerSecond, 14:N0} {bare.Median, 8:N2} {bare.Slow, 8:N2}   {ours.PerSecond / bare.PerSecond, 6:P0}"
            );
        }
    }

    private static async Task<Result> MeasureAsync(Uri address, int clients, string path)
    {
        using var http = new HandInClient(address, clients);
        _ = await LoadAsync(http, clients, path, WarmUp, "w");
        var times = await LoadAsync(http, clients, path, Span, "m");
        times.Sort();
        return new(times.Count / Span.TotalSeconds, times[times.Count / 2], times[times.Count * 99 / 100]);
    }

    /// <returns>The milliseconds of each request.</returns>
    private static async Task<List<double>> LoadAsync(HandInClient http, int clients, string path, TimeSpan span, string prefix)
    {
        var started = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(
            Enumerable
                .Range(0, clients)
                .Select(client =>
                    Task.Run(async () =>
                    {
                        var times = new List<double>();
                        while (Stopwatch.GetElapsedTime(started) < span)
                        {
                            var from = Stopwatch.GetTimestamp();
                            await http.SendAsync(HandInClient.UnitOf(client), $"{prefix}-{clients}-{client}-{times.Count}", path);
                            times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
                        }

                        return times;
                    })
                )
        );
        return [.. all.SelectMany(t => t)];
    }
}
