namespace CddFunctions.Platform.Audit;

/// <summary>Reads the whole chain of a programme and says whether it is as it was written. Memory stays flat.</summary>
public sealed class AuditCheck(AuditTrail trail)
{
    private const int AtOnce = 1000;

    /// <param name="anchors">Ends of the chain that were noted elsewhere. Without them nobody can tell that the newest entries are
    /// gone.</param>
    public async Task<AuditReport> RunAsync(string campaign, IReadOnlyList<AuditAnchor> anchors, CancellationToken ct)
    {
        var known = anchors.Where(a => a.Entry > 0).ToLookup(a => a.Entry, a => a.Hash);
        var report = new AuditReport(AuditAnchor.Start, null);
        var last = await trail.NewestAsync(campaign, ct);
        for (var from = 0L; report.Fault is null && from < last; from += AtOnce)
        {
            var blocks = await trail.BlocksAsync(campaign, from, from + AtOnce, ct).ToListAsync(ct);
            report = AuditRules.Check(campaign, report.Whole, blocks.AsEnumerable().Reverse(), known);
        }

        var promised = known.Select(a => a.Key).DefaultIfEmpty().Max();
        return report.Fault is null && promised > report.Whole.Entry
            ? report with
            {
                Fault = new(report.Whole.Entry + 1, AuditBreak.Missing),
            }
            : report;
    }
}
