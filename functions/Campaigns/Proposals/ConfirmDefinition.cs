using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Campaigns.Proposals;

/// <summary>The revision that went live.</summary>
public sealed record LiveDefinition(int Revision, string Sha256);

/// <summary>
/// A second administrator puts exactly what was read live. The next revision is one document that exactly one writer creates, so
/// of two confirmations, and of a confirmation and a start with a new file, one wins. The proposal stands no more from that moment,
/// because its base is no longer in force.
/// </summary>
public sealed class ConfirmDefinition(
    CheckFile check,
    ProposalStore store,
    CampaignRevisions revisions,
    CampaignCatalog catalog,
    TimeProvider clock
)
{
    /// <param name="isSeen">Whether a version is the one that the administrator read.</param>
    public async Task<Outcome<LiveDefinition>> RunAsync(
        LaunchedCampaign inForce,
        Func<string, bool> isSeen,
        Caller caller,
        CancellationToken ct
    )
    {
        if (await store.FindOpenAsync(inForce, ct) is not { } found)
            return ProposalProblems.None();
        if (!isSeen(found.Version))
            return ProposalProblems.Changed();

        var proposal = found.Value;
        if (Person.AreOne(proposal.By, Person.Of(caller)))
            return ProposalProblems.SecondPerson();
        if (ProposeDefinition.Refuse(await check.RunAsync(proposal.Definition.ToBody(), inForce, ct), inForce) is { } refusal)
            return refusal;

        var next = new CampaignRevisions.RevisionDocument(
            inForce.Id,
            proposal.Base + 1,
            proposal.Sha256,
            clock.GetUtcNow(),
            proposal.Definition,
            proposal.Link,
            caller.By
        );
        if (!await revisions.TryLaunchAsync(next, caller, ct))
            return ProposalProblems.None();

        await catalog.FollowAsync(ct);
        return new LiveDefinition(next.Revision, next.Sha256);
    }
}
