using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace CddFunctions.Host;

/// <summary>
/// The server of an application that opens no port of its own: another server in the process, such as that of the isolated worker,
/// receives the requests and hands them over. The application runs them with its own container, routes and identity; the bytes and
/// the connection stay those of the other server.
/// </summary>
/// <param name="mostBytes">
/// Most bytes of a request body, where an endpoint sets no limit of its own. The limit of the other server must be higher.
/// </param>
public sealed class HandedOverServer(long mostBytes) : IServer
{
    /// <summary>
    /// Features that the receiving server's application has set on the
    /// request for itself. This application would take them for its own.
    /// </summary>
    private static readonly HashSet<Type> OfTheOther =
    [
        typeof(IServiceProvidersFeature),
        typeof(IItemsFeature),
        typeof(IEndpointFeature),
        typeof(IRouteValuesFeature),
        typeof(IRoutingFeature),
        typeof(IQueryFeature),
        typeof(IFormFeature),
        typeof(IRequestCookiesFeature),
        typeof(IResponseCookiesFeature),
        typeof(IHttpActivityFeature),
        typeof(IHttpMetricsTagsFeature),
    ];

    private Func<IFeatureCollection, Task>? _run;

    public IFeatureCollection Features { get; } = new FeatureCollection();

    /// <summary>
    /// Runs a request in this application; the task ends when the answer is
    /// written. Refusals are answers: only a fault of the program throws.
    /// </summary>
    /// <exception cref="InvalidOperationException">The application has not been started.</exception>
    public Task HandOverAsync(HttpContext request)
    {
        var run = _run ?? throw new InvalidOperationException("The application has not been started.");
        CountOnce(request);
        // The features are copied: the request's own collection also keeps the
        // receiving application's context, and would return that one here.
        var features = new FeatureCollection();
        foreach (var (type, feature) in request.Features)
        {
            if (!OfTheOther.Contains(type))
                features[type] = feature;
        }

        if (request.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: false })
            features.Set<IHttpMaxRequestBodySizeFeature>(ReadBody.Instead(request, mostBytes));
        return run(features);
    }

    Task IServer.StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
    {
        _run = features => RunAsync(application, features);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        // nothing is held
    }

    /// <summary>
    /// Both applications in the process measure and trace requests. Only this one does so here, because it knows the route.
    /// </summary>
    private static void CountOnce(HttpContext request)
    {
        if (request.Features.Get<IHttpMetricsTagsFeature>() is { } metrics)
            metrics.MetricsDisabled = true;
        if (request.Features.Get<IHttpActivityFeature>()?.Activity is not { } activity)
            return;

        activity.ActivityTraceFlags &= ~System.Diagnostics.ActivityTraceFlags.Recorded;
        activity.IsAllDataRequested = false;
    }

    private static async Task RunAsync<TContext>(IHttpApplication<TContext> application, IFeatureCollection features)
        where TContext : notnull
    {
        var context = application.CreateContext(features);
        try
        {
            await application.ProcessRequestAsync(context);
            // The answer is completed here, before the context is disposed: headers
            // set at the start of the answer need this application's context.
            await features.GetRequiredFeature<IHttpResponseBodyFeature>().CompleteAsync();
            application.DisposeContext(context, null);
        }
        catch (Exception fault)
        {
            application.DisposeContext(context, fault);
            throw;
        }
    }
}
