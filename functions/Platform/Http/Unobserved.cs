using System.Diagnostics;

namespace CddFunctions.Platform.Http;

/// <summary>For addresses where it may not be known who came when, from where and with what: no trace and no metric of a request.</summary>
public static class Unobserved
{
    public static RouteGroupBuilder AddUnobserved(this RouteGroupBuilder group) =>
        group.DisableHttpMetrics().AddEndpointFilter((context, next) =>
        {
            if (Activity.Current is { } activity)
            {
                activity.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
                activity.IsAllDataRequested = false;
            }

            return next(context);
        });
}
