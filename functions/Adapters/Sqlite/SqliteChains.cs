using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace CddFunctions.Adapters.Sqlite;

/// <summary>
/// Goes on with the programmes' chains inside the writer's transaction. The end of each chain is kept in memory, and compared
/// with the file in each transaction: another process may have gone on with it.
/// </summary>
internal sealed class SqliteChains(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, Known> _ends = new(StringComparer.Ordinal);

    private readonly SqliteCommand _newest = connection.Prepare(
        "SELECT id, change FROM documents WHERE partition = $partition ORDER BY id LIMIT 1",
        ("$partition", SqliteType.Text)
    );

    private readonly SqliteCommand _body = connection.Prepare(
        "SELECT body FROM documents WHERE partition = $partition AND id = $id",
        ("$partition", SqliteType.Text),
        ("$id", SqliteType.Text)
    );

    private readonly record struct Known(string Id, long Change, AuditAnchor End);

    /// <summary>The documents that these deeds add, in the order of their chains.</summary>
    public IEnumerable<AuditLink> After(IEnumerable<Deed> deeds)
    {
        foreach (var chain in deeds.GroupBy(d => d.Campaign, StringComparer.Ordinal))
        {
            var end = End(AuditBlock.Partition(chain.Key));
            foreach (var some in chain.Chunk(AuditBlock.MostEntries))
            {
                var link = AuditChain.After(end, some);
                end = link.End;
                yield return link;
            }
        }
    }

    /// <summary>Remembers a document that is in the transaction as the new end of its chain.</summary>
    public void Keep(AuditLink link, long change) => _ends[link.Partition] = new(link.Id, change, link.End);

    /// <summary>Forgets the ends of all chains, after a rollback: the numbers of its entries and changes are given again.</summary>
    public void Forget() => _ends.Clear();

    public void Dispose()
    {
        _newest.Dispose();
        _body.Dispose();
    }

    private AuditAnchor End(string partition)
    {
        _newest.Parameters[0].Value = partition;
        using var row = _newest.ExecuteReader();
        if (!row.Read())
            return AuditAnchor.Start;

        var id = row.GetString(0);
        var change = row.GetInt64(1);
        return
            _ends.TryGetValue(partition, out var known) && known.Change == change && string.Equals(known.Id, id, StringComparison.Ordinal)
            ? known.End
            : Read(partition, id);
    }

    private AuditAnchor Read(string partition, string id)
    {
        _body.Parameters[0].Value = partition;
        _body.Parameters[1].Value = id;
        return AuditBlock.Read(new(partition, id, "", (byte[])_body.ExecuteScalar()!)).End;
    }
}
