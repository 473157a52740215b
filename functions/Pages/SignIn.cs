using CddFunctions.Platform.Identity;

namespace CddFunctions.Pages;

/// <summary>
/// Sign-in by link: the capability moves from the address into a cookie, so that it stays out of histories, logs and
/// screenshots, and the browser goes on to the same address without it.
/// </summary>
public sealed class SignIn(CapabilityTokens tokens, LinkStore links, PageContexts contexts, TimeProvider clock)
{
    public async Task<IResult> RunAsync(string campaign, string token, HttpContext http, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var address = $"/api/ui/{Uri.EscapeDataString(campaign)}";
        if (tokens.Read(token) is not { } capability
            || !string.Equals(capability.C, campaign, StringComparison.Ordinal)
            || capability.IsExpired(now)
            || await links.IsRevokedAsync(capability, ct))
        {
            return Message.Page(401, contexts.Of(http, address), t => t.LinkInvalid);
        }

        http.Response.Cookies.Append(IdentityMiddleware.Cookie, token, new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            Path = "/api",
            // How long, not until when: in a rehearsal the browser's clock is not ours.
            MaxAge = DateTimeOffset.FromUnixTimeSeconds(capability.E) - now,
        });
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Location = address;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
