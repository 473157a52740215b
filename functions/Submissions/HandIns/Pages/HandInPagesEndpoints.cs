using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Telemetry;
using CddFunctions.Web;
using Microsoft.AspNetCore.Mvc;

namespace CddFunctions.Submissions.HandIns.Pages;

/// <summary>Pages of one hand-in: the form, and the receipt.</summary>
public static class HandInPagesEndpoints
{
    /// <summary>
    /// Most bytes of a posted form: twice what its files may have. So a form that is only a little too large is still read, and its
    /// refusal shows again what was typed.
    /// </summary>
    private const long MostBytes = 2 * ReadPageForm.MostMegabytes * 1_048_576L;

    public static void MapHandInPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes
            .MapPages("/tasks/{task}/units/{unit}")
            .OfProgramme()
            .Allow(CallerRole.Officer, CallerRole.Admin)
            .ForTarget()
            .OwnUnit();
        pages.MapGet(
            "",
            (PageVisit visit, Target target, string? after, HandInPages page, CancellationToken ct) =>
                page.ShowAsync(new(visit, target), after, ct)
        );
        pages
            .MapPost(
                "",
                (PageVisit visit, Target target, HttpContext http, HandInPages page, CancellationToken ct) =>
                    page.SendAsync(new(visit, target), http, ct)
            )
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes))
            .Limit(RateLimits.UploadPolicy)
            .CountOutcomes(SubmissionEndpoints.HandIns)
            .LogOutcomes(SubmissionEndpoints.HandInDeed, StatusCodes.Status303SeeOther);
        pages.MapGet(
            "/receipts/{receipt}",
            (PageVisit visit, Target target, string receipt, SubmissionReceipts page, CancellationToken ct) =>
                page.ShowAsync(new(visit, target), receipt, ct)
        );
    }

    public static IServiceCollection AddHandInPages(this IServiceCollection services) =>
        services
            .AddSingleton<HandInPages>()
            .AddSingleton<HandInViews>()
            .AddSingleton<SubmissionReceipts>()
            .AddSingleton<ReadPageForm>()
            .AddSingleton<SendHandIn>()
            .AddSingleton<ReceiptPages>()
            .AddSingleton<ReceiptPage>(s => s.GetRequiredService<ReceiptPages>().SendAsync);
}
