using System.Security.Cryptography;
using CddFunctions.Ballots.Envelopes;
using CddFunctions.Ballots.Pages;
using CddFunctions.Ballots.Roll;
using CddFunctions.Ballots.Roll.Pages;
using CddFunctions.Ballots.Tally;
using CddFunctions.Platform.Timers;

namespace CddFunctions.Ballots;

public static class BallotsSetup
{
    private const int RsaBits = 3072;

    public static IServiceCollection AddBallots(this IServiceCollection services) =>
        services
            .AddSingleton<RsaMaker>(() => RSA.Create(RsaBits))
            .AddSingleton<BallotKeys>()
            .AddSingleton<BallotGuard>()
            .AddSingleton<BallotStore>()
            .AddSingleton<AdoptBallot>()
            .AddSingleton<BallotReader>()
            .AddSingleton<BallotRecord>()
            .AddSingleton<Administrators>()
            .AddSingleton<ChangeWindow>()
            .AddSingleton<RollStore>()
            .AddSingleton<RollBooks>()
            .AddSingleton<RollReader>()
            .AddSingleton<PutRoll>()
            .AddSingleton<ReadRoll>()
            .AddSingleton<FreezeRoll>()
            .AddSingleton<Codes>()
            .AddSingleton<ReissueCode>()
            .AddSingleton<PrintSlips>()
            .AddSingleton<VoterSignIn>()
            .AddSingleton<EnvelopeStore>()
            .AddSingleton<CastVote>()
            .AddSingleton<Papers>()
            .AddSingleton<Turnout>()
            .AddSingleton<Receipts>()
            .AddSingleton<TallyProgress>()
            .AddSingleton<OpenEnvelopes>()
            .AddSingleton<CountPapers>()
            .AddSingleton<RunTally>()
            .AddSingleton<DecideTie>()
            .AddSingleton<DropPapers>()
            .AddSingleton<Certify>()
            .AddSingleton<SeenClosed>()
            .AddTimer<WatchBallots>("WatchBallots", "0 2/5 * * * *", atStart: true)
            .AddBallotPages()
            .AddRollPages();
}
