using System.Security.Cryptography;
using System.Text;
using CddFunctions.Platform;

namespace CddFunctions.Ballots;

/// <summary>One line of what was done with a ballot, chained to the line before it. Never a vote and never a voter.</summary>
/// <param name="Previous">Hash of the line before; 64 zeros for the first.</param>
/// <param name="Hash">SHA-256 over all other members, lower-case hexadecimal.</param>
public sealed record RecordLine(int Number, DateTimeOffset At, string By, string What, string Detail, string Previous, string Hash)
{
    public static readonly string Start = new('0', 64);

    public static RecordLine After(RecordLine? before, DateTimeOffset at, string by, string what, string detail)
    {
        var line = new RecordLine((before?.Number ?? 0) + 1, at, by, what, detail, before?.Hash ?? Start, "");
        return line with { Hash = line.Expected() };
    }

    public string Expected() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\u001f', Number, At.UtcTicks, By, What, Detail, Previous))));
}

/// <summary>
/// The ballot's own record until the product's audit takes it over: documents of the partition
/// <c>{campaign}:{ballot}:record</c>, numbered without gaps, each holding the hash of the one before.
/// </summary>
public sealed class BallotRecord(IDocuments documents, TimeProvider clock)
{
    /// <summary>Whoever loses the race for a number takes the next one.</summary>
    public async Task AppendAsync(BallotTarget target, string by, string what, string detail, CancellationToken ct)
    {
        RecordLine? last = null;
        while (true)
        {
            last = await LastAsync(target, last, ct);
            var line = RecordLine.After(last, clock.GetUtcNow(), by, what, detail);
            if (await documents.TryCreateAsync(Partition(target), Id(line.Number), line.ToBody(), ct) is not null)
                return;
        }
    }

    public IAsyncEnumerable<RecordLine> AllAsync(BallotTarget target, CancellationToken ct) =>
        documents.AllAsync(Partition(target), ct).Select(d => d.Read<RecordLine>());

    /// <summary>Whether every line is there and unchanged.</summary>
    public static bool IsWhole(IReadOnlyList<RecordLine> lines) => lines.Index().All(l =>
        l.Item.Number == l.Index + 1
        && string.Equals(l.Item.Hash, l.Item.Expected(), StringComparison.Ordinal)
        && string.Equals(l.Item.Previous, l.Index == 0 ? RecordLine.Start : lines[l.Index - 1].Hash, StringComparison.Ordinal));

    private async Task<RecordLine?> LastAsync(BallotTarget target, RecordLine? known, CancellationToken ct)
    {
        var page = await documents.ListAsync(Partition(target), known is null ? null : Id(known.Number), DocumentLimits.PageLength, ct);
        var last = page.Documents.Count > 0 ? page.Documents[^1].Read<RecordLine>() : known;
        return page.Next is null ? last : await LastAsync(target, last, ct);
    }

    private static string Id(int number) => number.ToString("D8", System.Globalization.CultureInfo.InvariantCulture);

    private static string Partition(BallotTarget target) => $"{target.Name}:record";
}
