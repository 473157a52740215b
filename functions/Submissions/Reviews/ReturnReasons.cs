using CddFunctions.Campaigns;
using CddFunctions.Submissions.Ledger;

namespace CddFunctions.Submissions.Reviews;

/// <summary>
/// Why a hand-in was sent back or reopened; of a repeatable form, the latest reason. Null unless it is returned or reopened.
/// </summary>
public sealed class ReturnReasons(SubmissionStore store)
{
    private const int MostRead = 200;

    public async Task<string?> FindAsync(LaunchedCampaign campaign, Obligation row, CancellationToken ct)
    {
        if (row is { State: not ObligationState.Returned, ReopenedAt: null })
            return null;

        if (row.HandedIn is null)
            return Of((await store.FindAsync(campaign, SubmissionStore.Id(row.Task, row.Unit), ct))?.Value)?.Words;

        return (await store.ListAsync(campaign, row.Task, row.Unit, null, MostRead, ct))
            .Page.Select(s => Of(s.Value))
            .MaxBy(r => r?.At)
            ?.Words;
    }

    private static Reason? Of(Submission? handIn) =>
        handIn?.Current switch
        {
            { Reopened: { } reopened } => new(reopened.Reason, reopened.At),
            { Decision: { Accepted: false, Reason: { } words } returned } => new(words, returned.At),
            _ => null,
        };

    private sealed record Reason(string Words, DateTimeOffset At);
}
