using System.ComponentModel.DataAnnotations;
using System.Threading.RateLimiting;
using CddFunctions.Platform.Identity;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace CddFunctions.Platform.Http;

/// <summary>
/// How much one link may send, so that a link that leaked, or a client that loops, cannot fill the disk: so many at
/// once, then as many again spread evenly over each hour.
/// </summary>
public sealed class RateLimits
{
    public const string IntakePolicy = "intake";
    public const string UploadPolicy = "uploads";

    private const int MinutesPerHour = 60;
    private const int Most = 1_000_000;

    /// <summary>Hand-ins by an intake link, which is a printed QR code: a meeting hall of 600 people answers at once.</summary>
    [Range(1, Most, ErrorMessage = "Limits:Intake is a number from 1 to 1000000.")]
    public int Intake { get; set; } = 600;

    /// <summary>
    /// Upload tickets of one link: enough for ten reports of twenty photographs. An upload that no submission claims is removed after 24
    /// hours.
    /// </summary>
    [Range(1, Most, ErrorMessage = "Limits:Uploads is a number from 1 to 1000000.")]
    public int Uploads { get; set; } = 200;

    /// <summary>Megabytes (of 1,048,576 bytes) that one link may announce in a day, in Bangkok: several large videos.</summary>
    [Range(1, Most, ErrorMessage = "Limits:UploadMegabytes is a number from 1 to 1000000.")]
    public int UploadMegabytes { get; set; } = 5_120;

    /// <summary>Megabytes of one link that no hand-in has claimed. The largest file of a form has to fit twice.</summary>
    [Range(1, Most, ErrorMessage = "Limits:UnclaimedMegabytes is a number from 1 to 1000000.")]
    public int UnclaimedMegabytes { get; set; } = 3_072;

    /// <summary>
    /// Registers both limits. Each link has a counter, which is dropped once the link has its full allowance again, so there are no more
    /// counters than links used in the last hour. The administrator's key is not limited, and requests without a link are refused anyway.
    /// </summary>
    public void Apply(RateLimiterOptions options)
    {
        options.AddPolicy(IntakePolicy, http => Of(http, Intake, caller => caller.Role is CallerRole.Intake));
        options.AddPolicy(UploadPolicy, http => Of(http, Uploads, _ => !IsFormWithoutFiles(http)));
        options.OnRejected = async (rejected, _) =>
            await Refusals.SendAsync(
                rejected.HttpContext,
                CommonProblems.TooFast(
                    rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromMinutes(1)
                )
            );
    }

    /// <summary>True of the form of a page that holds no file: its proof was checked, so it has been read.</summary>
    private static bool IsFormWithoutFiles(HttpContext http) =>
        http.Features.Get<IFormFeature>()?.Form is { } form && !form.Files.Any(f => f.FileName.Length > 0);

    private static RateLimitPartition<string> Of(HttpContext http, int limit, Func<Caller, bool> counts) =>
        http.Features.Get<Caller>() is { Link: { } link } caller && counts(caller)
            ? RateLimitPartition.GetTokenBucketLimiter(
                $"{caller.Campaign}:{link}",
                _ =>
                    new()
                    {
                        TokenLimit = limit,
                        TokensPerPeriod = Math.Max(1, limit / MinutesPerHour),
                        ReplenishmentPeriod = TimeSpan.FromMinutes(1),
                        QueueLimit = 0,
                    }
            )
            : RateLimitPartition.GetNoLimiter("");
}

public static class RateLimitsSetup
{
    /// <summary>Limits what one link may send to these routes; beyond that they answer 429.</summary>
    public static TBuilder Limit<TBuilder>(this TBuilder routes, string policy)
        where TBuilder : IEndpointConventionBuilder => routes.RequireRateLimiting(policy).Problems(429);

    public static void AddRateLimits(this IServiceCollection services) =>
        services
            .AddRateLimiter(_ => { })
            .AddOptions<RateLimiterOptions>()
            .Configure<IOptions<RateLimits>>((options, limits) => limits.Value.Apply(options));
}
