using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using Microsoft.AspNetCore.Http.Features;

namespace CddFunctions.Ballots;

/// <summary>
/// One ballot of a campaign, as its address names it. The definition counts until the roll is frozen; from then on the copy in
/// <see cref="Freeze"/>.
/// </summary>
public sealed record BallotTarget(LaunchedCampaign Campaign, Ballot Ballot)
{
    /// <summary>The ballot's name: prefix of all its partitions, and part of the text that its keys are derived from.</summary>
    public string Name => $"{Campaign.Id}:{Ballot.Id}";

    public static Outcome<BallotTarget> Find(LaunchedCampaign campaign, string id)
    {
        var ballot = campaign.Definition.Ballots.FirstOrDefault(b => b.Managed && string.Equals(b.Id, id, StringComparison.Ordinal));
        return ballot is null ? BallotProblems.NotFound(id) : new BallotTarget(campaign, ballot);
    }

    /// <summary>Gives a handler its ballot; works on routes that have <see cref="BallotDoor.ForBallot{TBuilder}"/>.</summary>
    public static ValueTask<BallotTarget?> BindAsync(HttpContext http) => new(http.Features.GetRequiredFeature<BallotTarget>());
}
