using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace CddFunctions.Host;

/// <summary>
/// A server that listens nowhere: another server of the process hands its requests over. The application runs them as its own,
/// with its own container, routes and identity; bytes and connection stay those of the server that has the connection.
/// </summary>
/// <param name="mostBytes">Of a body, where an endpoint says nothing else; the other server's own limit must be higher.</param>
public sealed class HandedOverServer(long mostBytes) : IServer
{
    /// <summary>What the other application has put beside the request for itself. Ours would take it for its own.</summary>
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

    /// <summary>Ends when the answer has been written. Only a fault of the program itself comes through as an exception.</summary>
    /// <exception cref="InvalidOperationException">The application has not been started.</exception>
    public Task HandOverAsync(HttpContext request)
    {
        var run = _run ?? throw new InvalidOperationException("The application has not been started.");
        CountOnce(request);
        // A new collection: the server's own also keeps the other application's context, and would give that one back.
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

    /// <summary>Both applications of the process measure and trace requests; ours knows the route, so the other one does not.</summary>
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
            // Now, not when the other application is done: headers that wait for the start of the answer need our context.
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
