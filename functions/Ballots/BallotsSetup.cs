using System.Security.Cryptography;
using CddFunctions.Ballots.Envelopes;
using CddFunctions.Ballots.Pages;
using CddFunctions.Ballots.Roll;
using CddFunctions.Ballots.Roll.Pages;
using CddFunctions.Ballots.Tally;
using CddFunctions.Campaigns;

namespace CddFunctions.Ballots;

public static class BallotsSetup
{
    private const int RsaBits = 3072;

    public static IServiceCollection AddBallots(this IServiceCollection services) =>
        services
            .AddSingleton<RsaMaker>(() => RSA.Create(RsaBits))
            .AddSingleton<BallotKeys>()
            .AddSingleton<BallotStore>()
            .AddSingleton<BallotReader>()
            .AddSingleton<BallotRecord>()
            .AddSingleton<Administrators>()
            .AddSingleton<BallotsStay>()
            .AddSingleton<DefinitionObjections>(s => s.GetRequiredService<BallotsStay>().OfAsync)
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
            .AddSingleton<Certify>()
            .AddBallotPages()
            .AddRollPages();
}
