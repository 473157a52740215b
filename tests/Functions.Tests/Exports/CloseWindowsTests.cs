using CddFunctions.Exports;
using CddFunctions.Platform.Storage;
using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Exports;

public sealed class CloseWindowsTests
{
    private const string AtDue = "20240520T165959Z";
    private const string AtNoon = "20240520T050000Z";

    private static readonly DateTimeOffset Closed = MadeUpCampaign.LastSecond.AddSeconds(1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_read_or_written_before_anything_closes()
    {
        await using var disk = new TimedMachine.Disk();
        await using var machine = await disk.StartAsync();

        Assert.Equal("nothing to do", await machine.RunAsync<CloseWindows>());

        Assert.Empty(machine.Documents.Calls);
    }

    [Fact]
    public async Task Each_closing_instant_leaves_one_frozen_snapshot_and_later_runs_find_nothing_with_two_reads()
    {
        await using var disk = new TimedMachine.Disk();
        await using var machine = await disk.StartAsync();
        disk.Clock.SetUtcNow(Closed);

        await machine.RunAsync<CloseWindows>();

        var made = await machine.SnapshotsAsync();
        Assert.Equal([AtDue, AtNoon], made.Select(s => s.Closing).OrderDescending());
        Assert.All(made, s => Assert.Equal((SnapshotOrigin.Closing, true, Closed), (s.Origin, s.Frozen, s.AsOf)));
        Assert.StartsWith("ณ วันครบกำหนด ๒๐ พฤษภาคม ๒๕๖๗ เวลา ๒๓.๕๙ น.: ", made.Single(s => s.Closing is AtDue).Label);
        Assert.All(
            await ClosingsAsync(machine),
            c => Assert.Equal((ClosingState.Made, made.Single(s => s.Closing == c.Key).Id), (c.Value.State, c.Value.Snapshot))
        );

        machine.Documents.Calls.Clear();
        disk.Clock.Advance(TimeSpan.FromMinutes(45));
        Assert.Equal("nothing to do", await machine.RunAsync<CloseWindows>());
        Assert.Equal(2, machine.Documents.Calls.Count); // whether a definition was launched elsewhere, and the windows
        Assert.DoesNotContain(machine.Documents.Calls, c => c.IsWrite);
    }

    [Theory]
    [InlineData(0, ClosingState.Made)]
    [InlineData(1, ClosingState.Missed)]
    public async Task An_instant_that_nobody_saw_for_24_hours_is_recorded_as_missed_and_not_made_up(int seconds, ClosingState state)
    {
        await using var disk = new TimedMachine.Disk();
        await using var machine = await disk.StartAsync();
        disk.Clock.SetUtcNow(MadeUpCampaign.LastSecond.AddHours(24).AddSeconds(seconds));

        await machine.RunAsync<CloseWindows>();
        await machine.RunAsync<CloseWindows>();

        var closings = await ClosingsAsync(machine);
        Assert.Equal((ClosingState.Missed, state), (closings[AtNoon].State, closings[AtDue].State));
        Assert.Equal(state is ClosingState.Made ? 1 : 0, (await machine.SnapshotsAsync()).Count);
    }

    [Fact]
    public async Task Of_two_machines_at_once_one_makes_it()
    {
        await using var disk = new TimedMachine.Disk();
        await using var first = await disk.StartAsync();
        await using var second = await disk.StartAsync();
        disk.Clock.SetUtcNow(Closed);
        using var both = new Barrier(2);
        first.Documents.Before = second.Documents.Before = call =>
            call is { What: "create", Id: AtNoon } ? Task.Run(() => both.SignalAndWait(Ct), Ct) : Task.CompletedTask;

        await Task.WhenAll(first.RunAsync<CloseWindows>(), second.RunAsync<CloseWindows>());

        Assert.Equal([AtDue, AtNoon], (await first.SnapshotsAsync()).Select(s => s.Closing).OrderDescending());
    }

    /// <summary>The run ends before its snapshot is listed, or after it but before the closing's document says so.</summary>
    [Theory]
    [InlineData("made-up:exports", "create")]
    [InlineData("made-up:closings", "replace")]
    public async Task A_run_that_ended_in_the_middle_is_finished_by_a_later_one(string partition, string what)
    {
        await using var disk = new TimedMachine.Disk();
        await using var machine = await disk.StartAsync();
        disk.Clock.SetUtcNow(Closed);
        machine.Documents.Before = call =>
            call.Partition == partition && call.What == what ? throw new StorageUnavailableException() : Task.CompletedTask;
        await Assert.ThrowsAsync<AggregateException>(machine.RunAsync<CloseWindows>);
        machine.Documents.Before = _ => Task.CompletedTask;

        foreach (var minutes in new[] { 5, 30, 30 })
        {
            disk.Clock.Advance(TimeSpan.FromMinutes(minutes));
            await machine.RunAsync<CloseWindows>();
        }

        Assert.Equal([AtDue, AtNoon], (await machine.SnapshotsAsync()).Select(s => s.Closing).OrderDescending());
        Assert.All(await ClosingsAsync(machine), c => Assert.Equal(ClosingState.Made, c.Value.State));
    }

    [Theory]
    [InlineData("made-up:exports", "create", ClosingState.Missed, 0)]
    [InlineData("made-up:closings", "replace", ClosingState.Made, 1)]
    public async Task After_a_day_only_what_was_made_in_time_counts(string partition, string what, ClosingState state, int snapshots)
    {
        await using var disk = new TimedMachine.Disk();
        await using var machine = await disk.StartAsync();
        disk.Clock.SetUtcNow(MadeUpCampaign.LastSecond.AddHours(-11));
        machine.Documents.Before = call =>
            call.Partition == partition && call.What == what ? throw new StorageUnavailableException() : Task.CompletedTask;
        await Assert.ThrowsAsync<AggregateException>(machine.RunAsync<CloseWindows>);
        machine.Documents.Before = _ => Task.CompletedTask;

        disk.Clock.Advance(TimeSpan.FromDays(3));
        await machine.RunAsync<CloseWindows>();

        Assert.Equal(state, (await ClosingsAsync(machine))[AtNoon].State);
        Assert.Equal(snapshots, (await machine.SnapshotsAsync()).Count);
    }

    [Fact]
    public async Task After_a_closing_the_hourly_export_has_nothing_to_add()
    {
        await using var disk = new TimedMachine.Disk();
        await using var machine = await disk.StartAsync();
        disk.Clock.SetUtcNow(Closed);
        await machine.RunAsync<CloseWindows>();

        disk.Clock.Advance(TimeSpan.FromMinutes(7));

        Assert.Equal("nothing to do", await machine.RunAsync<RefreshExports>());
    }

    private static async Task<IReadOnlyDictionary<string, ClosingRecord>> ClosingsAsync(TimedMachine machine) =>
        (await machine.Of<ClosingStore>().AllAsync(machine.Campaign, Ct)).ToDictionary(c => c.Key, c => c.Value.Value);
}
