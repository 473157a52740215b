using CddFunctions.Platform.Timers;
using Microsoft.Extensions.Options;

namespace CddFunctions.Host;

/// <summary>
/// The whole application inside another program, which has the port and the timers: the isolated worker of Azure Functions.
/// It is started like any other head, secrets, campaigns and checks included.
/// </summary>
public sealed class Guest : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Pipeline _pipeline;

    private Guest(WebApplication app, Pipeline pipeline) => (_app, _pipeline) = (app, pipeline);

    public IServiceProvider Services => _app.Services;

    /// <param name="clock">Null = that of the machine.</param>
    /// <param name="settings">As on a command line: <c>--Campaigns:Folder=…</c>.</param>
    /// <exception cref="OptionsValidationException">A setting must change, each in one sentence.</exception>
    public static async Task<Guest> StartAsync(CancellationToken ct, ServeArguments? arguments = null, TimeProvider? clock = null, string[]? settings = null)
    {
        var pipeline = new Pipeline(Application.MostBytes);
        var app = Application.Build(arguments ?? new(), clock ?? TimeProvider.System, settings, head: Head.Bare, server: pipeline);
        await Serve.StartGuestAsync(app, ct);
        return new(app, pipeline);
    }

    /// <summary>Answers a request that another server received; see <see cref="Pipeline.HandOverAsync"/>.</summary>
    public Task AnswerAsync(HttpContext request) => _pipeline.HandOverAsync(request);

    /// <summary>Runs the job of a timer.</summary>
    /// <returns>What was done, for the log.</returns>
    /// <exception cref="InvalidOperationException">There is no timer of this name.</exception>
    public Task<string> RunAsync(string timer, CancellationToken ct) =>
        Services.JobOf(Services.GetServices<TimerDefinition>().Single(t => string.Equals(t.Name, timer, StringComparison.Ordinal))).RunAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
