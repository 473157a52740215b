using System.Security.Cryptography;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Ballots.Roll;

/// <summary>
/// Personal codes of a frozen roll. A code is derived from the installation's secret, so it can be printed again and is
/// stored nowhere. To replace a code only raises the number of its issue. The partition <c>{campaign}:{ballot}:codes</c> holds that
/// number by entry and, for each code after an entry's first, the entry by the keyed hash of the code.
/// </summary>
public sealed class Codes(IDocuments documents, BallotKeys keys)
{
    private sealed record Issue(int Generation);

    private sealed record Holder(string Entry);

    private static readonly ulong Nobody = ulong.MaxValue;

    public async Task<int> GenerationAsync(BallotTarget target, ulong voter, CancellationToken ct) =>
        await documents.ReadAsync(Partition(target), RollEntry.Text(voter), ct) is { } found ? found.Read<Issue>().Generation : 0;

    public async Task<string> CurrentAsync(BallotTarget target, ulong voter, CancellationToken ct) =>
        VoterCode.From(keys.CodeOf(target, voter, await GenerationAsync(target, voter, ct)));

    /// <summary>The old code is dead once this returns.</summary>
    public async Task<string> ReissueAsync(BallotTarget target, ulong voter, Deed deed, CancellationToken ct)
    {
        var partition = Partition(target);
        var id = RollEntry.Text(voter);
        while (true)
        {
            var before = await documents.ReadAsync(partition, id, ct);
            var next = new Issue((before?.Read<Issue>().Generation ?? 0) + 1);
            var code = VoterCode.From(keys.CodeOf(target, voter, next.Generation));
            await documents.TryCreateAsync(partition, HolderId(keys.CodeHash(target, code)), new Holder(id).ToBody(), ct);
            var written = before is null
                ? await documents.TryCreateAsync(partition, id, next.ToBody(), deed, ct)
                : await documents.TryReplaceAsync(partition, id, before.Version, next.ToBody(), deed, ct);
            if (written is not null)
                return code;
        }
    }

    /// <summary>Finds the voter of a code. Right and wrong codes cost the same steps, so that the time taken tells nothing.</summary>
    /// <returns>Null when the code is not the newest code of anybody on the roll.</returns>
    public async Task<Voter?> FindAsync(BallotTarget target, RollBook book, string? code, CancellationToken ct)
    {
        var given = keys.CodeHash(target, code ?? "");
        var holder = await documents.ReadAsync(Partition(target), HolderId(given), ct);
        var found = (holder is null ? null : RollEntry.Parse(holder.Read<Holder>().Entry)) ?? book.Holder(given);

        var voter = found ?? Nobody;
        var generation = await GenerationAsync(target, voter, ct);
        var expected = keys.CodeHash(target, VoterCode.From(keys.CodeOf(target, voter, generation)));
        var same = CryptographicOperations.FixedTimeEquals(given, expected);
        return same & code is not null & found is not null ? new(voter, generation) : null;
    }

    private static string HolderId(byte[] hash) => $"code-{Convert.ToHexStringLower(hash)}";

    private static string Partition(BallotTarget target) => $"{target.Name}:codes";
}
