using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using CddFunctions.Ballots.Roll;
using CddFunctions.Ballots.Tally;
using CddFunctions.Platform;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Ballots;

/// <summary>Makes the RSA key of a ballot: 3072 bits. A delegate because making one takes a second, and tests make many ballots.</summary>
public delegate RSA RsaMaker();

/// <summary>
/// Every key of a ballot. All but the sealing key are derived from the installation's token secret (HKDF-SHA-256), each
/// for one purpose and one ballot, so a dump of the store holds nothing that opens, finds or forges anything.
/// </summary>
/// <remarks>
/// Papers are sealed to a P-256 key. Its private half is stored only encrypted under an RSA key (3072 bits, OAEP, SHA-256), and the
/// private half of that RSA key is stored only encrypted with AES-GCM under a derived key. So one RSA operation opens a ballot of any
/// size. One RSA operation per envelope would take two cores a quarter of an hour per million envelopes (docs/votes.md), and a key
/// vault that never gives its keys away could not open that many at all.
/// </remarks>
public sealed class BallotKeys(InstallationSecrets secrets, BallotRecord record, RsaMaker makeRsa, TimeProvider clock)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    // A million envelopes need the same few keys, and whoever reads this memory finds the secret in it, too.
    private readonly ConcurrentDictionary<string, byte[]> _derived = new(StringComparer.Ordinal);

    /// <summary>Id of a voter's envelope. Only the secret yields it, so a dump of the store does not show who voted.</summary>
    public byte[] VoterTag(BallotTarget target, ulong voter) => Mac(target, "voter", RollEntry.Text(voter));

    public byte[] CodeOf(BallotTarget target, ulong voter, int generation) => Mac(target, "code", $"{RollEntry.Text(voter)}|{generation}");

    /// <summary>Keyed MAC over what is stored of a ballot.</summary>
    /// <param name="what">What it is: the MAC of one thing does not hold for another.</param>
    public byte[] Guard(BallotTarget target, string what, ReadOnlySpan<byte> content) =>
        HMACSHA256.HashData(Derive(target, $"guard|{what}"), content);

    /// <summary>Keyed hash of a voter's code. Codes are compared and looked up by this hash; the code itself is not stored.</summary>
    public byte[] CodeHash(BallotTarget target, string code) => Mac(target, "code-hash", code);

    /// <summary>Keyed hash by which a vote that is sent again is recognised. It depends on no choice.</summary>
    /// <param name="key">What only the sender has: the number of the sign-in, or a key of at least 128 random bits.</param>
    public byte[] Retry(BallotTarget target, ulong voter, string kind, string key) =>
        Mac(target, "retry", $"{RollEntry.Text(voter)}|{kind}|{key}");

    /// <returns>The public key for the papers, and the wrapped private one.</returns>
    public (string PublicKey, KeyVaultBox Vault) Make(BallotTarget target, string rollHash)
    {
        using var rsa = makeRsa();
        using var sealing = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var inner = rsa.Encrypt(sealing.ExportPkcs8PrivateKey(), RSAEncryptionPadding.OaepSHA256);
        var outer = Wrap(Derive(target, "wrap"), rsa.ExportPkcs8PrivateKey(), Context(target, rollHash));
        return (
            Convert.ToBase64String(sealing.ExportSubjectPublicKeyInfo()),
            new(Convert.ToBase64String(inner), Convert.ToBase64String(outer))
        );
    }

    /// <summary>The private sealing key, after the close only. A try before it is refused, and the refusal is on record.</summary>
    public async Task<Outcome<ECDiffieHellman>> OpenAsync(BallotTarget target, LiveBallot ballot, Caller caller, CancellationToken ct)
    {
        if (ballot.State is not { Frozen: { } frozen, Roll: { } roll })
            return BallotProblems.RollNotFrozen();
        if (frozen.Vault is not { } vault)
            return TallyProblems.TallyFinal();
        if (BallotWindow.PhaseOf(ballot, clock.GetUtcNow()) is not BallotPhase.Closed)
        {
            await record.AppendAsync(target, caller, AuditDeed.KeyRefused);
            return BallotProblems.StillOpen(ballot.Closes!.Value);
        }

        return Unwrap(target, roll.Hash, vault);
    }

    private ECDiffieHellman Unwrap(BallotTarget target, string rollHash, KeyVaultBox vault)
    {
        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(Unwrap(Derive(target, "wrap"), Convert.FromBase64String(vault.RsaKey), Context(target, rollHash)), out _);
        var sealing = ECDiffieHellman.Create();
        sealing.ImportPkcs8PrivateKey(rsa.Decrypt(Convert.FromBase64String(vault.SealingKey), RSAEncryptionPadding.OaepSHA256), out _);
        return sealing;
    }

    private byte[] Mac(BallotTarget target, string purpose, string text) =>
        HMACSHA256.HashData(Derive(target, purpose), Encoding.UTF8.GetBytes(text));

    private byte[] Derive(BallotTarget target, string purpose) =>
        _derived.GetOrAdd($"cdd-ballot-1|{purpose}|{target.Name}", secrets.Derive);

    private static byte[] Context(BallotTarget target, string rollHash) => Encoding.UTF8.GetBytes($"{target.Name}|{rollHash}");

    private static byte[] Wrap(byte[] key, byte[] secret, byte[] context)
    {
        var box = new byte[NonceBytes + secret.Length + TagBytes];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(box.AsSpan(0, NonceBytes), secret, box.AsSpan(NonceBytes, secret.Length), box.AsSpan(^TagBytes..), context);
        return box;
    }

    private static byte[] Unwrap(byte[] key, byte[] box, byte[] context)
    {
        var secret = new byte[box.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes, secret.Length), box.AsSpan(^TagBytes..), secret, context);
        return secret;
    }
}
