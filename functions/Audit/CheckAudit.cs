using CddFunctions.Exports;
using CddFunctions.Platform.Audit;

namespace CddFunctions.Audit;

/// <param name="Anchors">How many known ends the chain was compared with.</param>
public sealed record CheckedAudit(AuditReport Report, int Anchors);

/// <summary>
/// Checks the audit of a programme against the ends that its exports have noted, so that a cut or rewritten chain shows as well.
/// </summary>
public sealed class CheckAudit(AuditCheck check, NotedAnchors noted)
{
    /// <param name="elsewhere">Ends that were kept outside of the store.</param>
    public async Task<CheckedAudit> RunAsync(string campaign, IReadOnlyList<AuditAnchor> elsewhere, CancellationToken ct)
    {
        List<AuditAnchor> anchors = [.. await noted.OfAsync(campaign, ct), .. elsewhere];
        return new(await check.RunAsync(campaign, anchors, ct), anchors.Count);
    }
}
