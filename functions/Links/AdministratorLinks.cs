using CddFunctions.Campaigns;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Links;

/// <summary>
/// The link that a start prints for whoever sits at the machine: one per campaign and day, so that starting again shows
/// the same link; it opens for 30 days from the start of its (UTC) day.
/// </summary>
public sealed class AdministratorLinks(LinkStore store, CapabilityTokens tokens, AuditTrail audit, TimeProvider clock)
{
    // Shown as the name of whoever holds it, beside names that administrators typed.
    private const string Holder = "ลิงก์เริ่มระบบ";

    private static readonly TimeSpan Life = TimeSpan.FromDays(30);

    public async Task<string> TokenAsync(LaunchedCampaign campaign, CancellationToken ct)
    {
        var day = new DateTimeOffset(clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
        var capability = new Capability($"start-{day:yyyyMMdd}", campaign.Id, CallerRole.Admin, Holder, (day + Life).ToUnixTimeSeconds());
        var made = audit.Of(campaign.Id, null, AuditDeed.LinkMade, capability.I, "role=admin");
        await store.EnsureAsync(campaign.Id, capability.I, new(capability.R, capability.S, day + Life, day), made, ct);
        return tokens.Sign(capability);
    }
}
