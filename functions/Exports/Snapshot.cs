using CddFunctions.Campaigns;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Exports;

/// <param name="Rows">Data rows; null for the manifest.</param>
/// <param name="Sha256">Of the file in full; <paramref name="MaskedSha256"/> of the one that viewers read.</param>
public sealed record SnapshotFile(string Name, long? Rows, string Sha256, string MaskedSha256);

/// <summary>One export as it was written: what executives read, always as of a moment.</summary>
/// <param name="Frozen">Kept for good: retention leaves it alone.</param>
/// <param name="Closing">Id of the closing instant it was made for.</param>
/// <param name="Basis">Null in snapshots that an earlier version made.</param>
/// <param name="Audit">End of the audit before it was made, as in its manifest.</param>
/// <param name="Removed">
/// True once retention has removed the export: its files are gone or will be. The document stays, because the store deletes none.
/// </param>
public sealed record Snapshot(
    string Id,
    DateTimeOffset AsOf,
    int DefinitionRevision,
    string? Label,
    bool Frozen,
    string By,
    IReadOnlyList<SnapshotFile> Files,
    SnapshotOrigin Origin = SnapshotOrigin.Person,
    string? Closing = null,
    SnapshotBasis? Basis = null,
    bool Removed = false,
    AuditAnchor? Audit = null
)
{
    /// <summary>What stays of it once its files go.</summary>
    public Snapshot AsRemoved() => this with { Files = [], Basis = null, Removed = true };
}

/// <summary>
/// Snapshots of a campaign in the partition <c>{campaign}:exports</c>. Each has its files twice (<see cref="SnapshotPlaces"/>).
/// </summary>
public sealed class SnapshotStore(IDocuments documents)
{
    public static string FilePrefix(string campaign) => $"{campaign}/exports/";

    public static string FileName(string campaign, string snapshot, bool personal, string file) =>
        $"{FilePrefix(campaign)}{snapshot}/{(personal ? "full" : "masked")}/{file}";

    /// <summary>The snapshot that a file under <see cref="FilePrefix"/> belongs to.</summary>
    public static string SnapshotOf(string campaign, string fileName) => fileName[FilePrefix(campaign).Length..].Split('/')[0];

    public async Task AddAsync(LaunchedCampaign campaign, Snapshot snapshot, Deed? deed, CancellationToken ct)
    {
        if (await documents.TryCreateAsync(Partition(campaign), DocumentId(snapshot.Id), snapshot.ToBody(), deed, ct) is null)
            throw new InvalidOperationException("A snapshot id came twice.");
    }

    /// <returns>False when the snapshot is removed already, or somebody writes it at this moment.</returns>
    public async Task<bool> TryRemoveAsync(LaunchedCampaign campaign, string id, Deed deed, CancellationToken ct) =>
        await documents.ReadAsync(Partition(campaign), DocumentId(id), ct) is { } found
        && found.Read<Snapshot>() is { Removed: false } kept
        && await documents.TryReplaceAsync(found.Partition, found.Id, found.Version, kept.AsRemoved().ToBody(), deed, ct) is not null;

    public async Task<Snapshot?> FindAsync(LaunchedCampaign campaign, string id, CancellationToken ct) =>
        await documents.FindAsync(Partition(campaign), DocumentId(id), ct) is { } found && found.Read<Snapshot>() is { Removed: false } kept
            ? kept
            : null;

    /// <summary>Newest first, without those that were removed.</summary>
    public async Task<IReadOnlyList<Snapshot>> AllAsync(LaunchedCampaign campaign, CancellationToken ct) =>
        await documents.AllAsync(Partition(campaign), ct).Select(d => d.Read<Snapshot>()).Where(s => !s.Removed).ToListAsync(ct);

    /// <summary>Ends of the audit that exports have noted, those of removed ones too.</summary>
    public async Task<IReadOnlyList<AuditAnchor>> AnchorsAsync(string campaign, CancellationToken ct) =>
        await documents.AllAsync(Partition(campaign), ct).Select(d => d.Read<Snapshot>().Audit).OfType<AuditAnchor>().ToListAsync(ct);

    /// <summary>The newest is never removed, so one read finds it.</summary>
    public async Task<Snapshot?> NewestAsync(LaunchedCampaign campaign, CancellationToken ct) =>
        (await documents.ListAsync(Partition(campaign), null, 1, ct)).Documents is [var newest] ? newest.Read<Snapshot>() : null;

    /// <summary>
    /// Id of the document. A snapshot's id begins with its moment; with every
    /// digit d turned into 9 − d the newest document comes first.
    /// </summary>
    private static string DocumentId(string snapshot) =>
        string.Concat(snapshot.Select(c => char.IsAsciiDigit(c) ? (char)('0' + '9' - c) : c));

    private static string Partition(LaunchedCampaign campaign) => Partition(campaign.Id);

    private static string Partition(string campaign) => $"{campaign}:exports";
}
