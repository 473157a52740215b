using System.Text;
using CddFunctions.Campaigns.Proposals;
using CddFunctions.Platform;
using CddFunctions.Web;

namespace CddFunctions.Campaigns.Pages;

/// <param name="Refused">Why the file was not read: it is too large, or nothing was sent. Null when it was read.</param>
/// <param name="Content">The file that was read, for the form that proposes it.</param>
/// <param name="Waiting">Version of the proposal that waits already; null when none does.</param>
/// <param name="Nobody">Why the reader cannot propose it.</param>
public sealed record CheckView(
    LaunchedCampaign Campaign,
    string? Refused,
    string Pasted,
    CheckedFile? File = null,
    string Content = "",
    string? Waiting = null,
    Problem? Nobody = null
);

/// <summary>A campaign file is read and compared before it goes live. Nothing of it is kept.</summary>
public sealed class CheckPages(CheckFile check, ProposalStore proposals)
{
    public static IResult Ask(PageVisit visit) => Page(200, visit, new(visit.Campaign, null, ""));

    public async Task<IResult> CheckAsync(PageVisit visit, HttpContext http, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct);
        var texts = visit.Page.Texts<CheckTexts>();
        var pasted = form["text"].ToString();
        var bytes = form.Files.GetFile("file") is { Length: > 0 } file ? await ReadAsync(file, ct) : Encoding.UTF8.GetBytes(pasted);
        if (bytes is null || bytes.Length > CampaignFile.MaxBytes)
            return Page(413, visit, new(visit.Campaign, texts.TooLarge, ""));
        if (string.IsNullOrWhiteSpace(pasted) && bytes.Length == 0)
            return Page(400, visit, new(visit.Campaign, texts.Empty, ""));

        var found = await check.RunAsync(bytes, visit.Campaign, ct);
        var waiting = (await proposals.FindOpenAsync(visit.Campaign, ct))?.Version;
        var content = found.IsReady ? Encoding.UTF8.GetString(bytes) : "";
        return Page(200, visit, new(visit.Campaign, null, pasted, found, content, waiting, ProposeDefinition.Refuse(visit.Caller)));
    }

    private static async Task<byte[]?> ReadAsync(IFormFile file, CancellationToken ct)
    {
        if (file.Length > CampaignFile.MaxBytes)
            return null;

        using var content = new MemoryStream();
        await file.CopyToAsync(content, ct);
        return content.ToArray();
    }

    private static Page<CheckPage, CheckView> Page(int status, PageVisit visit, CheckView view) => new(status, visit.Page, view);
}
