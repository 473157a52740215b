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

/// <summary>Addresses of a ballot's pages.</summary>
public static class VoteAddress
{
    public static string Of(BallotTarget target) => $"/api/ui/{target.Campaign.Id}/vote/{target.Ballot.Id}";

    public static string Contest(BallotTarget target, string contest) => $"{Of(target)}/contests/{Uri.EscapeDataString(contest)}";

    public static string Receipt(BallotTarget target) => $"{Of(target)}/receipt";

    /// <summary>Where administrators run the vote.</summary>
    public static string Manage(BallotTarget target) => $"{Result(target)}/manage";

    public static string Result(BallotTarget target) => $"/api/ui/{target.Campaign.Id}/ballots/{target.Ballot.Id}";
}
