using CddFunctions.Campaigns;
using CddFunctions.Submissions.Ledger;

namespace CddFunctions.Submissions.Reviews;

/// <summary>Why a hand-in was sent back; of a repeatable form, the reason of the latest return. Null unless it is returned.</summary>
public sealed class ReturnReasons(SubmissionStore store)
{
    private const int MostRead = 200;

    public async Task<string?> FindAsync(LaunchedCampaign campaign, Obligation row, CancellationToken ct)
    {
        if (row.State is not ObligationState.Returned)
            return null;

        if (row.HandedIn is null)
            return (await store.FindAsync(campaign, SubmissionStore.Id(row.Task, row.Unit), ct))?.Value.Current?.Decision?.Reason;

        return (await store.ListAsync(campaign, row.Task, row.Unit, null, MostRead, ct))
            .Page.Select(s => s.Value.Current?.Decision)
            .Where(d => d is { Accepted: false })
            .MaxBy(d => d!.At)
            ?.Reason;
    }
}
