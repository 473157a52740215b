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
/// The campaigns in force. Loaded once at start: an invalid file never starts, and a campaign that ran before keeps
/// its last valid revision when its file has become invalid.
/// </summary>
public sealed class CampaignCatalog(CampaignRevisions revisions, IOptions<CampaignOptions> options, ILogger<CampaignCatalog> log)
{
    private Dictionary<string, LaunchedCampaign> _campaigns = new(StringComparer.Ordinal);

    public IReadOnlyCollection<LaunchedCampaign> All => _campaigns.Values;

    /// <summary>
    /// How many faults each campaign file that could not start has, by file
    /// name; empty when every file started. Shown by /api/health.
    /// </summary>
    public IReadOnlyDictionary<string, int> Invalid { get; private set; } = new Dictionary<string, int>(StringComparer.Ordinal);

    public LaunchedCampaign? Find(string id) => _campaigns.GetValueOrDefault(id);

    public async Task LoadAsync(CancellationToken ct)
    {
        var launched = new Dictionary<string, LaunchedCampaign>(StringComparer.Ordinal);
        var invalid = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var file in Files())
        {
            var reading = CampaignFile.Parse(await File.ReadAllBytesAsync(file, ct));
            var faults = reading.Campaign is { } read ? [.. reading.Faults, .. CampaignChecker.Check(read)] : reading.Faults;
            var errors = faults.Where(f => f.Severity is Severity.Error).ToList();
            if (reading.Campaign is { } twice && launched.ContainsKey(twice.Id))
                errors.Add(Fault.Error("V1", "id", $"มีแฟ้มอื่นใช้รหัส {twice.Id} แล้ว", $"another file has the id {twice.Id}"));
            if (reading.Campaign is { } campaign && errors.Count == 0)
                await LaunchAsync(campaign, launched, ct);
            else
                invalid[Path.GetFileName(file)] = Report(file, errors);
        }

        foreach (var earlier in (await revisions.NewestAsync(ct)).Where(r => !launched.ContainsKey(r.Campaign)))
        {
            var reading = CampaignFile.Parse(earlier.Definition.ToBody());
            if (reading.Campaign is { } campaign)
                launched[earlier.Campaign] = new(campaign, earlier.Revision, earlier.Sha256);
            else
                invalid[$"{earlier.Campaign} ({earlier.Revision})"] = Report(
                    $"{earlier.Campaign}, revision {earlier.Revision}",
                    [.. reading.Faults]
                );
        }

        (_campaigns, Invalid) = (launched, invalid);
    }

    /// <summary>Where the store cannot be written, a changed file waits: the revision before stays in force.</summary>
    private async Task LaunchAsync(Campaign campaign, Dictionary<string, LaunchedCampaign> launched, CancellationToken ct)
    {
        try
        {
            launched[campaign.Id] = await revisions.LaunchAsync(campaign, ct);
        }
        catch (StorageUnavailableException)
        {
            if (!(await revisions.NewestAsync(ct)).Any(r => string.Equals(r.Campaign, campaign.Id, StringComparison.Ordinal)))
                throw;
            log.LogWarning("The file of {CampaignFile} has changed and waits until the store can be written", campaign.Id);
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

    private int Report(string file, List<Fault> errors)
    {
        foreach (var fault in errors)
            log.LogError(
                "{CampaignFile} does not start: {Rule} {FaultPath}: {Fault}",
                Path.GetFileName(file),
                fault.Rule,
                fault.Path,
                fault.Message.En
            );

        return errors.Count;
    }
}
