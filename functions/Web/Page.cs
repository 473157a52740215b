using System.Diagnostics.CodeAnalysis;
using CddFunctions.Platform;
using CddFunctions.Platform.Storage;
using CddFunctions.Platform.Telemetry;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;

namespace CddFunctions.Web;

/// <summary>
/// One answer that a person reads: a component rendered to static HTML. No
/// component runs in the browser, and the server keeps no state.
/// </summary>
public sealed class Page<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TComponent, TView>(
    int status,
    PageContext context,
    TView view
) : IResult
    where TComponent : PageView<TView>
{
    /// <summary>True for a page whose scripts upload files. Its content security policy then lets them reach the file store.</summary>
    public bool SendsFiles { get; init; }

    /// <summary>Why what was posted is refused; null for a page that only shows.</summary>
    public Problem? Refusal { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var html = await RenderAsync(httpContext.RequestServices);
        if (Refusal is not null)
            Outcomes.Note(httpContext, Refusal);
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentLanguage = context.Site.Language;
        response.Headers.ContentSecurityPolicy = Policy(
            SendsFiles ? httpContext.RequestServices.GetRequiredService<IIncoming>().Origin : null
        );
        await response.WriteAsync(html, httpContext.RequestAborted);
    }

    private static string Policy(string? store) =>
        $"default-src 'none'; script-src 'self'; connect-src 'self'{(store is null ? "" : " " + store)}; style-src 'self'; font-src 'self'; img-src 'self'; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private async Task<string> RenderAsync(IServiceProvider services)
    {
        var root = ParameterView.FromDictionary(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(CascadingValue<>.Value)] = context,
                [nameof(CascadingValue<>.IsFixed)] = true,
                [nameof(CascadingValue<>.ChildContent)] = (RenderFragment)Build,
            }
        );
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<CascadingValue<PageContext>>(root)).ToHtmlString()
        );
    }

    private void Build(RenderTreeBuilder builder)
    {
        builder.OpenComponent<TComponent>(0);
        builder.AddComponentParameter(1, nameof(PageView<>.View), view);
        builder.CloseComponent();
    }
}
