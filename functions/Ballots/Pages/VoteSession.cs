using CddFunctions.Ballots.Roll;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Ballots.Pages;

/// <summary>Signs voters in with the code of their slip and out again: several people may use one machine, one after the other.</summary>
public sealed class VoteSession(VoterSignIn signIn, VoteDrafts drafts)
{
    /// <summary>Long enough for one vote, and short because the machine may be shared.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    /// <returns>Why the code is not taken; null when the voter is signed in.</returns>
    public async Task<Problem?> EnterAsync(BallotTarget target, string code, HttpContext http, CancellationToken ct)
    {
        if ((await signIn.RunAsync(target, code, WrongCodes.SenderOf(http), ct)).IsRefused(out var wrong, out var token))
            return wrong;

        drafts.Forget(target, http);
        LinkCookies.WriteVoter(http, target.Campaign.Id, token.Token, Lasts);
        return null;
    }

    public void Leave(BallotTarget target, HttpContext http)
    {
        drafts.Forget(target, http);
        LinkCookies.EndVoter(http, target.Campaign.Id);
    }

    /// <summary>Who holds anything else, or a link of another programme, is not signed in here.</summary>
    public static Caller? Of(Caller? caller, BallotTarget target) =>
        Caller.Refuse(caller, target.Campaign.Id, CallerRole.Voter) is null ? caller : null;
}
