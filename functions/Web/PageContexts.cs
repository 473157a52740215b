using CddFunctions.Platform.Identity;

namespace CddFunctions.Web;

/// <summary>What the host tells the pages about itself: whether its clock is a rehearsal's.</summary>
public sealed record PageSettings(bool Rehearsal);

/// <summary>Makes the context of a page from its request.</summary>
public sealed class PageContexts(PageSettings settings, FormProofs proofs, HolderName name, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public PageContext Of(HttpContext http, string? address = null)
    {
        var english = PageLanguage.IsEnglish(http.Request);
        return new(english, Now, settings.Rehearsal, address, http.Features.Get<Caller>() is { } caller ? proofs.For(caller) : null)
        {
            Who = WhoOf(http, english),
        };
    }

    /// <summary>Null for whoever holds no link: visitors, voters, and callers with a key or a token of their own.</summary>
    private Who? WhoOf(HttpContext http, bool english)
    {
        if (http.Features.Get<HeldLinks>() is not { Current: { Capability.R: not CallerRole.Voter } current } held)
            return null;

        return new(
            current.Capability.C,
            Named(current),
            [.. held.Links.Skip(1).Select(Named)],
            http.Request.Query.ContainsKey(SignIn.Fell)
        );

        HeldName Named(HeldLink link) => new(link.Id, name(link.Capability.C, link.Capability.R, link.Capability.S, english));
    }
}
