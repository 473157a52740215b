using System.Text.Json.Nodes;
using CddFunctions.Campaigns;
using CddFunctions.Submissions.Ledger;

namespace CddFunctions.Submissions.Reviews;

/// <param name="Fields">What is in it, to tell several hand-ins of a repeatable form apart; null for other forms.</param>
public sealed record WaitingItem(WaitingSubmission Submission, JsonObject? Fields);

/// <param name="Count">Number of all submissions that wait; <paramref name="Oldest"/> are the first of them.</param>
public sealed record WaitingPart(IReadOnlyList<WaitingItem> Oldest, int Count);

/// <summary>What waits for its reviewer, oldest first. It counts submissions: a repeatable form may have several for one unit.</summary>
public sealed class ReadWaiting(ObligationLedger ledger, SubmissionStore store)
{
    /// <param name="isMeant">Leaves out what the reader does not look for.</param>
    /// <param name="most">How many are read; all are counted.</param>
    public async Task<WaitingPart> RunAsync(
        LaunchedCampaign campaign,
        Func<WaitingSubmission, bool> isMeant,
        int most,
        CancellationToken ct
    )
    {
        var all = (await ledger.WaitingAsync(campaign, ct)).Where(isMeant).ToList();
        var oldest = new List<WaitingItem>();
        foreach (var submission in all.Take(most))
            oldest.Add(new(submission, await FieldsAsync(campaign, submission, ct)));

        return new(oldest, all.Count);
    }

    private async Task<JsonObject?> FieldsAsync(LaunchedCampaign campaign, WaitingSubmission submission, CancellationToken ct) =>
        campaign.FindTask(submission.Task) is { } task && campaign.FormOf(task) is { Repeatable: true }
            ? (await store.FindAsync(campaign, submission.Id, ct))?.Value.Current?.Fields
            : null;
}
