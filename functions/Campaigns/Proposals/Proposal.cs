using System.Text.Json;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Campaigns.Proposals;

/// <summary>A definition that one administrator wants to put live, until another one confirms it.</summary>
/// <param name="Base">Revision in force when it was proposed. Once another one is in force the proposal stands no more.</param>
/// <param name="Sha256">Of the canonical JSON.</param>
/// <param name="By">Id of the person (<see cref="Platform.Identity.Person"/>), who cannot confirm it.</param>
/// <param name="Link">Link of that person, as the audit has it.</param>
public sealed record Proposal(
    int Base,
    string Sha256,
    JsonElement Definition,
    string By,
    string Link,
    DateTimeOffset At,
    bool Withdrawn = false
);

/// <param name="Version">What a confirmation has to name, so that it confirms what was read.</param>
public sealed record StoredProposal(string Version, Proposal Value)
{
    public bool IsOpen(LaunchedCampaign inForce) => !Value.Withdrawn && Value.Base == inForce.Revision;
}

/// <summary>The one proposal of a campaign: the document <c>proposal</c> in the partition <c>{campaign}:definition</c>.</summary>
public sealed class ProposalStore(IDocuments documents)
{
    private const string Id = "proposal";

    /// <summary>Most bytes of the stored document. The revision that it becomes has to fit into one, too.</summary>
    private const int MostBytes = DocumentLimits.BodyBytes - 10_000;

    /// <summary>The last one that was made, also when it stands no more.</summary>
    public async Task<StoredProposal?> FindAsync(LaunchedCampaign campaign, CancellationToken ct) =>
        await documents.ReadAsync(Partition(campaign), Id, ct) is { } found ? new(found.Version, found.Read<Proposal>()) : null;

    /// <summary>The one that waits for its second administrator; null when none does.</summary>
    public async Task<StoredProposal?> FindOpenAsync(LaunchedCampaign campaign, CancellationToken ct) =>
        await FindAsync(campaign, ct) is { } found && found.IsOpen(campaign) ? found : null;

    /// <returns>What is stored, or null when it would be longer than a document may be.</returns>
    public static byte[]? BodyOf(Proposal value) => value.ToBody() is { Length: <= MostBytes } body ? body : null;

    /// <returns>The new version, or null when somebody else was first.</returns>
    public Task<string?> TryWriteAsync(LaunchedCampaign campaign, StoredProposal? before, byte[] body, Deed deed, CancellationToken ct) =>
        before is null
            ? documents.TryCreateAsync(Partition(campaign), Id, body, deed, ct)
            : documents.TryReplaceAsync(Partition(campaign), Id, before.Version, body, deed, ct);

    private static string Partition(LaunchedCampaign campaign) => $"{campaign.Id}:definition";
}
