using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Campaigns.Pages;

namespace CddFunctions.Submissions.HandIns.Pages;

/// <summary>Addresses of the pages of one hand-in.</summary>
public static class HandInAddress
{
    public static string Of(Target target) => Of(target.Campaign, target.Task.Id, target.Unit.Code);

    public static string Of(LaunchedCampaign campaign, string task, string unit) => Visits.Address(campaign.Id) + Below(task, unit);

    /// <summary>Below the programme's start page.</summary>
    public static string Below(string task, string unit) => $"/tasks/{Uri.EscapeDataString(task)}/units/{Uri.EscapeDataString(unit)}";

    public static string Receipt(Target target, string receipt) => $"{Of(target)}/receipts/{Uri.EscapeDataString(receipt)}";

    public static string History(Target target) => $"{Of(target)}/history";

    public static string Roster(Target target, Roster roster) =>
        $"{Visits.Address(target.Campaign.Id)}/rosters/{roster.Id}/{target.Unit.Code}";
}
