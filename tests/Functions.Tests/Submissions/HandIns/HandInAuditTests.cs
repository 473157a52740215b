using System.Text.Json;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;
using CddFunctions.Submissions;
using CddFunctions.Submissions.HandIns;
using CddFunctions.Tests.Exports;
using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Submissions.HandIns;

/// <summary>What becomes of a hand-in whose entry cannot be stored.</summary>
public sealed class HandInAuditTests
{
    private static readonly Caller Officer = new(CallerRole.Officer, MadeUpProgramme.Id, "2101", "link-1");
    private static readonly string Partition = AuditBlock.Partition(MadeUpProgramme.Id);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_its_entry_a_hand_in_is_not_answered_and_sent_again_it_has_one()
    {
        await using var disk = new TimedMachine.Disk();
        await using var machine = await disk.StartAsync();
        machine.Documents.Before = call => call.Partition == Partition && call.IsWrite ? throw new StorageUnavailableException("down") : Task.CompletedTask;
        await Assert.ThrowsAsync<StorageUnavailableException>(() => SendAsync(machine, Ct));
        machine.Documents.Before = _ => Task.CompletedTask;

        var receipt = await SendAsync(machine, Ct);

        Assert.Equal($"handed-in-again t-free:2101 receipt={receipt} revision=1", Line((await EntriesAsync(machine))[^1]));
        Assert.Single(await EntriesAsync(machine), e => e.Subject == "t-free:2101");
    }

    [Fact]
    public async Task A_sender_who_goes_away_after_the_hand_in_is_stored_takes_no_entry_along()
    {
        await using var disk = new TimedMachine.Disk();
        await using var machine = await disk.StartAsync();
        using var sender = new CancellationTokenSource();
        machine.Documents.Before = call =>
        {
            if (call.Partition == Partition && call.IsWrite)
                sender.Cancel();
            return Task.CompletedTask;
        };

        _ = await SendAsync(machine, sender.Token);

        Assert.True(sender.IsCancellationRequested);
        Assert.Single(await EntriesAsync(machine), e => e.What == "handed-in");
    }

    private static async Task<string> SendAsync(TimedMachine machine, CancellationToken ct)
    {
        Assert.False((await machine.Of<Targets>().FindAsync(machine.Campaign, "t-free", "2101", ct)).IsRefused(out _, out var target));
        var body = new HandInBody(new(new Dictionary<string, JsonElement>()), "my key", "hash of the body", AsPage: false);
        Assert.False((await machine.Of<HandIn>().RunAsync(target, Officer, body, ct)).IsRefused(out _, out var taken));
        return taken.Answer.Receipt;
    }

    private static Task<IReadOnlyList<AuditEntry>> EntriesAsync(TimedMachine machine) => machine.Of<AuditTrail>().EntriesAsync(MadeUpProgramme.Id, 0, 100, Ct);

    private static string Line(AuditEntry e) => $"{e.What} {e.Subject} {e.Detail}";
}
