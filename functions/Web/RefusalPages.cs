using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Web.Components;

namespace CddFunctions.Web;

/// <summary>A form whose link this browser does not hold.</summary>
/// <param name="Action">Where it was sent, to send it again.</param>
/// <param name="Values">All that was typed, as it came.</param>
/// <param name="HadFiles">Files cannot be kept in a page: they have to be chosen again.</param>
/// <param name="Needed">Holder of the link that the form needs; null when it is not known.</param>
public sealed record StrayFormView(
    string Action,
    string Encoding,
    IReadOnlyList<KeyValuePair<string, string>> Values,
    bool HadFiles,
    string? Needed
);

public sealed record StrayFormTexts(string Title, string Needed, string NeededUnknown, string How, string Files, string Again);

/// <summary>The answer to an HTML form that is refused: what is wrong, field by field, and how to go on.</summary>
public sealed class RefusalPages(PageContexts contexts, HolderName name)
{
    public async Task SendAsync(HttpContext http, Problem problem)
    {
        var page = contexts.Of(http);
        IResult answer = http.Features.Get<StrayForm>() is { } stray
            ? new Page<StrayFormPage, StrayFormView>(problem.Status, page, await StrayAsync(http, stray, page.English))
            : new Page<RefusalView, Problem>(problem.Status, page, problem);
        await answer.ExecuteAsync(http);
    }

    private async Task<StrayFormView> StrayAsync(HttpContext http, StrayForm stray, bool english)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted); // the identity has read it already
        var campaign = (string)http.GetRouteValue("campaign")!;
        return new(
            http.Request.Path.ToUriComponent() + http.Request.QueryString.ToUriComponent(),
            http.Request.ContentType!.Split(';')[0],
            [.. form.SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? "")))],
            form.Files.Any(f => f.Length > 0),
            stray.Needed is { Link: { } link } ? name(campaign, link.Role, link.Subject, english) : null
        );
    }
}
