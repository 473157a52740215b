using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Submissions.HandIns;
using CddFunctions.Submissions.Ledger;
using CddFunctions.Submissions.Rosters;

namespace CddFunctions.Submissions.Reviews;

/// <summary>How one task of one unit stands, for whoever works on it.</summary>
/// <param name="Stored">What was handed in; null before, and for repeatable forms, whose hand-ins are documents of their own.</param>
/// <param name="Refusal">Why nothing can be sent now; null = it can: for the first time, or as a new revision of
/// <paramref name="Stored"/>.</param>
/// <param name="Missing">Source units that are not accepted yet: it can then only be sent incomplete.</param>
/// <param name="People">How many are on the list that the task hands in; null when it hands in none, or there is none yet.</param>
public sealed record Standing(Obligation Row, StoredSubmission? Stored, Problem? Refusal, IReadOnlyList<string> Missing, int? People)
{
    public bool IsRevision => Stored?.Value.Current is not null;
}

/// <summary>Everything that decides whether and how a unit can hand in a task now: the same rules that the hand-in itself obeys.</summary>
/// <remarks>It leaves no audit entry. A page that shows the submission has to leave one itself.</remarks>
public sealed class ReadStanding(
    SubmissionStore store,
    ObligationLedger ledger,
    Aggregation aggregation,
    RosterStore rosters,
    TimeProvider clock
)
{
    public async Task<Standing> RunAsync(Target target, Caller caller, CancellationToken ct)
    {
        var row = await ledger.RowAsync(target, ct);
        var stored = target.Form.Repeatable ? null : await store.FindAsync(target.Campaign, target.Id, ct);
        var extension = await store.ExtensionAsync(target, stored?.Value, ct);
        var now = clock.GetUtcNow();
        var refusal = stored?.Value.Current is null
            ? SubmissionRules.RefuseFirst(target, stored?.Value, extension, now)
            : SubmissionRules.RefuseRevision(target, stored.Value, extension, now) ?? Access.RefuseRevise(caller, target);

        if ((await aggregation.MissingAsync(target, incomplete: true, ct)).IsRefused(out var full, out var missing))
            return new(row, stored, refusal ?? full, [], null);

        return new(row, stored, refusal, missing.Units, await PeopleAsync(target, ct));
    }

    private async Task<int?> PeopleAsync(Target target, CancellationToken ct) =>
        target.Campaign.RosterOf(target.Task) is { } roster
            ? (await rosters.FindAsync(target.Campaign, roster, target.Unit, ct))?.Value.Entries.Count
            : null;
}
