using System.Diagnostics.CodeAnalysis;
using CddFunctions.Platform.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CddFunctions.Web;

/// <summary>One answer that a person reads: a component rendered to static HTML. Nothing on it runs, nothing is kept.</summary>
public sealed class Page<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TComponent>(
    int status, PageContext context, params (string Name, object? Value)[] parameters) : IResult
    where TComponent : IComponent
{
    /// <summary>Scripts of this page send files, which may go straight to the file store.</summary>
    public bool SendsFiles { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var html = await RenderAsync(httpContext.RequestServices);
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentLanguage = context.Texts.Site.Language;
        response.Headers.ContentSecurityPolicy = Policy(SendsFiles ? httpContext.RequestServices.GetRequiredService<IIncoming>().Origin : null);
        await response.WriteAsync(html, httpContext.RequestAborted);
    }

    private static string Policy(string? store) =>
        $"default-src 'none'; script-src 'self'; connect-src 'self'{(store is null ? "" : " " + store)}; style-src 'self'; font-src 'self'; img-src 'self'; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private async Task<string> RenderAsync(IServiceProvider services)
    {
        var view = ParameterView.FromDictionary(
            parameters.Append((Name: "Page", Value: context)).ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal));
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(
            async () => (await renderer.RenderComponentAsync<TComponent>(view)).ToHtmlString());
    }
}
