using System.Text.Json.Serialization;
using CddFunctions.Campaigns;
using CddFunctions.Links.Pages;
using CddFunctions.Platform;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Links;

/// <summary>Capability links of a campaign: made, listed and revoked by an administrator.</summary>
public static class LinkEndpoints
{
    private const int MostListed = 1000;

    /// <param name="Url">Address that opens the pages with this capability; its token leaves the address on the first visit.</param>
    public sealed record LinkMade(string Id, string Token, string Url, DateTimeOffset ExpiresAt);

    /// <param name="Live">It opens something now: neither revoked nor expired.</param>
    /// <param name="MadeBy">Id of the link that made it; left out when the installation did.</param>
    public sealed record LinkListed(
        string Id,
        CallerRole Role,
        string Subject,
        DateTimeOffset CreatedAt,
        DateTimeOffset ExpiresAt,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? RevokedAt,
        bool Live,
        string? MadeBy = null
    );

    /// <param name="Next">Give this as <c>after</c> to go on; null at the end.</param>
    public sealed record LinkList(IReadOnlyList<LinkListed> Links, string? Next);

    public static void MapLinks(this IEndpointRouteBuilder routes)
    {
        var links = routes.MapGroup("/api/campaigns/{campaign}/links").WithTags("Identity").InCampaign().Allow(CallerRole.Admin);
        links
            .MapGet("", ListAsync)
            .Produces<LinkList>()
            .Problems(400)
            .WithDescription(
                "All links of the campaign, in the order of their ids; `limit` 1 to 1,000 (200). Tokens are not in it: none is stored."
            );
        links.MapPost("", MakeAsync).Produces<LinkMade>(201).Problems(400, 415);
        links.MapDelete("/{id}", RevokeAsync).Produces(204);
        routes.MapLinksPages();
        routes.MapSignIn();
    }

    private static async Task<IResult> ListAsync(
        LaunchedCampaign campaign,
        LinkStore store,
        TimeProvider clock,
        CancellationToken ct,
        string? after = null,
        int limit = 200
    )
    {
        if (limit is < 1 or > MostListed || (after is not null && !DocumentLimits.IsId(after)))
            return CommonProblems.Malformed().ToResult();

        var page = await store.ListAsync(campaign.Id, after, limit, ct);
        var now = clock.GetUtcNow();
        return TypedResults.Ok(new LinkList([.. page.Links.Select(l => Listed(l, now))], page.Next));
    }

    private static Task<IResult> MakeAsync(
        LaunchedCampaign campaign,
        LinkRequest request,
        Caller caller,
        MakeLink make,
        HttpRequest http,
        CancellationToken ct
    ) =>
        make.RunAsync(campaign, request, caller, ct)
            .ToResultAsync(made =>
                TypedResults.Created(
                    $"/api/campaigns/{campaign.Id}/links/{made.Stored.Id}",
                    new LinkMade(made.Stored.Id, made.Token, LinkTokens.Address(http, campaign, made.Token), made.Stored.Link.ExpiresAt)
                )
            );

    private static async Task<IResult> RevokeAsync(
        LaunchedCampaign campaign,
        string id,
        Caller caller,
        RevokeLink revoke,
        CancellationToken ct
    ) => await revoke.RunAsync(campaign, id, caller, ct) is { } unknown ? unknown.ToResult() : TypedResults.NoContent();

    private static LinkListed Listed(StoredLink l, DateTimeOffset now) =>
        new(
            l.Id,
            l.Link.Role,
            l.Link.Subject,
            l.Link.CreatedAt,
            l.Link.ExpiresAt,
            l.Link.RevokedAt,
            l.IsLive(now),
            Person.Maker(l.Link.By)
        );
}
