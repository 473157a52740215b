using System.Text;
using CddFunctions.Platform;
using CddFunctions.Web;

namespace CddFunctions.Campaigns.Pages;

/// <summary>How many units have handed in each task. The feature that keeps hand-ins supplies it.</summary>
public delegate Task<IReadOnlyDictionary<string, int>> TasksInUse(LaunchedCampaign campaign, CancellationToken ct);

/// <summary>A task that the new file no longer has, though units have handed it in.</summary>
public sealed record LostTask(string Id, Text Name, int Units);

/// <param name="Refused">Why the file was not read: it is too large, or nothing was sent. Null when it was read.</param>
public sealed record CheckView(LaunchedCampaign Campaign, string? Refused, string Pasted, CheckedFile? File, IReadOnlyList<LostTask> Lost);

/// <summary>A campaign file is read and compared before it goes live. Nothing of it is kept.</summary>
public sealed class CheckPages(TasksInUse inUse)
{
    /// <summary>Most bytes of a file that the page reads (1 MiB), about ten times the size of a definition.</summary>
    public const int MostBytes = 1024 * 1024;

    public static IResult Ask(PageVisit visit) => Page(200, visit, null, "", null, []);

    public async Task<IResult> CheckAsync(PageVisit visit, HttpContext http, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct);
        var texts = visit.Page.Texts<CheckTexts>();
        var pasted = form["text"].ToString();
        var bytes = form.Files.GetFile("file") is { Length: > 0 } file ? await ReadAsync(file, ct) : Encoding.UTF8.GetBytes(pasted);
        if (bytes is null || bytes.Length > MostBytes)
            return Page(413, visit, texts.TooLarge, "", null, []);
        if (string.IsNullOrWhiteSpace(pasted) && bytes.Length == 0)
            return Page(400, visit, texts.Empty, "", null, []);

        var found = CheckFile.Run(bytes, visit.Campaign);
        return Page(200, visit, null, pasted, found, await LostAsync(visit.Campaign, found, ct));
    }

    private static async Task<byte[]?> ReadAsync(IFormFile file, CancellationToken ct)
    {
        if (file.Length > MostBytes)
            return null;

        using var content = new MemoryStream();
        await file.CopyToAsync(content, ct);
        return content.ToArray();
    }

    /// <summary>
    /// Removed tasks that units have handed in. Submissions are found by the id of their task, so nobody would see them any more.
    /// </summary>
    private async Task<IReadOnlyList<LostTask>> LostAsync(LaunchedCampaign campaign, CheckedFile file, CancellationToken ct)
    {
        var removed = (file.Changes ?? [])
            .Where(c => c is { Collection: "tasks", Kind: ElementChangeKind.Removed })
            .ToDictionary(c => c.Id, c => c.Name, StringComparer.Ordinal);
        if (removed.Count == 0)
            return [];

        return
        [
            .. (await inUse(campaign, ct)).Where(t => removed.ContainsKey(t.Key)).Select(t => new LostTask(t.Key, removed[t.Key], t.Value)),
        ];
    }

    private static Page<CheckPage, CheckView> Page(
        int status,
        PageVisit visit,
        string? refused,
        string pasted,
        CheckedFile? found,
        IReadOnlyList<LostTask> lost
    ) => new(status, visit.Page, new(visit.Campaign, refused, pasted, found, lost));
}
