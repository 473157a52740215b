using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Web;

namespace CddFunctions.Campaigns.Pages;

/// <summary>Pure: what people call an office.</summary>
public static class OfficeNames
{
    /// <summary>The level in the programme's words before the bare name: อำเภอบ้านค่าย.</summary>
    public static string Of(LaunchedCampaign campaign, string level, Text name, bool english) =>
        Level(campaign, level) is { } words
            ? english
                ? $"{name.In(english)} ({words.In(english).ToLowerInvariant()})"
                : $"{words.In(english)}{name.In(english)}"
            : name.In(english);

    /// <summary>The level in the programme's words; its id where the programme has none.</summary>
    public static string LevelOf(LaunchedCampaign campaign, string level, bool english) => Level(campaign, level)?.In(english) ?? level;

    public static Text? Level(LaunchedCampaign campaign, string level) =>
        campaign.Definition.Levels.FirstOrDefault(l => string.Equals(l.Id, level, StringComparison.Ordinal)) is { } found
            ? new(found.Th, found.En)
            : null;
}

/// <summary>Names the holder of a link in the frame of every page, from the programme's file and the national list alone.</summary>
public sealed class HolderNames(CampaignCatalog catalog)
{
    public string Of(string campaign, CallerRole role, string subject, bool english) =>
        $"{PageTexts.In<RoleTexts>(english).Of(role)} · {(role is CallerRole.Officer ? Office(campaign, subject, english) : subject)}";

    private string Office(string campaign, string code, bool english)
    {
        if (catalog.Known(campaign) is not { } launched)
            return code;
        if (launched.Definition.Units.FirstOrDefault(u => string.Equals(u.Code, code, StringComparison.Ordinal)) is { } unit)
            return OfficeNames.Of(launched, unit.Level, unit.Name, english);
        return Areas.Find(code) is { } area ? OfficeNames.Of(launched, area.Level, new(area.Th, area.Th), english) : code;
    }
}
