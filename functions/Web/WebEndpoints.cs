using CddFunctions.Platform;
using CddFunctions.Platform.Http;

namespace CddFunctions.Web;

/// <summary>Addresses that people open. They answer with pages, also when they refuse.</summary>
public static class WebEndpoints
{
    public static void MapWeb(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/ui/assets/{file}", PageAssets.Send).ExcludeFromDescription();

    /// <summary>A group for the pages of a feature.</summary>
    /// <param name="path">Below <c>/api/ui/{campaign}</c>.</param>
    public static RouteGroupBuilder MapPages(this IEndpointRouteBuilder routes, string path) =>
        routes
            .MapGroup("/api/ui/{campaign}" + path)
            .ExcludeFromDescription()
            .WithMetadata(new ForPeople())
            .AddEndpointFilter(FormsOnlyAsync);

    /// <summary>Refuses a POST to a page that is no HTML form: only a form carries a proof, and the pages read nothing else.</summary>
    private static async ValueTask<object?> FormsOnlyAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        HttpMethods.IsPost(context.HttpContext.Request.Method) && !context.HttpContext.Request.HasFormContentType
            ? CommonProblems.WrongContent().ToResult()
            : await next(context);
}
