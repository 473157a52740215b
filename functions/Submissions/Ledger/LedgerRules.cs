using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;

namespace CddFunctions.Submissions.Ledger;

/// <summary>Pure: the state of an obligation from its documents and the clock (docs/rules.md 2.3, rules 1 to 7).</summary>
public static class LedgerRules
{
    /// <param name="times">Hand-ins needed before a repeatable obligation counts as handed in or accepted.</param>
    public static Obligation Row(
        string task,
        Unit unit,
        DateTimeOffset? dueAt,
        int times,
        bool repeatable,
        DateTimeOffset? extendedTo,
        SubmissionFacts facts,
        DateTimeOffset now
    ) =>
        new(
            task,
            unit.Code,
            unit.Th,
            dueAt,
            State(facts, times, DueRules.Later(dueAt, extendedTo), now),
            extendedTo,
            facts.FirstSubmittedAt,
            facts.FirstSubmittedAt is { } first ? DueRules.OnTime(first, facts.DueAtThen, extendedTo) : null,
            facts.ReviewedAt,
            repeatable ? facts.HandedIn : null,
            Revision: repeatable ? null : facts.Revision,
            Receipt: repeatable ? null : facts.Receipt,
            ReopenedAt: facts.ReopenedAt
        );

    public static ObligationState State(SubmissionFacts facts, int times, DateTimeOffset? dueAt, DateTimeOffset now)
    {
        if (facts.Accepted >= times)
            return ObligationState.Accepted;
        if (facts.HandedIn - facts.Returned >= times)
            return ObligationState.Submitted;
        if (facts.Returned > 0)
            return ObligationState.Returned;
        return dueAt is { } due && DueRules.IsPast(due, now) ? ObligationState.Overdue : ObligationState.Open;
    }

    /// <summary>
    /// Marks the tasks of a choice group whose choice is already met by another of its tasks. What is not needed
    /// any more is never overdue.
    /// </summary>
    public static void MarkChoices(LaunchedCampaign campaign, Obligation[] rows)
    {
        foreach (var group in campaign.Definition.ChoiceGroups)
        {
            var tasks = TasksOf(campaign, group);
            var met = rows.Where(r => tasks.Contains(r.Task) && r.State is ObligationState.Accepted)
                .GroupBy(r => r.Unit, StringComparer.Ordinal)
                .Where(g => g.Count() >= group.Min)
                .Select(g => g.Key)
                .ToHashSet(StringComparer.Ordinal);
            for (var i = 0; i < rows.Length; i++)
            {
                if (tasks.Contains(rows[i].Task))
                    rows[i] = Marked(rows[i], met.Contains(rows[i].Unit));
            }
        }
    }

    /// <summary>Other tasks of the group that the unit has handed in and that were not returned, or that are just coming.</summary>
    public static int TasksStarted(ChoiceGroup group, Target target, IReadOnlyList<Obligation> rows, IReadOnlyList<string> coming)
    {
        var tasks = TasksOf(target.Campaign, group);
        return rows.Where(r =>
                tasks.Contains(r.Task)
                && string.Equals(r.Unit, target.Unit.Code, StringComparison.Ordinal)
                && (r.State is ObligationState.Submitted or ObligationState.Accepted)
            )
            .Select(r => r.Task)
            .Union(coming, StringComparer.Ordinal)
            .Count(task => !string.Equals(task, target.Task.Id, StringComparison.Ordinal));
    }

    private static Obligation Marked(Obligation row, bool met) =>
        row with
        {
            ChoiceMet = met,
            State = met && row.State is ObligationState.Overdue ? ObligationState.Open : row.State,
        };

    private static HashSet<string> TasksOf(LaunchedCampaign campaign, ChoiceGroup group) =>
        [.. campaign.ManagedTasks.Where(t => string.Equals(t.Choice, group.Id, StringComparison.Ordinal)).Select(t => t.Id)];
}
