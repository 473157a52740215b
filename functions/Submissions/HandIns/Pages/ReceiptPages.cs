using CddFunctions.Platform.Identity;
using CddFunctions.Web;

namespace CddFunctions.Submissions.HandIns.Pages;

/// <summary>The answer to an HTML form: a receipt that can be printed or kept.</summary>
public sealed class ReceiptPages(PageContexts contexts, Places places)
{
    public async Task SendAsync(HttpContext http, int status, HandInAnswer answer, Target target)
    {
        var find = await places.OfAsync(target.Campaign, http.RequestAborted);
        // Somebody who hands in through an open link has no start page to go back to.
        var back = http.Features.Get<Caller>() is { Role: CallerRole.Officer or CallerRole.Admin };
        await new Page<ReceiptView>(
            status, contexts.Of(http),
            (nameof(ReceiptView.Answer), answer),
            (nameof(ReceiptView.Target), target),
            (nameof(ReceiptView.Missing), (answer.Missing ?? []).Select(code => find(code)?.Name ?? new(code, code)).ToList()),
            (nameof(ReceiptView.Back), back ? $"/api/ui/{target.Campaign.Id}" : null)).ExecuteAsync(http);
    }
}
