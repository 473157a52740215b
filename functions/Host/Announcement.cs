using CddFunctions.Campaigns;
using CddFunctions.Links;
using CddFunctions.Platform.Storage;
using Microsoft.Extensions.Options;

namespace CddFunctions.Host;

/// <summary>What a start prints: the addresses, the administrator's link of each campaign, where the data are.</summary>
public static class Announcement
{
    public static async Task WriteAsync(WebApplication app, TextWriter output, CancellationToken ct)
    {
        var address = app.Urls.First();
        var folder = Path.GetFullPath(app.Services.GetRequiredService<IOptions<DataOptions>>().Value.Folder);
        await output.WriteLineAsync($"CddFunctions  {address}/api/health   {address}/api/openapi.json");
        await output.WriteLineAsync($"ข้อมูล / data: {folder}   กุญแจผู้ดูแล / administrator's key: {Path.Combine(folder, "admin.key")}");
        var campaigns = await app.Services.GetRequiredService<CampaignCatalog>().AllAsync(ct);
        foreach (var campaign in campaigns.OrderBy(c => c.Id, StringComparer.Ordinal))
        {
            await output.WriteLineAsync($"{campaign.Definition.Th}");
            await output.WriteLineAsync(
                $"  ลิงก์ผู้ดูแล / administrator's link: {await LinkAsync(app, $"{address}/api/ui/", campaign, ct)}"
            );
        }
    }

    /// <summary>The link of a day is a document, which a full disk does not take.</summary>
    private static async Task<string> LinkAsync(WebApplication app, string pages, LaunchedCampaign campaign, CancellationToken ct)
    {
        try
        {
            return $"{pages}{campaign.Id}?t={await app.Services.GetRequiredService<AdministratorLinks>().TokenAsync(campaign, ct)}";
        }
        catch (StorageUnavailableException)
        {
            return "ทำไม่ได้ขณะนี้ เพราะที่เก็บข้อมูลเขียนไม่ได้ / none now, because the store cannot be written";
        }
    }
}
