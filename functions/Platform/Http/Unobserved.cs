using System.Diagnostics;

namespace CddFunctions.Platform.Http;

/// <summary>For addresses where it may not be known who came when, from where and with what: no trace and no metric of a request.</summary>
public static class Unobserved
{
    private sealed record Marked;

    public static RouteGroupBuilder AddUnobserved(this RouteGroupBuilder group) => group.DisableHttpMetrics().WithMetadata(new Marked());

    /// <summary>Before anybody may refuse: whoever is turned away leaves no trace either.</summary>
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
