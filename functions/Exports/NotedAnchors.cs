using CddFunctions.Platform.Audit;

namespace CddFunctions.Exports;

/// <summary>Ends of the record of deeds that exports have noted, those of removed ones too.</summary>
public sealed class NotedAnchors(SnapshotStore snapshots)
{
    public Task<IReadOnlyList<AuditAnchor>> OfAsync(string campaign, CancellationToken ct) => snapshots.AnchorsAsync(campaign, ct);
}
