using System.Text.Json;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Ballots.Roll;

/// <param name="Withdrawn">Ids of entries who do not stand, where the definition lets candidates withdraw.</param>
/// <param name="Hash">Of the roll that the caller has read: another one is not frozen (409 <c>roll-changed</c>), nor one that was not
/// named.</param>
public sealed record FreezeRequest(IReadOnlyList<string>? Withdrawn = null, string? Hash = null);

/// <summary>
/// Freezes the roll and everything else that a vote relies on: the definition, the window, the keys. No vote is taken before
/// the freeze (docs/rules.md 2.4; V12 of 2.6); a freeze after the planned opening delays the opening.
/// </summary>
/// <remarks>
/// Another administrator may stand for a freeze that was made: by freezing the same roll again. Nothing changes but who froze it,
/// so that whoever froze first can then add voters, which takes two people.
/// </remarks>
public sealed class FreezeRoll(
    BallotStore store,
    RollBooks books,
    BallotKeys keys,
    BallotRecord record,
    LinkStore links,
    TimeProvider clock
)
{
    public async Task<Outcome<RollAnswer>> RunAsync(BallotTarget target, Caller caller, FreezeRequest request, CancellationToken ct)
    {
        var before = await store.FindAsync(target, ct);
        var now = clock.GetUtcNow();
        var state = before.State;
        if (state.Roll is null)
            return BallotProblems.RollEmpty();
        if (state.Frozen is not null && !MayStand(before, request, now))
            return BallotProblems.RollFrozen();
        if (!string.Equals(request.Hash, state.RollHash, StringComparison.Ordinal))
            return BallotProblems.RollChanged();
        if (state.Frozen is { } frozen)
            return await FreezeAsync(target, caller, before, state with { Frozen = frozen with { By = Person.Of(caller) } }, ct);
        if (RefuseKind(target, now) is { } refusal)
            return refusal;
        if (await RefuseWithdrawnAsync(target, before, request, ct) is { } unknown)
            return unknown;

        // The link that every voter's capability names: one for all, so that signing in writes nothing down.
        await links.EnsureAsync(
            target.Campaign.Id,
            VoterLink.Id(target),
            new(CallerRole.Voter, "roll", VoterLink.Expiry(target), now),
            null,
            ct
        );
        state = state with { Frozen = Freeze(target, state, Person.Of(caller), request, now) };
        return await FreezeAsync(target, caller, before, state, ct);
    }

    private static bool MayStand(LiveBallot ballot, FreezeRequest request, DateTimeOffset now) =>
        request is { Hash: not null, Withdrawn: null or { Count: 0 } } && BallotWindow.PhaseOf(ballot, now) is not BallotPhase.Closed;

    private async Task<Outcome<RollAnswer>> FreezeAsync(
        BallotTarget target,
        Caller caller,
        LiveBallot before,
        BallotState state,
        CancellationToken ct
    )
    {
        var deed = record.Of(target, caller, AuditDeed.RollFrozen, PutRoll.Audited(state.Voters, state.RollHash!));
        return await store.TryWriteAsync(target, before, state, deed, ct) ? PutRoll.Answer(target, state) : BallotProblems.RollChanged();
    }

    private Freeze Freeze(BallotTarget target, BallotState state, string by, FreezeRequest request, DateTimeOffset now)
    {
        var (opens, closes) = BallotWindow.Of(target.Campaign, target.Ballot);
        var (publicKey, vault) = keys.Make(target, state.Roll!.Hash);
        return new(
            by,
            now,
            state.RollHash!,
            JsonSerializer.Serialize(target.Ballot, CampaignJson.Options),
            opens > now ? opens : now,
            closes,
            publicKey,
            vault,
            request.Withdrawn,
            target.Ballot.Gate
        );
    }

    private async Task<Problem?> RefuseWithdrawnAsync(BallotTarget target, LiveBallot ballot, FreezeRequest request, CancellationToken ct)
    {
        if (request.Withdrawn is not { Count: > 0 } withdrawn)
            return null;
        if (!target.Ballot.Candidates.Withdrawal)
            return BallotProblems.NotSupported(new("การลงคะแนนนี้ไม่ให้ผู้มีชื่อถอนตัว", "Nobody can withdraw from this ballot."));

        var book = await books.OfAsync(target, ballot, ct);
        return withdrawn.All(id => RollEntry.Parse(id) is { } key && book.Find(key) is not null) ? null : BallotProblems.VoterNotFound();
    }

    private static Problem? RefuseKind(BallotTarget target, DateTimeOffset now)
    {
        if (target.Ballot.VotesPerContest != 1)
            return BallotProblems.NotSupported(new("ระบบรับได้หนึ่งคะแนนต่อด้านเท่านั้น", "Only one vote per contest can be held here."));
        return now > BallotWindow.Of(target.Campaign, target.Ballot).Closes
            ? BallotProblems.NotSupported(new("พ้นช่วงลงคะแนนแล้ว", "The window is over."))
            : null;
    }
}
