using CddFunctions.Campaigns;
using CddFunctions.Platform;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Exports;

/// <summary>
/// One file of an export: in full for administrators, whose reading leaves an entry, with personal values masked for viewers.
/// </summary>
public sealed class DownloadExport(SnapshotStore store, SnapshotPlaces places, AuditTrail audit)
{
    private const string Latest = "latest";

    /// <summary>
    /// How long a download address is valid: long enough to begin a download.
    /// Until then everybody who has the address can read the file.
    /// </summary>
    private static readonly TimeSpan AddressLife = TimeSpan.FromMinutes(5);

    /// <param name="snapshot">Id of an export, or <c>latest</c>.</param>
    public async Task<Outcome<Download>> RunAsync(
        LaunchedCampaign campaign,
        Caller caller,
        string snapshot,
        string file,
        CancellationToken ct
    )
    {
        var found = string.Equals(snapshot, Latest, StringComparison.Ordinal)
            ? await store.NewestAsync(campaign, ct)
            : await store.FindAsync(campaign, snapshot, ct);
        if (found?.Files.FirstOrDefault(f => string.Equals(f.Name, file, StringComparison.Ordinal)) is not { } known)
            return ExportProblems.NotFound(snapshot, file);

        var personal = caller.Role is CallerRole.Admin;
        if (personal)
            await audit.AppendAsync(campaign.Id, caller, AuditDeed.ExportRead, found.Id, $"file={known.Name}");
        var name = SnapshotStore.FileName(campaign.Id, found.Id, personal, known.Name);
        var label = new DownloadLabel(ContentType(file), $"{campaign.Id}-{found.Id}-{Path.GetFileName(file)}");
        if (await places.Of(personal).AddressAsync(name, label, AddressLife, ct) is { } address)
            return new Download(label, address, null);

        var content =
            await places.OpenAsync(personal, name, ct)
            ?? throw new StorageUnavailableException($"Snapshot {found.Id} has lost {known.Name}");
        return new Download(label, null, content);
    }

    private static string ContentType(string file) =>
        Path.GetExtension(file) switch
        {
            ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ".csv" => "text/csv; charset=utf-8",
            ".json" => "application/json",
            _ => "application/octet-stream",
        };
}
