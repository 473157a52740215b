namespace CddFunctions.Platform.Storage;

/// <summary>Checks something outside the application (a database, a container) that must be right before any request is answered.</summary>
public interface IStartCheck
{
    /// <returns>What is missing, one sentence each for whoever installs; empty = all is there.</returns>
    Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct);
}
