namespace CddFunctions.Platform.Identity;

/// <summary>A form that is refused because the browser does not hold the link that its page was made for.</summary>
/// <param name="Needed">That link; null when it is not known here, as for the sessions of voters.</param>
public sealed record StrayForm(StoredLink? Needed);

/// <summary>
/// Who asks from a browser. Pages are opened with the current link. A form, and what the scripts of a page send, is done with the link
/// that the page was made for, if the browser still holds it; that link is current afterwards.
/// </summary>
public sealed class PageIdentity(LinkCookies cookies, FormProofs proofs, LinkStore links)
{
    /// <summary>Bytes of a form that is read although nobody is signed in, to show again what was typed.</summary>
    private const long MostOfNobody = 1_048_576;

    public async Task<(Caller? Caller, Problem? Refusal)> IdentifyAsync(HttpContext http, string campaign)
    {
        var request = http.Request;
        var voters = http.GetEndpoint()?.Metadata.GetMetadata<LinkCookies.ForVoters>() is not null;
        var writes = !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);
        if (writes && LinkCookies.IsGiven(request, campaign, voters) && !IsSameOrigin(request))
            return (null, IdentityProblems.CrossSite());

        // An expired cookie must not lock a reader out of public pages.
        var held = await cookies.ReadAsync(request, campaign, voters, http.RequestAborted);
        http.Features.Set(held);
        if (!writes || http.GetEndpoint()?.Metadata.GetMetadata<FormProofs.NotNeeded>() is not null)
            return (held.Current?.Caller, null);
        if (!request.HasFormContentType)
            return request.Headers[FormProofs.Header].ToString() is { Length: > 0 } said
                ? await OfPageAsync(http, campaign, held, said)
                : (held.Current?.Caller, null);

        return held.Current is null ? await OfNobodyAsync(http, campaign) : await OfFormAsync(http, campaign, held, voters);
    }

    private async Task<(Caller?, Problem?)> OfFormAsync(HttpContext http, string campaign, HeldLinks held, bool voters)
    {
        if ((await FormProofs.ReadAsync(http.Request)).IsRefused(out var unread, out var proof))
            return (null, unread);
        if (voters && proof.Length == 0)
            return (null, null); // the form that takes a code acts for nobody, whoever voted here before

        var found = await OfPageAsync(http, campaign, held, proof);
        if (found.Caller is { Link: { } link } && !voters && !string.Equals(link, held.Current!.Id, StringComparison.Ordinal))
        {
            // Whoever sends a form works with that link now: what the answer leads to is opened with it as well.
            held = held.With(held.Find(link)!);
            http.Features.Set(held);
            cookies.Write(http, campaign, held);
        }

        return found;
    }

    /// <summary>Nobody is signed in. A form with a proof was filled in by somebody who was: what was typed is not lost.</summary>
    private async Task<(Caller?, Problem?)> OfNobodyAsync(HttpContext http, string campaign) =>
        http.Request.ContentLength is > 0 and <= MostOfNobody
        && !(await FormProofs.ReadAsync(http.Request)).IsRefused(out _, out var proof)
        && proof.Length > 0
            ? await OfPageAsync(http, campaign, HeldLinks.None, proof)
            : (null, null);

    private async Task<(Caller? Caller, Problem? Refusal)> OfPageAsync(HttpContext http, string campaign, HeldLinks held, string proof)
    {
        if (held.Links.FirstOrDefault(l => proofs.Holds(proof, l.Caller)) is { } link)
            return (link.Caller, null);

        http.Features.Set(new StrayForm(await NeededAsync(campaign, proof, http.RequestAborted)));
        return (null, IdentityProblems.FormExpired());
    }

    /// <summary>The link that a page was made for, if it says so with our signature.</summary>
    private async Task<StoredLink?> NeededAsync(string campaign, string proof, CancellationToken ct) =>
        FormProofs.LinkOf(proof) is { Length: > 0 } id
        && Storage.DocumentLimits.IsId(id)
        && await links.FindAsync(campaign, id, ct) is { } stored
        && proofs.Holds(proof, stored.In(campaign).ToCaller())
            ? stored
            : null;

    /// <summary>
    /// True when the browser says that a page of ours sent the request: by Sec-Fetch-Site, or by Origin in browsers without it. A request
    /// with neither header is not from our page.
    /// </summary>
    private static bool IsSameOrigin(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        return site.Length > 0
            ? string.Equals(site, "same-origin", StringComparison.Ordinal)
            : string.Equals(request.Headers.Origin.ToString(), $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
