using CddFunctions.Campaigns;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Host;

/// <summary>Starts the application and stays until it is stopped.</summary>
public static class Serve
{
    /// <returns>0 after an orderly stop, 1 when it could not start.</returns>
    public static async Task<int> RunAsync(ServeArguments arguments, CancellationToken ct)
    {
        var port = arguments.Port ?? 0;
        try
        {
            var settings = Settings.BeforeBuild();
            port = arguments.Port ?? settings.Port;
            await RunOnAsync(port, arguments.Or(settings), ct);
            return 0;
        }
        catch (Exception fault) when (StartFault.Sentence(fault, port) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
    }

    private static async Task RunOnAsync(int port, ServeArguments arguments, CancellationToken ct)
    {
        var clock = Clocks.Of(arguments);
        await using var app = Application.Build(arguments, clock);
        RefuseInAzure(app, clock);
        await StartAsync(app, port, ct);
        await Announcement.WriteAsync(app, Console.Out, ct);
        await app.WaitForShutdownAsync(ct);
    }

    /// <summary>Secrets, campaigns, then requests: nothing is answered before the campaigns are in force.</summary>
    public static async Task StartAsync(WebApplication app, int port, CancellationToken ct)
    {
        await PrepareAsync(app, ct);
        app.Urls.Add($"http://127.0.0.1:{port}");
        await app.StartAsync(ct);
    }

    /// <summary>
    /// Starts the application without a port, inside a program that receives
    /// the requests and hands them over, as the Functions worker does.
    /// </summary>
    public static async Task StartGuestAsync(WebApplication app, TimeProvider clock, CancellationToken ct)
    {
        RefuseInAzure(app, clock);
        await PrepareAsync(app, ct);
        await app.StartAsync(ct);
    }

    private static void RefuseInAzure(WebApplication app, TimeProvider clock)
    {
        if (HostEnvironment.Current.Azure)
            AzureRules.Check(app.Services, clock.IsRehearsal());
    }

    private static async Task PrepareAsync(WebApplication app, CancellationToken ct)
    {
        app.Services.GetRequiredService<InstallationSecrets>().Prepare();
        await StartChecks.RunAsync(app.Services.GetServices<IStartCheck>(), ct);
        _ = app.Services.GetRequiredService<IFiles>(); // a place for files that cannot be opened says so now, not at the first upload
        if (app.Services.GetRequiredService<StorageDescription>().ReadOnly is true)
            app.Logger.LogWarning("The store cannot be written: started for reading only. Make room on the disk, then start again");
        await app.Services.GetRequiredService<CampaignCatalog>().LoadAsync(ct);
    }
}
