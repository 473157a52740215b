using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform.Identity;
using CddFunctions.Web;

namespace CddFunctions.Links.Pages;

/// <summary>Pure: what people call the holder of a link.</summary>
public static class LinkNames
{
    /// <summary>The office, the task or whatever the administrator wrote down.</summary>
    public static string Holder(PageContext page, LaunchedCampaign campaign, Link link, Func<string, Unit?> find) =>
        link.Role switch
        {
            CallerRole.Officer => find(link.Subject) is { } unit
                ? OfficeNames.Of(campaign, unit.Level, unit.Name, page.English)
                : link.Subject,
            CallerRole.Intake when campaign.FindTask(link.Subject) is { } task => page.In(task.Title),
            _ => link.Subject,
        };
}
