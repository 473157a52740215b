namespace CddFunctions.Platform.Identity;

/// <summary>One question at the door of an address. Null lets the request go on to the next question.</summary>
public delegate ValueTask<Problem?> DoorQuestion(HttpContext http);

/// <summary>Sends the refusal of a door. A route without one answers with a Problem Details document.</summary>
public delegate Task DoorAnswer(HttpContext http, Problem problem);

/// <summary>The roles that may use a route, for the OpenAPI document.</summary>
public sealed record AllowedRoles(IReadOnlyList<CallerRole> Roles);

/// <summary>
/// Who may come in is declared on routes and groups. <see cref="DoorMiddleware"/> asks the questions in the order in which they
/// stand, those of a group before those of its routes, and all of them before anybody reads what was sent.
/// </summary>
public static class Doors
{
    internal sealed record Asked(DoorQuestion Question);

    internal sealed record Told(DoorAnswer Answer);

    internal sealed record Opened(Func<HttpContext, bool> To);

    private sealed class Refusal(Problem problem) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => DoorMiddleware.TellAsync(httpContext, problem);
    }

    public static TBuilder Ask<TBuilder>(this TBuilder routes, DoorQuestion question)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new Asked(question));

    /// <summary>Sets how these routes send a refusal of their door.</summary>
    public static TBuilder Tell<TBuilder>(this TBuilder routes, DoorAnswer answer)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new Told(answer));

    /// <summary>
    /// Asks nothing of requests that bring a right of their own, such as a link in the address; the handler checks that right itself.
    /// </summary>
    public static TBuilder OpenTo<TBuilder>(this TBuilder routes, Func<HttpContext, bool> who)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new Opened(who));

    /// <summary>Refuses requests without an identity (401), before they can learn whether the address exists.</summary>
    public static TBuilder Identified<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder =>
        routes.Ask(http => new(http.Features.Get<Caller>() is null ? IdentityProblems.Missing() : null)).Problems(401);

    /// <summary>For holders of one of these roles in the programme that the address names; 401 without an identity, else 403.</summary>
    public static TBuilder Allow<TBuilder>(this TBuilder routes, params CallerRole[] roles)
        where TBuilder : IEndpointConventionBuilder =>
        routes
            .Ask(http => new(Caller.Refuse(http.Features.Get<Caller>(), (string)http.GetRouteValue("campaign")!, roles)))
            .WithMetadata(new AllowedRoles(roles))
            .Problems(401, 403);

    /// <summary>Refuses behind the door as the door would have: in the way that the route declares.</summary>
    public static IResult Refuse(Problem problem) => new Refusal(problem);

    /// <summary>Lists in the OpenAPI document the statuses of these routes' refusals, which are Problem Details.</summary>
    public static TBuilder Problems<TBuilder>(this TBuilder routes, params int[] statuses)
        where TBuilder : IEndpointConventionBuilder
    {
        foreach (var status in statuses)
            routes.ProducesProblem(status);
        return routes;
    }
}
