using CddFunctions.Ballots.Envelopes;
using CddFunctions.Ballots.Tally;
using CddFunctions.Platform;
using CddFunctions.Platform.Storage;
using FsCheck;
using FsCheck.Fluent;

namespace CddFunctions.Tests.Ballots;

/// <summary>
/// A program is a list of bytes: who votes for whom, with which attempt key, which write is lost or which answer, and where
/// the clock goes. Steps run four at a time, so that they race.
/// </summary>
public sealed class VotePropertyTests
{
    private sealed record Step(int Voter, int Choice, int Attempt, int Fault, int Seconds);

    private sealed record Acknowledged(string Voter, string Choice, string Receipt);

    [Fact]
    public void No_sequence_of_requests_races_outages_and_moments_counts_twice_or_loses_what_was_acknowledged() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<NonEmptyArray<Tuple<byte, byte, byte, byte>>>(),
                program => RunAsync(program.Get).GetAwaiter().GetResult()
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static async Task<bool> RunAsync(Tuple<byte, byte, byte, byte>[] program)
    {
        var lab = new BallotLab();
        var roll = await lab.FreezeAsync(3 + (program.Length % 9));
        lab.Clock.SetUtcNow(VirtueBallot.LastSecond.AddSeconds(-200));
        var steps = program.Select(p => new Step(p.Item1, p.Item2, p.Item3 % 3, p.Item3 / 3 % 8, p.Item4 % 50)).ToList();
        var acknowledged = new List<Acknowledged>();
        var tried = new HashSet<string>();
        foreach (var together in steps.Chunk(4))
        {
            foreach (var step in together)
                tried.Add(roll[step.Voter % roll.Count]);
            acknowledged.AddRange((await Task.WhenAll(together.Select(s => StepAsync(lab, roll, s)))).OfType<Acknowledged>());
            if (lab.Clock.GetUtcNow() <= VirtueBallot.LastSecond)
                Assert.Equal(
                    "ballot-still-open",
                    BallotLab.Refusal(await lab.Get<RunTally>().RunAsync(lab.Target, BallotLab.Admin("a"), new(), default))
                );
        }

        await CheckAsync(lab, acknowledged, tried);
        return true;
    }

    private static async Task<Acknowledged?> StepAsync(BallotLab lab, List<string> roll, Step step)
    {
        var voter = roll[step.Voter % roll.Count];
        // What comes again under its key is the same vote, whatever it chooses: here it chooses the same, so that the count can tell.
        var choice = roll[(step.Attempt == 0 ? step.Choice : step.Voter + step.Attempt) % roll.Count];
        var fault = new Fault(step.Fault);
        lab.Documents.BeforeWrite = fault.Before;
        lab.Documents.AfterWrite = fault.After;
        lab.Clock.Advance(TimeSpan.FromSeconds(step.Seconds / 10));
        try
        {
            var outcome = await lab.VoteAsync(voter, choice, attempt: step.Attempt == 0 ? null : $"attempt-number-{step.Attempt:D9}");
            return outcome.IsRefused(out var refusal, out var answer) ? Known(refusal) : new(voter, choice, answer.Receipt);
        }
        catch (StorageUnavailableException)
        {
            return null;
        }
    }

    private static Acknowledged? Known(Problem refusal)
    {
        Assert.Contains(refusal.Code, (string[])["already-voted", "ballot-not-open", "choices-refused"]);
        return null;
    }

    private static async Task CheckAsync(BallotLab lab, List<Acknowledged> acknowledged, HashSet<string> tried)
    {
        (lab.Documents.BeforeWrite, lab.Documents.AfterWrite) = (_ => { }, _ => { });
        var papers = lab.Documents.All.Where(d => d.Partition.Contains(":envelopes-", StringComparison.Ordinal)).ToList();
        Assert.True(papers.Select(p => p.Read<Envelope>().Inner!.Length).Distinct().Count() <= 1);
        lab.Clock.SetUtcNow(VirtueBallot.LastSecond.AddSeconds(1));
        var result = await lab.TallyAsync();
        var state = await lab.StateAsync();
        var receipts = (await lab.Get<Receipts>().ReadAsync(lab.Target, default)).Select(VoteReceipt.Text).ToHashSet();

        // One receipt and one paper for each voter, whatever was sent.
        Assert.All(acknowledged.GroupBy(a => a.Voter), g => Assert.Single(g.Select(a => (a.Receipt, a.Choice)).Distinct()));
        Assert.All(acknowledged, a => Assert.Contains(a.Receipt, receipts));
        Assert.Equal(acknowledged.Select(a => a.Voter).Distinct().Count(), acknowledged.Select(a => a.Receipt).Distinct().Count());
        Assert.True(result.Reconciliation.Balanced);
        Assert.Equal(papers.Count, result.Voted);
        Assert.InRange(result.Voted, acknowledged.Select(a => a.Voter).Distinct().Count(), tried.Count);

        // What was acknowledged is what was counted: nobody won with fewer votes than somebody else was promised.
        var promised = acknowledged.DistinctBy(a => a.Voter).GroupBy(a => a.Choice).Select(g => g.Count()).DefaultIfEmpty().Max();
        Assert.True(state.State.Tally!.Contests[0].Winners.Select(w => w.Votes).DefaultIfEmpty().Max() >= promised);
    }

    private sealed class Fault(int kind)
    {
        public void Before(string partition)
        {
            if (kind == 1 && partition.Contains(":envelopes-", StringComparison.Ordinal))
                throw new StorageUnavailableException();
        }

        public void After(string partition)
        {
            if (kind == 2 && partition.Contains(":envelopes-", StringComparison.Ordinal))
                throw new StorageUnavailableException();
        }
    }
}
