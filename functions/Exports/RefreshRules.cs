namespace CddFunctions.Exports;

/// <summary>Pure: what the newest snapshot itself says about whether another one is wanted.</summary>
public static class RefreshRules
{
    /// <summary>How long an unfinished run keeps others from starting: the Functions host ends a function after 30 minutes.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>
    /// True when another snapshot is needed whatever the change feeds say: there is none, the newest does not say what it was made
    /// from, the campaign's file has changed, or a row has changed by time alone.
    /// </summary>
    public static bool IsOutdated(Snapshot? newest, int revision, DateTimeOffset now) =>
        newest?.Basis is not { } basis || newest.DefinitionRevision != revision || basis.TurnsAt <= now;
}
