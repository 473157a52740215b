using CddFunctions.Ballots.Tally;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Ballots.Manage;

/// <summary>
/// Why a caller may not do the steps that take another administrator than the step before, so that a page says it first; null for a step
/// that the caller may do.
/// </summary>
/// <param name="Alone">True while nobody is there who could be the second person after this administrator.</param>
/// <param name="Confirm">Confirming the proposed change of the window.</param>
public sealed record StepRefusals(bool Alone, Problem? Add, Problem? Confirm, Problem? Certify, Problem? Publish);

/// <summary>Asks the rule of the two persons for all steps of a vote at once.</summary>
public sealed class SecondPerson(Administrators administrators)
{
    public async Task<StepRefusals> OfAsync(BallotTarget target, LiveBallot ballot, Caller caller, CancellationToken ct)
    {
        var state = ballot.State;
        return new(
            (await administrators.OthersAsync(target, [Person.Of(caller)], ct)).Count == 0,
            await AskAsync([state.Frozen?.By], Roll.PutRoll.StandForIt),
            await AskAsync([state.Proposed?.By], ChangeWindow.ProposeAnew),
            await AskAsync(Certify.Counted(state), Certify.TallyAgain),
            string.Equals(state.Certified?.By, Person.Of(caller), StringComparison.Ordinal)
                ? null
                : await AskAsync(Certify.Counted(state), Certify.Certifier)
        );

        Task<Problem?> AskAsync(IEnumerable<string?> first, Text instead) => administrators.RefuseAsync(target, caller, first, instead, ct);
    }
}
