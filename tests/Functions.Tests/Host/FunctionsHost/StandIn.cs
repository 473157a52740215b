using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CddFunctions.Tests.Host.FunctionsHost.Protocol;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CddFunctions.Tests.Host.FunctionsHost;

/// <summary>
/// Stands in for the Azure Functions host in front of an isolated worker: starts it, learns and loads its functions, forwards HTTP to
/// it and fires its timers, each as a real host (4.1037) was seen to do it, with its limits and its ways to lose something.
/// </summary>
internal sealed class StandIn : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _covered = new(StringComparer.Ordinal);
    private readonly HttpMessageInvoker _client = Forwarding.CreateClient();
    private readonly ProcessLog _log = new();
    private readonly FunctionApp _app;
    private readonly WorkerLink _link;
    private readonly WebApplication _grpc;
    private IWorker? _worker;
    private WebApplication? _front;
    private Uri? _workerUri;
    private AppFunctions _functions = new([], []);

    private StandIn(FunctionApp app)
    {
        _app = app;
        WorkerId = Guid.NewGuid().ToString();
        _link = new(WorkerId, _log);
        _grpc = GrpcServer(_link);
    }

    /// <summary>Where clients find it, without a slash at the end.</summary>
    public string Address => _front!.Urls.First();

    /// <summary>Functions that received a request or a tick.</summary>
    public IEnumerable<string> Covered => _covered.Keys;

    public AppFunctions Functions => _functions;

    /// <summary>What the worker logged and printed, and why the host itself failed a request.</summary>
    public string Log => _log.Text;

    private string WorkerId { get; }

    /// <param name="folder">As ./publish made it.</param>
    /// <param name="environment">App settings.</param>
    /// <exception cref="InvalidOperationException">A file is missing, or the worker does not start; with what it printed.</exception>
    public static Task<StandIn> StartAsync(string folder, IReadOnlyDictionary<string, string> environment, CancellationToken ct) =>
        StartAsync(FunctionApp.Load(folder), start => WorkerProcess.Start(start, environment), ct);

    public static async Task<StandIn> StartAsync(FunctionApp app, Func<WorkerStart, IWorker> start, CancellationToken ct)
    {
        var host = new StandIn(app);
        try
        {
            await host._grpc.StartAsync(ct);
            host._worker = start(new(app, new(host._grpc.Urls.First()), host.WorkerId, host._log));
            await host.PrepareAsync().WaitAsync(Patience, ct);
            await host._front!.StartAsync(ct);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Fires a timer once.</summary>
    /// <exception cref="InvalidOperationException">There is no such timer, it failed, or took too long.</exception>
    public async Task FireAsync(string name)
    {
        var timer =
            _functions.Timers.SingleOrDefault(t => string.Equals(t.Name, name, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"No timer is called {name}.");
        var now = TimeProvider.System.GetUtcNow();
        var last = _covered.GetValueOrDefault(name);
        _covered[name] = now;
        var tick = new JsonObject
        {
            ["Schedule"] = new JsonObject { ["AdjustForDST"] = true },
            ["ScheduleStatus"] = new JsonObject
            {
                ["Last"] = last,
                ["Next"] = now,
                ["LastUpdated"] = last,
            },
            ["IsPastDue"] = false,
        };
        var call = _link.InvokeAsync(Guid.NewGuid().ToString(), timer.Id, timer.Binding, new() { Json = tick.ToJsonString() });
        if (await Task.WhenAny(call, Task.Delay(_app.Timeout)) != call)
            _worker!.Kill();
        Must(await call, name);
    }

    /// <summary>Kills the worker at once, as the host does with one that takes too long. Nobody starts it again here.</summary>
    public async Task KillAsync()
    {
        _worker!.Kill();
        _log.Add(await _worker.Ended);
    }

    public async ValueTask DisposeAsync()
    {
        if (_worker is not null)
            await KillAsync();
        _worker?.Dispose();
        if (_front is not null)
            await _front.DisposeAsync();
        await _grpc.DisposeAsync();
        _client.Dispose();
    }

    private async Task PrepareAsync()
    {
        var started = _link.StartedAsync();
        if (await Task.WhenAny(started, _worker!.Ended) != started)
            throw new InvalidOperationException($"{await _worker.Ended} {_log.Text}");

        var init = await _link.InitAsync(_app.Root);
        Must(init.Result, "init");
        var found = await _link.MetadataAsync(_app.Root);
        Must(found.Result, "metadata");
        foreach (var function in found.FunctionMetadataResults)
            Must(await _link.LoadAsync(function), $"loading {function.Name}");

        _workerUri = new(init.Capabilities["HttpUri"]);
        _functions = AppFunctions.Of(
            found.FunctionMetadataResults.Select(f => (f.FunctionId, f.Name, f.RawBindings.Select(b => JsonNode.Parse(b)!.AsObject())))
        );
        _front = Front();
    }

    private WebApplication Front()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = Forwarding.MostBytes;
            });
        builder.Services.AddRoutingCore();
        var front = builder.Build();
        front.Urls.Add("http://127.0.0.1:0");
        front.UseRouting();
        for (var order = 0; order < _functions.Http.Count; order++)
        {
            var function = _functions.Http[order];
            Task Forward(HttpContext http) => ForwardAsync(function, http);
            var route = $"/{_app.RoutePrefix}/{function.Route}";
            var endpoint = function.Methods.Count == 0 ? front.Map(route, Forward) : front.MapMethods(route, function.Methods, Forward);
            endpoint.WithOrder(order);
        }

        // What is no function is answered by the host and never reaches the worker.
        front.MapFallback(
            "{*path}",
            http =>
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }
        );
        return front;
    }

    private async Task ForwardAsync(HttpFunction function, HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        if (!string.Equals(function.AuthLevel, "Anonymous", StringComparison.OrdinalIgnoreCase))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized; // no client here has a key of the host
            return;
        }

        _covered.TryAdd(function.Name, default);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        limit.CancelAfter(_app.Timeout);
        try
        {
            await ForwardAsync(function, http, limit.Token);
        }
        catch (HttpRequestException e) when (e.InnerException is Microsoft.AspNetCore.Http.BadHttpRequestException unread)
        {
            http.Response.StatusCode = unread.StatusCode; // the client's own body is broken: the host says so, as any server does
        }
        catch (Exception e) when (e is HttpRequestException or InvalidOperationException or IOException)
        {
            Fail(function, http, $"{e.Message} {e.InnerException?.Message}");
        }
        catch (OperationCanceledException)
        {
            if (!http.RequestAborted.IsCancellationRequested)
                _worker!.Kill();
        }
    }

    private async Task ForwardAsync(HttpFunction function, HttpContext http, CancellationToken ct)
    {
        var invocation = Guid.NewGuid().ToString();
        using var message = Forwarding.ToWorker(http.Request, _workerUri!, invocation);
        var call = _link.InvokeAsync(invocation, function.Id, function.Binding, new() { Http = new() });
        using var answer = await _client.SendAsync(message, ct);
        await Forwarding.ToClientAsync(answer, http.Response, ct);
        Must(await call.WaitAsync(ct), function.Name);
    }

    private void Fail(HttpFunction function, HttpContext http, string why)
    {
        _log.Add($"Host: {function.Name} failed: {why}");
        Console.WriteLine($"Host: {function.Name} failed: {why}"); // an empty 500 would tell the reader of a failed test nothing
        if (http.Response.HasStarted)
            http.Abort();
    }

    private static void Must(StatusResult result, string what)
    {
        if (result.Status is not StatusResult.Types.Status.Success)
            throw new InvalidOperationException($"{what}: {result.Status} {result.Exception?.Message} {result.Result}");
    }

    private static WebApplication GrpcServer(WorkerLink link)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(e => e.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(link);
        builder.Services.AddGrpc(o => o.MaxReceiveMessageSize = null);
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGrpcService<WorkerLink>();
        return app;
    }
}
