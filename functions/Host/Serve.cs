using CddFunctions.Campaigns;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Host;

/// <summary>Starts the application and stays until it is stopped: alone on one machine, or as the custom handler of a Functions host.</summary>
public static class Serve
{
    /// <returns>0 after an orderly stop. Never 0 when it could not start: the Functions host would not start it again.</returns>
    public static async Task<int> RunAsync(ServeArguments arguments, CancellationToken ct)
    {
        var port = arguments.Port ?? 0;
        try
        {
            var host = HostEnvironment.Current;
            var settings = Settings.BeforeBuild();
            port = host.HandlerPort ?? arguments.Port ?? settings.Port;
            await RunAsync(arguments with { Clock = arguments.Clock ?? settings.Clock, ClockFile = arguments.ClockFile ?? settings.ClockFile }, host, port, ct);
            return 0;
        }
        catch (Exception fault) when (StartFault.Sentence(fault, port) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
    }

    private static async Task RunAsync(ServeArguments arguments, HostEnvironment host, int port, CancellationToken ct)
    {
        var clock = Clocks.Of(arguments);
        await using var app = Application.Build(arguments, clock, head: host.Head);
        if (host.Azure)
            AzureRules.Check(app.Services, clock.IsRehearsal());

        if (host.Head is Head.Embedded)
        {
            await StartAsync(app, port, ct);
            await Announcement.WriteAsync(app, Console.Out, ct);
        }
        else
        {
            await StartHandlerAsync(app, port, ct);
        }

        await app.WaitForShutdownAsync(ct);
    }

    /// <summary>Secrets, campaigns, then the port: whoever can connect is answered.</summary>
    public static async Task StartAsync(WebApplication app, int port, CancellationToken ct)
    {
        await PrepareAsync(app, ct);
        await ListenAsync(app, port, ct);
    }

    /// <summary>The port first: the Functions host waits for it, and the requests that it then lets through wait at the gate.</summary>
    private static async Task StartHandlerAsync(WebApplication app, int port, CancellationToken ct)
    {
        await ListenAsync(app, port, ct);
        await PrepareAsync(app, ct);
    }

    private static async Task PrepareAsync(WebApplication app, CancellationToken ct)
    {
        app.Services.GetRequiredService<InstallationSecrets>().Prepare();
        await StartChecks.RunAsync(app.Services.GetServices<IStartCheck>(), ct);
        await app.Services.GetRequiredService<CampaignCatalog>().LoadAsync(ct);
        app.Services.GetRequiredService<StartGate>().Open();
    }

    /// <summary>Named here, so that addresses in the environment are not used: a handler inherits the ASPNETCORE_URLS of its host.</summary>
    private static Task ListenAsync(WebApplication app, int port, CancellationToken ct)
    {
        app.Urls.Add($"http://127.0.0.1:{port}");
        return app.StartAsync(ct);
    }
}
