using CddFunctions.Campaigns;
using CddFunctions.Platform.Timers;

namespace CddFunctions.Exports;

/// <summary>
/// When a task falls due, or its late or work period ends, one frozen snapshot keeps how things stood, as
/// evidence. The run that creates the document of the closing makes the snapshot; when that run ends
/// before it is done, a later run finds the document and goes on.
/// </summary>
public sealed class CloseWindows(
    CampaignCatalog catalog,
    ClosingStore closings,
    SnapshotStore snapshots,
    MakeSnapshot make,
    TimeProvider clock,
    ILogger<CloseWindows> log
) : ITimerJob
{
    public async Task<string> RunAsync(CancellationToken ct) =>
        await RunEach.RunAsync(await catalog.AllAsync(ct), c => c.Id, CloseAsync, log, ct);

    private async Task<string?> CloseAsync(LaunchedCampaign campaign, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var passed = ClosingRules.Passed(campaign, now);
        if (passed.Count == 0)
            return null;

        var known = await closings.AllAsync(campaign, ct);
        var done = new List<string>();
        foreach (var closing in passed)
        {
            var before = known.GetValueOrDefault(ClosingStore.Id(closing.At));
            var what = ClosingRules.Decide(closing.At, before?.Value, now) switch
            {
                ClosingStep.Make => await MakeAsync(campaign, closing, before, ct),
                ClosingStep.Miss => await MissAsync(campaign, closing, before, ct),
                _ => null,
            };
            if (what is not null)
                done.Add($"{ClosingStore.Id(closing.At)} {what}");
        }

        return done.Count > 0 ? string.Join(", ", done) : null;
    }

    private async Task<string?> MakeAsync(LaunchedCampaign campaign, Closing closing, StoredClosing? before, CancellationToken ct)
    {
        if (await WriteAsync(campaign, closing, before?.Version, ClosingState.Begun, null, ct) is not { } begun)
            return null; // another run is making this snapshot

        var order = new SnapshotOrder(closing.Label, Freeze: true, null, SnapshotOrigin.Closing, ClosingStore.Id(closing.At));
        var snapshot = await FindAsync(campaign, closing, before, ct) ?? (await make.RunAsync(campaign, order, ct)).Id;
        await WriteAsync(campaign, closing, begun, ClosingState.Made, snapshot, ct);
        return $"snapshot {snapshot}";
    }

    private async Task<string?> MissAsync(LaunchedCampaign campaign, Closing closing, StoredClosing? before, CancellationToken ct)
    {
        var snapshot = await FindAsync(campaign, closing, before, ct);
        var state = snapshot is null ? ClosingState.Missed : ClosingState.Made;
        return await WriteAsync(campaign, closing, before?.Version, state, snapshot, ct) is null
            ? null
            : state.ToString().ToLowerInvariant();
    }

    /// <summary>
    /// The snapshot of this closing, if an earlier run made one: it may have
    /// ended before it noted the snapshot in the closing's document.
    /// </summary>
    private async Task<string?> FindAsync(LaunchedCampaign campaign, Closing closing, StoredClosing? before, CancellationToken ct) =>
        before is null
            ? null
            : (await snapshots.AllAsync(campaign, ct))
                .FirstOrDefault(s => string.Equals(s.Closing, ClosingStore.Id(closing.At), StringComparison.Ordinal))
                ?.Id;

    private Task<string?> WriteAsync(
        LaunchedCampaign campaign,
        Closing closing,
        string? version,
        ClosingState state,
        string? snapshot,
        CancellationToken ct
    ) => closings.TryWriteAsync(campaign, version, new(closing.At, closing.Label, state, clock.GetUtcNow(), snapshot), ct);
}
