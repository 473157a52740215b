using CddFunctions.Platform.Thai;

namespace CddFunctions.Exports;

/// <summary>Pure: which snapshots may go. What a person made, what is frozen, and the newest of all stay for good.</summary>
public static class SnapshotRetention
{
    private static readonly TimeSpan All = TimeSpan.FromDays(7);
    private static readonly TimeSpan Daily = TimeSpan.FromDays(90);

    /// <summary>
    /// Of the timer's snapshots all of the last 7 days stay, then the newest of each day in Bangkok until they are 90 days old.
    /// </summary>
    /// <param name="newestFirst">All snapshots of one campaign.</param>
    public static IReadOnlyList<Snapshot> Expired(IReadOnlyList<Snapshot> newestFirst, DateTimeOffset now)
    {
        var newestOfDay = newestFirst
            .Where(IsOfTimer)
            .DistinctBy(s => Bangkok.DateOf(s.AsOf))
            .Select(s => s.Id)
            .ToHashSet(StringComparer.Ordinal);
        return [.. newestFirst.Skip(1).Where(s => IsOfTimer(s) && !IsKept(newestOfDay.Contains(s.Id), now - s.AsOf))];
    }

    private static bool IsOfTimer(Snapshot s) => s is { Origin: SnapshotOrigin.Timer, Frozen: false };

    private static bool IsKept(bool newestOfDay, TimeSpan age) => age <= All || (newestOfDay && age <= Daily);
}
