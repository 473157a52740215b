using CddFunctions.Platform.Identity;

namespace CddFunctions.Platform.Hosting;

/// <summary>What every endpoint relies on: JSON dialect, one door for failures, identity, safe headers, OpenAPI.</summary>
public static class PlatformSetup
{
    public static void AddPlatform(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(o => Json.Apply(o.SerializerOptions));
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.AddExceptionHandler<Failures>();
        services.AddOpenApi();
        services.AddSingleton<InstallationSecrets>();
        services.AddSingleton<CapabilityTokens>();
        services.AddSingleton<LinkStore>();
    }

    public static void UsePlatform(this WebApplication app)
    {
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(context => NoEndpoint(context.HttpContext.Response.StatusCode).ToResult().ExecuteAsync(context.HttpContext));
        app.Use(AddSafeHeaders);
        app.UseMiddleware<IdentityMiddleware>();
        app.MapOpenApi("/api/openapi.json");
    }

    private static Problem NoEndpoint(int status) => status switch
    {
        404 => CommonProblems.NotFound(),
        405 => CommonProblems.MethodNotAllowed(),
        413 => CommonProblems.TooLarge(),
        415 => CommonProblems.WrongContent(),
        < 500 => CommonProblems.Malformed(),
        _ => CommonProblems.Unexpected(),
    };

    private static Task AddSafeHeaders(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XFrameOptions = "DENY";
        return next(context);
    }
}
