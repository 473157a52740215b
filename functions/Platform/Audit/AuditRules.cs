namespace CddFunctions.Platform.Audit;

/// <summary>What is wrong with an entry.</summary>
public enum AuditBreak
{
    /// <summary>The entry is missing, though a later one is there, or an anchor says that it was written.</summary>
    Missing,

    /// <summary>The entry cannot be read, or its hash does not fit its content.</summary>
    Changed,

    /// <summary>
    /// The entry does not go on from the one before it: another document was put in between, or the hash before it differs.
    /// </summary>
    Unlinked,

    /// <summary>The entry is sound, but an anchor holds another hash for its number: the chain was written anew.</summary>
    Rewritten,
}

public sealed record AuditFault(long Entry, AuditBreak Kind);

/// <param name="Whole">The last entry up to which the chain is as it was written.</param>
/// <param name="Fault">The first entry that is wrong; null when there is none.</param>
public sealed record AuditReport(AuditAnchor Whole, AuditFault? Fault);

/// <summary>Checks whether a chain is as it was written. Pure: it reads nothing.</summary>
public static class AuditRules
{
    /// <param name="whole">The last entry that was checked before; the blocks go on from it.</param>
    /// <param name="blocks">Oldest first.</param>
    /// <param name="anchors">Hashes that were noted outside the store, by the number of their entry.</param>
    public static AuditReport Check(string campaign, AuditAnchor whole, IEnumerable<AuditBlock> blocks, ILookup<long, string> anchors)
    {
        foreach (var block in blocks)
        {
            if (FaultOf(block, whole.Entry + 1) is { } fault)
                return new(whole, fault);

            foreach (var entry in block.Entries)
            {
                if (BreakOf(campaign, whole, entry, anchors) is { } kind)
                    return new(whole, new(whole.Entry + 1, kind));

                whole = new(entry.Number, entry.Hash);
            }
        }

        return new(whole, null);
    }

    private static AuditFault? FaultOf(AuditBlock block, long next)
    {
        if (block.First > next)
            return new(next, AuditBreak.Missing);
        if (block.First < next)
            return new(block.First, AuditBreak.Unlinked); // a document was put in between
        return block.Entries.Count == 0 ? new(next, AuditBreak.Changed) : null;
    }

    private static AuditBreak? BreakOf(string campaign, AuditAnchor before, AuditEntry entry, ILookup<long, string> anchors)
    {
        if (entry.Number != before.Entry + 1)
            return entry.Number > before.Entry + 1 ? AuditBreak.Missing : AuditBreak.Unlinked;
        if (!Same(entry.Hash, entry.Expected(campaign)))
            return AuditBreak.Changed;
        if (!Same(entry.Previous, before.Hash))
            return AuditBreak.Unlinked;
        return anchors[entry.Number].Any(known => !Same(known, entry.Hash)) ? AuditBreak.Rewritten : null;
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
