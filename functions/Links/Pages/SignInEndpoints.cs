using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform.Identity;
using CddFunctions.Web;

namespace CddFunctions.Links.Pages;

/// <summary>
/// How people get in with the code of a slip, change between the links that their browser holds, and leave. Open to everybody: these
/// act for no link.
/// </summary>
public static class SignInEndpoints
{
    private const string All = "all";

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages("").WithMetadata(new FormProofs.NotNeeded()).OfProgramme();
        pages.MapGet("/sign-in", Ask);
        pages.MapPost("/sign-in", TakeAsync);
        pages.MapPost("/held", ChangeAsync);
    }

    private static IResult Ask(string campaign, HttpContext http, PageContexts contexts)
    {
        PageLanguage.Keep(http);
        return SignIn.Page(200, contexts.Of(http, http.Request.Path.ToUriComponent()), campaign, t => t.SignInNeeded);
    }

    private static async Task<IResult> TakeAsync(string campaign, HttpContext http, SignIn signIn, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct);
        return await signIn.ByCodeAsync(campaign, form["code"].ToString(), http, ct);
    }

    private static async Task<IResult> ChangeAsync(string campaign, HttpContext http, SignIn signIn, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct);
        return form["out"].ToString() is { Length: > 0 } id
            ? signIn.Leave(campaign, id is All ? null : id, http)
            : signIn.Use(campaign, form["use"].ToString(), form["back"].ToString(), http);
    }
}
