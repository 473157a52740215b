using CddFunctions.Host;
using CddFunctions.Platform.Telemetry;
using CddFunctions.Platform.Timers;

namespace CddFunctions.Tests.Http.Heads;

/// <summary>The application on Kestrel inside the test process: the quickest, and the only one whose services a test can reach.</summary>
internal sealed class InProcessHead : IServerHead
{
    private readonly WebApplication _app;
    private readonly Recorder _recorder;

    private InProcessHead(WebApplication app, Recorder recorder) => (_app, _recorder) = (app, recorder);

    public IServiceProvider Services => _app.Services;

    public string Address => _app.Urls.First();

    public static async Task<InProcessHead> StartAsync(ServerPlan plan, CancellationToken ct, Head head = Head.Bare)
    {
        string[] settings =
        [
            $"--Campaigns:Folder={plan.Definitions}",
            $"--Logging:Console:LogLevel:{typeof(Outcomes).FullName}=None", // a line for each deed of thousands of tests
            .. plan.Settings.Select(s => $"--{s.Key}={s.Value}"),
        ];
        var app = Application.Build(new ServeArguments(Data: plan.Folder), new FileClock(plan.Clock.Path), settings, head);
        var recorder = new Recorder();
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(recorder);
        await Serve.StartAsync(app, 0, ct);
        return new(app, recorder);
    }

    public Task FireAsync(string timer) =>
        Services
            .JobOf(Services.GetServices<TimerDefinition>().Single(t => string.Equals(t.Name, timer, StringComparison.Ordinal)))
            .RunAsync(CancellationToken.None);

    public async Task<string> EndAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        return string.Join('\n', _recorder.Lines);
    }
}
