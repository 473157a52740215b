using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Thai;
using CddFunctions.Submissions.Ledger;

namespace CddFunctions.Submissions.Reviews;

/// <param name="Until">Last day of the extension that was read; another one is not taken back.</param>
/// <param name="Reason">Why, for the office to read: 1 to 1,000 characters.</param>
public sealed record TakeBackExtensionRequest(DateOnly Until, string Reason)
{
    public string Reason { get; } = TypedText.Lines(Reason) ?? "";
}

/// <summary>The due date of the letter counts again, unless something came after it: that came in time because of the extension.</summary>
public sealed class TakeBackExtension(SubmissionStore store, ObligationLedger ledger, SubmissionAudit audit)
{
    public async Task<Outcome<Obligation>> RunAsync(Target target, Caller caller, TakeBackExtensionRequest request, CancellationToken ct)
    {
        while (true)
        {
            // In this order: a hand-in that the row lacks makes the write fail.
            var before = await store.FindAsync(target.Campaign, target.Id, ct);
            var row = await ledger.RowAsync(target, ct);
            if (SubmissionRules.RefuseTakeBackExtension(before?.Value.Extension, row, request.Reason) is { } refusal)
                return refusal;
            if (before!.Value.Extension!.Until != request.Until)
                return SubmissionProblems.Stale();

            var deed = audit.ExtensionTakenBack(target, caller, before.Value.Extension);
            if (await store.TryWriteAsync(target.Campaign, target.Id, before, before.Value with { Extension = null }, deed, ct) is not null)
                return await ledger.RowAsync(target, ct);
        }
    }
}
