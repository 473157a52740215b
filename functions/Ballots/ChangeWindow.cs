using CddFunctions.Platform;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Ballots;

/// <param name="Until">A later close; left out for a stop.</param>
public sealed record WindowRequest(DateTimeOffset? Until = null, bool Stop = false, string? Reason = null)
{
    public string? Reason { get; } = TypedText.Lines(Reason);
}

/// <param name="Proposal">Id of the proposal that the caller has read (<see cref="ChangeView.Id"/>): no other is confirmed.</param>
public sealed record ConfirmRequest(string? Proposal = null);

/// <summary>An extension or a stop: one administrator proposes it with a reason, another confirms it. Shown on every paper.</summary>
public sealed class ChangeWindow(BallotStore store, BallotRecord record, Administrators administrators, TimeProvider clock)
{
    /// <summary>Longest extension, counted from the first close. Links of voters end 60 days after that close, so they last.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(45);

    internal static readonly Text ProposeAnew = new(
        "ให้ผู้ดูแลอีกคนเป็นผู้เสนอใหม่ แล้วท่านยืนยัน",
        "Let another administrator propose the change anew; then you can confirm it."
    );

    public async Task<Outcome<BallotView>> ProposeAsync(BallotTarget target, Caller caller, WindowRequest request, CancellationToken ct)
    {
        var ballot = await store.FindAsync(target, ct);
        var now = clock.GetUtcNow();
        var by = Person.Of(caller);
        if (RefuseState(ballot, now) is { } closed)
            return closed;
        if (!TypedText.IsReason(request.Reason))
            return BallotProblems.ReasonMissing();
        if (Refuse(ballot, request, now) is { } refusal)
            return refusal;

        var proposed = new WindowChange(request.Until ?? now, request.Stop, request.Reason, by, now);
        var deed = record.Of(target, caller, request.Stop ? AuditDeed.StopProposed : AuditDeed.CloseExtensionProposed, Audited(proposed));
        if (!await store.TryWriteAsync(target, ballot, ballot.State with { Proposed = proposed }, deed, ct))
            return BallotProblems.ProposalChanged(null);

        return BallotView.Of(target, ballot with { State = ballot.State with { Proposed = proposed } }, now);
    }

    public async Task<Outcome<BallotView>> ConfirmAsync(BallotTarget target, Caller caller, ConfirmRequest request, CancellationToken ct)
    {
        var ballot = await store.FindAsync(target, ct);
        var now = clock.GetUtcNow();
        if (RefuseState(ballot, now) is { } closed)
            return closed;
        if (ballot.State.Proposed is not { } proposed)
            return BallotProblems.NothingProposed();
        if (!string.Equals(proposed.Id, request.Proposal, StringComparison.Ordinal))
            return BallotProblems.ProposalChanged(proposed);
        if (await administrators.RefuseAsync(target, caller, [proposed.By], ProposeAnew, ct) is { } same)
            return same;

        var change = proposed with { ConfirmedBy = Person.Of(caller), Until = proposed.Stop ? now : proposed.Until };
        var state = ballot.State with { Proposed = null, Changes = [.. ballot.State.Changes ?? [], change] };
        var deed = record.Of(target, caller, change.Stop ? AuditDeed.Stopped : AuditDeed.CloseExtended, Audited(change));
        if (!await store.TryWriteAsync(target, ballot, state, deed, ct))
            return BallotProblems.ProposalChanged(null);

        return BallotView.Of(target, await store.FindAsync(target, ct), now);
    }

    /// <summary>The reason stays with the change, where everybody reads it: nothing that people type goes into the audit.</summary>
    private static string Audited(WindowChange change) => $"until={change.Until.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}";

    private static Problem? RefuseState(LiveBallot ballot, DateTimeOffset now) =>
        BallotWindow.PhaseOf(ballot, now) switch
        {
            BallotPhase.Preparing => BallotProblems.RollNotFrozen(),
            BallotPhase.Closed => BallotProblems.NotOpen(BallotPhase.Closed, ballot),
            _ => null,
        };

    private static Problem? Refuse(LiveBallot ballot, WindowRequest request, DateTimeOffset now)
    {
        if (request.Stop == request.Until is not null)
            return BallotProblems.WindowRefused(
                new("ระบุเวลาปิดใหม่ หรือสั่งยุติ อย่างใดอย่างหนึ่ง", "Give a later close or a stop, not both and not neither.")
            );
        if (request.Until is { } until && (until <= ballot.Closes || until <= now))
            return BallotProblems.WindowRefused(new("เวลาปิดใหม่ต้องช้ากว่าเดิม", "The new close has to be later than the present one."));
        return request.Until > ballot.State.Frozen!.Closes + Longest
            ? BallotProblems.WindowRefused(new("ขยายได้ไม่เกิน ๔๕ วัน", "At most 45 days after the first close."))
            : null;
    }
}
