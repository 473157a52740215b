using CddFunctions.Adapters.Folder;
using CddFunctions.Campaigns;
using CddFunctions.Exports;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;
using CddFunctions.Platform.Timers;
using CddFunctions.Submissions;
using CddFunctions.Tests.Adapters;
using CddFunctions.Tests.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CddFunctions.Tests.Exports;

/// <summary>The features without the web, on the made-up programme. Two of them on one <see cref="Disk"/> are two machines.</summary>
internal sealed class TimedMachine : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private TimedMachine(ServiceProvider services, WatchedDocuments documents) => (_services, Documents) = (services, documents);

    public WatchedDocuments Documents { get; }

    public LaunchedCampaign Campaign { get; private set; } = null!;

    private static readonly Caller Somebody = new(CallerRole.Admin, MadeUpCampaign.Id, "somebody", "somebody");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>What machines share: the store, the files and the clock.</summary>
    public sealed class Disk : IAsyncDisposable
    {
        private readonly SqliteStores _stores = new();
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cdd-timers-");

        public Disk()
        {
            Store = _stores.Open();
            Files = new FolderFiles(Path.Combine(_folder.FullName, "files"), Clock);
            Published = new(new FolderFiles(Path.Combine(_folder.FullName, "published"), Clock));
            Directory.CreateDirectory(Definitions);
        }

        public FakeTimeProvider Clock { get; } = new(MadeUpCampaign.Start);

        public IDocuments Store { get; }

        public IFiles Files { get; }

        public PublishedFiles Published { get; }

        public string Definitions => Path.Combine(_folder.FullName, "definitions");

        public async Task<TimedMachine> StartAsync()
        {
            await File.WriteAllTextAsync(Path.Combine(Definitions, "made-up.json"), MadeUpCampaign.Json().ToJsonString(), Ct);
            return await TimedMachine.StartAsync(this);
        }

        public async ValueTask DisposeAsync()
        {
            await _stores.DisposeAsync();
            _folder.Delete(recursive: true);
        }
    }

    public T Of<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<string> RunAsync<TJob>()
        where TJob : ITimerJob => Of<TJob>().RunAsync(Ct);

    public Task<IReadOnlyList<Snapshot>> SnapshotsAsync() => Of<SnapshotStore>().AllAsync(Campaign, Ct);

    public Task<Snapshot> ExportAsync(bool freeze = false) => Of<MakeSnapshot>().RunAsync(Campaign, new(null, freeze, Somebody), Ct);

    /// <summary>A change that everybody sees: an officer's work, here only its extension.</summary>
    public async Task ExtendAsync(string unit, DateOnly until) =>
        Assert.NotNull(
            await Of<SubmissionStore>()
                .TryWriteAsync(
                    Campaign,
                    SubmissionStore.Id("t-plan", unit),
                    null,
                    new Submission("t-plan", unit, new(until, "เหตุผล", MadeUpCampaign.Start, "somebody"), []),
                    null,
                    Ct
                )
        );

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static async Task<TimedMachine> StartAsync(Disk disk)
    {
        var documents = new WatchedDocuments(disk.Store);
        var services = new ServiceCollection()
            .AddLogging()
            .AddMetrics()
            .AddOptions()
            .AddSingleton<TimeProvider>(disk.Clock)
            .AddSingleton<IDocuments>(documents)
            .AddSingleton(disk.Files)
            .AddSingleton(disk.Published)
            .AddSingleton<IIncoming, NoIncoming>()
            .AddSingleton(
                new InstallationSecrets(
                    Options.Create(new IdentityOptions { AdminKey = new('a', 32), TokenSecret = new('s', 32) }),
                    Options.Create(new DataOptions { Folder = disk.Definitions })
                )
            )
            .AddSingleton<CapabilityTokens>()
            .AddAuditTrail()
            .AddCampaigns()
            .AddSubmissions()
            .AddExports()
            .AddTimer<Housekeeping>("Housekeeping", "0 30 19 * * *");
        services.Configure<CampaignOptions>(o => o.Folder = disk.Definitions);
        var machine = new TimedMachine(services.BuildServiceProvider(), documents);
        await machine.Of<CampaignCatalog>().LoadAsync(Ct);
        machine.Campaign = (await machine.Of<CampaignCatalog>().FindAsync(MadeUpCampaign.Id, Ct))!;
        documents.Calls.Clear();
        return machine;
    }
}
