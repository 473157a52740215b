using CddFunctions.Campaigns;
using CddFunctions.Platform;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Links;

/// <summary>From now on the link opens nothing. Revoking twice changes nothing.</summary>
public sealed class RevokeLink(LinkStore store, AuditTrail audit, TimeProvider clock)
{
    public async Task<Problem?> RunAsync(LaunchedCampaign campaign, string id, Caller caller, CancellationToken ct) =>
        DocumentLimits.IsId(id) && await store.TryRevokeAsync(campaign.Id, id, clock.GetUtcNow(), audit.Of(campaign.Id, caller, AuditDeed.LinkRevoked, id), ct)
            ? null
            : IdentityProblems.LinkNotFound(id);
}
