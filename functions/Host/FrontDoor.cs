using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CddFunctions.Host;

/// <summary>
/// The server of a custom handler. It listens before there is an application, because the Functions host asks <c>GET /</c> until anything answers,
/// and how soon that is should not depend on what the application loads. Every other request waits here until the application has started.
/// </summary>
public sealed class FrontDoor : IServer
{
    private static readonly byte[] Here = "CddFunctions"u8.ToArray();

    private readonly KestrelServer _kestrel;
    private readonly TaskCompletionSource<Func<Visit, Task>> _application = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FrontDoor(KestrelServerOptions options) => _kestrel = new(
        Options.Create(options), new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance), NullLoggerFactory.Instance);

    public IFeatureCollection Features => _kestrel.Features;

    /// <param name="port">Of 127.0.0.1. Addresses in the environment are not used: a handler inherits the ASPNETCORE_URLS of its host.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<FrontDoor> OpenAsync(int port, CancellationToken ct)
    {
        var options = new KestrelServerOptions();
        Application.Limit(options);
        options.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        var door = new FrontDoor(options);
        await door._kestrel.StartAsync(new Waiting(door._application.Task), ct);
        return door;
    }

    /// <summary>The application is there: who waited is let in.</summary>
    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        _application.SetResult(visit =>
        {
            var context = application.CreateContext(visit.Features);
            visit.Leave = fault => application.DisposeContext(context, fault);
            return application.ProcessRequestAsync(context);
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => _kestrel.StopAsync(cancellationToken);

    public void Dispose() => _kestrel.Dispose();

    /// <summary>One request. The application's own context ends with it, which is after the last byte of the answer.</summary>
    private sealed class Visit(IFeatureCollection features)
    {
        public IFeatureCollection Features => features;

        public Action<Exception?> Leave { get; set; } = _ => { };
    }

    private sealed class Waiting(Task<Func<Visit, Task>> application) : IHttpApplication<Visit>
    {
        public Visit CreateContext(IFeatureCollection contextFeatures) => new(contextFeatures);

        public void DisposeContext(Visit context, Exception? exception) => context.Leave(exception);

        public async Task ProcessRequestAsync(Visit context)
        {
            if (IsProbe(context.Features.GetRequiredFeature<IHttpRequestFeature>()))
                await context.Features.GetRequiredFeature<IHttpResponseBodyFeature>().Writer.WriteAsync(Here);
            else
                await (await application)(context);
        }

        private static bool IsProbe(IHttpRequestFeature request) => request.Path is "/" && HttpMethods.IsGet(request.Method);
    }
}
