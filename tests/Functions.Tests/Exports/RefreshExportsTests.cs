using System.Text.Json.Nodes;
using CddFunctions.Campaigns;
using CddFunctions.Exports;
using CddFunctions.Platform.Storage;
using CddFunctions.Submissions.Rosters;
using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Exports;

public sealed class RefreshExportsTests
{
    private static readonly DateOnly InMay = new(2024, 5, 25);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_run_makes_a_snapshot_and_the_next_finds_nothing_to_do_with_five_reads_and_no_write()
    {
        await using var disk = new TimedMachine.Disk();
        await using var machine = await disk.StartAsync();

        await machine.RunAsync<RefreshExports>();
        var made = Assert.Single(await machine.SnapshotsAsync());
        Assert.Equal((SnapshotOrigin.Timer, false, "timer"), (made.Origin, made.Frozen, made.By));

        disk.Clock.Advance(TimeSpan.FromHours(1));
        machine.Documents.Calls.Clear();
        Assert.Equal("nothing to do", await machine.RunAsync<RefreshExports>());

        Assert.Equal(5, machine.Documents.Calls.Count);
        Assert.DoesNotContain(machine.Documents.Calls, c => c.IsWrite);
        Assert.Single(await machine.SnapshotsAsync());
    }

    [Theory]
    [InlineData("submissions")]
    [InlineData("rosters")]
    [InlineData("unit-sets")]
    [InlineData("choices")]
    public async Task A_change_of_what_is_exported_calls_for_a_new_snapshot_and_no_other_change(string where)
    {
        await using var disk = new TimedMachine.Disk();
        await using var machine = await disk.StartAsync();
        await machine.RunAsync<RefreshExports>();

        await ChangeAsync(machine, where);
        await NextAsync(disk, machine);
        await NextAsync(disk, machine);

        Assert.Equal(where is "choices" ? 1 : 2, (await machine.SnapshotsAsync()).Count);
    }

    [Fact]
    public async Task Every_partition_that_an_export_reads_is_one_whose_changes_are_watched()
    {
        await using var disk = new TimedMachine.Disk();
        await using var machine = await disk.StartAsync();
        await ChangeAsync(machine, "submissions");
        await ChangeAsync(machine, "rosters");
        await ChangeAsync(machine, "unit-sets");
        machine.Documents.Calls.Clear();

        var made = await machine.ExportAsync();

        var read = machine
            .Documents.Calls.Where(c => !c.IsWrite)
            .Select(c => c.Partition.Split(':')[1])
            .Except(["exports", "audit"])
            .Distinct()
            .Order();
        Assert.Equal(read, made.Basis!.Positions.Keys.Order());
    }

    [Fact]
    public async Task A_change_during_the_export_is_seen_by_the_next_run()
    {
        await using var disk = new TimedMachine.Disk();
        await using var machine = await disk.StartAsync();
        var changed = false;
        machine.Documents.Before = async call =>
        {
            // The rows of the hand-ins come from lists; by then the positions must have been taken.
            if (call is { What: "list", Partition: "made-up:submissions" } && !changed)
            {
                changed = true;
                await machine.ExtendAsync("2101", InMay);
            }
        };
        await machine.RunAsync<RefreshExports>();
        Assert.True(changed);

        await NextAsync(disk, machine);
        await NextAsync(disk, machine);

        Assert.Equal(2, (await machine.SnapshotsAsync()).Count);
    }

    [Fact]
    public async Task What_a_person_exported_counts_as_the_newest()
    {
        await using var disk = new TimedMachine.Disk();
        await using var machine = await disk.StartAsync();
        await machine.ExportAsync();

        await NextAsync(disk, machine);

        Assert.Equal(SnapshotOrigin.Person, Assert.Single(await machine.SnapshotsAsync()).Origin);
    }

    [Fact]
    public async Task Time_alone_calls_for_a_new_snapshot_once_something_fell_due_and_at_each_midnight_while_it_is_missing()
    {
        await using var disk = new TimedMachine.Disk();
        await using var machine = await disk.StartAsync();
        await machine.RunAsync<RefreshExports>();

        foreach (
            var (at, count) in new (DateTimeOffset, int)[]
            {
                (MadeUpCampaign.LastSecond.AddHours(-12), 1), // noon, to its last second
                (MadeUpCampaign.LastSecond.AddHours(-11), 2),
                (MadeUpCampaign.LastSecond, 2),
                (MadeUpCampaign.LastSecond.AddSeconds(1), 3),
                (MadeUpCampaign.LastSecond.AddHours(20), 3),
                (MadeUpCampaign.LastSecond.AddHours(24), 3),
                (MadeUpCampaign.LastSecond.AddHours(24).AddSeconds(1), 4),
            }
        )
        {
            disk.Clock.SetUtcNow(at);
            await machine.RunAsync<RefreshExports>();
            Assert.Equal((at, count), (at, (await machine.SnapshotsAsync()).Count));
        }
    }

