using CddFunctions.Platform.Http;
using Microsoft.Extensions.Primitives;

namespace CddFunctions.Platform.Identity;

/// <summary>
/// Finds the caller of each request: <c>Authorization: Bearer</c>, the header <c>x-admin-key</c>, or the page cookie.
/// A wrong credential is refused at once (401) rather than treated as none.
/// </summary>
public sealed class IdentityMiddleware(RequestDelegate next, CapabilityCheck capabilities, InstallationSecrets secrets, FormProofs proofs)
{
    /// <summary>One cookie per campaign: opening a link of one programme signs nobody out of another.</summary>
    public static string CookieOf(string campaign) => $"cdd-{campaign}";

    public async Task InvokeAsync(HttpContext context)
    {
        var (caller, refusal) = await IdentifyAsync(context);
        if (refusal is not null)
        {
            await Refusals.SendAsync(context, refusal);
            return;
        }

        if (caller is not null)
            context.Features.Set(caller);

        await next(context);
    }

    private async Task<(Caller? Caller, Problem? Refusal)> IdentifyAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Headers.TryGetValue("x-admin-key", out var key))
            return secrets.IsAdminKey(key.ToString()) ? (Caller.Administrator, null) : (null, IdentityProblems.Invalid());

        if (Bearer(request.Headers.Authorization) is { } bearer)
            return await FromTokenAsync(bearer, context.RequestAborted);

        if (context.GetRouteValue("campaign") is not string campaign || request.Cookies[CookieOf(campaign)] is not { Length: > 0 } cookie)
            return (null, null);

        var writes = !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);
        if (writes && !IsSameOrigin(request))
            return (null, IdentityProblems.CrossSite());

        // An expired cookie must not lock a reader out of public pages.
        var (caller, _) = await FromTokenAsync(cookie, context.RequestAborted);
        var forged = caller is not null && writes && request.HasFormContentType ? await proofs.RefuseAsync(request, caller) : null;
        return forged is null ? (caller, null) : (null, forged);
    }

    private async Task<(Caller?, Problem?)> FromTokenAsync(string token, CancellationToken ct) =>
        await capabilities.FindAsync(token, ct) is { } capability ? (capability.ToCaller(), null) : (null, IdentityProblems.Invalid());

    private static string? Bearer(StringValues header) =>
        header.ToString() is { } value && value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? value[7..].Trim() : null;

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
