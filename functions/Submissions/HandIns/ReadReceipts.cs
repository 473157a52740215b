using CddFunctions.Platform.Identity;

namespace CddFunctions.Submissions.HandIns;

/// <summary>A revision that was handed in, with the hand-in that it belongs to.</summary>
public sealed record Receipted(Submission Of, Revision Revision);

/// <param name="Next">Give this as <c>after</c> to read on; null at the end.</param>
public sealed record ReceiptedPage(IReadOnlyList<Receipted> HandIns, string? Next);

/// <summary>Finds again what was handed in, by its receipt or as a list without its content.</summary>
public sealed class ReadReceipts(SubmissionStore store, SubmissionAudit audit)
{
    private const int PerPage = 50;

    /// <summary>Null when this unit never got this receipt for this task. Reading personal data leaves an entry.</summary>
    public async Task<Receipted?> FindAsync(Target target, Caller caller, string receipt, CancellationToken ct)
    {
        var found = await FindAsync(target, receipt, ct);
        await audit.ReadAsync(target, caller, found is null ? 0 : 1);
        return found;
    }

    public Task<Extension?> ExtensionAsync(Target target, Receipted found, CancellationToken ct) =>
        store.ExtensionAsync(target, found.Of, ct);

    /// <summary>The hand-ins of a repeatable form, the newest of this page first.</summary>
    public async Task<ReceiptedPage> ListAsync(Target target, string? after, CancellationToken ct)
    {
        var (page, next) = await store.ListAsync(target.Campaign, target.Task.Id, target.Unit.Code, after, PerPage, ct);
        return new(
            [
                .. page.Where(s => s.Value.Current is not null)
                    .Select(s => new Receipted(s.Value, s.Value.Current!))
                    .OrderByDescending(r => r.Revision.SubmittedAt),
            ],
            next
        );
    }

    private async Task<Receipted?> FindAsync(Target target, string receipt, CancellationToken ct)
    {
        if (!target.Form.Repeatable)
            return await store.FindAsync(target.Campaign, target.Id, ct) is { } own ? In(own.Value, receipt) : null;

        return await store
            .EachAsync(target.Campaign, target.Task.Id, target.Unit.Code, ct)
            .Select(s => In(s.Value, receipt))
            .FirstOrDefaultAsync(r => r is not null, ct);
    }

    private static Receipted? In(Submission value, string receipt) =>
        value.Revisions.FirstOrDefault(r => string.Equals(r.Receipt, receipt, StringComparison.Ordinal)) is { } found
            ? new(value, found)
            : null;
}
