using CddFunctions.Campaigns;
using CddFunctions.Platform;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;
using CddFunctions.Platform.Thai;
using Microsoft.Extensions.Options;

namespace CddFunctions.Submissions.Uploads;

/// <summary>An upload of a link that no hand-in had claimed when the link was last looked at.</summary>
public sealed record OpenUpload(string Id, long Length, DateTimeOffset At);

/// <summary>What one link announced on a day in Bangkok, and its uploads that no hand-in has claimed.</summary>
/// <param name="Bytes">Announced on <paramref name="Day"/>.</param>
public sealed record LinkUploads(DateOnly Day, long Bytes, IReadOnlyList<OpenUpload> Open);

/// <summary>
/// How many bytes one link may send a day, and how many may wait for a hand-in, so that a link that leaked cannot fill the disk
/// (<see cref="RateLimits"/>). One document per link in the partition <c>{campaign}:upload-bytes</c> counts on every instance; the
/// administrator's key is not counted.
/// </summary>
public sealed class UploadAllowance(IDocuments documents, UploadStore store, IOptions<RateLimits> limits, TimeProvider clock)
{
    private const long Megabyte = 1_048_576;

    /// <summary>Uploads without a hand-in that one link may have: more would make the document of its count large.</summary>
    private const int MostOpen = 400;

    /// <summary>Counts an upload that is about to be announced.</summary>
    /// <returns>Why this link has to wait; null when it is counted.</returns>
    public async Task<Problem?> TakeAsync(LaunchedCampaign campaign, Caller caller, string id, long length, CancellationToken ct)
    {
        if (caller.Link is not { } link)
            return null;

        var partition = $"{campaign.Id}:upload-bytes";
        while (true)
        {
            var before = await documents.ReadAsync(partition, link, ct);
            var now = clock.GetUtcNow();
            var known = Today(before?.Read<LinkUploads>(), now);
            if (!MayWait(known.Open, length))
                known = known with { Open = await StillOpenAsync(campaign, known.Open, ct) };
            if (known.Bytes + length > limits.Value.UploadMegabytes * Megabyte)
                return UploadProblems.EnoughToday(limits.Value.UploadMegabytes, Bangkok.StartOf(known.Day.AddDays(1)) - now);
            if (!MayWait(known.Open, length))
                return UploadProblems.TooMuchWaits(limits.Value.UnclaimedMegabytes, MostOpen);

            var after = known with { Bytes = known.Bytes + length, Open = [.. known.Open, new(id, length, now)] };
            if (await TryWriteAsync(partition, link, before, after, ct))
                return null;
        }
    }

    private static LinkUploads Today(LinkUploads? known, DateTimeOffset now)
    {
        var day = Bangkok.DateOf(now);
        var open = known?.Open.Where(o => now - o.At < RemoveUnclaimedUploads.Kept).ToList() ?? [];
        return new(day, known?.Day == day ? known.Bytes : 0, open);
    }

    private bool MayWait(IReadOnlyList<OpenUpload> open, long length) =>
        open.Count < MostOpen && open.Sum(o => o.Length) + length <= limits.Value.UnclaimedMegabytes * Megabyte;

    private async Task<IReadOnlyList<OpenUpload>> StillOpenAsync(
        LaunchedCampaign campaign,
        IReadOnlyList<OpenUpload> open,
        CancellationToken ct
    )
    {
        var still = new List<OpenUpload>();
        foreach (var upload in open)
        {
            if (await store.FindAsync(campaign, upload.Id, ct) is not { Value: { ClaimedBy: not null } or { Removed: true } })
                still.Add(upload);
        }

        return still;
    }

    private async Task<bool> TryWriteAsync(string partition, string link, Document? before, LinkUploads after, CancellationToken ct) =>
        before is null
            ? await documents.TryCreateAsync(partition, link, after.ToBody(), ct) is not null
            : await documents.TryReplaceAsync(partition, link, before.Version, after.ToBody(), ct) is not null;
}
