namespace CddFunctions.Exports;

/// <summary>How a snapshot came about.</summary>
public enum SnapshotOrigin
{
    Person,

    /// <summary>By the hourly timer; retention thins these out.</summary>
    Timer,

    /// <summary>At a closing instant, as evidence of how things stood.</summary>
    Closing,
}

/// <summary>What a snapshot was made from, so that the next run can tell whether another one would say anything else.</summary>
/// <param name="Positions">Continuation of the change feed by partition, taken before the first row was read.</param>
/// <param name="TurnsAt">When a row changes by time alone (it falls due, its days late grow); null = never.</param>
public sealed record SnapshotBasis(IReadOnlyDictionary<string, string> Positions, DateTimeOffset? TurnsAt);
