using CddFunctions.Campaigns;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Submissions.Uploads;

/// <summary>Files that were handed in and are no longer in the store: the disk or somebody lost them.</summary>
public sealed class LostFiles(UploadStore uploads, IFiles files)
{
    /// <summary>Ids of the uploads whose files the store lists now.</summary>
    public async Task<IReadOnlySet<string>> ThereAsync(LaunchedCampaign campaign, CancellationToken ct)
    {
        var prefix = UploadStore.FilePrefix(campaign.Id);
        return await files
            .ListAsync(prefix, ct)
            .Select(f => f.Name[prefix.Length..].Split('-')[0])
            .ToHashSetAsync(StringComparer.Ordinal, ct);
    }

    /// <param name="there">Of <see cref="ThereAsync"/>. What is not in it may have come since, so the store is asked for it by name.</param>
    public async Task<int> CountAsync(LaunchedCampaign campaign, Revision revision, IReadOnlySet<string> there, CancellationToken ct)
    {
        var lost = 0;
        foreach (var file in revision.Files.Values.SelectMany(f => f).Where(f => !there.Contains(f.UploadId)))
            lost += await IsLostAsync(campaign, file.UploadId, ct) ? 1 : 0;
        return lost;
    }

    private async Task<bool> IsLostAsync(LaunchedCampaign campaign, string upload, CancellationToken ct)
    {
        if (await uploads.FindAsync(campaign, upload, ct) is not { Value.Received: { } received })
            return true;

        await using var content = await files.OpenAsync(received.Name, ct);
        return content is null;
    }
}
