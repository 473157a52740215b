using System.Diagnostics;

namespace CddFunctions.Platform.Http;

/// <summary>
/// Keeps requests to some addresses out of traces and metrics, so that nobody learns who came when and from where (docs/rules.md 2.4).
/// </summary>
public static class Unobserved
{
    private sealed record Marked;

    public static RouteGroupBuilder AddUnobserved(this RouteGroupBuilder group) => group.DisableHttpMetrics().WithMetadata(new Marked());

    /// <summary>
    /// Switches the tracing of such requests off. It comes before everything that refuses requests: a refused one leaves no trace either.
    /// </summary>
    public static void UseUnobserved(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                if (http.GetEndpoint()?.Metadata.GetMetadata<Marked>() is not null && Activity.Current is { } activity)
                {
                    activity.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
                    activity.IsAllDataRequested = false;
                }

                return next(http);
            }
        );
}
