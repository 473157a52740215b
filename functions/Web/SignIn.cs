using CddFunctions.Platform.Identity;
using CddFunctions.Web.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace CddFunctions.Web;

/// <param name="Said">Why the page is shown.</param>
/// <param name="Typed">A code that opens nothing: it stays in its box to be mended.</param>
public sealed record SignInView(string Campaign, Func<MessageTexts, MessageText> Said, string? Typed = null);

public sealed record SignInTexts(string Code, string CodeNote, string Enter, string Wrong);

/// <summary>
/// Sign-in by link or by the short code of its slip. The capability moves from the address into a cookie, so that it stays out of
/// histories, logs and screenshots, and the browser goes on to the start page. A browser may hold several links side by side: the one
/// that was opened last is the current one.
/// </summary>
public sealed class SignIn(
    CapabilityCheck capabilities,
    LinkCookies cookies,
    LinkCodes codes,
    LinkStore links,
    CapabilityTokens tokens,
    WrongCodes wrong,
    PageContexts contexts
)
{
    /// <summary>Parameter of an address that says that a link fell off, because the browser may hold no more.</summary>
    public const string Fell = "fell";

    public async Task<IResult> RunAsync(string campaign, string token, HttpContext http, CancellationToken ct)
    {
        if (
            await capabilities.FindAsync(token, ct) is not { } capability
            || !string.Equals(capability.C, campaign, StringComparison.Ordinal)
        )
            return Page(401, contexts.Of(http, LocalAddress.Start(campaign)), campaign, t => t.LinkInvalid);
        // An intake link opens no pages, and its cookie must not replace that of the link with which this browser is signed in.
        if (capability.R is CallerRole.Intake)
            return Message.Page(403, contexts.Of(http, LocalAddress.Start(campaign)), t => t.IntakeLink);

        return Hold(campaign, new(token, capability), http);
    }

    public async Task<IResult> ByCodeAsync(string campaign, string? typed, HttpContext http, CancellationToken ct)
    {
        if (codes.IdOf(campaign, typed) is { } id)
        {
            if (
                await links.FindAsync(campaign, id, ct) is { } stored
                && LinkCodes.Has(stored.Link.Role)
                && await capabilities.FindAsync(tokens.Sign(stored.In(campaign)), ct) is { } capability
            )
                return Hold(campaign, new(tokens.Sign(capability), capability), http);

            // A slip of the finger fails the checksum; guesses do not, and only they are counted.
            await wrong.CountAsync($"{campaign}:links", WrongCodes.SenderOf(http), ct);
        }

        return Page(401, contexts.Of(http), campaign, t => t.SignInNeeded, typed ?? "");
    }

    /// <summary>Makes another of the held links the current one.</summary>
    public IResult Use(string campaign, string id, string? back, HttpContext http)
    {
        var held = Held(http);
        if (held.Find(id) is { } link)
            cookies.Write(http, campaign, held.With(link));
        return LocalAddress.SeeOther(http.Response, LocalAddress.Check(back, campaign, LocalAddress.Start(campaign)));
    }

    /// <param name="id">Of the link that is left; null for all.</param>
    public IResult Leave(string campaign, string? id, HttpContext http)
    {
        cookies.Write(http, campaign, id is null ? HeldLinks.None : Held(http).Without(id));
        return LocalAddress.SeeOther(http.Response, LocalAddress.Start(campaign));
    }

    public static IResult Page(int status, PageContext page, string campaign, Func<MessageTexts, MessageText> said, string? typed = null) =>
        new Page<SignInPage, SignInView>(status, page, new(campaign, said, typed));

    private static HeldLinks Held(HttpContext http) => http.Features.Get<HeldLinks>() ?? HeldLinks.None;

    private IResult Hold(string campaign, HeldLink link, HttpContext http)
    {
        var address = LocalAddress.Start(campaign);
        if (link.Capability.R is CallerRole.Voter)
        {
            LinkCookies.WriteVoter(http, campaign, link.Token, DateTimeOffset.FromUnixTimeSeconds(link.Capability.E) - contexts.Now);
            return LocalAddress.SeeOther(http.Response, address);
        }

        var before = Held(http).Without(link.Id);
        var held = before.With(link);
        cookies.Write(http, campaign, held);
        return LocalAddress.SeeOther(
            http.Response,
            held.Links.Count <= before.Links.Count ? QueryHelpers.AddQueryString(address, Fell, "1") : address
        );
    }
}
