using System.Collections.Concurrent;
using System.Text.Json;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Ballots;

/// <summary>A ballot as it stands. Its definition is the frozen copy, or the campaign's own while the roll is not frozen.</summary>
public sealed record LiveBallot(string? Version, BallotState State, Ballot Definition)
{
    /// <summary>The last moment for a vote, extensions and a stop included. Null before the freeze.</summary>
    public DateTimeOffset? Closes => State.Changes is { Count: > 0 } changes ? changes[^1].Until : State.Frozen?.Closes;
}

/// <summary>The state of each ballot: one document in the partition <c>{campaign}:{ballot}:state</c>.</summary>
public sealed class BallotStore(IDocuments documents)
{
    private const string Id = "ballot";

    // Every vote asks for the state: it is read each time, but parsed only when it has changed.
    private readonly ConcurrentDictionary<string, LiveBallot> _parsed = new(StringComparer.Ordinal);

    public async Task<LiveBallot> FindAsync(BallotTarget target, CancellationToken ct)
    {
        if (await documents.ReadAsync(Partition(target), Id, ct) is not { } found)
            return new(null, new(), target.Ballot);
        if (_parsed.TryGetValue(target.Name, out var kept) && string.Equals(kept.Version, found.Version, StringComparison.Ordinal))
            return kept;

        var state = found.Read<BallotState>();
        var definition = state.Frozen is { } frozen
            ? JsonSerializer.Deserialize<Ballot>(frozen.Definition, CampaignJson.Options)!
            : target.Ballot;
        return _parsed[target.Name] = new(found.Version, state, definition);
    }

    /// <returns>False when somebody else was first.</returns>
    public async Task<bool> TryWriteAsync(BallotTarget target, LiveBallot before, BallotState state, Deed? deed, CancellationToken ct) =>
        (
            before.Version is null
                ? await documents.TryCreateAsync(Partition(target), Id, state.ToBody(), deed, ct)
                : await documents.TryReplaceAsync(Partition(target), Id, before.Version, state.ToBody(), deed, ct)
        )
            is not null;

    private static string Partition(BallotTarget target) => $"{target.Name}:state";
}
