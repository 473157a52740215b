using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace CddFunctions.Tests.Host.FunctionsHost;

/// <summary>
/// Stands in for the Azure Functions host in front of a published folder: starts its custom handler, forwards HTTP to it and fires
/// its timers, each as a real host (4.1037) was seen to do it, with its limits and its ways to lose something.
/// </summary>
internal sealed class FunctionsHostSimulator : IAsyncDisposable
{
    private readonly FunctionApp _functions;
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
    });

    private readonly HandlerKeeper _keeper;
    private readonly WebApplication _front;
    private bool _disposed;
    private readonly ConcurrentDictionary<string, DateTimeOffset?> _covered = new(StringComparer.Ordinal);

    private FunctionsHostSimulator(FunctionApp functions, IReadOnlyDictionary<string, string> environment)
    {
        _functions = functions;
        _keeper = new(functions, environment, _client);
        _front = Front();
    }

    /// <summary>Where clients find it, without a slash at the end.</summary>
    public string Address => _front.Urls.First();

    /// <summary>Functions that received a request or a tick.</summary>
    public IEnumerable<string> Covered => _covered.Keys;

    /// <summary>What the handler has printed, and why the host itself failed a request.</summary>
    public string Log => _keeper.Log.Text;

    /// <summary>Processes of the handler that were started.</summary>
    public int Starts => _keeper.Starts;

    /// <summary>Ends when the host would shut itself down, since its handler failed three times.</summary>
    public Task GaveUp => _keeper.GaveUp;

    /// <param name="folder">With <c>host.json</c>, a folder per function, and the executable.</param>
    /// <param name="environment">App settings.</param>
    /// <param name="awaitHandler">False: come back at once; requests wait for the handler.</param>
    /// <exception cref="InvalidOperationException">The handler does not start; with what it printed.</exception>
    public static async Task<FunctionsHostSimulator> StartAsync(string folder, IReadOnlyDictionary<string, string> environment, CancellationToken ct, bool awaitHandler = true)
    {
        var host = new FunctionsHostSimulator(FunctionApp.Load(folder), environment);
        try
        {
            await host._front.StartAsync(ct);
            host._keeper.Start();
            if (awaitHandler)
                await host._keeper.ReadyAsync(ct);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Fires a timer once, and again when it was fired before.</summary>
    /// <returns>The handler's answer.</returns>
    /// <exception cref="InvalidOperationException">There is no such timer, it failed, or the host would wait for it for good.</exception>
    public async Task<JsonObject> FireAsync(string name)
    {
        var timer = _functions.Timers.SingleOrDefault(t => string.Equals(t.Name, name, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"No timer is called {name}.");
        var handler = await _keeper.ReadyAsync(CancellationToken.None) ?? throw new InvalidOperationException("The handler has ended.");
        var (last, now) = (_covered.GetValueOrDefault(name), TimeProvider.System.GetUtcNow());
        _covered[name] = now;

        using var message = TimerTick.ToHandler(timer, _keeper.Port, last, now);
        using var limit = new CancellationTokenSource(_functions.Timeout);
        try
        {
            using var answer = await _client.SendAsync(message, limit.Token);
            return await TimerTick.ReadAsync(timer, answer);
        }
        catch (OperationCanceledException slow)
        {
            _keeper.KillSlow(handler);
            throw new InvalidOperationException($"{name} took longer than {_functions.Timeout}.", slow);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        await _keeper.DisposeAsync();
        await _front.DisposeAsync();
        _client.Dispose();
    }

    private WebApplication Front()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
        });
        builder.Services.AddRoutingCore();
        var front = builder.Build();
        front.Urls.Add("http://127.0.0.1:0");
        front.UseRouting();
        foreach (var function in _functions.Http)
        {
            Task Forward(HttpContext http) => ForwardAsync(function, http);
            var (route, methods) = ($"/{_functions.RoutePrefix}/{function.Route}", function.Methods);
            _ = methods.Count == 0 ? front.Map(route, Forward) : front.MapMethods(route, methods, Forward);
        }

        // Whatever has no function, also another method of a route that has one, is answered by the host and never reaches the handler.
        front.MapFallback("{*path}", http =>
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        return front;
    }

    private async Task ForwardAsync(HttpFunction function, HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        if (function.AuthLevel is not "anonymous")
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized; // no client here has a key of the host
            return;
        }

        _covered.TryAdd(function.Name, null);
        using var message = await Forwarding.ToHandlerAsync(http.Request, _keeper.Port, Guid.NewGuid().ToString());
        using var limit = new CancellationTokenSource();
        Handler? handler = null;
        try
        {
            if (message is null || (handler = await _keeper.ReadyAsync(http.RequestAborted)) is null)
                return;
            limit.CancelAfter(_functions.Timeout);
            using var answer = await _client.SendAsync(message, limit.Token);
            await Forwarding.ToClientAsync(answer, http.Response);
        }
        catch (HttpRequestException gone)
        {
            _keeper.Log.Add($"Host: {function.Name} failed: {gone.Message} {gone.InnerException?.Message}");
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            _keeper.KillSlow(handler!);
        }
        catch (InvalidOperationException) when (GaveUp.IsCompleted)
        {
            http.Abort(); // the host is gone
        }
    }
}
