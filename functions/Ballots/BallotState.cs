using System.Security.Cryptography;
using System.Text.Json.Serialization;
using CddFunctions.Ballots.Tally;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Ballots;

/// <summary>
/// All that changes about a ballot but its papers: one document, so each step is one conditional write and two people who
/// act at the same moment cannot both succeed.
/// </summary>
/// <param name="Proposed">A change of the window that waits for a second administrator.</param>
/// <param name="Adopted">Set when a version without guards froze this ballot.</param>
/// <param name="SeenClosed">When voting was first seen to be over: whatever the clock says later, it stays so.</param>
/// <param name="Revision">Goes up with each write.</param>
public sealed record BallotState(
    RollHead? Roll = null,
    Freeze? Frozen = null,
    IReadOnlyList<RollAddition>? Additions = null,
    IReadOnlyList<WindowChange>? Changes = null,
    WindowChange? Proposed = null,
    Seal? Sealed = null,
    TallyResult? Tally = null,
    Certificate? Certified = null,
    Publication? Published = null,
    Adoption? Adopted = null,
    DateTimeOffset? SeenClosed = null,
    int Revision = 0
)
{
    [JsonIgnore]
    public int Voters => (Roll?.Voters ?? 0) + (Additions?.Sum(a => a.Voters) ?? 0);

    /// <summary>Hash of the roll with all its additions; null while there is no roll.</summary>
    [JsonIgnore]
    public string? RollHash => Additions is { Count: > 0 } additions ? additions[^1].Hash : Roll?.Hash;
}

/// <summary>The roll that is in force. Its entries are stored in <paramref name="Chunks"/> documents of its version.</summary>
/// <param name="Hash">SHA-256 of the canonical list, lower-case hexadecimal.</param>
public sealed record RollHead(string Version, int Voters, int Chunks, string Hash);

/// <summary>What the freeze fixed: nobody can change it afterwards, not by a new campaign file either.</summary>
/// <param name="RollHash">What every later paper shows.</param>
/// <param name="Definition">The ballot's definition as JSON; every later step obeys this copy.</param>
/// <param name="Opens">The window's first instant, or the freeze itself when that came later.</param>
/// <param name="PublicKey">X.509 subject public key of the sealing key (P-256), Base64.</param>
/// <param name="Vault">The private key, wrapped: see <c>BallotKeys</c>. Null once the result is certified.</param>
/// <param name="Withdrawn">Entries who do not stand.</param>
/// <param name="Assumed">Open questions of the programme whose default was taken by freezing.</param>
public sealed record Freeze(
    string By,
    DateTimeOffset At,
    string RollHash,
    string Definition,
    DateTimeOffset Opens,
    DateTimeOffset Closes,
    string PublicKey,
    KeyVaultBox? Vault,
    IReadOnlyList<string>? Withdrawn = null,
    IReadOnlyList<string>? Assumed = null
);

/// <summary>
/// The private keys of a ballot, both encrypted, as Base64: the sealing key under the RSA key (OAEP), and the RSA key under a key
/// that is derived from the installation's secret.
/// </summary>
public sealed record KeyVaultBox(string SealingKey, string RsaKey);

/// <summary>
/// Voters who were added to a roll. Before the freeze an addition is a further part of the roll; after the freeze an
/// administrator other than the one who froze it has to make it.
/// </summary>
/// <param name="Stand">True when these voters are candidates, too: only if they were added before the ballot opened.</param>
/// <param name="Reason">Why they were added; null before the freeze.</param>
/// <param name="Hash">SHA-256 over the hash of the roll before this addition and the canonical list of the added entries.</param>
public sealed record RollAddition(
    string Version,
    int Voters,
    int Chunks,
    string Hash,
    bool Stand,
    string? Reason,
    string By,
    DateTimeOffset At
);

/// <summary>A later close of the window, or a stop. <paramref name="Until"/> of a stop is the moment of its confirmation.</summary>
public sealed record WindowChange(DateTimeOffset Until, bool Stop, string Reason, string By, DateTimeOffset At, string? ConfirmedBy = null)
{
    /// <summary>What a proposal is confirmed by: a hash of all of it, so another proposal has another.</summary>
    [JsonIgnore]
    public string Id => Convert.ToHexStringLower(SHA256.HashData(this.ToBody()))[..16];
}

/// <summary>The tally has begun: what is not in the store by now is not counted, and nothing more is acknowledged.</summary>
/// <param name="Run">Tells this count from an earlier one; null in ballots of older versions.</param>
public sealed record Seal(string By, DateTimeOffset At, string? Run = null);

/// <param name="Scrubbed">True once papers and key are gone.</param>
public sealed record Certificate(string By, DateTimeOffset At, bool Scrubbed = false, Signer? Signer = null);

/// <summary>The ballot of an older version was taken over, with so many envelopes.</summary>
public sealed record Adoption(int Envelopes, DateTimeOffset At);

public sealed record Publication(string By, DateTimeOffset At);
