using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Ballots.Envelopes;

/// <summary>
/// The outer envelope: that a roll entry has voted, on which day, and the sealed paper. Its id is a keyed hash of the entry.
/// </summary>
/// <param name="Day">Day in Bangkok: no time finer than that is kept (docs/rules.md 2.4).</param>
/// <param name="Inner">The sealed paper, Base64; null once the result is certified.</param>
/// <param name="InnerHash">SHA-256 of the sealed paper, lower-case hexadecimal, in its place after certification.</param>
/// <param name="Retry">Keyed hashes, a space between two, by which a vote that is sent again is recognised; gone with the paper.</param>
/// <param name="Mac">Keyed MAC over the id, the day and the hash of the paper, Base64; it holds after certification, too. Null in
/// envelopes of older versions.</param>
public sealed record Envelope(
    DateOnly Day,
    string? Inner,
    string Receipt,
    string? Retry = null,
    string? InnerHash = null,
    string? Mac = null
);

/// <param name="Tag">Keyed hash of the roll entry.</param>
/// <param name="Paper">The sealed paper; null once the result is certified.</param>
public sealed record OwnEnvelope(byte[] Tag, Envelope Envelope, byte[]? Paper);

/// <summary>
/// One document per voter in one of 64 partitions <c>{campaign}:{ballot}:envelopes-NN</c>, chosen by the voter's keyed hash:
/// creating it if absent is the whole vote, so it happens once or not at all, and a million voters do not queue at one place.
/// </summary>
public sealed class EnvelopeStore(IDocuments documents, BallotKeys keys)
{
    public const int Shards = 64;

    /// <returns>The envelope; null when the entry has one.</returns>
    public async Task<Envelope?> TryCreateAsync(
        BallotTarget target,
        ulong voter,
        DateOnly day,
        byte[] paper,
        string? retry,
        CancellationToken ct
    )
    {
        var tag = keys.VoterTag(target, voter);
        var hash = SHA256.HashData(paper);
        var envelope = new Envelope(day, Convert.ToBase64String(paper), VoteReceipt.OfHash(hash), retry, Mac: Mac(target, tag, day, hash));
        return await documents.TryCreateAsync(Partition(target, tag[0] % Shards), Id(tag), envelope.ToBody(), ct) is null ? null : envelope;
    }

    /// <returns>The document in the place of the voter's envelope, and the envelope if this application made it.</returns>
    public async Task<(Document? Document, OwnEnvelope? Own)> FindAsync(BallotTarget target, ulong voter, CancellationToken ct)
    {
        var tag = keys.VoterTag(target, voter);
        var found = await documents.ReadAsync(Partition(target, tag[0] % Shards), Id(tag), ct);
        return (found, found is null ? null : Check(target, found));
    }

    /// <summary>The envelope in a document, if this application made it and put it there.</summary>
    /// <returns>Null for a foreign one: it was changed, copied to another place, or made by somebody who can write the store.</returns>
    public OwnEnvelope? Check(BallotTarget target, Document document)
    {
        if (
            document.TryRead<Envelope>() is not { Mac: { } mac } read
            || TagOf(target, document) is not { } tag
            || Hash(read) is not { } hash
        )
            return null;

        return CapabilityTokens.SameText(Mac(target, tag, read.Day, hash), mac) && IsReceipt(read, hash)
            ? new(tag, read, read.Inner is { } inner ? Convert.FromBase64String(inner) : null)
            : null;
    }

    /// <summary>Guards the voter's envelope of an older version.</summary>
    /// <returns>True when there is one, as it was sealed.</returns>
    public async Task<bool> AdoptAsync(BallotTarget target, ulong voter, CancellationToken ct)
    {
        var tag = keys.VoterTag(target, voter);
        while (await documents.ReadAsync(Partition(target, tag[0] % Shards), Id(tag), ct) is { } found)
        {
            if (found.TryRead<Envelope>() is not { } read || Hash(read) is not { } hash || !IsReceipt(read, hash))
                return false;
            if (read.Mac is not null)
                return Check(target, found) is not null;
            if (await TryReplaceAsync(found, read with { Mac = Mac(target, tag, read.Day, hash) }, ct))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Replaces the paper in a document by its hash. A write that loses a race is not repeated: the other request has done the same.
    /// </summary>
    public async Task ScrubAsync(Document document, CancellationToken ct)
    {
        if (document.TryRead<Envelope>() is { Inner: not null } read)
            await TryReplaceAsync(
                document,
                read with
                {
                    Inner = null,
                    Retry = null,
                    InnerHash = Hash(read) is { } hash ? Convert.ToHexStringLower(hash) : null,
                },
                ct
            );
    }

    public Task<DocumentPage> PageAsync(BallotTarget target, int shard, string? after, CancellationToken ct) =>
        documents.ListAsync(Partition(target, shard), after, DocumentLimits.PageLength, ct);

    public Task<ChangePage> ChangesAsync(BallotTarget target, int shard, string? continuation, CancellationToken ct) =>
        documents.ChangesAsync(Partition(target, shard), continuation, DocumentLimits.PageLength, ct);

    public async IAsyncEnumerable<Document> EachAsync(
        BallotTarget target,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        for (var shard = 0; shard < Shards; shard++)
        {
            await foreach (var document in documents.AllAsync(Partition(target, shard), ct))
                yield return document;
        }
    }

    private async Task<bool> TryReplaceAsync(Document before, Envelope envelope, CancellationToken ct) =>
        await documents.TryReplaceAsync(before.Partition, before.Id, before.Version, envelope.ToBody(), ct) is not null;

    private string Mac(BallotTarget target, byte[] tag, DateOnly day, byte[] hash) =>
        Convert.ToBase64String(
            keys.Guard(
                target,
                "envelope",
                Encoding.ASCII.GetBytes(
                    string.Create(CultureInfo.InvariantCulture, $"{Id(tag)}|{day:yyyy-MM-dd}|{Convert.ToHexStringLower(hash)}")
                )
            )
        );

    /// <summary>SHA-256 of the paper; null when the envelope holds neither paper nor hash.</summary>
    private static byte[]? Hash(Envelope envelope) =>
        envelope switch
        {
            { Inner: { } inner } => Base64.IsValid(inner) ? SHA256.HashData(Convert.FromBase64String(inner)) : null,
            { InnerHash: { Length: 64 } hash } when hash.All(char.IsAsciiHexDigitLower) => Convert.FromHexString(hash),
            _ => null,
        };

    private static bool IsReceipt(Envelope envelope, byte[] hash) =>
        string.Equals(envelope.Receipt, VoteReceipt.OfHash(hash), StringComparison.Ordinal);

    /// <summary>Null for an id that is no tag, and for a tag in another partition than its own, where it would count twice.</summary>
    private static byte[]? TagOf(BallotTarget target, Document document) =>
        document.Id.Length == 64
        && document.Id.All(char.IsAsciiHexDigitLower)
        && Convert.FromHexString(document.Id) is var tag
        && string.Equals(document.Partition, Partition(target, tag[0] % Shards), StringComparison.Ordinal)
            ? tag
            : null;

    private static string Id(byte[] voterTag) => Convert.ToHexStringLower(voterTag);

    private static string Partition(BallotTarget target, int shard) =>
        $"{target.Name}:envelopes-{shard.ToString("D2", CultureInfo.InvariantCulture)}";
}
