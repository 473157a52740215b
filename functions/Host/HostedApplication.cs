using CddFunctions.Platform.Telemetry;
using CddFunctions.Platform.Timers;
using Microsoft.Extensions.Options;

namespace CddFunctions.Host;

/// <summary>
/// The whole application inside the isolated worker of Azure Functions. The worker receives the requests and the ticks of the timers
/// and hands them over. The application starts like under any other head: secrets, start checks, campaigns.
/// </summary>
public sealed class HostedApplication : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HandedOverServer _server;
    private readonly ILogger _log;
    private bool _isEnded;

    private HostedApplication(WebApplication app, HandedOverServer server)
    {
        _app = app;
        _server = server;
        _log = app.Services.GetRequiredService<ILogger<HostedApplication>>();
    }

    public IServiceProvider Services => _app.Services;

    /// <param name="logs">Where the application's lines go; null = standard output.</param>
    /// <param name="clock">Null = the machine's, or the rehearsal's that the settings name.</param>
    /// <param name="settings">As on a command line: <c>--Campaigns:Folder=…</c>.</param>
    /// <exception cref="OptionsValidationException">A setting must change, each in one sentence.</exception>
    public static async Task<HostedApplication> StartAsync(
        CancellationToken ct,
        ServeArguments? arguments = null,
        TimeProvider? clock = null,
        string[]? settings = null,
        ILoggerFactory? logs = null
    )
    {
        arguments ??= new ServeArguments().Or(Settings.BeforeBuild());
        clock ??= Clocks.Of(arguments);
        var server = new HandedOverServer(Application.MostBytes);
        var app = Application.Build(arguments, clock, settings, Head.Bare, server, logs is null ? null : new SafeRelay(logs));
        await Serve.StartGuestAsync(app, clock, ct);
        return new(app, server);
    }

    /// <summary>Answers a request that another server received; see <see cref="HandedOverServer.HandOverAsync"/>.</summary>
    /// <exception cref="InvalidOperationException">The answer broke off, and so does the connection. The log has the cause, which may
    /// quote data and so stays here.</exception>
    public async Task AnswerAsync(HttpContext request)
    {
        if (await HandOverAsync(request))
            return;

        request.Abort();
        throw new InvalidOperationException("An answer broke off; the log of the application has the cause.");
    }

    private async Task<bool> HandOverAsync(HttpContext request)
    {
        try
        {
            await _server.HandOverAsync(request);
            return true;
        }
        catch (Exception e)
        {
            _log.LogError(e, "An answer broke off");
            return false;
        }
    }

    /// <summary>Runs the job of a timer and logs what was done.</summary>
    /// <exception cref="InvalidOperationException">The job failed. The log has its cause, which may quote data and so stays
    /// here.</exception>
    public async Task RunAsync(string timer, CancellationToken ct)
    {
        var timers = Services.GetServices<TimerDefinition>();
        var definition = timers.Single(t => string.Equals(t.Name, timer, StringComparison.Ordinal));
        if (!await Services.FireAsync(definition, _log, ct))
            throw new InvalidOperationException($"{timer} failed; the log of the application has the cause.");
    }

    /// <summary>May come twice: from whoever started it, and from the container that gave it out.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isEnded, true))
            return;

        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
