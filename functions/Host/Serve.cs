using CddFunctions.Campaigns;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Host;

/// <summary>The embedded head: one process, one machine.</summary>
public static class Serve
{
    public static async Task<int> RunAsync(ServeArguments arguments, CancellationToken ct)
    {
        var settings = Settings.BeforeBuild();
        var start = arguments.Clock ?? settings.Clock;
        await using var app = Application.Build(arguments, start is { } moment ? new RehearsalClock(moment) : TimeProvider.System);
        await StartAsync(app, arguments.Port ?? settings.Port, ct);
        await Announcement.WriteAsync(app, Console.Out, ct);
        await app.WaitForShutdownAsync(ct);
        return 0;
    }

    /// <summary>Secrets, campaigns, then the port: nothing is answered before the campaigns are in force.</summary>
    public static async Task StartAsync(WebApplication app, int port, CancellationToken ct)
    {
        app.Services.GetRequiredService<InstallationSecrets>().Prepare();
        await app.Services.GetRequiredService<CampaignCatalog>().LoadAsync(ct);
        app.Urls.Add($"http://127.0.0.1:{port}");
        await app.StartAsync(ct);
    }
}
