using CddFunctions.Campaigns;
using CddFunctions.Platform;
using CddFunctions.Submissions.Ledger;

namespace CddFunctions.Submissions.HandIns;

/// <summary>
/// Units whose source hand-in is not accepted while an aggregated task is sent all the same. The id of a set stands for its units that
/// are not chosen yet.
/// </summary>
public sealed record MissingSources(IReadOnlyList<string> Units);

/// <summary>
/// Gathering (docs/rules.md 2.3, rule 6): a unit can hand in when the submissions of all units inside it are accepted, or when it
/// says that it sends the task incomplete; what is missing is then listed. It also refuses a further task of a choice group that
/// is full (docs/rules.md 2.3, rule 7).
/// </summary>
public sealed class Aggregation(ObligationLedger ledger, ChoiceClaims choices, UnitSets sets)
{
    private static readonly MissingSources None = new([]);

    /// <summary>Takes this task's place in its choice, right before the write (see <see cref="ChoiceClaims"/>).</summary>
    public Task<Problem?> TakeChoiceAsync(Target target, string submission, string receipt, CancellationToken ct) =>
        choices.TakeAsync(target, submission, receipt, ct);

    public async Task<Outcome<MissingSources>> MissingAsync(Target target, bool incomplete, CancellationToken ct)
    {
        if (target.Task is { Aggregates: null, Choice: null })
            return None;

        var rows = await ledger.RowsAsync(target.Campaign, ct);
        if (target.Campaign.ChoiceOf(target.Task) is { } group && LedgerRules.TasksStarted(group, target, rows, []) >= group.Max)
            return SubmissionProblems.ChoiceFull(group);

        var missing = rows.Where(r =>
                string.Equals(r.Task, target.Task.Aggregates, StringComparison.Ordinal)
                && r.State is not ObligationState.Accepted
                && target.Unit.Covers(r.Unit)
            )
            .Select(r => r.Unit)
            .ToList();
        if (await UnchosenAsync(target, ct) is { } set)
            missing.Add(set);
        return missing.Count == 0 || incomplete ? new MissingSources(missing) : SubmissionProblems.SourcesMissing(missing);
    }

    /// <summary>The set whose units owe the source, while fewer are chosen than the letter asks for: those are missing, too.</summary>
    private async Task<string?> UnchosenAsync(Target target, CancellationToken ct)
    {
        var source = target.Task.Aggregates is { } id ? target.Campaign.FindTask(id)?.Per : null;
        return source is not null && (await sets.ProgressAsync(target.Campaign, ct)).Any(p => Is(p.Set.Id, source) && !p.IsDone)
            ? source
            : null;

        static bool Is(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
    }
}
