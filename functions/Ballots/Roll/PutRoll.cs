using CddFunctions.Platform;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Ballots.Roll;

/// <param name="Expected">Voters that the definition counts on (ry-p1 ข้อ ๓).</param>
/// <param name="Assumed">Open questions of the programme whose default the freeze took.</param>
public sealed record RollAnswer(int Voters, string Hash, int Expected, bool Frozen, IReadOnlyList<string>? Assumed = null);

/// <summary>Puts a whole roll in place, or adds to one. After the freeze only additions, with a reason, by another administrator.</summary>
public sealed class PutRoll(
    BallotStore store,
    RollStore rolls,
    RollBooks books,
    RollReader reader,
    BallotRecord record,
    Administrators administrators,
    TimeProvider clock
)
{
    internal static readonly Text StandForIt = new(
        "ให้ผู้ดูแลอีกคนกด “รับเป็นผู้ปิดบัญชีแทน” แล้วท่านเพิ่มชื่อได้",
        "Let another administrator stand for the freeze by freezing the same roll again; then you can add to it."
    );

    public async Task<Outcome<RollAnswer>> ReplaceAsync(BallotTarget target, Caller caller, RollRead read, CancellationToken ct)
    {
        var before = await store.FindAsync(target, ct);
        if (before.State.Frozen is not null)
            return BallotProblems.RollFrozen();
        if (read.Rows.Count == 0)
            return BallotProblems.RollEmpty();

        var state = await WithRollAsync(target, before.State, Entries(target, read, new HashSet<ulong>()), ct);
        if (
            !await store.TryWriteAsync(
                target,
                before,
                state,
                record.Of(target, caller, AuditDeed.RollPut, Audited(state.Voters, state.RollHash!)),
                ct
            )
        )
            return BallotProblems.RollFrozen();

        await rolls.EmptyAsync(target, before.State, ct);
        return Answer(target, state);
    }

    /// <summary>Stores the entries of a new roll and returns the state that names them. The caller has to store that state.</summary>
    public async Task<BallotState> WithRollAsync(
        BallotTarget target,
        BallotState state,
        IReadOnlyList<RollEntry> entries,
        CancellationToken ct
    )
    {
        var version = NewVersion();
        var chunks = await rolls.WriteAsync(target, version, entries, ct);
        return state with { Roll = new(version, entries.Count, chunks, RollEntry.Hash(target.Name, "", entries)), Additions = null };
    }

    public async Task<RollRead> FromRosterAsync(BallotTarget target, CancellationToken ct) =>
        new(await reader.FromRosterAsync(target, ct), null);

    public async Task<Outcome<RollAnswer>> AddAsync(BallotTarget target, Caller caller, RollRead read, CancellationToken ct)
    {
        var by = Person.Of(caller);
        while (true)
        {
            var before = await store.FindAsync(target, ct);
            if (await RefuseAsync(target, before, caller, read, ct) is { } refusal)
                return refusal;

            var addition = await AdditionAsync(target, before, by, read, ct);
            if (addition.IsRefused(out var duplicate, out var added))
                return duplicate;

            var state = before.State with { Additions = [.. before.State.Additions ?? [], added] };
            if (
                await store.TryWriteAsync(
                    target,
                    before,
                    state,
                    record.Of(target, caller, AuditDeed.RollAdded, Audited(added.Voters, added.Hash)),
                    ct
                )
            )
                return Answer(target, state);
        }
    }

    public static RollAnswer Answer(BallotTarget target, BallotState state) =>
        new(state.Voters, state.RollHash!, target.Ballot.Electorate.Expected, state.Frozen is not null, state.Frozen?.Assumed);

    public static string Audited(int voters, string hash) => $"voters={voters} sha256={hash}";

    private async Task<Problem?> RefuseAsync(BallotTarget target, LiveBallot ballot, Caller caller, RollRead read, CancellationToken ct)
    {
        if (ballot.State.Roll is null || read.Rows.Count == 0)
            return BallotProblems.RollEmpty();
        if (ballot.State.Frozen is not { } frozen)
            return null;
        if (BallotWindow.PhaseOf(ballot, clock.GetUtcNow()) is BallotPhase.Closed)
            return BallotProblems.NotOpen(BallotPhase.Closed, ballot);
        if (await administrators.RefuseAsync(target, caller, [frozen.By], StandForIt, ct) is { } same)
            return same;
        return TypedText.IsReason(read.Reason) ? null : BallotProblems.ReasonMissing();
    }

    private async Task<Outcome<RollAddition>> AdditionAsync(
        BallotTarget target,
        LiveBallot before,
        string by,
        RollRead read,
        CancellationToken ct
    )
    {
        var book = await books.OfAsync(target, before, ct);
        var known = book.Entries.Select(Same).ToHashSet(StringComparer.Ordinal);
        var entries = Entries(target, read, book.Entries.Select(e => e.Key).ToHashSet());
        var twice = entries.Index().Where(e => known.Contains(Same(e.Item))).Select(e => e.Index).ToList();
        if (twice.Count > 0)
            return Twice(twice);

        var version = NewVersion();
        var now = clock.GetUtcNow();
        return new RollAddition(
            version,
            entries.Count,
            await rolls.WriteAsync(target, version, entries, ct),
            RollEntry.Hash(target.Name, before.State.RollHash!, entries),
            before.State.Frozen is not { } frozen || now < frozen.Opens,
            before.State.Frozen is null ? null : read.Reason,
            by,
            now
        );
    }

    /// <param name="rows">Places of the rows that stand on the roll already, from 0.</param>
    internal static Problem Twice(IReadOnlyList<int> rows) =>
        CddFunctions.Submissions.SubmissionProblems.RulesBroken([
            .. rows.Select(i => new FieldError($"rows[{i + 1}]", "duplicate", new("มีในบัญชีแล้ว", "Already on the roll."))),
        ]);

    internal static List<RollEntry> Entries(BallotTarget target, RollRead read, ISet<ulong> taken) =>
        [.. read.Rows.Select(row => RollReader.ToEntry(target, row, taken))];

    /// <summary>One person in one post, whatever title stands before the name.</summary>
    internal static string Same(RollEntry e) => ThaiText.Key($"{ThaiName.Parse(e.Name)?.Key ?? e.Name} {e.Position} {e.Office}");

    private static string NewVersion() => Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8));
}
