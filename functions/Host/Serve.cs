using CddFunctions.Campaigns;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Host;

/// <summary>The embedded head: one process, one machine.</summary>
public static class Serve
{
    public static async Task<int> RunAsync(ServeArguments arguments, CancellationToken ct)
    {
        var port = arguments.Port ?? 0;
        try
        {
            var settings = Settings.BeforeBuild();
            port = arguments.Port ?? settings.Port;
            return await RunAsync(arguments with { Clock = arguments.Clock ?? settings.Clock }, port, ct);
        }
        catch (Exception fault) when (StartFault.Sentence(fault, port) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
    }

    private static async Task<int> RunAsync(ServeArguments arguments, int port, CancellationToken ct)
    {
        await using var app = Application.Build(arguments, arguments.Clock is { } moment ? new RehearsalClock(moment) : TimeProvider.System);
        await StartAsync(app, port, ct);
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
