using CddFunctions.Campaigns;
using CddFunctions.Platform.Timers;

namespace CddFunctions.Exports;

/// <summary>
/// Every hour, for each campaign: a new snapshot when one would say anything else than the newest. Finding that out takes four small
/// reads.
/// </summary>
public sealed class RefreshExports(
    CampaignCatalog catalog,
    SnapshotStore store,
    DataPositions data,
    RefreshRuns runs,
    MakeSnapshot make,
    TimeProvider clock,
    ILogger<RefreshExports> log
) : ITimerJob
{
    public async Task<string> RunAsync(CancellationToken ct) =>
        await RunEach.RunAsync(await catalog.AllAsync(ct), c => c.Id, RefreshAsync, log, ct);

    private async Task<string?> RefreshAsync(LaunchedCampaign campaign, CancellationToken ct)
    {
        var newest = await store.NewestAsync(campaign, ct);
        if (
            !RefreshRules.IsOutdated(newest, campaign.Revision, clock.GetUtcNow())
            && !await data.MovedAsync(campaign, newest!.Basis!.Positions, ct)
        )
            return null;
        if (!await runs.TryBeginAsync(campaign, newest?.Id, ct))
            return "another run is at it";

        return $"snapshot {(await make.RunAsync(campaign, new(null, Freeze: false, null, SnapshotOrigin.Timer), ct)).Id}";
    }
}
