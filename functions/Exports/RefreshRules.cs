namespace CddFunctions.Exports;

/// <summary>Pure: what the newest snapshot itself says about whether another one is wanted.</summary>
public static class RefreshRules
{
    /// <summary>
    /// A run that was started and made nothing is given up after this: the Functions host ends a function after 30 minutes.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>
    /// Another one is wanted whatever the change feeds say: there is none, it says nothing of its basis, the campaign's file
    /// has changed, or a row changed by time alone.
    /// </summary>
    public static bool IsOutdated(Snapshot? newest, int revision, DateTimeOffset now) =>
        newest?.Basis is not { } basis || newest.DefinitionRevision != revision || basis.TurnsAt <= now;
}
