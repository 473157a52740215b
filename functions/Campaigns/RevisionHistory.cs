using System.Text;
using System.Text.Json;
using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns;

/// <summary>A definition that was launched here.</summary>
/// <param name="Changes">Changes against the revision before; null for the first revision, and when the one before is not stored.</param>
public sealed record LaunchedRevision(
    int Number,
    string Sha256,
    DateTimeOffset LaunchedAt,
    JsonElement Json,
    IReadOnlyList<ElementChange>? Changes,
    string? ProposedBy,
    string? ConfirmedBy
)
{
    /// <summary>The definition; null when this version of the application can no longer read it.</summary>
    public Campaign? Read() => CampaignFile.Parse(Encoding.UTF8.GetBytes(Json.GetRawText())).Campaign;
}

/// <summary>Every revision of a campaign that was ever in force here, newest first.</summary>
public sealed class RevisionHistory(CampaignRevisions revisions)
{
    /// <param name="from">Number of the newest that is wanted; higher ones than there are mean the newest.</param>
    public async Task<IReadOnlyList<LaunchedRevision>> PageAsync(LaunchedCampaign campaign, int from, int count, CancellationToken ct)
    {
        var found = new List<LaunchedRevision>();
        for (var number = Math.Min(from, campaign.Revision); number >= 1 && found.Count < count; number--)
        {
            if (await FindAsync(campaign, number, ct) is { } revision)
                found.Add(revision);
        }

        return found;
    }

    public async Task<LaunchedRevision?> FindAsync(LaunchedCampaign campaign, int number, CancellationToken ct)
    {
        if (await revisions.FindAsync(campaign.Id, number, ct) is not { } found)
            return null;

        var before = await revisions.FindAsync(campaign.Id, number - 1, ct);
        return new(
            number,
            found.Sha256,
            found.LaunchedAt,
            found.Definition,
            before is null ? null : DefinitionDiff.Between(before.Definition, found.Definition),
            found.ProposedBy,
            found.ConfirmedBy
        );
    }
}
