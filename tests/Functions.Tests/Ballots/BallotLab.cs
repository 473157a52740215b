using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CddFunctions.Ballots;
using CddFunctions.Ballots.Envelopes;
using CddFunctions.Ballots.Roll;
using CddFunctions.Ballots.Tally;
using CddFunctions.Campaigns;
using CddFunctions.Platform;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;
using CddFunctions.Submissions;
using CddFunctions.Submissions.Rosters;
using CddFunctions.Tests.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CddFunctions.Tests.Ballots;

/// <summary>The ballot without HTTP: the real services over a store that a test can stop, and administrators called by letters.</summary>
internal sealed class BallotLab
{
    // Making one takes a second, and nothing here depends on which it is.
    private static readonly string Rsa = MakeRsa();

    private readonly IServiceProvider _services;

    /// <param name="documents">Of an earlier lab, as after a restart.</param>
    public BallotLab(Action<JsonObject>? change = null, MemoryDocuments? documents = null)
    {
        Documents = documents ?? new();
        var programme = MadeUpCampaign.Json();
        VirtueBallot.Add(programme, change);
        var campaign = CampaignFile.Parse(Encoding.UTF8.GetBytes(programme.ToJsonString())).Campaign!;
        Target = new(new(campaign, 1, "sha"), campaign.Ballots.Single());
        var folder = Path.Combine(Path.GetTempPath(), "cdd-no-folder");
        _services = new ServiceCollection()
            .AddSingleton<IDocuments>(Documents)
            .AddSingleton<TimeProvider>(Clock)
            .AddAuditTrail()
            .AddBallots()
            .AddSingleton<RsaMaker>(() =>
            {
                var rsa = RSA.Create();
                rsa.ImportFromPem(Rsa);
                return rsa;
            })
            .AddSingleton(
                new InstallationSecrets(
                    Options.Create(new IdentityOptions { AdminKey = new('a', 32), TokenSecret = new('s', 32) }),
                    Options.Create(new DataOptions { Folder = folder })
                )
            )
            .AddSingleton<LinkStore>()
            .AddSingleton<CapabilityTokens>()
            .AddSingleton<UnitDirectory>()
            .AddSingleton<Places>()
            .AddSingleton<RosterStore>()
            .AddSingleton<RosterEntries>()
            .AddSingleton<RosterWorkbooks>()
            .BuildServiceProvider();
    }

    public MemoryDocuments Documents { get; }

    public FakeTimeProvider Clock { get; } = new(MadeUpCampaign.Start);

    public BallotTarget Target { get; }

    public T Get<T>()
        where T : class => _services.GetRequiredService<T>();

    public static Caller Admin(string who) => new(CallerRole.Admin, MadeUpCampaign.Id, who, who);

    public Task<LiveBallot> StateAsync() => Get<BallotStore>().FindAsync(Target, default);

    /// <returns>The entries' ids, in the order of the roll.</returns>
    public async Task<List<string>> FreezeAsync(int people, string by = "a")
    {
        var put = Must(await Get<PutRoll>().ReplaceAsync(Target, Admin(by), Rows(people), default));
        Must(await Get<FreezeRoll>().RunAsync(Target, Admin(by), new(Hash: put.Hash), default));
        return [.. (await Get<RollBooks>().OfAsync(Target, await StateAsync(), default)).Entries.Select(e => e.Id)];
    }

    public static RollRead Rows(int people, string? reason = null) =>
        new([.. VirtueBallot.Staff(people)["entries"]!.AsArray().Select(e => e!.DeepClone().AsObject())], reason);

    /// <param name="session">The sign-in that votes; null for one of its own.</param>
    public Task<Outcome<VoteAnswer>> VoteAsync(
        string voter,
        string first,
        string second = PaperRules.Abstain,
        string? attempt = null,
        string? session = null
    ) =>
        Get<CastVote>()
            .RunAsync(
                Target,
                Voter(voter, session),
                new(new Dictionary<string, string?> { ["c-sufficiency"] = first, ["c-discipline"] = second }),
                attempt,
                default
            );

    public static Caller Voter(string entry, string? session = null) =>
        new(CallerRole.Voter, MadeUpCampaign.Id, $"{entry}.0", "voters-virtues", Session: session ?? $"{Guid.NewGuid():N}");

    public async Task<ResultView> TallyAsync(string by = "a", bool again = false) =>
        Must(await Get<RunTally>().RunAsync(Target, Admin(by), new(again), default)).Result!;

    /// <summary>Certifies the result that stands.</summary>
    public async Task<Outcome<ResultView>> CertifyAsync(string by) =>
        await Get<Certify>().RunAsync(Target, Admin(by), new((await StateAsync()).State.Tally?.Hash), default);

    public static T Must<T>(Outcome<T> outcome)
        where T : class => outcome.IsRefused(out var problem, out var value) ? throw new InvalidOperationException(problem.Code) : value;

    /// <summary>The code of the problem that an outcome is; empty when it is none.</summary>
    public static string Refusal<T>(Outcome<T> outcome)
        where T : class => outcome.IsRefused(out var problem, out _) ? problem.Code : "";

    private static string MakeRsa()
    {
        using var rsa = RSA.Create(2048);
        return rsa.ExportPkcs8PrivateKeyPem();
    }
}
