using CddFunctions.Platform.Http;
using CddFunctions.Platform.Telemetry;
using CddFunctions.Web;
using Microsoft.AspNetCore.Mvc;

namespace CddFunctions.Submissions.HandIns.Pages;

/// <summary>Pages of one hand-in: the form, and the receipt.</summary>
public static class HandInPagesEndpoints
{
    /// <summary>
    /// Twice what a form may bring: a form that is a little too large is refused with all that was typed, and only one that
    /// is far too large without. Bytes.
    /// </summary>
    private const long MostBytes = 2 * PostedForm.MostMegabytes * 1_048_576L;

    public static void MapHandInPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages("/tasks/{task}/units/{unit}");
        pages.MapGet("", ([AsParameters] Address at, string? after, HttpContext http, HandInPages page, CancellationToken ct) => page.ShowAsync(at, after, http, ct));
        pages.MapPost("", ([AsParameters] Address at, HttpContext http, HandInPages page, CancellationToken ct) => page.SendAsync(at, http, ct))
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes)).RequireRateLimiting(RateLimits.UploadPolicy).CountOutcomes(SubmissionEndpoints.HandIns);
        pages.MapGet("/receipts/{receipt}", ([AsParameters] Address at, string receipt, HttpContext http, HandInReceipts page, CancellationToken ct) => page.ShowAsync(at, receipt, http, ct));
    }

    public static IServiceCollection AddHandInPages(this IServiceCollection services) => services
        .AddSingleton<HandInDoor>()
        .AddSingleton<HandInPages>()
        .AddSingleton<HandInViews>()
        .AddSingleton<HandInReceipts>()
        .AddSingleton<PostedForm>()
        .AddSingleton<SendHandIn>()
        .AddSingleton<ReceiptPages>()
        .AddSingleton<ReceiptPage>(s => s.GetRequiredService<ReceiptPages>().SendAsync);
}
