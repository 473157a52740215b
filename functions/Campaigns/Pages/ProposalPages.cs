using System.Globalization;
using System.Text;
using CddFunctions.Campaigns.Proposals;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;
using CddFunctions.Web;

namespace CddFunctions.Campaigns.Pages;

/// <param name="Proposal">Null while nothing waits.</param>
/// <param name="File">What the proposal would change, checked now.</param>
/// <param name="By">Who proposed it, in words.</param>
/// <param name="Own">The reader proposed it, and so cannot confirm.</param>
/// <param name="Done">What the form before this page did.</param>
public sealed record ProposalView(
    LaunchedCampaign Campaign,
    StoredProposal? Proposal,
    CheckedFile? File,
    string By,
    bool Own,
    Problem? Refused,
    string? Done
);

/// <summary>The definition that waits for its second administrator, and the forms with which it goes live or is withdrawn.</summary>
public sealed class ProposalPages(
    ProposalStore store,
    CheckFile check,
    CampaignRevisions revisions,
    LinkStore links,
    ProposeDefinition propose,
    ConfirmDefinition confirm,
    WithdrawDefinition withdraw
)
{
    private const string Proposed = "proposed";
    private const string Withdrawn = "withdrawn";
    private const string Live = "live.";

    public Task<IResult> ShowAsync(PageVisit visit, string? done, CancellationToken ct) => PageAsync(visit, null, done, ct);

    public async Task<IResult> ProposeAsync(PageVisit visit, HttpContext http, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct);
        return await ProposeAsync(visit, http, Encoding.UTF8.GetBytes(form["text"].ToString()), form, ct);
    }

    public async Task<IResult> ProposeAgainAsync(PageVisit visit, int number, HttpContext http, CancellationToken ct) =>
        await revisions.FindAsync(visit.Campaign.Id, number, ct) is { } found
            ? await ProposeAsync(visit, http, found.Definition.ToBody(), await http.Request.ReadFormAsync(ct), ct)
            : Message.Page(404, visit.Page, t => t.UnknownRevision);

    public async Task<IResult> ConfirmAsync(PageVisit visit, HttpContext http, CancellationToken ct)
    {
        var seen = await SeenAsync(http, ct);
        return (await confirm.RunAsync(visit.Campaign, v => Is(v, seen), visit.Caller, ct)).IsRefused(out var refused, out var live)
            ? await PageAsync(visit, refused, null, ct)
            : Return(visit, http, string.Create(CultureInfo.InvariantCulture, $"{Live}{live.Revision}"));
    }

    public async Task<IResult> WithdrawAsync(PageVisit visit, HttpContext http, CancellationToken ct)
    {
        var seen = await SeenAsync(http, ct);
        return await withdraw.RunAsync(visit.Campaign, v => Is(v, seen), visit.Caller, ct) is { } refused
            ? await PageAsync(visit, refused, null, ct)
            : Return(visit, http, Withdrawn);
    }

    private async Task<IResult> ProposeAsync(
        PageVisit visit,
        HttpContext http,
        ReadOnlyMemory<byte> file,
        IFormCollection form,
        CancellationToken ct
    )
    {
        var seen = form["seen"].ToString() is { Length: > 0 } version ? version : null;
        return (await propose.RunAsync(visit.Campaign, file, seen, visit.Caller, ct)).IsRefused(out var refused, out _)
            ? await PageAsync(visit, refused, null, ct)
            : Return(visit, http, Proposed);
    }

    private static async Task<string> SeenAsync(HttpContext http, CancellationToken ct) =>
        (await http.Request.ReadFormAsync(ct))["seen"].ToString();

    private static bool Is(string version, string seen) => string.Equals(version, seen, StringComparison.Ordinal);

    private static IResult Return(PageVisit visit, HttpContext http, string done) =>
        LocalAddress.Return(http.Response, $"{Visits.Address(visit.Campaign.Id)}/programme/proposal", done);

    private async Task<IResult> PageAsync(PageVisit visit, Problem? refused, string? done, CancellationToken ct)
    {
        var found = await store.FindOpenAsync(visit.Campaign, ct);
        return new Page<ProposalPage, ProposalView>(
            refused?.Status ?? 200,
            visit.At("/programme/proposal").Page,
            new(
                visit.Campaign,
                found,
                found is null ? null : await check.RunAsync(found.Value.Definition.ToBody(), visit.Campaign, ct),
                found is null ? "" : await NameAsync(visit.Campaign, found.Value.Link, ct),
                found is not null && Person.AreOne(found.Value.By, Person.Of(visit.Caller)),
                refused,
                Words(visit.Page.Texts<ProposalTexts>(), visit.Page, done)
            )
        );
    }

    /// <summary>What the link was made for, with its id: two people may have the same words.</summary>
    private async Task<string> NameAsync(LaunchedCampaign campaign, string link, CancellationToken ct) =>
        await links.FindAsync(campaign.Id, link, ct) is { } stored ? $"{stored.Link.Subject} ({link})" : link;

    private static string? Words(ProposalTexts texts, PageContext page, string? done) =>
        done switch
        {
            Proposed => texts.Proposed,
            Withdrawn => texts.Withdrawn,
            _ when done?.StartsWith(Live, StringComparison.Ordinal) is true && int.TryParse(done[Live.Length..], out var number) =>
                page.Fill(texts.Live, number),
            _ => null,
        };
}
