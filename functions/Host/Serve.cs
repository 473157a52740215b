using CddFunctions.Campaigns;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;

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
            port = host.HandlerPort ?? port;
            using var door = host.Head is Head.CustomHandler ? await FrontDoor.OpenAsync(port, ct) : null;
            var settings = Settings.BeforeBuild();
            port = host.HandlerPort ?? arguments.Port ?? settings.Port;
            await RunAsync(arguments.Or(settings) with { Port = port }, host, door, ct);
            return 0;
        }
        catch (Exception fault) when (StartFault.Sentence(fault, port) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
    }

    private static async Task RunAsync(ServeArguments arguments, HostEnvironment host, FrontDoor? door, CancellationToken ct)
    {
        var clock = Clocks.Of(arguments);
        await using var app = Application.Build(arguments, clock, head: host.Head, server: door);
        if (host.Azure)
            AzureRules.Check(app.Services, clock.IsRehearsal());

        await StartAsync(app, arguments.Port ?? 0, ct);
        if (host.Head is Head.Embedded)
            await Announcement.WriteAsync(app, Console.Out, ct); // it holds links, and the output of a handler goes to a log
        await app.WaitForShutdownAsync(ct);
    }

    /// <summary>Secrets, campaigns, then requests: nothing is answered before the campaigns are in force.</summary>
    public static async Task StartAsync(WebApplication app, int port, CancellationToken ct)
    {
        await PrepareAsync(app, ct);
        if (app.Urls.Count == 0) // the front door has its address already
            app.Urls.Add($"http://127.0.0.1:{port}");
        await app.StartAsync(ct);
    }

    /// <summary>No port: another program has it, and hands requests over.</summary>
    public static async Task StartGuestAsync(WebApplication app, CancellationToken ct)
    {
        if (HostEnvironment.Current.Azure)
            AzureRules.Check(app.Services, rehearsal: false);
        await PrepareAsync(app, ct);
        await app.StartAsync(ct);
    }

    private static async Task PrepareAsync(WebApplication app, CancellationToken ct)
    {
        app.Services.GetRequiredService<InstallationSecrets>().Prepare();
        await StartChecks.RunAsync(app.Services.GetServices<IStartCheck>(), ct);
        _ = app.Services.GetRequiredService<IFiles>(); // a place for files that cannot be opened says so now, not at the first upload
        await app.Services.GetRequiredService<CampaignCatalog>().LoadAsync(ct);
    }
}
