using CddFunctions.Campaigns.Model;
using CddFunctions.Campaigns.Proposals;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Web;

namespace CddFunctions.Campaigns.Pages;

/// <param name="Older">Number of the revision with which the next older page of the list begins; null on the last page.</param>
public sealed record RevisionsView(LaunchedCampaign Campaign, IReadOnlyList<LaunchedRevision> Revisions, int? Older, int? Newer);

/// <param name="Programme">The definition of the revision; null when this version of the application can no longer read it.</param>
/// <param name="Waiting">Version of the proposal that waits; null when none does.</param>
/// <param name="Nobody">Why the reader cannot propose it again.</param>
public sealed record RevisionView(
    LaunchedCampaign Campaign,
    LaunchedRevision Revision,
    CampaignView? Programme,
    string? Waiting,
    Problem? Nobody
);

/// <summary>The definition in force, and every earlier one.</summary>
public sealed class CampaignPages(UnitSets sets, RevisionHistory history, ProposalStore proposals)
{
    private const int PerPage = 10;

    private static readonly Dictionary<string, IReadOnlyList<Unit>> NotKnown = [];

    public async Task<IResult> ShowAsync(PageVisit visit, CancellationToken ct)
    {
        var isAdmin = visit.Caller.Role is CallerRole.Admin;
        return new Page<CampaignPage, CampaignView>(
            200,
            visit.Page,
            View(visit.Campaign.Definition, visit.Campaign.Revision, await sets.ReadAsync(visit.Campaign, ct), inForce: true, isAdmin)
        );
    }

    public async Task<IResult> ListAsync(PageVisit door, int? from, CancellationToken ct)
    {
        var visit = door.At($"/programme/revisions{(from is null ? "" : $"?from={from}")}");
        var newest = Math.Clamp(from ?? visit.Campaign.Revision, 1, visit.Campaign.Revision);
        return new Page<RevisionsPage, RevisionsView>(
            200,
            visit.Page,
            new(
                visit.Campaign,
                await history.PageAsync(visit.Campaign, newest, PerPage, ct),
                newest > PerPage ? newest - PerPage : null,
                newest < visit.Campaign.Revision ? newest + PerPage : null
            )
        );
    }

    public async Task<IResult> OpenAsync(PageVisit visit, int number, CancellationToken ct)
    {
        if (await history.FindAsync(visit.Campaign, number, ct) is not { } revision)
            return Message.Page(404, visit.Page, t => t.UnknownRevision);

        return new Page<RevisionPage, RevisionView>(
            200,
            visit.Page,
            new(
                visit.Campaign,
                revision,
                revision.Read() is { } old ? View(old, number, NotKnown, inForce: false, isAdmin: true) : null,
                (await proposals.FindOpenAsync(visit.Campaign, ct))?.Version,
                ProposeDefinition.Refuse(visit.Caller)
            )
        );
    }

    /// <summary>The definition as it is kept, to be compared or put live again.</summary>
    public async Task<IResult> DownloadAsync(PageVisit visit, int number, CancellationToken ct)
    {
        return await history.FindAsync(visit.Campaign, number, ct) is { } revision
            ? TypedResults.Bytes(
                System.Text.Encoding.UTF8.GetBytes(RevisionPage.Indented(revision.Json)),
                "application/json",
                $"{visit.Campaign.Id}-{number}.json"
            )
            : Message.Page(404, visit.Page, t => t.UnknownRevision);
    }

    private static CampaignView View(
        Campaign definition,
        int revision,
        IReadOnlyDictionary<string, IReadOnlyList<Unit>> units,
        bool inForce,
        bool isAdmin
    ) => new(definition, revision, new(definition), units, inForce, isAdmin);
}
