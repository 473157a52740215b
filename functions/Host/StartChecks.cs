using CddFunctions.Platform.Storage;

namespace CddFunctions.Host;

/// <summary>Runs the start checks of the adapters in use. One exception names everything that is missing, and the start ends.</summary>
public static class StartChecks
{
    /// <exception cref="StartCheckException">Something is missing.</exception>
    public static async Task RunAsync(IEnumerable<IStartCheck> checks, CancellationToken ct)
    {
        var faults = (await Task.WhenAll(checks.Select(c => c.FaultsAsync(ct)))).SelectMany(f => f).ToList();
        if (faults.Count > 0)
            throw new StartCheckException(string.Join(' ', faults));
    }
}

/// <summary>Something that an adapter needs is missing. <see cref="StartFault"/> shows the message to the operator.</summary>
public sealed class StartCheckException : Exception
{
    public StartCheckException() { }

    public StartCheckException(string message)
        : base(message) { }

    public StartCheckException(string message, Exception innerException)
        : base(message, innerException) { }
}
