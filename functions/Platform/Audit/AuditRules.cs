namespace CddFunctions.Platform.Audit;

/// <summary>What is wrong with an entry.</summary>
public enum AuditBreak
{
    /// <summary>It is not there, though a later one is, or an anchor says that it was.</summary>
    Missing,

    /// <summary>Its content and its hash do not belong together, or it cannot be read.</summary>
    Changed,

    /// <summary>It does not go on from the entry before it.</summary>
    Unlinked,

    /// <summary>It is whole, but an anchor says that another one was here: the chain was written anew.</summary>
    Rewritten,
}

public sealed record AuditFault(long Entry, AuditBreak Kind);

/// <param name="Whole">Up to which entry, this one included, the chain is as it was written.</param>
/// <param name="Fault">The first entry that is not; null when there is none.</param>
public sealed record AuditReport(AuditAnchor Whole, AuditFault? Fault);

/// <summary>Pure: is a chain as it was written?</summary>
public static class AuditRules
{
    /// <param name="whole">Where the blocks go on from.</param>
    /// <param name="blocks">Oldest first.</param>
    /// <param name="anchors">Hashes by number of entries that are known from elsewhere.</param>
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
            return new(block.First, AuditBreak.Unlinked); // put in between
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
