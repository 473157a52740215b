using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Submissions.Ledger;
using CddFunctions.Web;

namespace CddFunctions.Submissions.HandIns.Pages;

/// <param name="Missing">Names of the source units that an incomplete hand-in went without.</param>
/// <param name="Back">The programme's start page; null when this reader has none.</param>
/// <param name="DueAt">When it was due, extension counted; null without a date.</param>
/// <param name="Decided">The province has decided: nothing comes next.</param>
public sealed record GivenReceipt(
    HandInAnswer Answer,
    Target Target,
    IReadOnlyList<Text> Missing,
    string? Back,
    DateTimeOffset? DueAt,
    bool Decided = false
);

/// <summary>The answer to an HTML form: a receipt that can be printed or kept.</summary>
public sealed class ReceiptPages(PageContexts contexts, Places places)
{
    public async Task SendAsync(HttpContext http, int status, HandInAnswer answer, Target target)
    {
        var find = await places.OfAsync(target.Campaign, http.RequestAborted);
        // Somebody who hands in through an open link has no start page to go back to.
        var back = http.Features.Get<Caller>() is { Role: CallerRole.Officer or CallerRole.Admin };
        await new Page<ReceiptView, GivenReceipt>(
            status,
            contexts.Of(http),
            new(
                answer,
                target,
                [.. (answer.Missing ?? []).Select(code => find(code)?.Name ?? new(code, code))],
                back ? Visits.Address(target.Campaign.Id) : null,
                DueRules.DueAt(target.Campaign, target.Task)
            )
        ).ExecuteAsync(http);
    }
}
