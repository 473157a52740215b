using System.Collections.Concurrent;
using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;

namespace CddFunctions.Submissions.Ledger;

/// <summary>
/// All obligations of a campaign, computed at read. The facts of the hand-ins are followed through the store's change
/// feed, so a read costs what changed since the last one, not what there is; nothing computed is ever stored.
/// </summary>
public sealed class ObligationLedger(SubmissionStore store, UnitDirectory units, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, CampaignFacts> _facts = new(StringComparer.Ordinal);

    public Task<IReadOnlyList<Obligation>> RowsAsync(LaunchedCampaign campaign, CancellationToken ct) =>
        RowsAsync(campaign, campaign.ManagedTasks, static _ => true, ct);

    /// <summary>What one unit owes in one task, without computing what all the others owe.</summary>
    /// <exception cref="InvalidOperationException">The unit does not owe the task: a fault of the program.</exception>
    public async Task<Obligation> RowAsync(Target target, CancellationToken ct)
    {
        var unit = target.Unit.Code;
        // Tasks of a choice are computed together, because a task is not overdue when another one satisfies the choice.
        var tasks = target.Campaign.ManagedTasks.Where(t =>
            string.Equals(t.Id, target.Task.Id, StringComparison.Ordinal)
            || (t.Choice is not null && string.Equals(t.Choice, target.Task.Choice, StringComparison.Ordinal))
        );
        var rows = await RowsAsync(target.Campaign, tasks, u => string.Equals(u.Code, unit, StringComparison.Ordinal), ct);
        return rows.First(r => string.Equals(r.Task, target.Task.Id, StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<Obligation>> RowsAsync(
        LaunchedCampaign campaign,
        IEnumerable<CampaignTask> tasks,
        Func<Unit, bool> wanted,
        CancellationToken ct
    )
    {
        var owing = new List<(CampaignTask Task, IReadOnlyList<Unit> Units)>();
        foreach (var task in tasks)
            owing.Add((task, [.. (await units.OwingAsync(campaign, task, ct)).Where(wanted)]));

        var now = clock.GetUtcNow();
        return await FactsOf(campaign).ReadAsync(campaign, store, facts => Compute(campaign, owing, facts.All, now), ct);
    }

    /// <summary>What waits for its reviewer, oldest first; tasks that nobody reviews are not in it.</summary>
    public Task<IReadOnlyList<WaitingSubmission>> WaitingAsync(LaunchedCampaign campaign, CancellationToken ct)
    {
        var reviewed = campaign.ManagedTasks.Where(t => t.Reviewer is not null).Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        return FactsOf(campaign).ReadAsync(campaign, store, Read, ct);

        IReadOnlyList<WaitingSubmission> Read(CampaignFacts facts) =>
            [
                .. from waiting in facts.Waiting()
                let colon = waiting.Obligation.LastIndexOf(':')
                let task = waiting.Obligation[..colon]
                where reviewed.Contains(task)
                orderby waiting.HandIn.WaitingSince
                select new WaitingSubmission(
                    waiting.Document,
                    task,
                    waiting.Obligation[(colon + 1)..],
                    waiting.HandIn.Receipt!,
                    waiting.HandIn.WaitingSince!.Value
                ),
            ];
    }

    /// <summary>
    /// Units that have handed in a task of the set, whether they are in the set now or not: they cannot be taken out of it.
    /// </summary>
    public Task<IReadOnlyList<string>> UnitsWithHandInsAsync(
        LaunchedCampaign campaign,
        string set,
        IReadOnlyList<string> codes,
        CancellationToken ct
    )
    {
        var tasks = campaign.ManagedTasks.Where(t => string.Equals(t.Per, set, StringComparison.Ordinal)).ToList();
        return codes.Count == 0 ? Task.FromResult<IReadOnlyList<string>>([]) : FactsOf(campaign).ReadAsync(campaign, store, Read, ct);

        IReadOnlyList<string> Read(CampaignFacts facts) =>
            [
                .. codes.Where(code =>
                    tasks.Exists(t => facts.All.GetValueOrDefault(SubmissionStore.Id(t.Id, code))?.FirstSubmittedAt is not null)
                ),
            ];
    }

    private CampaignFacts FactsOf(LaunchedCampaign campaign) => _facts.GetOrAdd(campaign.Id, static _ => new());

    private static Obligation[] Compute(
        LaunchedCampaign campaign,
        List<(CampaignTask Task, IReadOnlyList<Unit> Units)> owing,
        IReadOnlyDictionary<string, SubmissionFacts> facts,
        DateTimeOffset now
    )
    {
        var rows = new Obligation[owing.Sum(o => o.Units.Count)];
        var next = 0;
        foreach (var (task, owed) in owing)
        {
            var dueAt = DueRules.DueAt(campaign, task);
            var repeatable = campaign.FormOf(task)?.Repeatable ?? false;
            var times = repeatable ? Math.Max(task.Times?.Min ?? 1, 1) : 1;
            foreach (var unit in owed)
            {
                var known = facts.GetValueOrDefault(SubmissionStore.Id(task.Id, unit.Code), SubmissionFacts.None);
                rows[next++] = LedgerRules.Row(
                    task.Id,
                    unit,
                    dueAt,
                    times,
                    repeatable,
                    DueRules.ExtendedTo(campaign, known.Extension),
                    known,
                    now
                );
            }
        }

        LedgerRules.MarkChoices(campaign, rows);
        return rows;
    }
}
