namespace CddFunctions.Platform.Identity;

/// <summary>The one way in: asks what the route declares (<see cref="Doors"/>), and lets nobody further who is refused.</summary>
public sealed class DoorMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var declared = http.GetEndpoint()?.Metadata ?? EndpointMetadataCollection.Empty;
        var isOpen = declared.GetMetadata<Doors.Opened>()?.To(http) ?? false;
        foreach (var asked in isOpen ? [] : declared.GetOrderedMetadata<Doors.Asked>())
        {
            if (await asked.Question(http) is not { } problem)
                continue;

            await (declared.GetMetadata<Doors.Told>()?.Answer ?? TellAsync)(http, problem);
            return;
        }

        await next(http);
    }

    private static Task TellAsync(HttpContext http, Problem problem) => problem.ToResult().ExecuteAsync(http);
}

public static class DoorSetup
{
    /// <summary>
    /// Routing would answer 415 by itself, by what routes say they accept, before anybody was asked who he is. Without that
    /// policy the handlers answer the same 415, behind the door.
    /// </summary>
    public static void LetInBeforeReading(this IServiceCollection services)
    {
        var policy = services.Single(s => s.ServiceType == typeof(MatcherPolicy) && s.ImplementationType?.Name is "AcceptsMatcherPolicy");
        services.Remove(policy);
    }
}
