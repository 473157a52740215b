using CddFunctions.Exports;
using CddFunctions.Submissions.Uploads;

namespace CddFunctions.Host;

/// <summary>On one machine nobody else fires timers: clears unclaimed uploads and abandoned exports at start and every hour.</summary>
public sealed class EmbeddedHousekeeping(RemoveUnclaimedUploads uploads, RemoveAbandonedExports exports, ILogger<EmbeddedHousekeeping> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        try
        {
            do
            {
                await RunOnceAsync("unclaimed uploads", uploads.RunAsync, stoppingToken);
                await RunOnceAsync("abandoned exports", exports.RunAsync, stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the application stops
        }
    }

    /// <summary>One job that fails must not keep the others from running.</summary>
    private async Task RunOnceAsync(string what, Func<CancellationToken, Task<int>> job, CancellationToken ct)
    {
        try
        {
            var removed = await job(ct);
            log.LogInformation("Housekeeping removed {Files} files of {What}", removed, what);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            log.LogError(e, "Housekeeping of {What} failed; the next run tries again", what);
        }
    }
}
