using System.Globalization;
using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Thai;
using CddFunctions.Submissions.HandIns.Pages;
using CddFunctions.Web;

namespace CddFunctions.Submissions.Ledger.Pages;

/// <summary>Pure: a task's due date in words or, for a task that has only a period, that period, which is no deadline.</summary>
public static class DueWords
{
    public static string Of(PageContext page, LaunchedCampaign campaign, CampaignTask task, Obligation row) =>
        Of(page, campaign, task, Urgency.DueAt(row), Urgency.IsOwed(row));

    public static string Of(PageContext page, LaunchedCampaign campaign, CampaignTask task, DateTimeOffset? dueAt, bool owed) =>
        dueAt is null && task.Window is { } window
            ? page.Fill(page.Texts<HandInTexts>().Window, Period(page, campaign.Milestone(window)))
            : page.Due(dueAt, owed);

    /// <summary>The due date in fewer words, for places whose heading already says that it is one.</summary>
    public static string Short(PageContext page, LaunchedCampaign campaign, CampaignTask task, Obligation row) =>
        Urgency.DueAt(row) is { } due && !Urgency.IsOwed(row) ? page.Moment(due) : Of(page, campaign, task, row);

    private static string Period(PageContext page, Milestone window) =>
        page.English ? English(window) : ThaiDateRange.Format(window.FirstDay, window.LastDay);

    private static string English(Milestone window)
    {
        var (first, last) =
            window.Precision is Precision.Month
                ? (Month(window.FirstDay), Month(window.LastDay))
                : (ThaiDate.English(window.FirstDay), ThaiDate.English(window.LastDay));
        return string.Equals(first, last, StringComparison.Ordinal) ? first : $"{first} – {last}";
    }

    private static string Month(DateOnly day) => day.ToString("MMM yyyy", CultureInfo.InvariantCulture);
}
