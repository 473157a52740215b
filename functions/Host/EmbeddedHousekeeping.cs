using CddFunctions.Submissions.Uploads;

namespace CddFunctions.Host;

/// <summary>On one machine nobody else fires timers: clears unclaimed uploads at start and every hour.</summary>
public sealed class EmbeddedHousekeeping(RemoveUnclaimedUploads job, ILogger<EmbeddedHousekeeping> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        try
        {
            do
                await RunOnceAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the application stops
        }
    }

    private async Task RunOnceAsync(CancellationToken ct)
    {
        try
        {
            var removed = await job.RunAsync(ct);
            log.LogInformation("Housekeeping removed {Files} unclaimed files", removed);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            log.LogError(e, "Housekeeping failed; the next run tries again");
        }
    }
}
