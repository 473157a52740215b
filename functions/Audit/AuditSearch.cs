using CddFunctions.Platform.Audit;

namespace CddFunctions.Audit;

/// <summary>What somebody looks for; null = anything.</summary>
/// <param name="What">A deed in kebab-case.</param>
/// <param name="Subject">Part of a subject: a task, a unit's code, an id.</param>
/// <param name="By">A link id, <c>admin-key</c> or <c>system</c>.</param>
public sealed record AuditQuery(string? What = null, string? Subject = null, string? By = null)
{
    public bool Fits(AuditEntry entry) =>
        (What is null || string.Equals(entry.What, What, StringComparison.Ordinal))
        && (Subject is null || entry.Subject.Contains(Subject, StringComparison.Ordinal))
        && (By is null || string.Equals(entry.By, By, StringComparison.Ordinal));
}

/// <param name="Before">Go on from here to look further back; null at the beginning of the chain.</param>
public sealed record AuditFound(IReadOnlyList<AuditEntry> Entries, long? Before);

/// <summary>
/// Looks for entries, newest first. One call reads at most 5,000 entries, because a chain grows without limit and the caller waits.
/// </summary>
public sealed class AuditSearch(AuditTrail trail)
{
    private const int MostLookedAt = 5000;

    /// <param name="before">Null = from the newest on.</param>
    public async Task<AuditFound> RunAsync(string campaign, AuditQuery query, long? before, int most, CancellationToken ct)
    {
        var found = new List<AuditEntry>();
        var looked = 0;
        var last = 0L;
        var from = Math.Min(before ?? long.MaxValue, (await trail.EndAsync(campaign, ct)).Entry + 1);
        await foreach (var entry in trail.BackwardsAsync(campaign, from, ct))
        {
            last = entry.Number;
            if (query.Fits(entry))
                found.Add(entry);
            if (found.Count == most || ++looked == MostLookedAt)
                break;
        }

        return new(found, last > 1 ? last : null);
    }
}
