using CddFunctions.Platform.Identity;

namespace CddFunctions.Web;

/// <summary>What the host tells the pages about itself: whether its clock is a rehearsal's.</summary>
public sealed record PageSettings(bool Rehearsal);

/// <summary>Makes the context of a page from its request.</summary>
public sealed class PageContexts(PageSettings settings, FormProofs proofs, TimeProvider clock)
{
    public PageContext Of(HttpContext http, string? address = null) =>
        new(
            PageLanguage.IsEnglish(http.Request),
            clock.GetUtcNow(),
            settings.Rehearsal,
            address,
            http.Features.Get<Caller>() is { } caller ? proofs.For(caller) : null
        );
}
