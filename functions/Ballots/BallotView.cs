using System.Text.Json.Serialization;
using CddFunctions.Ballots.Roll;
using CddFunctions.Platform;

namespace CddFunctions.Ballots;

/// <summary>What anyone may know of a ballot.</summary>
/// <param name="RollHash">SHA-256 of the roll; shown on every paper from the freeze on.</param>
/// <param name="Changes">Extensions and a stop, with their reasons.</param>
/// <param name="CertifiedBy">Who certified; null before, and for a certification of an older version.</param>
public sealed record BallotView(
    string Id,
    string Th,
    string En,
    BallotPhase Phase,
    DateTimeOffset Opens,
    DateTimeOffset Closes,
    string? RollHash,
    int? Added,
    IReadOnlyList<ContestName> Contests,
    IReadOnlyList<ChangeView> Changes,
    ChangeView? Proposed,
    bool Tallied,
    bool Certified,
    bool Published,
    Signer? CertifiedBy = null
)
{
    [JsonIgnore]
    public Text Title => new(Th, En);

    public static BallotView Of(BallotTarget target, LiveBallot ballot, DateTimeOffset now)
    {
        var (opens, closes) = BallotWindow.Of(target.Campaign, target.Ballot);
        var state = ballot.State;
        var definition = ballot.Definition;
        return new(
            definition.Id,
            definition.Th,
            definition.En,
            BallotWindow.PhaseOf(ballot, now),
            state.Frozen?.Opens ?? opens,
            ballot.Closes ?? closes,
            state.Frozen is null ? null : state.RollHash,
            state.Frozen is null ? null : state.Voters - state.Roll!.Voters,
            [.. definition.Contests.Select(c => new ContestName(c.Id, c.Th, c.En))],
            [.. (state.Changes ?? []).Select(ChangeView.Of)],
            state.Proposed is { } proposed ? ChangeView.Of(proposed) : null,
            state.Tally is not null,
            state.Certified is not null,
            state.Published is not null,
            state.Certified?.Signer
        );
    }
}

public sealed record ContestName(string Id, string Th, string En)
{
    [JsonIgnore]
    public Text Title => new(Th, En);
}

/// <param name="Id">Names a proposal to whoever confirms it; null for a change that is in force.</param>
public sealed record ChangeView(DateTimeOffset Until, bool Stop, string Reason, string? Id = null)
{
    public static ChangeView Of(WindowChange change) =>
        new(change.Until, change.Stop, change.Reason, change.ConfirmedBy is null ? change.Id : null);
}

/// <summary>A voter's paper.</summary>
/// <param name="Voted">True only for the sign-in that cast the vote; any other sees an unused paper.</param>
/// <param name="Abstain">True when a contest may be answered with <c>abstain</c>.</param>
/// <param name="Candidates">Who can be chosen, in the order of the roll. The voter is missing where self-votes are forbidden.</param>
/// <param name="Receipt">Of the vote that this sign-in cast; null for any other, and once the tally has begun.</param>
public sealed record PaperView(
    BallotView Ballot,
    RollEntry Voter,
    bool Voted,
    bool Abstain,
    IReadOnlyList<RollEntry> Candidates,
    string? Receipt = null
);
