using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Web;

namespace CddFunctions.Links.Pages;

/// <summary>Pure: what people call the holder of a link.</summary>
public static class LinkNames
{
    public static string Role(LinkRoleTexts words, CallerRole role) =>
        role switch
        {
            CallerRole.Admin => words.Admin,
            CallerRole.Officer => words.Officer,
            CallerRole.Judge => words.Judge,
            CallerRole.Voter => words.Voter,
            CallerRole.Viewer => words.Viewer,
            CallerRole.Intake => words.Intake,
            _ => throw new InvalidOperationException($"Unknown role {role}"),
        };

    /// <summary>The office, the task or whatever the administrator wrote down.</summary>
    public static string Holder(PageContext page, LaunchedCampaign campaign, Link link, Func<string, Unit?> find) =>
        link.Role switch
        {
            CallerRole.Officer => find(link.Subject) is { } unit ? Office(page, campaign, unit) : link.Subject,
            CallerRole.Intake when campaign.FindTask(link.Subject) is { } task => page.In(task.Title),
            _ => link.Subject,
        };

    /// <summary>The level in the programme's words before the bare name: อำเภอ บ้านค่าย.</summary>
    public static string Office(PageContext page, LaunchedCampaign campaign, Unit unit) => Office(page, campaign, unit.Level, unit.Name);

    public static string Office(PageContext page, LaunchedCampaign campaign, string level, Text name) =>
        Level(campaign, level) is { } words
            ? page.English
                ? $"{page.In(name)} ({page.In(words).ToLowerInvariant()})"
                : $"{page.In(words)}{page.In(name)}"
            : page.In(name);

    public static Text? Level(LaunchedCampaign campaign, string level) =>
        campaign.Definition.Levels.FirstOrDefault(l => string.Equals(l.Id, level, StringComparison.Ordinal)) is { } found
            ? new(found.Th, found.En)
            : null;
}
