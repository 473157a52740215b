using CddFunctions.Campaigns.Model;

namespace CddFunctions.Ballots.Pages;

/// <summary>Pure: the office that announces and the post that signs, as the definition names them.</summary>
public static class OfficialNames
{
    public static string Office(Campaign campaign) =>
        campaign.Bodies.FirstOrDefault(b => string.Equals(b.Id, campaign.Privacy.Controller, StringComparison.Ordinal))?.Th ?? campaign.Th;

    /// <summary>The post that signs, without the remark that the definition adds in brackets.</summary>
    public static string Approver(BallotTarget target) =>
        target
            .Campaign.Definition.Roles.FirstOrDefault(r => string.Equals(r.Id, target.Ballot.Publish.Approver, StringComparison.Ordinal))
            ?.Th.Split('(')[0]
            .Trim()
        ?? "";
}
