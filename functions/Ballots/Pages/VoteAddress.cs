namespace CddFunctions.Ballots.Pages;

/// <summary>Addresses of a ballot's pages.</summary>
public static class VoteAddress
{
    public static string Of(BallotTarget target) => $"/api/ui/{target.Campaign.Id}/vote/{target.Ballot.Id}";

    public static string Contest(BallotTarget target, string contest) => $"{Of(target)}/contests/{Uri.EscapeDataString(contest)}";

    public static string Receipt(BallotTarget target) => $"{Of(target)}/receipt";

    /// <summary>Where administrators run the vote.</summary>
    public static string Manage(BallotTarget target) => $"{Result(target)}/manage";

    /// <summary>The slips of all voters, to print.</summary>
    public static string Slips(BallotTarget target) => $"/api/campaigns/{target.Campaign.Id}/ballots/{target.Ballot.Id}/roll/slips";

    /// <param name="entry">Id of the one voter whose slip it is.</param>
    public static string Slip(BallotTarget target, string entry) => $"{Slips(target)}?entry={Uri.EscapeDataString(entry)}";

    public static string Result(BallotTarget target) => $"/api/ui/{target.Campaign.Id}/ballots/{target.Ballot.Id}";
}
