using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;

namespace CddFunctions.Campaigns;

/// <summary>
/// What a new definition would break of what people have done; one sentence for each, saying how to mend the file. Features give theirs.
/// </summary>
public delegate Task<IReadOnlyList<Text>> DefinitionObjections(LaunchedCampaign inForce, LaunchedCampaign proposed, CancellationToken ct);

/// <param name="Faults">Errors and warnings, as <c>campaign check</c> names them.</param>
/// <param name="Changes">
/// Changes of the file against the revision in force; null when the file has an error or is of another campaign.
/// </param>
/// <param name="Of">Id of the programme that the file is of; null when it cannot be read.</param>
/// <param name="Proposed">What would be in force; null together with <paramref name="Changes"/>.</param>
/// <param name="Objections">Why it cannot go live although it has no error: it would hide or undo what people have done.</param>
public sealed record CheckedFile(
    IReadOnlyList<Fault> Faults,
    IReadOnlyList<ElementChange>? Changes,
    string? Of,
    LaunchedCampaign? Proposed,
    IReadOnlyList<Text> Objections
)
{
    public IReadOnlyList<Fault> Errors => [.. Faults.Where(f => f.Severity is Severity.Error)];

    public IReadOnlyList<Fault> Warnings => [.. Faults.Where(f => f.Severity is not Severity.Error)];

    /// <summary>Nothing stands against putting it live, and there is something to put live.</summary>
    public bool IsReady => Changes is { Count: > 0 } && Objections.Count == 0;
}

/// <summary>What would happen if this file went live. Nothing is stored.</summary>
public sealed class CheckFile(IEnumerable<DefinitionObjections> objections)
{
    public async Task<CheckedFile> RunAsync(ReadOnlyMemory<byte> utf8, LaunchedCampaign inForce, CancellationToken ct)
    {
        var reading = CampaignFile.Parse(utf8.Span);
        if (reading.Campaign is not { } campaign)
            return new(reading.Faults, null, null, null, []);

        var faults = CampaignChecker.Check(campaign);
        if (!string.Equals(campaign.Id, inForce.Id, StringComparison.Ordinal) || faults.Any(f => f.Severity is Severity.Error))
            return new(faults, null, campaign.Id, null, []);

        var proposed = new LaunchedCampaign(campaign, inForce.Revision + 1, CampaignRevisions.Sha256Of(campaign));
        var against = new List<Text>();
        foreach (var objects in objections)
            against.AddRange(await objects(inForce, proposed, ct));
        return new(
            faults,
            DefinitionDiff.Between(CampaignRevisions.ToJson(inForce.Definition), CampaignRevisions.ToJson(campaign)),
            campaign.Id,
            proposed,
            against
        );
    }
}