    [Fact]
    public async Task Of_two_machines_at_once_one_exports()
    {
        await using var disk = new TimedMachine.Disk();
        await using var first = await disk.StartAsync();
        await using var second = await disk.StartAsync();
        using var both = new Barrier(2);
        first.Documents.Before = second.Documents.Before = call =>
            call is { What: "read", Partition: "made-up:export-runs" } ? Task.Run(() => both.SignalAndWait(Ct), Ct) : Task.CompletedTask;

        var told = await Task.WhenAll(first.RunAsync<RefreshExports>(), second.RunAsync<RefreshExports>());

        Assert.Single(await first.SnapshotsAsync());
        Assert.Contains($"{MadeUpCampaign.Id}: another run is at it", told);
    }

    [Theory]
    [InlineData(29, 0)]
    [InlineData(30, 1)]
    public async Task A_run_that_ended_in_the_middle_is_given_half_an_hour_and_then_its_work_is_done_by_another(int minutes, int snapshots)
    {
        await using var disk = new TimedMachine.Disk();
        await using var machine = await disk.StartAsync();
        machine.Documents.Before = call =>
            call is { What: "create", Partition: "made-up:exports" } ? throw new StorageUnavailableException() : Task.CompletedTask;
        await Assert.ThrowsAsync<AggregateException>(machine.RunAsync<RefreshExports>);
        machine.Documents.Before = _ => Task.CompletedTask;

        disk.Clock.Advance(TimeSpan.FromMinutes(minutes));
        await machine.RunAsync<RefreshExports>();

        Assert.Equal(snapshots, (await machine.SnapshotsAsync()).Count);
    }

    [Fact]
    public async Task Positions_that_the_store_does_not_know_call_for_a_new_snapshot_with_new_ones()
    {
        await using var disk = new TimedMachine.Disk();
        await using var machine = await disk.StartAsync();
        var made = await machine.ExportAsync();
        disk.Clock.Advance(TimeSpan.FromMinutes(1));
        var foreign = made.Basis!.Positions.ToDictionary(p => p.Key, _ => "restored-elsewhere");
        await machine
            .Of<SnapshotStore>()
            .AddAsync(
                machine.Campaign,
                made with
                {
                    Id = "20240510-020100000-abcdef",
                    Basis = made.Basis with { Positions = foreign },
                },
                null,
                Ct
            );

        await NextAsync(disk, machine);
        Assert.Equal("nothing to do", await NextAsync(disk, machine));

        Assert.Equal(made.Basis.Positions, (await machine.SnapshotsAsync())[0].Basis!.Positions);
    }

    private static Task<string> NextAsync(TimedMachine.Disk disk, TimedMachine machine)
    {
        disk.Clock.Advance(TimeSpan.FromHours(1));
        return machine.RunAsync<RefreshExports>();
    }

    private static async Task ChangeAsync(TimedMachine machine, string where)
    {
        switch (where)
        {
            case "submissions":
                await machine.ExtendAsync("2101", InMay);
                break;
            case "rosters":
                JsonObject[] people = [MadeUpCampaign.Person(1)];
                Assert.NotNull(
                    await machine
                        .Of<RosterStore>()
                        .TryWriteAsync(
                            machine.Campaign,
                            null,
                            new("people", "2101", people, people, MadeUpCampaign.Start, "somebody"),
                            null,
                            Ct
                        )
                );
                break;
            case "unit-sets":
                Assert.True(
                    await machine
                        .Of<UnitDirectory>()
                        .TryChooseAsync(
                            machine.Campaign,
                            "tambons",
                            null,
                            new([new("210101", "ท่าประดู่", null)], MadeUpCampaign.Start, "somebody"),
                            null,
                            Ct
                        )
                );
                break;
            default:
                Assert.NotNull(await machine.Documents.TryCreateAsync($"{MadeUpCampaign.Id}:{where}", "x", new { A = 1 }.ToBody(), Ct));
                break;
        }
    }
}
