using CddFunctions.Host;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace CddFunctions.Worker;

/// <summary>One function per timer of the application, with its schedule (a test compares). A job that fails fails its function.</summary>
public sealed class TimerFunctions(Guest guest, ILogger<TimerFunctions> log)
{
    [Function("CloseWindows")]
    public Task CloseWindowsAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken ct) => RunAsync("CloseWindows", timer, ct);

    [Function("RefreshExports")]
    public Task RefreshExportsAsync([TimerTrigger("0 7 * * * *")] TimerInfo timer, CancellationToken ct) => RunAsync("RefreshExports", timer, ct);

    [Function("Housekeeping")]
    public Task HousekeepingAsync([TimerTrigger("0 30 19 * * *")] TimerInfo timer, CancellationToken ct) => RunAsync("Housekeeping", timer, ct);

    private async Task RunAsync(string name, TimerInfo timer, CancellationToken ct) =>
        log.LogInformation("{Timer}{Late}: {Done}", name, timer.IsPastDue ? " (late)" : "", await guest.RunAsync(name, ct));
}
