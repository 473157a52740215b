using CddFunctions.Platform.Storage;

namespace CddFunctions.Platform.Audit;

/// <summary>The next document of a programme's chain, ready to be written.</summary>
/// <param name="End">The end of the chain once it is written.</param>
public sealed record AuditLink(string Partition, string Id, IReadOnlyList<AuditEntry> Entries, AuditAnchor End)
{
    /// <param name="deeds">Ids of the writes whose deeds are entered here. Null where the store writes a document and its entry together
    /// (SQLite).</param>
    public byte[] ToBody(IReadOnlyList<string>? deeds = null) => new AuditDocument(Entries, deeds).ToBody();
}

/// <summary>Makes the next document of a chain from deeds. Pure: it reads and writes nothing.</summary>
public static class AuditChain
{
    /// <param name="deeds">1 to <see cref="AuditBlock.MostEntries"/> deeds of one campaign, in the order in which they are entered.</param>
    public static AuditLink After(AuditAnchor end, IReadOnlyList<Deed> deeds)
    {
        var entries = new List<AuditEntry>(deeds.Count);
        var last = end;
        foreach (var deed in deeds)
        {
            var entry = AuditEntry.After(last.Entry + 1, last.Hash, deed);
            entries.Add(entry);
            last = new(entry.Number, entry.Hash);
        }

        return new(AuditBlock.Partition(deeds[0].Campaign), AuditBlock.Id(end.Entry + 1), entries, last);
    }
}
