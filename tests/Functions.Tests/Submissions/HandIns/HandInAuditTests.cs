using System.Text.Json;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;
using CddFunctions.Submissions;
using CddFunctions.Submissions.HandIns;
using CddFunctions.Tests.Exports;
using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Submissions.HandIns;

/// <summary>A hand-in and its entry: both or neither.</summary>
public sealed class HandInAuditTests
{
    private static readonly Caller Officer = new(CallerRole.Officer, MadeUpCampaign.Id, "2101", "link-1");
    private static readonly string Partition = SubmissionStore.Partition(MadeUpCampaign.Id);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hand_in_that_was_not_stored_has_no_entry_and_sent_again_it_has_one()
    {
        await using var disk = new TimedMachine.Disk();
        await using var machine = await disk.StartAsync();
        machine.Documents.Before = call => IsHandIn(call) ? throw new StorageUnavailableException("down") : Task.CompletedTask;
        await Assert.ThrowsAsync<StorageUnavailableException>(() => SendAsync(machine, Ct));
        Assert.DoesNotContain(await EntriesAsync(machine), e => e.Subject == "t-free:2101");
        machine.Documents.Before = _ => Task.CompletedTask;

        var receipt = await SendAsync(machine, Ct);

        Assert.Equal($"handed-in t-free:2101 receipt={receipt} revision=1", Line((await EntriesAsync(machine))[^1]));
        Assert.Single(await EntriesAsync(machine), e => e.Subject == "t-free:2101");
    }

    [Fact]
    public async Task A_hand_in_that_comes_again_has_its_entry_and_gets_no_second_one()
    {
        await using var disk = new TimedMachine.Disk();
        await using var machine = await disk.StartAsync();

        Assert.Equal(await SendAsync(machine, Ct), await SendAsync(machine, Ct));

        Assert.Equal("handed-in", Assert.Single(await EntriesAsync(machine), e => e.Subject == "t-free:2101").What);
    }

    [Fact]
    public async Task A_hand_in_that_comes_again_is_not_confirmed_before_its_entry_is_sure()
    {
        await using var disk = new TimedMachine.Disk();
        await using var machine = await disk.StartAsync();
        await SendAsync(machine, Ct);
        var kept = await machine.Documents.ReadAsync(Partition, "t-free:2101", Ct);
        machine.Documents.Before = call =>
            call.What == "settle" && call.Id == kept?.Version ? throw new StorageUnavailableException("down") : Task.CompletedTask;

        await Assert.ThrowsAsync<StorageUnavailableException>(() => SendAsync(machine, Ct));
    }

    [Fact]
    public async Task A_sender_who_goes_away_takes_hand_in_and_entry_along_or_neither()
    {
        await using var disk = new TimedMachine.Disk();
        await using var machine = await disk.StartAsync();
        using var sender = new CancellationTokenSource();
        machine.Documents.Before = call =>
        {
            if (IsHandIn(call))
                sender.Cancel();
            return Task.CompletedTask;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync(machine, sender.Token));

        Assert.Null(await machine.Documents.ReadAsync(Partition, "t-free:2101", Ct));
        Assert.DoesNotContain(await EntriesAsync(machine), e => e.Subject == "t-free:2101");
    }

    private static bool IsHandIn(WatchedDocuments.Call call) => call.Partition == Partition && call.IsWrite;

    private static async Task<string> SendAsync(TimedMachine machine, CancellationToken ct)
    {
        Assert.False((await machine.Of<Targets>().FindAsync(machine.Campaign, "t-free", "2101", ct)).IsRefused(out _, out var target));
        var body = new KeyedHandIn(new(new Dictionary<string, JsonElement>()), "my key", "hash of the body", AsPage: false);
        Assert.False((await machine.Of<HandIn>().RunAsync(target, Officer, body, ct)).IsRefused(out _, out var taken));
        return taken.Answer.Receipt;
    }

    private static Task<IReadOnlyList<AuditEntry>> EntriesAsync(TimedMachine machine) =>
        machine.Of<AuditTrail>().EntriesAsync(MadeUpCampaign.Id, 0, 100, Ct);

    private static string Line(AuditEntry e) => $"{e.What} {e.Subject} {e.Detail}";
}
