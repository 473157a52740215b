using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Telemetry;
using CddFunctions.Platform.Timers;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace CddFunctions.Platform;

/// <summary>What every endpoint relies on: JSON dialect, one door for failures, identity, safe headers, OpenAPI.</summary>
public static class PlatformSetup
{
    public static void AddPlatform(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(o => Json.Apply(o.SerializerOptions));
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.AddRouting().LetInBeforeReading();
        services.AddExceptionHandler<Failures>();
        services.AddOpenApi(o => o.AddOperationTransformer(Contract.AddRolesAsync).AddOperationTransformer(Contract.AddPathAsync));
        services.AddSingleton<InstallationSecrets>();
        services.AddSingleton<CapabilityTokens>();
        services.AddSingleton<FormProofs>();
        services.AddSingleton<PageIdentity>();
        services.AddSingleton<LinkCookies>();
        services.AddSingleton<LinkCodes>();
        services.AddSingleton<WrongCodes>();
        services.AddSingleton<ProxyWatch>();
        services.Configure<FormOptions>(o => o.ValueCountLimit = FormProofs.MostValues);
        services.AddResponseCompression(Compress);
        services.AddSingleton<LinkStore>();
        services.AddSingleton<CapabilityCheck>();
        services.AddAuditTrail();
        services.AddTimer<Housekeeping>("Housekeeping", "0 30 19 * * *", atStart: true); // 02:30 in Bangkok
    }

    public static void UsePlatform(this WebApplication app)
    {
        var watch = app.Services.GetRequiredService<ProxyWatch>();
        app.Use(
            (http, next) =>
            {
                watch.Look(http.Request);
                return next(http);
            }
        );
        app.UseForwardedHeaders(app.Services.GetRequiredService<IOptions<ProxyOptions>>().Value.Forwarded());
        app.UseOutcomes();
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(context => NoEndpoint(context.HttpContext.Response.StatusCode).ToResult().ExecuteAsync(context.HttpContext));
        app.Use(AddSafeHeaders);
        app.Use(AnswerHead);
        app.UseResponseCompression();
        app.UseRouting();
        app.UseUnobserved();
        app.UseMiddleware<IdentityMiddleware>();
        app.UseRateLimiter(); // counts by link, so it comes after identity
        app.UseMiddleware<DoorMiddleware>();
        app.MapOpenApi("/api/openapi.json");
    }

    /// <summary>
    /// Compresses pages, because they are read on phones. The length of an answer cannot give a secret away (BREACH): the only one in a
    /// page, the proof of its form, is different each time, and cookies come along on navigation only.
    /// </summary>
    private static void Compress(ResponseCompressionOptions options)
    {
        options.EnableForHttps = true;
        options.MimeTypes = ["text/html", "text/css", "text/javascript", "image/svg+xml"];
    }

    private static Problem NoEndpoint(int status) =>
        status switch
        {
            404 => CommonProblems.NotFound(),
            405 => CommonProblems.MethodNotAllowed(),
            413 => CommonProblems.TooLarge(),
            415 => CommonProblems.WrongContent(),
            < 500 => CommonProblems.Malformed(),
            _ => CommonProblems.Unexpected(),
        };

    /// <summary>Forbids caches to keep an answer, which may hold personal data, unless the endpoint has set Cache-Control itself.</summary>
    private static Task KeepOutOfCaches(object state)
    {
        var headers = ((HttpContext)state).Response.Headers;
        if (headers.CacheControl.Count == 0)
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    /// <summary>HEAD is answered wherever GET is (RFC 9110, 9.3.2); the server leaves the body out.</summary>
    private static Task AnswerHead(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method))
            context.Request.Method = HttpMethods.Get;
        return next(context);
    }

    private static Task AddSafeHeaders(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XFrameOptions = "DENY";
        context.Response.OnStarting(KeepOutOfCaches, context);
        return next(context);
    }
}
