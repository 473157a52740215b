using CddFunctions.Platform;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Campaigns.Proposals;

/// <summary>Takes back what waits; any administrator may, so that a mistake never has to wait for the one who made it.</summary>
public sealed class WithdrawDefinition(ProposalStore store, AuditTrail audit)
{
    /// <returns>Null when it is withdrawn.</returns>
    public async Task<Problem?> RunAsync(LaunchedCampaign inForce, Func<string, bool> isSeen, Caller caller, CancellationToken ct)
    {
        if (await store.FindOpenAsync(inForce, ct) is not { } found)
            return ProposalProblems.None();
        if (!isSeen(found.Version))
            return ProposalProblems.Changed();

        var deed = audit.Of(inForce.Id, caller, AuditDeed.DefinitionWithdrawn, $"revision:{found.Value.Base + 1}");
        var body = (found.Value with { Withdrawn = true }).ToBody();
        return await store.TryWriteAsync(inForce, found, body, deed, ct) is null ? ProposalProblems.Changed() : null;
    }
}
