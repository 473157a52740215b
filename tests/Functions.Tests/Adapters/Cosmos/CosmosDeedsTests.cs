using CddFunctions.Adapters.Cosmos;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Storage;
using CddFunctions.Tests.Platform.Audit;
using Microsoft.Azure.Cosmos;

namespace CddFunctions.Tests.Adapters.Cosmos;

/// <summary>Deeds where the entry follows its item: what is left when a process ends or is slow in between.</summary>
public sealed class CosmosDeedsTests : DeedsContract, IAsyncLifetime
{
    private readonly List<IDisposable> opened = [];
    private Container container = null!;

    public async ValueTask InitializeAsync() => container = await CosmosStores.ContainerAsync();

    public ValueTask DisposeAsync()
    {
        opened.ForEach(o => o.Dispose());
        return default;
    }

    protected override Task<IDocuments> OpenAsync() => Task.FromResult<IDocuments>(Open(TimeProvider.System));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_process_that_ends_at_any_request_leaves_both_or_neither(bool arrives)
    {
        var healthy = Open(TimeProvider.System);
        for (var at = 1; ; at++)
        {
            var campaign = $"{Campaign}-{at}";
            var partition = $"{campaign}:submissions";
            var before = await healthy.TryCreateAsync(partition, "kept", Body("before"), Chains.Deed("before", campaign), Ct);
            var network = new StoppingNetwork((_, n) => n == at, arrives);
            var ending = await OpenAsync(network);
            var writing = ending.TryReplaceAsync(partition, "kept", before!, Body("after"), Chains.Deed("after", campaign), Ct);
            var finished = await Task.WhenAny(writing, network.Stopped) == writing;

            var next = Open(Later());
            Assert.NotNull(await next.TryCreateAsync(partition, "next", Body("next"), Chains.Deed("next", campaign), Ct));

            var entries = await Chains.Trail(next).AllAsync(campaign, Ct).Select(e => e.Subject).ToListAsync(Ct);
            var done = Text(await next.ReadAsync(partition, "kept", Ct)) == "after";
            Assert.Equal(done ? ["before", "after", "next"] : ["before", "next"], entries);
            Assert.Equal<(long, AuditFault?)>((entries.Count, null), await WholeAsync(next, campaign));
            if (!finished)
                continue;

            Assert.True(at > 5, $"only {at} requests were seen");
            return;
        }
    }

    [Fact]
    public async Task What_an_ended_process_left_is_entered_late_with_its_own_moment()
    {
        await LeaveAsync("one", "left");

        var next = Open(Later());
        await next.RecordAsync(Deed("next"));

        var left = Assert.Single(await EntriesAsync(next), e => e.Subject == "left");
        Assert.Equal("receipt=left late=yes", left.Detail);
        Assert.Equal(Chains.At, left.At);
        Assert.Equal(["left", "next"], await SubjectsAsync(next));
    }

    [Fact]
    public async Task A_deed_that_somebody_replaces_is_entered_before_it_is_gone()
    {
        await LeaveAsync("one", "left");

        var next = Open(TimeProvider.System); // at once: nobody can know yet that the other has ended
        var found = await next.ReadAsync(Partition, "one", Ct);
        Assert.NotNull(await next.TryReplaceAsync(Partition, "one", found!.Version, Body("b"), Ct));

        var last = Open(Later());
        await last.TryCreateAsync(Partition, "two", Body("c"), Deed("next"), Ct);
        Assert.Equal(["left", "next"], await SubjectsAsync(last));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_process_that_is_only_slow_makes_no_second_entry(bool replaced)
    {
        var network = new StoppingNetwork((r, _) => StoppingNetwork.Writes(r, AuditBlock.Partition(Campaign)), arrives: false);
        var slow = await OpenAsync(network);
        var writing = slow.TryCreateAsync(Partition, "one", Body("a"), Deed("slow"), Ct);
        await network.Stopped;

        var quick = Open(Later());
        if (replaced)
        {
            var found = await quick.ReadAsync(Partition, "one", Ct);
            await quick.TryReplaceAsync(Partition, "one", found!.Version, Body("b"), Deed("replaced"), Ct);
        }

        await quick.TryCreateAsync(Partition, "two", Body("b"), Deed("quick"), Ct);
        network.GoOn();

        Assert.NotNull(await writing);
        Assert.Equal(replaced ? ["slow", "replaced", "quick"] : ["slow", "quick"], await SubjectsAsync(quick));
    }

    [Fact]
    public async Task A_note_of_a_write_that_was_never_made_leaves_no_entry()
    {
        var network = new StoppingNetwork((r, _) => StoppingNetwork.Writes(r, Partition), arrives: false);
        var ending = await OpenAsync(network);
        _ = ending.TryCreateAsync(Partition, "one", Body("a"), Deed("never"), Ct);
        await network.Stopped;
        Assert.Single(await NotesAsync());

        var next = Open(Later());
        await next.TryCreateAsync(Partition, "two", Body("b"), Deed("next"), Ct);

        Assert.Equal(["next"], await SubjectsAsync(next));
    }

    [Fact]
    public async Task When_nothing_is_in_hand_no_note_is_left()
    {
        var store = Open(TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => store.TryCreateAsync(Partition, $"{n}", Body("a"), Deed($"{n}"), Ct)));

        while ((await NotesAsync()).Count > 0)
            await Task.Delay(50, Ct);
        Assert.Equal(20, (await SubjectsAsync(store)).Count);
    }

    /// <summary>A process writes a deed and ends before the entry follows.</summary>
    private async Task LeaveAsync(string id, string subject)
    {
        var network = new StoppingNetwork((r, _) => StoppingNetwork.Writes(r, AuditBlock.Partition(Campaign)), arrives: false);
        _ = (await OpenAsync(network)).TryCreateAsync(Partition, id, Body("a"), Deed(subject), Ct);
        await network.Stopped;
    }

    private static async Task<(long Entries, AuditFault? Fault)> WholeAsync(IDocuments store, string campaign)
    {
        var report = await Chains.CheckAsync(store, campaign);
        return (report.Whole.Entry, report.Fault);
    }

    private async Task<IReadOnlyList<Document>> NotesAsync() =>
        (await Open(TimeProvider.System).ListAsync(CosmosPending.Partition, null, 10, Ct)).Documents;

    /// <summary>The clock of a process that starts when nobody writes any more under the notes of today.</summary>
    private static ClockAhead Later() => new(CosmosDeeds.Lease + TimeSpan.FromSeconds(1));

    private CosmosDocuments Open(TimeProvider clock) => Keep(new CosmosDocuments(container, clock, pace: AuditPace.Alone));

    private async Task<CosmosDocuments> OpenAsync(StoppingNetwork network)
    {
        var client = Keep(await CosmosStores.ClientAsync(Keep(network)));
        var own = client.GetContainer(container.Database.Id, container.Id);
        return Keep(new CosmosDocuments(own, TimeProvider.System, pace: AuditPace.Alone));
    }

    private T Keep<T>(T one)
        where T : IDisposable
    {
        opened.Insert(0, one);
        return one;
    }

    private sealed class ClockAhead(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
