using System.Runtime.CompilerServices;
using CddFunctions.Platform.Thai;
using CddFunctions.Reporting.Datasets;
using CddFunctions.Submissions.Ledger;

namespace CddFunctions.Exports;

/// <summary>When the rows of an export change by time alone, without anybody writing anything.</summary>
public sealed class SnapshotTurns(DateTimeOffset asOf)
{
    /// <summary>The first instant at which a row watched so far changes by time alone; null = no row does.</summary>
    public DateTimeOffset? Next { get; private set; }

    /// <summary>Passes the rows on as they come, so that an export of any length is watched without keeping it.</summary>
    public async IAsyncEnumerable<ObligationRow> WatchAsync(
        IAsyncEnumerable<ObligationRow> rows,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        await foreach (var row in rows.WithCancellation(ct))
        {
            if (TurnOf(row, asOf) is { } turn && (Next is null || turn < Next))
                Next = turn;
            yield return row;
        }
    }

    /// <summary>
    /// Pure: the next instant at which a row changes by time alone; null = never. A row falls due when its last second is over; from
    /// then on, until it is handed in, its days late grow at each midnight in Bangkok.
    /// </summary>
    public static DateTimeOffset? TurnOf(ObligationRow row, DateTimeOffset asOf)
    {
        if (DueRules.Later(row.DueAt, row.ExtendedTo) is not { } due)
            return null;
        if (!DueRules.IsPast(due, asOf))
            return due.AddSeconds(1);

        return row.SubmittedAt is null ? Bangkok.StartOf(Bangkok.DateOf(asOf).AddDays(1)) : null;
    }
}
