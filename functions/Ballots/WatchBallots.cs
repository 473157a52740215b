using CddFunctions.Ballots.Tally;
using CddFunctions.Campaigns;
using CddFunctions.Platform.Timers;

namespace CddFunctions.Ballots;

/// <summary>Every few minutes: notes that a ballot has closed, and ends certifications that were cut short.</summary>
public sealed class WatchBallots(
    CampaignCatalog catalog,
    BallotStore store,
    SeenClosed closed,
    DropPapers papers,
    ILogger<WatchBallots> log
) : ITimerJob
{
    public Task<string> RunAsync(CancellationToken ct) => RunEach.RunAsync(Targets(), t => t.Name, WatchAsync, log, ct);

    private IEnumerable<BallotTarget> Targets() =>
        catalog.All.SelectMany(c => c.Definition.Ballots.Where(b => b.Managed).Select(b => new BallotTarget(c, b)));

    private async Task<string?> WatchAsync(BallotTarget target, CancellationToken ct)
    {
        var ballot = await store.PeekAsync(target, ct);
        if (ballot.Older)
            return null; // nobody has taken it over yet
        if (await closed.NoteAsync(target, ballot, ct))
            return "closed";
        if (!DropPapers.IsDue(ballot))
            return null;

        await papers.RunAsync(target, null, ct);
        return "papers dropped";
    }
}
