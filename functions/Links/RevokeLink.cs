using CddFunctions.Campaigns;
using CddFunctions.Platform;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Links;

/// <summary>From now on the link opens nothing. Revoking twice changes nothing and leaves one entry.</summary>
public sealed class RevokeLink(LinkStore store, AuditTrail audit, TimeProvider clock)
{
    public async Task<Problem?> RunAsync(LaunchedCampaign campaign, string id, Caller caller, CancellationToken ct) =>
        await store.TryRevokeAsync(campaign.Id, id, clock.GetUtcNow(), () => audit.Of(campaign.Id, caller, AuditDeed.LinkRevoked, id), ct)
            ? null
            : IdentityProblems.LinkNotFound(id);
}
