using CddFunctions.Host;
using Microsoft.Azure.Functions.Worker;

namespace CddFunctions.Worker;

/// <summary>One function per timer of the application, with its schedule (a test compares). A job that fails fails its function.</summary>
public sealed class TimerFunctions(HostedApplication application)
{
    [Function("CloseWindows")]
    public Task CloseWindowsAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken ct) =>
        application.RunAsync("CloseWindows", ct);

    [Function("WatchBallots")]
    public Task WatchBallotsAsync([TimerTrigger("0 2/5 * * * *")] TimerInfo timer, CancellationToken ct) =>
        application.RunAsync("WatchBallots", ct);

    [Function("RefreshExports")]
    public Task RefreshExportsAsync([TimerTrigger("0 7 * * * *")] TimerInfo timer, CancellationToken ct) =>
        application.RunAsync("RefreshExports", ct);

    [Function("Housekeeping")]
    public Task HousekeepingAsync([TimerTrigger("0 30 19 * * *")] TimerInfo timer, CancellationToken ct) =>
        application.RunAsync("Housekeeping", ct);
}
