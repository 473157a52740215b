using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Reporting.Datasets;
using CddFunctions.Reporting.Summaries;
using CddFunctions.Submissions.Ledger;
using CddFunctions.Submissions.Ledger.Pages;

namespace CddFunctions.Board;

/// <summary>A task that falls due next, and how many units still have to hand it in by then.</summary>
public sealed record NextDue(CampaignTask Task, DateTimeOffset DueAt, int Units);

/// <param name="Code">Of the district, or of the province for what it owes itself.</param>
public sealed record DistrictFigures(string Code, Tally Tally, int Waiting);

/// <summary>Pure: what the province looks at first.</summary>
public static class Attention
{
    /// <summary>The next <paramref name="most"/> deadlines, extensions counted, earliest first.</summary>
    public static IReadOnlyList<NextDue> Next(LaunchedCampaign campaign, IEnumerable<Obligation> rows, DateTimeOffset now, int most) =>
        [
            .. rows.Where(r => Urgency.IsOwed(r) && Urgency.DueAt(r) is { } due && !DueRules.IsPast(due, now))
                .GroupBy(r => (r.Task, DueAt: Urgency.DueAt(r)!.Value))
                .OrderBy(g => g.Key.DueAt)
                .Take(most)
                .Select(g => new NextDue(campaign.FindTask(g.Key.Task)!, g.Key.DueAt, g.Count())),
        ];

    /// <summary>In the order of the codes; a place counts with its district.</summary>
    public static IReadOnlyList<DistrictFigures> Districts(LaunchedCampaign campaign, IEnumerable<Obligation> rows) =>
        [
            .. rows.GroupBy(r => BoardDistricts.Of(r.Unit), StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new DistrictFigures(
                    g.Key,
                    LedgerFigures.Of(campaign, g),
                    g.Count(r => LedgerFigures.StateOf(r, campaign.FindTask(r.Task)!) is WorkState.Waiting)
                )),
        ];
}
