using CddFunctions.Platform.Storage;

namespace CddFunctions.Platform.Identity;

/// <summary>A capability that was handed out. Kept so that it can be listed and revoked; the token itself is not kept.</summary>
/// <param name="By">Who made it, as the line of a <see cref="Person"/>; null for the installation.</param>
public sealed record Link(
    CallerRole Role,
    string Subject,
    DateTimeOffset ExpiresAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset? RevokedAt = null,
    string? By = null
);

/// <summary>A link with its id in the campaign.</summary>
public sealed record StoredLink(string Id, Link Link)
{
    /// <summary>
    /// True when the link is neither revoked nor expired; it expires in the same second as <see cref="Capability.IsExpired"/> says.
    /// </summary>
    public bool IsLive(DateTimeOffset now) => Link.RevokedAt is null && !In("").IsExpired(now);

    /// <summary>What the token of this link says: exactly what is stored, so that signing it gives the same token each time.</summary>
    public Capability In(string campaign) =>
        new(
            Id,
            campaign,
            Link.Role,
            Link.Subject,
            Link.ExpiresAt.ToUnixTimeSeconds(),
            Link.Role is CallerRole.Admin ? Link.By : null // others stay short enough for a QR code
        );
}

/// <param name="Next">Give this as <c>after</c> to go on; null at the end.</param>
public sealed record StoredLinks(IReadOnlyList<StoredLink> Links, string? Next);

/// <summary>Links of a campaign, one document each, in the partition <c>{campaign}:links</c>.</summary>
public sealed class LinkStore(IDocuments documents)
{
    public async Task AddAsync(string campaign, string id, Link link, Deed deed, CancellationToken ct)
    {
        if (await documents.TryCreateAsync(Partition(campaign), id, link.ToBody(), deed, ct) is null)
            throw new InvalidOperationException("A random link id came twice.");
    }

    /// <summary>Adds the link unless there is one with this id, which then stays as it is, even when it was revoked.</summary>
    /// <param name="deed">Entered when the link is new.</param>
    public Task EnsureAsync(string campaign, string id, Link link, Deed? deed, CancellationToken ct) =>
        documents.TryCreateAsync(Partition(campaign), id, link.ToBody(), deed, ct);

    public async Task<StoredLink?> FindAsync(string campaign, string id, CancellationToken ct) =>
        await documents.FindAsync(Partition(campaign), id, ct) is { } found ? new(id, found.Read<Link>()) : null;

    /// <summary>In the order of their ids, which are random.</summary>
    /// <param name="limit">1 to 1,000.</param>
    public async Task<StoredLinks> ListAsync(string campaign, string? after, int limit, CancellationToken ct)
    {
        var page = await documents.ListAsync(Partition(campaign), after, limit, ct);
        return new([.. page.Documents.Select(d => new StoredLink(d.Id, d.Read<Link>()))], page.Next);
    }

    public async Task<IReadOnlyList<StoredLink>> AllAsync(string campaign, CancellationToken ct)
    {
        var found = new List<StoredLink>();
        await foreach (var document in documents.AllAsync(Partition(campaign), ct))
            found.Add(new(document.Id, document.Read<Link>()));

        return found;
    }

    /// <param name="deed">Makes the deed; called when the link is there and not revoked yet.</param>
    /// <returns>False when there is no such link. Revoking twice changes nothing and leaves one entry.</returns>
    public async Task<bool> TryRevokeAsync(string campaign, string id, DateTimeOffset now, Func<Deed> deed, CancellationToken ct)
    {
        while (await documents.FindAsync(Partition(campaign), id, ct) is { } found)
        {
            var link = found.Read<Link>();
            if (
                link.RevokedAt is not null
                || await documents.TryReplaceAsync(found.Partition, id, found.Version, (link with { RevokedAt = now }).ToBody(), deed(), ct)
                    is not null
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A link that is not in the store was never handed out by this installation's data: as good as revoked.</summary>
    public async Task<bool> IsRevokedAsync(Capability capability, CancellationToken ct) =>
        await documents.ReadAsync(Partition(capability.C), capability.I, ct) is not { } found || found.Read<Link>().RevokedAt is not null;

    private static string Partition(string campaign) => $"{campaign}:links";
}
