using System.Text.Json;
using CddFunctions.Platform.Storage;
using CddFunctions.Platform.Telemetry;
using Microsoft.AspNetCore.Diagnostics;

namespace CddFunctions.Platform.Http;

/// <summary>
/// The one door for exceptions: a body that cannot be read is 400 or 413, an outage of the store 503 with Retry-After,
/// anything else a bug: 500 without detail. Expected refusals never come here; they are values.
/// </summary>
public sealed class Failures(StoreOutages outages, ILogger<Failures> log) : IExceptionHandler
{
    private const string Server = "Microsoft.AspNetCore.Server.Kestrel.Core";

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
            return true;

        var problem = exception switch
        {
            BadHttpRequestException { StatusCode: 413 } => CommonProblems.TooLarge(),
            BadHttpRequestException { StatusCode: 415 } => CommonProblems.WrongContent(),
            BadHttpRequestException { InnerException: JsonException json } => CommonProblems.Malformed(json.Path),
            BadHttpRequestException => CommonProblems.Malformed(),
            IOException { Source: Server } => CommonProblems.Malformed(), // a body in broken chunks
            StorageUnavailableException => CommonProblems.StorageUnavailable(),
            _ => CommonProblems.Unexpected(),
        };
        if (exception is StorageUnavailableException)
            outages.Add();
        if (problem.Status >= 500)
            log.LogError(exception, "{Method} {Route} failed as {Code}", httpContext.Request.Method, Route(httpContext), problem.Code);

        await Refusals.SendAsync(httpContext, problem);
        return true;
    }

    // The route pattern, not the path: paths can hold unit and link ids.
    private static string Route(HttpContext context) =>
        (context.Features.Get<IExceptionHandlerFeature>()?.Endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";
}
