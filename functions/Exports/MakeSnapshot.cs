using System.Globalization;
using System.Security.Cryptography;
using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Datasets;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;
using CddFunctions.Reporting;
using CddFunctions.Reporting.Datasets;
using CddFunctions.Submissions.Datasets;

namespace CddFunctions.Exports;

/// <param name="Caller">Null for what the application makes by itself.</param>
/// <param name="Closing">Id of the closing instant it is made for.</param>
public sealed record SnapshotOrder(
    string? Label,
    bool Freeze,
    Caller? Caller,
    SnapshotOrigin Origin = SnapshotOrigin.Person,
    string? Closing = null
)
{
    /// <summary>Link or subject of the person, or <c>timer</c>.</summary>
    public string By => Caller is null ? "timer" : Caller.By;
}

/// <summary>
/// Writes all tables of a campaign as workbook and CSV. Rows are streamed into the file store; the
/// snapshot's document comes last, so a snapshot that is listed has all its files.
/// </summary>
public sealed class MakeSnapshot(
    SnapshotStore store,
    SnapshotPlaces places,
    DataPositions data,
    CampaignDatasets campaigns,
    SubmissionDatasets submissions,
    RosterDatasets rosters,
    MeasuredExports measured,
    AuditTrail audit,
    TimeProvider clock
)
{
    public Task<Snapshot> RunAsync(LaunchedCampaign campaign, SnapshotOrder order, CancellationToken ct) =>
        measured.RunAsync(campaign.Id, () => MakeAsync(campaign, order, ct));

    private async Task<Snapshot> MakeAsync(LaunchedCampaign campaign, SnapshotOrder order, CancellationToken ct)
    {
        var positions = await data.NowAsync(campaign, (await store.NewestAsync(campaign, ct))?.Basis?.Positions, ct);
        var asOf = clock.GetUtcNow();
        var end = await audit.EndAsync(campaign.Id, ct);
        var id =
            $"{asOf.UtcDateTime.ToString("yyyyMMdd-HHmmssfff", CultureInfo.InvariantCulture)}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(3))}";
        var turns = new SnapshotTurns(asOf);
        var masked = await WriteAsync(campaign, id, Context(campaign, asOf, order, end, personal: false), turns, ct);
        var written = await WriteAsync(campaign, id, Context(campaign, asOf, order, end, personal: true), turns, ct);

        var snapshot = new Snapshot(
            id,
            asOf,
            campaign.Revision,
            order.Label,
            order.Freeze,
            order.By,
            [
                .. written.Select(f => new SnapshotFile(
                    f.Name,
                    f.Rows,
                    f.Sha256,
                    masked.First(m => string.Equals(m.Name, f.Name, StringComparison.Ordinal)).Sha256
                )),
            ],
            order.Origin,
            order.Closing,
            new(positions, turns.Next),
            Audit: end
        );
        var deed = audit.Of(campaign.Id, order.Caller, AuditDeed.ExportMade, id, $"origin={order.Origin.ToString().ToLowerInvariant()}");
        await store.AddAsync(campaign, snapshot, deed, ct);
        return snapshot;
    }

    private static ExportContext Context(
        LaunchedCampaign campaign,
        DateTimeOffset asOf,
        SnapshotOrder order,
        AuditAnchor end,
        bool personal
    ) =>
        new(
            campaign.Id,
            new(campaign.Definition.Th, campaign.Definition.En),
            asOf,
            $"{campaign.Revision}",
            order.Label,
            IncludePersonal: personal,
            Audit: new(end.Entry, end.Hash)
        );

    private async Task<IReadOnlyList<ExportedFile>> WriteAsync(
        LaunchedCampaign campaign,
        string id,
        ExportContext context,
        SnapshotTurns turns,
        CancellationToken ct
    )
    {
        var personal = context.IncludePersonal;
        await using var files = new ExportFiles(places.Of(personal), name => SnapshotStore.FileName(campaign.Id, id, personal, name));
        var written = await DatasetExport.WriteAsync(context, Rows(campaign, turns, ct), files.Open, ct);
        await files.CommitAsync(ct);
        return written;
    }

    private DatasetRows Rows(LaunchedCampaign campaign, SnapshotTurns turns, CancellationToken ct) =>
        new(
            turns.WatchAsync(submissions.ObligationsAsync(campaign, ct), ct),
            submissions.SubmissionsAsync(campaign, ct),
            rosters.EntriesAsync(campaign, ct),
            rosters.ChangesAsync(campaign, ct),
            campaigns.UnitsAsync(campaign, ct),
            campaigns.TasksAsync(campaign, ct),
            CampaignDatasets.DatesAsync(campaign)
        );
}
