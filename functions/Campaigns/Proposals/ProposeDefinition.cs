using CddFunctions.Platform;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Campaigns.Proposals;

/// <summary>
/// An administrator proposes a definition: a new file, or an earlier revision again. It takes the place of a proposal that waits, if the
/// proposer has seen that one.
/// </summary>
public sealed class ProposeDefinition(
    CheckFile check,
    ProposalStore store,
    CampaignRevisions revisions,
    AuditTrail audit,
    TimeProvider clock
)
{
    /// <param name="seen">Version of the waiting proposal that the proposer saw; null for none.</param>
    public async Task<Outcome<StoredProposal>> RunAsync(
        LaunchedCampaign inForce,
        ReadOnlyMemory<byte> utf8,
        string? seen,
        Caller caller,
        CancellationToken ct
    )
    {
        if (Refuse(caller) is { } nobody)
            return nobody;
        if (Refuse(await check.RunAsync(utf8, inForce, ct), inForce) is { } refusal)
            return refusal;

        var campaign = CampaignFile.Parse(utf8.Span).Campaign!;
        var proposal = new Proposal(
            inForce.Revision,
            CampaignRevisions.Sha256Of(campaign),
            CampaignRevisions.ToJson(campaign),
            Person.Of(caller),
            caller.By,
            clock.GetUtcNow()
        );
        if (ProposalStore.BodyOf(proposal) is not { } body)
            return CommonProblems.TooLarge();

        var before = await store.FindAsync(inForce, ct);
        var waiting = before?.IsOpen(inForce) is true ? before.Version : null;
        if (!string.Equals(waiting, seen, StringComparison.Ordinal))
            return ProposalProblems.Changed();
        // This process may not have read yet what was launched elsewhere a moment ago.
        if (await revisions.FindAsync(inForce.Id, inForce.Revision + 1, ct) is not null)
            return ProposalProblems.Changed();

        var deed = audit.Of(
            inForce.Id,
            caller,
            AuditDeed.DefinitionProposed,
            $"revision:{inForce.Revision + 1}",
            $"sha256={proposal.Sha256}"
        );
        return await store.TryWriteAsync(inForce, before, body, deed, ct) is { } version
            ? new StoredProposal(version, proposal)
            : ProposalProblems.Changed();
    }

    /// <summary>Refuses whoever is one person with every other, because nobody could confirm what they propose.</summary>
    internal static Problem? Refuse(Caller caller) => Person.Of(caller) is Person.Installation ? ProposalProblems.OwnLinkNeeded() : null;

    /// <summary>The same rules for a proposal and for its confirmation, because work may have been handed in between.</summary>
    internal static Problem? Refuse(CheckedFile file, LaunchedCampaign inForce)
    {
        if (file.Errors.Count > 0)
            return ProposalProblems.Faulty(file.Errors);
        if (file.Changes is not { } changes)
            return ProposalProblems.OfAnother(file.Of!, inForce.Id);
        if (changes.Count == 0)
            return ProposalProblems.Unchanged();
        return file.Objections.Count > 0 ? ProposalProblems.BreaksWork(file.Objections) : null;
    }
}
