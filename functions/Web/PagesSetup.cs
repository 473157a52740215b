using System.Text.Encodings.Web;
using System.Text.Unicode;
using CddFunctions.Audit.Pages;
using CddFunctions.Ballots;
using CddFunctions.Ballots.Pages;
using CddFunctions.Ballots.Roll.Pages;
using CddFunctions.Board;
using CddFunctions.Campaigns.Pages;
using CddFunctions.Links.Pages;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Identity;
using CddFunctions.Submissions.HandIns;
using CddFunctions.Submissions.HandIns.Pages;
using CddFunctions.Submissions.Reviews.Pages;
using CddFunctions.Submissions.Rosters.Pages;

namespace CddFunctions.Web;

/// <summary>What the pages cannot see for themselves: is the clock a rehearsal's?</summary>
public sealed record PageSettings(bool Rehearsal);

public static class PagesSetup
{
    public static IServiceCollection AddPages(this IServiceCollection services, bool rehearsal) => services
        .AddSingleton(new PageSettings(rehearsal))
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)) // Thai stays readable in the source, and a third of the size
        .AddSingleton<PageContexts>()
        .AddSingleton<Visits>()
        .AddSingleton<SignIn>()
        .AddSingleton<StartPage>()
        .AddSingleton<BoardPages>()
        .AddSingleton<Senders>()
        .AddSingleton<HistoryPages>()
        .AddSingleton<DecisionPages>()
        .AddSingleton<HandInPages>()
        .AddSingleton<HandInViews>()
        .AddSingleton<HandInReceipts>()
        .AddSingleton<PostedForm>()
        .AddSingleton<SendHandIn>()
        .AddSingleton<RefusalPages>()
        .AddSingleton<RefusalPage>(s => s.GetRequiredService<RefusalPages>().SendAsync)
        .AddSingleton<RosterPages>()
        .AddSingleton<AuditPages>()
        .AddSingleton<AuditActors>()
        .AddSingleton<RollPages>()
        .AddSingleton<VotePages>()
        .AddSingleton<ResultPages>()
        .AddSingleton<VoteReceiptPage>(s => s.GetRequiredService<VotePages>().SendReceiptAsync)
        .AddLinksPages()
        .AddProgrammePages()
        .AddSingleton<ReceiptPages>()
        .AddSingleton<ReceiptPage>(s => s.GetRequiredService<ReceiptPages>().SendAsync);
}

/// <summary>Makes the context of a page from its request.</summary>
public sealed class PageContexts(PageSettings settings, FormProofs proofs, TimeProvider clock)
{
    public PageContext Of(HttpContext http, string? address = null) => new(
        PageLanguage.IsEnglish(http.Request), clock.GetUtcNow(), settings.Rehearsal, address,
        http.Features.Get<Caller>() is { } caller ? proofs.For(caller) : null);
}
