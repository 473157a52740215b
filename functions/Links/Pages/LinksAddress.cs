using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Pages;

namespace CddFunctions.Links.Pages;

/// <summary>Addresses of the pages of links.</summary>
public static class LinksAddress
{
    /// <summary>Group of the links that belong to no owing office.</summary>
    public const string Others = "others";

    public static string Of(LaunchedCampaign campaign) => Visits.Address(campaign.Id) + "/links";

    public static string Of(LaunchedCampaign campaign, string group, int page = 1) => Of(campaign) + Query(group, page);

    public static string Sheet(LaunchedCampaign campaign, string level, int page = 1) => Of(campaign) + "/sheet" + Query(level, page);

    public static string One(LaunchedCampaign campaign, string id) => $"{Of(campaign)}/{Uri.EscapeDataString(id)}";

    public static string Revoke(LaunchedCampaign campaign, string id) => One(campaign, id) + "/revoke";

    public static string Query(string group, int page) => $"?level={Uri.EscapeDataString(group)}{(page > 1 ? $"&page={page}" : "")}";
}
