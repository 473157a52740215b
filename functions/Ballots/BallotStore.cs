using System.Collections.Concurrent;
using System.Text.Json;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Ballots;

/// <summary>A ballot as it stands. Its definition is the frozen copy, or the campaign's own while the roll is not frozen.</summary>
/// <param name="Older">True when a version froze it that did not guard it: it can be looked at, and taken over (<see cref="AdoptBallot"/>).
/// </param>
public sealed record LiveBallot(string? Version, BallotState State, Ballot Definition, bool Older = false)
{
    /// <summary>The last moment for a vote, extensions and a stop included. Null before the freeze.</summary>
    public DateTimeOffset? Closes => State.Changes is { Count: > 0 } changes ? changes[^1].Until : State.Frozen?.Closes;
}

/// <summary>
/// The state of each ballot: one document in the partition <c>{campaign}:{ballot}:state</c>, guarded (<see cref="BallotGuard"/>). An
/// earlier state that somebody puts back is noticed while the process runs that has seen the later one.
/// </summary>
public sealed class BallotStore(IDocuments documents, BallotGuard guard)
{
    private const string Id = "ballot";
    private const string What = "state";

    // Every vote asks for the state: it is read each time, but parsed only when it has changed.
    private readonly ConcurrentDictionary<string, LiveBallot> _parsed = new(StringComparer.Ordinal);

    /// <exception cref="BallotAlteredException">The state is not what this application wrote last, or an older version froze it.</exception>
    public async Task<LiveBallot> FindAsync(BallotTarget target, CancellationToken ct) =>
        await PeekAsync(target, ct) is { Older: false } ballot ? ballot : throw new BallotAlteredException(GuardProblems.Unguarded());

    /// <summary>To be looked at only: also as an older version left it.</summary>
    /// <exception cref="BallotAlteredException">The state is not what this application wrote last.</exception>
    public async Task<LiveBallot> PeekAsync(BallotTarget target, CancellationToken ct)
    {
        var known = _parsed.GetValueOrDefault(target.Name); // before the read, which cannot give an earlier state then
        if (await documents.ReadAsync(Partition(target), Id, ct) is not { } found)
            return known is null ? new(null, new(), target.Ballot) : throw new BallotAlteredException(GuardProblems.Altered());
        if (string.Equals(known?.Version, found.Version, StringComparison.Ordinal))
            return known!;

        var older = found.TryRead<BallotState>();
        var state = older ?? guard.Read<BallotState>(target, What, found);
        var back = known is { Older: false, State.Revision: > 0 } && (older is not null || state?.Revision < known.State.Revision);
        if (state is null || back)
            throw new BallotAlteredException(GuardProblems.Altered());

        var definition = state.Frozen is { } frozen
            ? JsonSerializer.Deserialize<Ballot>(frozen.Definition, CampaignJson.Options)!
            : target.Ballot;
        return _parsed[target.Name] = new(found.Version, state, definition, older?.Frozen is not null);
    }

    /// <returns>False when somebody else was first.</returns>
    public async Task<bool> TryWriteAsync(BallotTarget target, LiveBallot before, BallotState state, Deed? deed, CancellationToken ct)
    {
        var body = guard.Body(target, What, state with { Revision = before.State.Revision + 1 });
        return (
            before.Version is null
                ? await documents.TryCreateAsync(Partition(target), Id, body, deed, ct)
                : await documents.TryReplaceAsync(Partition(target), Id, before.Version, body, deed, ct)
        )
            is not null;
    }

    /// <summary>Overwrites what the store's files still hold of documents that were replaced.</summary>
    public Task ShredAsync(CancellationToken ct) => documents.ShredAsync(ct);

    private static string Partition(BallotTarget target) => $"{target.Name}:state";
}
