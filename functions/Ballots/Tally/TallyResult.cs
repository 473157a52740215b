using System.Security.Cryptography;
using System.Text.Json.Serialization;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Ballots.Tally;

/// <summary>
/// The result of the count. It keeps the votes of single candidates only as far as they may be published; all counts together
/// are kept as a hash that a second count has to reach.
/// </summary>
/// <param name="Voted">Envelopes by the change feeds; <paramref name="Envelopes"/> are those by the lists, and
/// <paramref name="Opened"/> the papers that were read. The three have to agree.</param>
/// <param name="Unreadable">Envelopes that this application made and whose paper cannot be read.</param>
/// <param name="Foreign">Envelopes that this application did not make, or whose voter is not on the roll: they are not opened.</param>
/// <param name="ReceiptsSha256">Over the sorted receipts, one to a line; also the seed of every lot.</param>
/// <param name="CountsSha256">Over all counts of all contests.</param>
/// <param name="Quorum">False when fewer took part than the definition asks for: then nobody wins.</param>
public sealed record TallyResult(
    string By,
    DateTimeOffset At,
    int Roll,
    int Voted,
    int Envelopes,
    int Opened,
    int Unreadable,
    bool Quorum,
    IReadOnlyList<ContestTally> Contests,
    string ReceiptsSha256,
    string CountsSha256,
    Signer? Signer = null,
    int Foreign = 0
)
{
    /// <summary>Of all of it, decisions about ties included: what a certification names.</summary>
    [JsonIgnore]
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(this.ToBody()));

    /// <summary>roll ≥ voted = envelopes = opened, none of them foreign, and in each contest votes + abstentions = opened.</summary>
    [JsonIgnore]
    public bool Balanced =>
        Roll >= Voted
        && Voted == Envelopes
        && Envelopes == Opened
        && Unreadable == 0
        && Foreign == 0
        && Contests.All(c => c.Votes + c.Abstentions == Opened);

    /// <summary>Envelopes whose receipts are in the list.</summary>
    [JsonIgnore]
    public int Own => Envelopes - Foreign;

    [JsonIgnore]
    public IReadOnlyList<string> OpenTies => [.. Contests.Where(c => c.Tie is { Open: true }).Select(c => c.Contest)];
}

/// <param name="Others">Candidates who did not win; only where the definition publishes them, and never below the smallest cell.</param>
public sealed record ContestTally(
    string Contest,
    int Votes,
    int Abstentions,
    IReadOnlyList<Placed> Winners,
    Tie? Tie = null,
    IReadOnlyList<Placed>? Others = null
);

public sealed record Placed(string Id, string Name, string? Position, string? Office, int Votes);

/// <summary>More people than seats had the same number of votes.</summary>
/// <param name="Rule">The definition's word: <c>share</c>, <c>lot</c>, or another, which the chair decides; <c>too-many</c> when
/// nobody stands out.</param>
/// <param name="Between">The people with the same number of votes; empty when they are more than 100.</param>
/// <param name="Open">True until the chair has decided.</param>
public sealed record Tie(
    string Rule,
    int Number,
    IReadOnlyList<Placed> Between,
    int Seats,
    bool Open = false,
    string? Reason = null,
    string? By = null
);
