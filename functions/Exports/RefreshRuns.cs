using CddFunctions.Campaigns;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Exports;

/// <summary>
/// Notes that a run makes the export that follows a snapshot. Nobody has to remove the note:
/// once that export is there, later runs follow another snapshot.
/// </summary>
/// <param name="After">The snapshot that was the newest; null = there was none.</param>
public sealed record RefreshRun(string? After, DateTimeOffset At);

/// <summary>One document per campaign in the partition <c>{campaign}:export-runs</c>: of several runs at once one exports.</summary>
public sealed class RefreshRuns(IDocuments documents, TimeProvider clock)
{
    private const string Id = "refresh";

    /// <returns>False while another run makes this export.</returns>
    public async Task<bool> TryBeginAsync(LaunchedCampaign campaign, string? after, CancellationToken ct)
    {
        var partition = $"{campaign.Id}:export-runs";
        var now = clock.GetUtcNow();
        var before = await documents.ReadAsync(partition, Id, ct);
        if (
            before?.Read<RefreshRun>() is { } run
            && string.Equals(run.After, after, StringComparison.Ordinal)
            && (now - run.At).Duration() < RefreshRules.Patience
        )
            return false;

        var body = new RefreshRun(after, now).ToBody();
        return (
            before is null
                ? await documents.TryCreateAsync(partition, Id, body, ct)
                : await documents.TryReplaceAsync(partition, Id, before.Version, body, ct)
        )
            is not null;
    }
}
