namespace CddFunctions.Platform.Timers;

/// <summary>
/// A job over several things: one that fails is logged and does not keep the others from their turn; the job as a whole then fails.
/// </summary>
public static class EachApart
{
    /// <param name="run">Gives what was done, in a few words; null when there was nothing to do.</param>
    /// <exception cref="AggregateException">At least one failed. Its message names them; the log has what was done for the
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
