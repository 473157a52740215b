using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Ballots.Roll;

/// <summary>The roll of a ballot as it stands, for those who prepare the vote.</summary>
/// <param name="Roll">Null while there is none.</param>
public sealed record RollStanding(LiveBallot Ballot, RollAnswer? Roll, IReadOnlyCollection<RollEntry> Entries);

/// <summary>Reads a roll. That it was read is on record.</summary>
public sealed class ReadRoll(BallotStore store, RollBooks books, BallotRecord record)
{
    public async Task<RollStanding> RunAsync(BallotTarget target, Caller caller, CancellationToken ct)
    {
        var ballot = await store.PeekAsync(target, ct);
        if (ballot.State.Roll is null)
            return new(ballot, null, []);

        await record.AppendAsync(target, caller, AuditDeed.RollRead);
        return new(ballot, PutRoll.Answer(target, ballot.State), (await books.OfAsync(target, ballot, ct)).Entries);
    }
}
