using CddFunctions.Campaigns;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Links;

/// <summary>From now on the link opens nothing. Revoking twice changes nothing.</summary>
public sealed class RevokeLink(LinkStore store, TimeProvider clock)
{
    public async Task<Problem?> RunAsync(LaunchedCampaign campaign, string id, CancellationToken ct) =>
        await store.TryRevokeAsync(campaign.Id, id, clock.GetUtcNow(), ct) ? null : IdentityProblems.LinkNotFound(id);
}
