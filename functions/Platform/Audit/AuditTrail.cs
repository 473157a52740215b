using System.Runtime.CompilerServices;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Platform.Audit;

/// <summary>
/// Who did what in a campaign: entries chained by SHA-256 in the partition <c>{campaign}:audit</c>. A deed that writes a document is handed
/// to that write (<see cref="Of"/>); a deed that writes none is entered by <see cref="AppendAsync"/>.
/// </summary>
public sealed class AuditTrail(IDocuments documents, TimeProvider clock)
{
    private const int BackwardsAtOnce = 200;

    /// <summary>Makes the deed that is done now, to be handed to the write that carries it out.</summary>
    /// <param name="caller">Null for what the application does by itself.</param>
    public Deed Of(string campaign, Caller? caller, AuditDeed what, string subject, string detail = "") =>
        AuditAct.Of(campaign, caller, what, subject, detail, clock.GetUtcNow());

    /// <summary>
    /// Enters a deed that writes no document, such as reading personal data (docs/rules.md 4.1) or printing. The entry is on disk when the
    /// call returns; call it before the request is answered.
    /// </summary>
    /// <exception cref="StorageUnavailableException">The entry was not written. The request fails with 503, as with every
    /// write.</exception>
    public Task AppendAsync(string campaign, Caller? caller, AuditDeed what, string subject, string detail = "") =>
        documents.RecordAsync(Of(campaign, caller, what, subject, detail));

    /// <summary>
    /// Number and hash of the last entry; number 0 while there is none. Noted outside the store they show later whether the chain was
    /// changed (<see cref="AuditCheck"/>).
    /// </summary>
    public async Task<AuditAnchor> EndAsync(string campaign, CancellationToken ct) =>
        (await documents.ListAsync(AuditBlock.Partition(campaign), null, 1, ct)).Documents is [var newest]
            ? AuditBlock.Read(newest).End
            : AuditAnchor.Start;

    /// <summary>Number of the first entry of the newest document; 0 before the first.</summary>
    public async Task<long> NewestAsync(string campaign, CancellationToken ct) =>
        (await documents.ListAsync(AuditBlock.Partition(campaign), null, 1, ct)).Documents is [var newest]
            ? AuditBlock.Read(newest).First
            : 0;

    /// <summary>
    /// Entries with the numbers after <paramref name="after"/>, at most <paramref name="limit"/>, oldest first. What was broken by
    /// hand is left out.
    /// </summary>
    public async Task<IReadOnlyList<AuditEntry>> EntriesAsync(string campaign, long after, int limit, CancellationToken ct)
    {
        var blocks = await BlocksAsync(campaign, Math.Max(0, after - AuditBlock.MostEntries), after + limit, ct).ToListAsync(ct);
        return [.. blocks.SelectMany(b => b.Entries).Where(e => e.Number > after && e.Number <= after + limit).OrderBy(e => e.Number)];
    }

    /// <summary>Every entry, oldest first.</summary>
    public async IAsyncEnumerable<AuditEntry> AllAsync(string campaign, [EnumeratorCancellation] CancellationToken ct)
    {
        var end = (await EndAsync(campaign, ct)).Entry;
        for (var after = 0L; after < end; after += DocumentLimits.PageLength)
        {
            foreach (var entry in await EntriesAsync(campaign, after, DocumentLimits.PageLength, ct))
                yield return entry;
        }
    }

    /// <summary>Entries with a number below <paramref name="before"/>, newest first, for as long as somebody asks for more.</summary>
    public async IAsyncEnumerable<AuditEntry> BackwardsAsync(string campaign, long before, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var to = before - 1; to > 0; to -= BackwardsAtOnce)
        {
            await foreach (var block in BlocksAsync(campaign, Math.Max(0, to - BackwardsAtOnce), to, ct))
            {
                foreach (var entry in block.Entries.Reverse().Where(e => e.Number < before))
                    yield return entry;
            }
        }
    }

    /// <summary>
    /// Documents whose first entry has a number above <paramref name="from"/> and up to <paramref name="to"/>, newest first.
    /// </summary>
    public async IAsyncEnumerable<AuditBlock> BlocksAsync(
        string campaign,
        long from,
        long to,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var after = AuditBlock.Id(to + 1);
        do
        {
            var page = await documents.ListAsync(
                AuditBlock.Partition(campaign),
                after,
                (int)Math.Clamp(to - from, 1, DocumentLimits.PageLength),
                ct
            );
            foreach (var block in page.Documents.Select(AuditBlock.Read))
            {
                if (block.First <= from)
                    yield break;

                yield return block;
            }

            after = page.Next;
        } while (after is not null);
    }
}
