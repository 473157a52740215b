using System.Security.Cryptography;
using CddFunctions.Campaigns;
using CddFunctions.Platform;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Links;

public sealed record LinkRequest(CallerRole Role, string Subject, DateTimeOffset? ExpiresAt = null)
{
    public string Subject { get; } = TypedText.Line(Subject) ?? "";
}

/// <summary>A link with its token. The token is not stored anywhere.</summary>
public sealed record SignedLink(StoredLink Stored, string Token);

/// <summary>An administrator makes a link: refused as <see cref="LinkRules"/> say.</summary>
public sealed class MakeLink(LinkStore store, CapabilityTokens tokens, AuditTrail audit, TimeProvider clock)
{
    public async Task<Outcome<SignedLink>> RunAsync(LaunchedCampaign campaign, LinkRequest request, Caller caller, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var expires = request.ExpiresAt ?? LinkRules.DefaultExpiry(campaign.Definition, now);
        if (LinkRules.Refuse(campaign.Definition, request, expires, now) is { } invalid)
            return invalid;

        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var made = new StoredLink(id, new(request.Role, request.Subject, expires, now, By: Person.Line(caller)));
        await store.AddAsync(
            campaign.Id,
            id,
            made.Link,
            audit.Of(campaign.Id, caller, AuditDeed.LinkMade, id, LinkRules.Audited(request)),
            ct
        );
        return new SignedLink(made, tokens.Sign(made.In(campaign.Id)));
    }
}
