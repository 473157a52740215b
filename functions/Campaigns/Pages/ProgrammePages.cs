using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Identity;
using CddFunctions.Web;

namespace CddFunctions.Campaigns.Pages;

/// <summary>The definition in force, and every earlier one.</summary>
public sealed class ProgrammePages(UnitSets sets, RevisionHistory history)
{
    private const int PerPage = 10;

    private static readonly Dictionary<string, IReadOnlyList<Unit>> NotKnown = [];

    public async Task<IResult> ShowAsync(PageVisit visit, CancellationToken ct)
    {
        var isAdmin = visit.Caller.Role is CallerRole.Admin;
        return new Page<ProgrammePage>(
            200, visit.Page,
            (nameof(ProgrammePage.Campaign), visit.Campaign),
            (nameof(ProgrammePage.View), View(visit.Campaign.Definition, await sets.ReadAsync(visit.Campaign, ct), inForce: true, isAdmin)));
    }

    public async Task<IResult> ListAsync(PageVisit door, int? from, CancellationToken ct)
    {
        var visit = door.At($"/programme/revisions{(from is null ? "" : $"?from={from}")}");
        var newest = Math.Clamp(from ?? visit.Campaign.Revision, 1, visit.Campaign.Revision);
        return new Page<RevisionsPage>(
            200, visit.Page,
            (nameof(RevisionsPage.Campaign), visit.Campaign),
            (nameof(RevisionsPage.Revisions), await history.PageAsync(visit.Campaign, newest, PerPage, ct)),
            (nameof(RevisionsPage.Older), newest > PerPage ? newest - PerPage : null),
            (nameof(RevisionsPage.Newer), newest < visit.Campaign.Revision ? newest + PerPage : null));
    }

    public async Task<IResult> OpenAsync(PageVisit visit, int number, CancellationToken ct)
    {
        if (await history.FindAsync(visit.Campaign, number, ct) is not { } revision)
            return Message.Page(404, visit.Page, t => t.UnknownRevision);

        return new Page<RevisionPage>(
            200, visit.Page,
            (nameof(RevisionPage.Campaign), visit.Campaign),
            (nameof(RevisionPage.Revision), revision),
            (nameof(RevisionPage.View), revision.Read() is { } old ? View(old, NotKnown, inForce: false, isAdmin: true) : null));
    }

    /// <summary>The definition as it is kept, to be compared or put live again.</summary>
    public async Task<IResult> DownloadAsync(PageVisit visit, int number, CancellationToken ct)
    {
        return await history.FindAsync(visit.Campaign, number, ct) is { } revision
            ? TypedResults.Bytes(System.Text.Encoding.UTF8.GetBytes(RevisionPage.Indented(revision.Json)), "application/json", $"{visit.Campaign.Id}-{number}.json")
            : Message.Page(404, visit.Page, t => t.UnknownRevision);
    }

    private static ProgrammeView View(Campaign definition, IReadOnlyDictionary<string, IReadOnlyList<Unit>> units, bool inForce, bool isAdmin) =>
        new(definition, new(definition), units, inForce, isAdmin);
}
