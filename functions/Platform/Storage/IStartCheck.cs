namespace CddFunctions.Platform.Storage;

/// <summary>Something outside the application that must be as it should before anything is answered.</summary>
public interface IStartCheck
{
    /// <returns>What is missing, one sentence each for whoever installs; empty = all is there.</returns>
    Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct);
}
