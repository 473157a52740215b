using System.Text;
using CddFunctions.Adapters.Cosmos;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Storage;
using CddFunctions.Tests.Platform.Audit;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Time.Testing;

namespace CddFunctions.Tests.Adapters.Cosmos;

/// <summary>Deeds where the entry follows its item: what is left when a process ends or is slow in between.</summary>
public sealed class CosmosDeedsTests : DeedsContract, IAsyncLifetime
{
    private readonly List<IDisposable> _opened = [];
    private Container _container = null!;

    public async ValueTask InitializeAsync() => _container = await CosmosStores.ContainerAsync();

    public ValueTask DisposeAsync()
    {
        _opened.ForEach(o => o.Dispose());
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
    public async Task A_deed_whose_entry_failed_is_entered_by_its_process_without_another_deed()
    {
        var network = Keep(new RefusingNetwork(AuditBlock.Partition(Campaign)));
        var store = await OpenAsync(network);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => store.TryCreateAsync(Partition, "one", Body("a"), Deed("one"), Ct));
        Assert.Empty(await SubjectsAsync(store));

        network.Refuses = false;

        await UntilAsync(async () => (await Chains.Trail(store).EndAsync(Campaign, Ct)).Entry > 0);
        Assert.Equal("receipt=one", Assert.Single(await EntriesAsync(store)).Detail);
        await UntilAsync(async () => (await NotesAsync()).Count == 0);
    }

    [Fact]
    public async Task Whoever_is_told_again_that_a_write_was_done_finds_its_entry()
    {
        await LeaveAsync("one", "left");

        IDocuments next = Open(TimeProvider.System);
        await next.SettleAsync((await next.ReadAsync(Partition, "one", Ct))!.Version, Ct);

        Assert.Equal(["left"], await SubjectsAsync(next));
    }

    [Fact]
    public async Task A_note_that_cannot_be_read_stops_nobody()
    {
        await LeaveAsync("one", "left");
        var next = Open(Later());
        await next.TryCreateAsync(CosmosPending.Partition, "0-unreadable", Body("no note"), Ct); // before all other notes

        await next.TryCreateAsync(Partition, "two", Body("b"), Deed("next"), Ct);
        await LeaveAsync("three", "other");
        var found = await next.ReadAsync(Partition, "three", Ct);
        await next.TryReplaceAsync(Partition, "three", found!.Version, Body("c"), Ct);

        Assert.Equal(["left", "next", "other"], await SubjectsAsync(next));
        Assert.Contains(await NotesAsync(), note => note.Id == "0-unreadable");
    }

    [Fact]
    public async Task A_deed_that_cannot_be_read_stops_no_other_of_its_note()
    {
        await LeaveAsync("one", "left");
        var noted = Assert.Single(await NotesAsync());
        var sheet = noted.Read<PendingSheet>();
        var broken = sheet.Deeds[0] with { Id = "broken", Write = "broken" };
        var next = Open(Later());
        await next.TryReplaceAsync(
            noted.Partition,
            noted.Id,
            noted.Version,
            (sheet with { Deeds = [broken, .. sheet.Deeds] }).ToBody(),
            Ct
        );
        var item = $$"""{"id":"broken","partition":"{{Partition}}","write":"broken","deed":5,"body":"{}"}""";
        using var made = await _container.CreateItemStreamAsync(new MemoryStream(Encoding.UTF8.GetBytes(item)), new(Partition), null, Ct);
        Assert.True(made.IsSuccessStatusCode);

        await next.RecordAsync(Deed("next"));

        Assert.Equal(["left", "next"], await SubjectsAsync(next));
        Assert.Single(await NotesAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_deed_and_its_entry_have_one_budget(bool recorded)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var (half, end) = (CosmosDocuments.Budget * 0.6, AuditBlock.Partition(Campaign));
        var halfway = 0;
        var network = new StoppingNetwork(
            (request, _) =>
            {
                if ((recorded || StoppingNetwork.Writes(request, Partition)) && Interlocked.Exchange(ref halfway, 1) == 0)
                    clock.Advance(half);
                return StoppingNetwork.Writes(request, end);
            },
            arrives: false
        );
        var slow = await OpenAsync(network, clock);
        var writing = recorded ? slow.RecordAsync(Deed("slow")) : slow.TryCreateAsync(Partition, "one", Body("a"), Deed("slow"), Ct);
        await network.Stopped;

        clock.Advance(half);

        await Assert.ThrowsAsync<StorageUnavailableException>(() => writing.WaitAsync(TimeSpan.FromSeconds(10), Ct));
        network.GoOn();
        await UntilAsync(async () => (await SubjectsAsync(Open(TimeProvider.System))).Count > 0); // what was done is told all the same
    }

    [Fact]
    public async Task A_note_of_a_deed_that_was_given_up_goes()
    {
        var network = new StoppingNetwork((r, _) => StoppingNetwork.Writes(r, CosmosPending.Partition), arrives: true);
        var store = await OpenAsync(network);
        using var cancel = new CancellationTokenSource();
        var writing = store.TryCreateAsync(Partition, "one", Body("a"), Deed("a"), cancel.Token);
        await network.Stopped;
        Assert.Single(await NotesAsync());

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);
        network.GoOn();

        await UntilAsync(async () => (await NotesAsync()).Count == 0);
    }

    [Fact]
    public async Task When_nothing_is_in_hand_no_note_is_left()
    {
        var store = Open(TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => store.TryCreateAsync(Partition, $"{n}", Body("a"), Deed($"{n}"), Ct)));

        await UntilAsync(async () => (await NotesAsync()).Count == 0);
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

    /// <summary>A minute is far more than it takes; a machine may be busy.</summary>
    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        late.CancelAfter(TimeSpan.FromMinutes(1));
        while (!await isSo())
            await Task.Delay(50, late.Token);
    }

    private async Task<IReadOnlyList<Document>> NotesAsync() =>
        (await Open(TimeProvider.System).ListAsync(CosmosPending.Partition, null, 10, Ct)).Documents;

    /// <summary>The clock of a process that starts when nobody writes any more under the notes of today.</summary>
    private static ClockAhead Later() => new(CosmosDeeds.Lease + TimeSpan.FromSeconds(1));

    private CosmosDocuments Open(TimeProvider clock) => Keep(new CosmosDocuments(_container, clock, pace: AuditPace.Alone));

    private async Task<CosmosDocuments> OpenAsync(HttpMessageHandler network, TimeProvider? clock = null)
    {
        var client = Keep(await CosmosStores.ClientAsync(Keep(network)));
        var own = client.GetContainer(_container.Database.Id, _container.Id);
        return Keep(new CosmosDocuments(own, clock ?? TimeProvider.System, pace: AuditPace.Alone));
    }

    private T Keep<T>(T one)
        where T : IDisposable
    {
        _opened.Insert(0, one);
        return one;
    }

    private sealed class ClockAhead(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
