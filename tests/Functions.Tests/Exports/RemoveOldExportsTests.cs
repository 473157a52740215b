using CddFunctions.Exports;
using CddFunctions.Platform.Timers;
using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Exports;

public sealed class RemoveOldExportsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Housekeeping_removes_old_exports_with_their_files_and_nobody_finds_them_any_more()
    {
        await using var disk = new TimedMachine.Disk();
        await using var machine = await disk.StartAsync();
        await machine.RunAsync<RefreshExports>();
        disk.Clock.Advance(TimeSpan.FromMinutes(10));
        await machine.ExtendAsync("2101", new(2024, 5, 25));
        await machine.RunAsync<RefreshExports>();
        var ofDay = await machine.SnapshotsAsync();
        disk.Clock.Advance(TimeSpan.FromDays(8));
        var newest = await machine.ExportAsync();

        Assert.Contains("old exports of the timer: 1 removed", await machine.RunAsync<Housekeeping>());
        Assert.Equal("nothing to do", await machine.RunAsync<Housekeeping>());

        Assert.Equal([newest.Id, ofDay[0].Id], (await machine.SnapshotsAsync()).Select(s => s.Id));
        Assert.Null(await machine.Of<SnapshotStore>().FindAsync(machine.Campaign, ofDay[1].Id, Ct));
        var kept = await disk
            .Files.ListAsync("", Ct)
            .Select(f => SnapshotStore.SnapshotOf(MadeUpCampaign.Id, f.Name))
            .Distinct()
            .ToListAsync(Ct);
        Assert.Equal(new[] { newest.Id, ofDay[0].Id }.Order(), kept.Order());
    }

    [Fact]
    public async Task Two_at_once_remove_it_once()
    {
        await using var disk = new TimedMachine.Disk();
        await using var first = await disk.StartAsync();
        await using var second = await disk.StartAsync();
        await first.RunAsync<RefreshExports>();
        disk.Clock.Advance(TimeSpan.FromDays(91));
        await first.ExportAsync();
        using var both = new Barrier(2);
        first.Documents.Before = second.Documents.Before = call =>
            call is { What: "replace", Partition: "made-up:exports" } ? Task.Run(() => both.SignalAndWait(Ct), Ct) : Task.CompletedTask;

        var removed = await Task.WhenAll(first.Of<RemoveOldExports>().RunAsync(Ct), second.Of<RemoveOldExports>().RunAsync(Ct));

        Assert.Equal(1, removed.Sum());
    }
}
