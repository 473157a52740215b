using System.Diagnostics;
using CddFunctions.Adapters.Sqlite;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Benchmarks;

/// <summary>Writes and reads per second of the embedded store by number of callers, beside what the disk itself can do.</summary>
internal static class DocumentStore
{
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(3);

    public static async Task RunAsync(string directory)
    {
        Directory.CreateDirectory(directory);
        Console.WriteLine($"fsync alone: {Fsyncs(directory):N0}/s");
        await using var store = SqliteDocuments.Open(Path.Combine(directory, "bench.db"), TimeProvider.System);
        Console.WriteLine(store.Description);
        var body = new byte[300];
        foreach (var callers in new[] { 1, 16, 256 })
        {
            var prefix = $"{callers}-";
            var commits = store.Commits;
            var counts = await MeasureAsync(
                callers,
                (caller, i) => store.TryCreateAsync($"p{caller % 64}", $"{prefix}{caller}-{i}", body, default)
            );
            var writes = counts.Sum();
            var seconds = Span.TotalSeconds;
            Console.WriteLine(
                $"{callers, 4} callers: {writes / seconds, 9:N0} writes/s in {(store.Commits - commits) / seconds, 7:N0} commits/s"
            );

            var reads = await MeasureAsync(
                callers,
                (caller, i) => store.ReadAsync($"p{caller % 64}", $"{prefix}{caller}-{i % counts[caller]}", default)
            );
            Console.WriteLine($"{callers, 4} callers: {reads.Sum() / seconds, 9:N0} reads/s");
        }
    }

    /// <summary>
    /// One clock for all callers, and a turn for each after every call: reads end at once, and would not let the next one start.
    /// </summary>
    private static Task<int[]> MeasureAsync<T>(int callers, Func<int, int, Task<T>> call)
    {
        var start = Stopwatch.GetTimestamp();
        return Task.WhenAll(
            Enumerable
                .Range(0, callers)
                .Select(caller =>
                    Task.Run(async () =>
                    {
                        var calls = 0;
                        for (; Stopwatch.GetElapsedTime(start) < Span; calls++)
                        {
                            _ = await call(caller, calls) ?? throw new InvalidOperationException("No call here may lose.");
                            await Task.Yield();
                        }

                        return calls;
                    })
                )
        );
    }

    /// <summary>One thread appends 4 KB and flushes, again and again: what a store without group commit is bound by.</summary>
    private static double Fsyncs(string directory)
    {
        var path = Path.Combine(directory, "fsync.tmp");
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        var page = new byte[4096];
        var start = Stopwatch.GetTimestamp();
        var count = 0;
        for (; Stopwatch.GetElapsedTime(start) < Span; count++)
        {
            file.Write(page);
            file.Flush(flushToDisk: true);
        }

        return count / Span.TotalSeconds;
    }
}
