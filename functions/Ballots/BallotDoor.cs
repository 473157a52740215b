using CddFunctions.Campaigns;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using Microsoft.AspNetCore.Http.Features;

namespace CddFunctions.Ballots;

/// <summary>The address names a ballot of the programme (<c>{ballot}</c>); handlers take it as a <see cref="BallotTarget"/>.</summary>
public static class BallotDoor
{
    /// <summary>The door finds the ballot; 404 when the programme has none of that id, or when its votes are not taken here.</summary>
    public static TBuilder ForBallot<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder =>
        routes.Ask(http => new(Find(http))).AddEndpointFilter<TBuilder>(TellAsync).Problems(404, 409);

    /// <summary>A ballot that was altered outside the application is refused, wherever it was read.</summary>
    private static async ValueTask<object?> TellAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (BallotAlteredException altered)
        {
            return Doors.Refuse(altered.Problem);
        }
    }

    private static Problem? Find(HttpContext http)
    {
        var campaign = http.Features.GetRequiredFeature<LaunchedCampaign>();
        if (BallotTarget.Find(campaign, (string)http.GetRouteValue("ballot")!).IsRefused(out var unknown, out var target))
            return unknown;

        http.Features.Set(target);
        return null;
    }
}
