namespace CddFunctions.Campaigns.Proposals;

/// <summary>Whether a definition waits for its second administrator, for pages of other features.</summary>
public sealed class ReadProposal(ProposalStore store)
{
    public async Task<bool> IsWaitingAsync(LaunchedCampaign campaign, CancellationToken ct) =>
        await store.FindOpenAsync(campaign, ct) is not null;
}
