using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Submissions.Fields;
using CddFunctions.Submissions.Ledger;

namespace CddFunctions.Submissions.Uploads;

/// <summary>Refuses files that nothing can take any more: the task is closed for whoever sends them (docs/rules.md 2.3, rule 3).</summary>
public sealed class UploadTimes(SubmissionStore store, UnitDirectory units, TimeProvider clock)
{
    /// <param name="task">Null for a file that says no task: it may still belong to any that is open.</param>
    /// <param name="subject">Of the sender's link: an office, or anything else for those who may send for every unit.</param>
    public async Task<Problem?> RefuseAsync(LaunchedCampaign campaign, string? task, string subject, CancellationToken ct)
    {
        Problem? closed = null;
        foreach (
            var candidate in campaign.ManagedTasks.Where(t => task is null ? FormReader.TakesFiles(campaign.FormOf(t)) : Same(t.Id, task))
        )
        {
            if (DueRules.ClosesAt(campaign, candidate, extension: null) is not { } closes || !DueRules.IsPast(closes, clock.GetUtcNow()))
                return null;
            if (await IsOpenAsync(campaign, candidate, subject, ct))
                return null;

            closed = SubmissionProblems.Closed(closes);
        }

        return closed;
    }

    /// <summary>True when an extension or a return has opened the task again for one of the units.</summary>
    private async Task<bool> IsOpenAsync(LaunchedCampaign campaign, CampaignTask task, string subject, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var isOffice = subject.All(char.IsAsciiDigit);
        foreach (
            var unit in (await units.OwingAsync(campaign, task, ct)).Where(u =>
                !isOffice || u.Code.StartsWith(subject, StringComparison.Ordinal)
            )
        )
        {
            var target = new Target(campaign, task, unit, campaign.FormOf(task) ?? PlainReport.Form);
            var stored = (await store.FindAsync(campaign, target.Id, ct))?.Value;
            if (stored is not null && SubmissionRules.RefuseAny(target, stored, now) is null)
                return true;
        }

        return false;
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
