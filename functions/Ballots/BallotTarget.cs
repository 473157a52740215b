using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CddFunctions.Ballots;

/// <summary>One ballot of a campaign, as its address names it. The definition counts until the roll is frozen; from then on the copy in <see cref="Freeze"/>.</summary>
public sealed record BallotTarget(LaunchedCampaign Campaign, Ballot Ballot)
{
    /// <summary>Prefix of every partition of this ballot, and what its keys are derived for.</summary>
    public string Name => $"{Campaign.Id}:{Ballot.Id}";
}

/// <summary>The part of the address that names a ballot.</summary>
public sealed record BallotAddress(string Campaign, string Ballot, [FromServices] CampaignCatalog Catalog)
{
    /// <summary>Without an identity nothing is said; with one, an unknown address is 404 before it is 403.</summary>
    public Outcome<BallotTarget> For(CallerOf caller, params ReadOnlySpan<CallerRole> roles)
    {
        if (caller.Value is null)
            return IdentityProblems.Missing();
        if (Find().IsRefused(out var unknown, out var target))
            return unknown;
        return Caller.Refuse(caller.Value, Campaign, roles) is { } refusal ? refusal : target;
    }

    public Outcome<BallotTarget> Find()
    {
        if (Catalog.Find(Campaign) is not { } launched)
            return CampaignProblems.NotFound(Campaign);

        var ballot = launched.Definition.Ballots.FirstOrDefault(b => b.Managed && string.Equals(b.Id, Ballot, StringComparison.Ordinal));
        return ballot is null ? BallotProblems.NotFound(Ballot) : new BallotTarget(launched, ballot);
    }
}
