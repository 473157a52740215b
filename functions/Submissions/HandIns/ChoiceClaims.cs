using CddFunctions.Platform;
using CddFunctions.Platform.Storage;
using CddFunctions.Submissions.Ledger;

namespace CddFunctions.Submissions.HandIns;

/// <summary>A hand-in of a choice group that is about to be written.</summary>
/// <param name="Submission">Id of its document; it has been written once <paramref name="Receipt"/> is found in there.</param>
public sealed record ChoiceClaim(string Task, string Submission, string Receipt, DateTimeOffset At);

public sealed record ChoiceClaimsDocument(IReadOnlyList<ChoiceClaim> Claims);

/// <summary>
/// Guards the limit of a choice group (docs/rules.md 2.3, rule 7). Its tasks are different documents, so no single write can. Each
/// hand-in of a choice therefore first announces itself in one document per group and unit (partition <c>{campaign}:choices</c>),
/// and an announced hand-in counts like a stored one. Of two at once, one finds the claim of the first and is refused.
/// </summary>
public sealed class ChoiceClaims(IDocuments documents, SubmissionStore store, ObligationLedger ledger, TimeProvider clock)
{
    /// <summary>
    /// How long a claim counts. Its submission is written at once; if it is not there after this time, the process has ended before.
    /// </summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    /// <summary>Call right before the write. Null = the group has room for this task, and nobody else gets it meanwhile.</summary>
    public async Task<Problem?> TakeAsync(Target target, string submission, string receipt, CancellationToken ct)
    {
        if (target.Campaign.ChoiceOf(target.Task) is not { } group)
            return null;

        var partition = $"{target.Campaign.Id}:choices";
        var id = $"{group.Id}:{target.Unit.Code}";
        while (true)
        {
            // In this order: a claim that is seen as written here is in the rows that are read after it.
            var before = await documents.ReadAsync(partition, id, ct);
            var coming = await ComingAsync(target, before?.Read<ChoiceClaimsDocument>().Claims ?? [], ct);
            var rows = await ledger.RowsAsync(target.Campaign, ct);
            if (LedgerRules.TasksStarted(group, target, rows, [.. coming.Select(c => c.Task)]) >= group.Max)
                return SubmissionProblems.ChoiceFull(group);

            var body = new ChoiceClaimsDocument([.. coming, new(target.Task.Id, submission, receipt, clock.GetUtcNow())]).ToBody();
            if (
                (
                    before is null
                        ? await documents.TryCreateAsync(partition, id, body, ct)
                        : await documents.TryReplaceAsync(partition, id, before.Version, body, ct)
                )
                is not null
            )
            {
                return null;
            }
        }
    }

    /// <summary>Claims that count: younger than a minute, and not yet stored as a submission.</summary>
    private async Task<List<ChoiceClaim>> ComingAsync(Target target, IReadOnlyList<ChoiceClaim> claims, CancellationToken ct)
    {
        var coming = new List<ChoiceClaim>();
        var now = clock.GetUtcNow();
        foreach (var claim in claims.Where(c => now - c.At < Life))
        {
            var written = await store.FindAsync(target.Campaign, claim.Submission, ct);
            if (written?.Value.Revisions.Any(r => string.Equals(r.Receipt, claim.Receipt, StringComparison.Ordinal)) is not true)
                coming.Add(claim);
        }

        return coming;
    }
}
