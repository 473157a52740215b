namespace CddFunctions.Ballots.Roll;

/// <summary>The roll of a ballot as it stands, for the page of those who prepare the vote.</summary>
/// <param name="Roll">Null while there is none.</param>
public sealed record RollStanding(LiveBallot Ballot, RollAnswer? Roll, IReadOnlyCollection<RollEntry> Entries);

public sealed class ReadRoll(BallotStore store, RollBooks books)
{
    public async Task<RollStanding> RunAsync(BallotTarget target, CancellationToken ct)
    {
        var ballot = await store.FindAsync(target, ct);
        return ballot.State.Roll is null
            ? new(ballot, null, [])
            : new(ballot, PutRoll.Answer(target, ballot.State), (await books.OfAsync(target, ballot, ct)).Entries);
    }
}
