using CddFunctions.Campaigns;
using CddFunctions.Platform;

namespace CddFunctions.Ballots;

/// <summary>
/// A new definition keeps every ballot whose roll is frozen. Its rules do not change with the file (<see cref="Freeze"/>), but without its
/// id nobody would find it any more.
/// </summary>
public sealed class BallotsStay(BallotStore store)
{
    public async Task<IReadOnlyList<Text>> OfAsync(LaunchedCampaign inForce, LaunchedCampaign proposed, CancellationToken ct)
    {
        var against = new List<Text>();
        foreach (var ballot in inForce.Definition.Ballots.Where(b => b.Managed))
        {
            var isGone = BallotTarget.Find(proposed, ballot.Id).IsRefused(out _, out _);
            if (isGone && (await store.FindAsync(new(inForce, ballot), ct)).State.Frozen is not null)
                against.Add(Gone(ballot.Title));
        }

        return against;
    }

    private static Text Gone(Text ballot) =>
        new(
            $"การลงคะแนน “{ballot.Th}” ปิดบัญชีผู้มีสิทธิแล้ว แต่แฟ้มใหม่ไม่มีการลงคะแนนนี้ ให้คงไว้ในแฟ้ม",
            $"The roll of '{ballot.En}' is frozen, but the new file has no such ballot. Keep it in the file."
        );
}
