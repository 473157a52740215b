using CddFunctions.Platform.Identity;

namespace CddFunctions.Web;

/// <summary>
/// Sign-in by link: the capability moves from the address into a cookie, so that it stays out of histories, logs and
/// screenshots, and the browser goes on to the start page.
/// </summary>
public sealed class SignIn(CapabilityCheck capabilities, PageContexts contexts, TimeProvider clock)
{
    public async Task<IResult> RunAsync(string campaign, string token, HttpContext http, CancellationToken ct)
    {
        var address = LocalAddress.Start(campaign);
        if (
            await capabilities.FindAsync(token, ct) is not { } capability
            || !string.Equals(capability.C, campaign, StringComparison.Ordinal)
        )
            return Message.Page(401, contexts.Of(http, address), t => t.LinkInvalid);
        // An intake link opens no pages, and its cookie must not replace that of the link with which this browser is signed in.
        if (capability.R is CallerRole.Intake)
            return Message.Page(403, contexts.Of(http, address), t => t.IntakeLink);

        http.Response.Cookies.Append(
            IdentityMiddleware.CookieOf(campaign),
            token,
            new()
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
                Path = "/api",
                // The cookie's life is a duration, not a date, because in a rehearsal
                // the browser has another clock than the application.
                MaxAge = DateTimeOffset.FromUnixTimeSeconds(capability.E) - clock.GetUtcNow(),
            }
        );
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Location = address;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
