using CddFunctions.Platform;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Ballots.Roll;

/// <summary>Body of a sign-in with the code of a slip.</summary>
public sealed record CodeRequest(string Code);

/// <param name="Token">Capability of the voter, for <c>Authorization: Bearer</c>.</param>
public sealed record VoterToken(string Token);

/// <summary>Exchanges a personal code for a voter's capability. Writes nothing, so that it cannot be seen who came when.</summary>
public sealed class VoterSignIn(BallotStore store, RollBooks books, Codes codes, WrongCodes wrong, CapabilityTokens tokens)
{
    /// <param name="sender">As <see cref="WrongCodes.SenderOf"/> has it.</param>
    public async Task<Outcome<VoterToken>> RunAsync(BallotTarget target, string? text, string sender, CancellationToken ct)
    {
        var ballot = await store.FindAsync(target, ct);
        if (ballot.State.Frozen is null)
            return BallotProblems.NotOpen(BallotPhase.Preparing, ballot);

        var code = VoterCode.Normalise(text);
        if (await codes.FindAsync(target, await books.OfAsync(target, ballot, ct), code, ct) is { } voter)
            return new VoterToken(tokens.Sign(VoterLink.For(target, voter)));

        // A slip of the finger fails the checksum; guesses do not, and only they are counted.
        if (code is not null)
            await wrong.CountAsync(target.Name, sender, ct);
        return BallotProblems.CodeWrong();
    }
}
