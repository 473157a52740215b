namespace CddFunctions.Platform.Identity;

/// <summary>Whether a token opens anything now: signed here, not expired, not revoked. It never says which of these failed.</summary>
public sealed class CapabilityCheck(CapabilityTokens tokens, LinkStore links, TimeProvider clock)
{
    public async Task<Capability?> FindAsync(string token, CancellationToken ct) =>
        tokens.Read(token) is { } capability && !capability.IsExpired(clock.GetUtcNow()) && !await links.IsRevokedAsync(capability, ct)
            ? capability
            : null;
}
