using CddFunctions.Campaigns;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Submissions.Uploads;

/// <summary>Files that were handed in and are no longer in the store, or not in their full length.</summary>
public sealed class LostFiles(UploadStore uploads, IFiles files)
{
    /// <summary>Ids and lengths of the uploads whose files the store lists now.</summary>
    public async Task<IReadOnlySet<(string Upload, long Length)>> ThereAsync(LaunchedCampaign campaign, CancellationToken ct)
    {
        var prefix = UploadStore.FilePrefix(campaign.Id);
        return await files
            .ListAsync(prefix, ct)
            .Select(f => (f.Name[prefix.Length..].Split('-')[0], f.Length))
            .ToHashSetAsync(cancellationToken: ct);
    }

    /// <summary>Opens what was stored; null when it is not there in full.</summary>
    public async Task<Stream?> OpenAsync(string storedName, long length, CancellationToken ct)
    {
        if (await files.OpenAsync(storedName, ct) is not { } content)
            return null;
        if (content.Length == length)
            return content;

        await content.DisposeAsync();
        return null;
    }

    /// <param name="there">Of <see cref="ThereAsync"/>. What is not in it may have come since, so the store is asked for it by name.</param>
    public async Task<int> CountAsync(
        LaunchedCampaign campaign,
        Revision revision,
        IReadOnlySet<(string Upload, long Length)> there,
        CancellationToken ct
    )
    {
        var lost = 0;
        foreach (var file in revision.Files.Values.SelectMany(f => f).Where(f => !there.Contains((f.UploadId, f.Length))))
            lost += await IsLostAsync(campaign, file.UploadId, ct) ? 1 : 0;
        return lost;
    }

    private async Task<bool> IsLostAsync(LaunchedCampaign campaign, string upload, CancellationToken ct)
    {
        if (await uploads.FindAsync(campaign, upload, ct) is not { Value.Received: { } received })
            return true;

        await using var content = await OpenAsync(received.Name, received.Length, ct);
        return content is null;
    }
}
