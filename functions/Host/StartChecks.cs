using CddFunctions.Platform.Storage;

namespace CddFunctions.Host;

/// <summary>What the adapters in use find missing ends the start, all of it at once.</summary>
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

/// <summary>Its message is what <see cref="StartFault"/> shows.</summary>
public sealed class StartCheckException : Exception
{
    public StartCheckException() { }

    public StartCheckException(string message)
        : base(message) { }

    public StartCheckException(string message, Exception innerException)
        : base(message, innerException) { }
}
