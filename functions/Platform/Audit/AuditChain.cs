using CddFunctions.Platform.Storage;

namespace CddFunctions.Platform.Audit;

/// <summary>The next document of a programme's chain, ready to be written.</summary>
/// <param name="End">The end of the chain once it is written.</param>
public sealed record AuditLink(string Partition, string Id, IReadOnlyList<AuditEntry> Entries, AuditAnchor End)
{
    /// <param name="deeds">Ids of the writes that it tells of, where the store needs them.</param>
    public byte[] ToBody(IReadOnlyList<string>? deeds = null) => new AuditDocument(Entries, deeds).ToBody();
}

/// <summary>Pure: how a chain goes on.</summary>
public static class AuditChain
{
    /// <param name="deeds">1 to <see cref="AuditBlock.MostEntries"/>, of one programme, in their order.</param>
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
