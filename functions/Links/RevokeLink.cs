using CddFunctions.Campaigns;
using CddFunctions.Platform;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Links;

/// <summary>From now on the link opens nothing. Revoking twice changes nothing.</summary>
public sealed class RevokeLink(LinkStore store, AuditTrail audit, TimeProvider clock)
{
    public async Task<Problem?> RunAsync(LaunchedCampaign campaign, string id, Caller caller, CancellationToken ct)
    {
        if (!await store.TryRevokeAsync(campaign.Id, id, clock.GetUtcNow(), ct))
            return IdentityProblems.LinkNotFound(id);

        await audit.AppendAsync(campaign.Id, caller, AuditDeed.LinkRevoked, id);
        return null;
    }
}
