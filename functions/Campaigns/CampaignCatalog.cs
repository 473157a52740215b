using System.Diagnostics.CodeAnalysis;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Storage;
using Microsoft.Extensions.Options;

namespace CddFunctions.Campaigns;

public sealed class CampaignOptions
{
    /// <summary>Folder with one <c>*.json</c> per programme; empty = the definitions that ship with the application.</summary>
    public string? Folder
    {
        get;
        set => field = value is "" ? null : value;
    }
}

/// <summary>
/// The campaigns in force. An invalid file never starts, and a campaign that ran before keeps its last valid revision. A revision that
/// two administrators put live, in this process or in another one on the same store, is in force here within <see cref="Pace"/>.
/// </summary>
[SuppressMessage(
    "Reliability",
    "CA1001",
    Justification = "Lives as long as the process; a semaphore without a wait handle holds nothing to release."
)]
public sealed class CampaignCatalog(
    CampaignRevisions revisions,
    IOptions<CampaignOptions> options,
    TimeProvider clock,
    ILogger<CampaignCatalog> log
)
{
    /// <summary>How often, at most, the store is asked whether anything was launched elsewhere.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private Dictionary<string, LaunchedCampaign> _campaigns = new(StringComparer.Ordinal);
    private string? _continuation;
    private long _lookedAt;

    /// <summary>
    /// How many faults each campaign file that could not start has, by file
    /// name; empty when every file started. Shown by /api/health.
    /// </summary>
    public IReadOnlyDictionary<string, int> Invalid { get; private set; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>
    /// Names of files that differ from what is in force and stay without effect, because two administrators put another definition live.
    /// Shown by /api/health.
    /// </summary>
    public IReadOnlyList<string> PassedOver { get; private set; } = [];

    public async ValueTask<IReadOnlyCollection<LaunchedCampaign>> AllAsync(CancellationToken ct)
    {
        await KeepUpAsync(ct);
        return _campaigns.Values;
    }

    public async ValueTask<LaunchedCampaign?> FindAsync(string id, CancellationToken ct)
    {
        await KeepUpAsync(ct);
        return _campaigns.GetValueOrDefault(id);
    }

    /// <summary>As of the last look, which every request takes before; for words that are put on a page without waiting.</summary>
    public LaunchedCampaign? Known(string id) => _campaigns.GetValueOrDefault(id);

    /// <summary>At the start: the files of the folder, then whatever else was launched here before.</summary>
    public async Task LoadAsync(CancellationToken ct)
    {
        var launched = new Dictionary<string, LaunchedCampaign>(StringComparer.Ordinal);
        var invalid = new Dictionary<string, int>(StringComparer.Ordinal);
        var passedOver = new List<string>();
        foreach (var file in Files())
        {
            var name = Path.GetFileName(file);
            var reading = CampaignFile.Parse(await File.ReadAllBytesAsync(file, ct));
            var faults = reading.Campaign is { } read ? [.. reading.Faults, .. CampaignChecker.Check(read)] : reading.Faults;
            var errors = faults.Where(f => f.Severity is Severity.Error).ToList();
            if (reading.Campaign is { } twice && launched.ContainsKey(twice.Id))
                errors.Add(Fault.Error("V1", "id", $"มีแฟ้มอื่นใช้รหัส {twice.Id} แล้ว", $"another file has the id {twice.Id}"));
            if (reading.Campaign is { } campaign && errors.Count == 0)
                await TakeAsync(name, campaign, launched, passedOver, ct);
            else
                invalid[name] = Report(name, errors);
        }

        (_campaigns, Invalid, PassedOver, _continuation) = (launched, invalid, passedOver, null);
        await FollowAsync(ct);
    }

    /// <summary>Reads at once what was launched, for the process that has just launched it.</summary>
    public async Task FollowAsync(CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            await ReadNewAsync(ct);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Whoever comes while another request looks goes on with what is known.</summary>
    private async ValueTask KeepUpAsync(CancellationToken ct)
    {
        if (clock.GetElapsedTime(Interlocked.Read(ref _lookedAt)) < Pace || !await _gate.WaitAsync(0, ct))
            return;

        try
        {
            await ReadNewAsync(ct);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task ReadNewAsync(CancellationToken ct)
    {
        var found = await revisions.SinceAsync(_continuation, ct);
        foreach (
            var newest in found.Newest.Where(r => _campaigns.GetValueOrDefault(r.Campaign) is not { } known || known.Revision < r.Revision)
        )
        {
            var reading = CampaignFile.Parse(newest.Definition.ToBody());
            if (reading.Campaign is { } campaign)
                _campaigns = new(_campaigns, StringComparer.Ordinal) { [newest.Campaign] = new(campaign, newest.Revision, newest.Sha256) };
            else
                Invalid = new Dictionary<string, int>(Invalid, StringComparer.Ordinal)
                {
                    [$"{newest.Campaign} ({newest.Revision})"] = Report($"{newest.Campaign}, revision {newest.Revision}", reading.Faults),
                };
        }

        _continuation = found.Continuation;
        Interlocked.Exchange(ref _lookedAt, clock.GetTimestamp());
    }

    /// <summary>Where the store cannot be written, a changed file waits: the revision before stays in force.</summary>
    private async Task TakeAsync(
        string file,
        Campaign campaign,
        Dictionary<string, LaunchedCampaign> launched,
        List<string> passedOver,
        CancellationToken ct
    )
    {
        try
        {
            var newest = await revisions.TakeFileAsync(campaign, ct);
            if (string.Equals(newest.Sha256, CampaignRevisions.Sha256Of(campaign), StringComparison.Ordinal))
            {
                launched[campaign.Id] = new(campaign, newest.Revision, newest.Sha256);
                return;
            }

            passedOver.Add(file);
            log.LogWarning(
                "{CampaignFile} is not in force: two administrators have put another definition live, which files do not overrule",
                file
            );
        }
        catch (StorageUnavailableException)
        {
            if (!(await revisions.CampaignsAsync(ct)).Contains(campaign.Id, StringComparer.Ordinal))
                throw;

            log.LogWarning("{CampaignFile} has changed and waits until the store can be written", file);
        }
    }

    private IEnumerable<string> Files()
    {
        var folder = options.Value.Folder ?? Path.Combine(AppContext.BaseDirectory, "Campaigns", "definitions");
        return Directory
            .EnumerateFiles(folder, "*.json")
            .Where(f => !f.EndsWith(".schema.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
    }

    private int Report(string file, IReadOnlyList<Fault> errors)
    {
        foreach (var fault in errors)
            log.LogError("{CampaignFile} does not start: {Rule} {FaultPath}: {Fault}", file, fault.Rule, fault.Path, fault.Message.En);

        return errors.Count;
    }
}
