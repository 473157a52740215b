namespace CddFunctions.Platform.Identity;

/// <summary>
/// Asks each request the questions that its route declares (<see cref="Doors"/>). The first refusal is the answer, and the handler does not
/// run.
/// </summary>
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

            await TellAsync(http, problem);
            return;
        }

        await next(http);
    }

    internal static Task TellAsync(HttpContext http, Problem problem) =>
        http.GetEndpoint()?.Metadata.GetMetadata<Doors.Told>() is { } told
            ? told.Answer(http, problem)
            : problem.ToResult().ExecuteAsync(http);
}

public static class DoorSetup
{
    /// <summary>
    /// Removes the routing policy that answers 415 by the content types that routes accept: it would answer before the door has asked who
    /// the caller is. The handlers answer the same 415, behind the door.
    /// </summary>
    public static void LetInBeforeReading(this IServiceCollection services)
    {
        var policy = services.Single(s => s.ServiceType == typeof(MatcherPolicy) && s.ImplementationType?.Name is "AcceptsMatcherPolicy");
        services.Remove(policy);
    }
}
