namespace CddFunctions.Platform.Timers;

/// <summary>
/// Runs a job's work for each of several things. A failure for one thing is logged and the others still get their turn; the job then fails.
/// </summary>
public static class RunEach
{
    /// <param name="run">Does the work for one thing. It gives what was done, in a few words, or null when there was nothing to do.</param>
    /// <exception cref="AggregateException">The work failed for at least one thing. The message names those, and says what was done for the
    /// others.</exception>
    public static async Task<string> RunAsync<T>(
        IEnumerable<T> things,
        Func<T, string> name,
        Func<T, CancellationToken, Task<string?>> run,
        ILogger log,
        CancellationToken ct
    )
    {
        var done = new List<string>();
        var failures = new List<Exception>();
        var failed = new List<string>();
        foreach (var thing in things)
        {
            try
            {
                if (await run(thing, ct) is { } words)
                    done.Add($"{name(thing)}: {words}");
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                log.LogError(e, "{Thing} failed; the next run tries again", name(thing));
                failures.Add(e);
                failed.Add(name(thing));
            }
        }

        var sentence = done.Count > 0 ? string.Join("; ", done) : "nothing to do";
        return failures.Count == 0
            ? sentence
            : throw new AggregateException($"failed: {string.Join(", ", failed)} (others: {sentence})", failures);
    }
}
