using System.Runtime.CompilerServices;
using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Datasets;
using CddFunctions.Platform.Storage;
using CddFunctions.Platform.Thai;
using CddFunctions.Reporting.Datasets;
using CddFunctions.Submissions.Ledger;
using Row = CddFunctions.Reporting.Datasets.ObligationRow;

namespace CddFunctions.Submissions.Datasets;

/// <summary>What hand-ins publish as tables: the obligations as the ledger sees them, and every revision handed in.</summary>
public sealed class SubmissionDatasets(ObligationLedger ledger, SubmissionStore store, Places places, TimeProvider clock)
{
    public async IAsyncEnumerable<Row> ObligationsAsync(LaunchedCampaign campaign, [EnumeratorCancellation] CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var place = await places.OfAsync(campaign, ct);
        foreach (var obligation in await ledger.RowsAsync(campaign, ct))
            yield return ToRow(campaign, obligation, place, now) with
            {
                Missing = await MissingAsync(campaign, obligation, place, ct),
            };
    }

    /// <summary>
    /// Units that were missing when a gathering task was sent incomplete. The ledger does not keep them, so the submission is read;
    /// only gathering tasks can be incomplete, and there are few of them.
    /// </summary>
    private async Task<IReadOnlyList<string>?> MissingAsync(
        LaunchedCampaign campaign,
        Obligation o,
        Func<string, Campaigns.Model.Unit?> place,
        CancellationToken ct
    )
    {
        if (o.SubmittedAt is null || campaign.FindTask(o.Task) is not { Aggregates: not null })
            return null;

        var found = await store.FindAsync(campaign, SubmissionStore.Id(o.Task, o.Unit), ct);
        return found?.Value.Current?.Missing?.Select(code => place(code) is { } unit ? $"{unit.Th} ({code})" : code).ToList();
    }

    /// <summary>One row per revision. Submissions of a form without names have rows like all others, because a row holds no name.</summary>
    public async IAsyncEnumerable<SubmissionRow> SubmissionsAsync(LaunchedCampaign campaign, [EnumeratorCancellation] CancellationToken ct)
    {
        var place = await places.OfAsync(campaign, ct);
        // A repeatable form: the unit's own document, which may hold an extension, comes first, as its id begins all the others' ids.
        var extensions = new Dictionary<string, Extension>(StringComparer.Ordinal);
        await foreach (var document in store.AllAsync(campaign, ct))
        {
            var submission = document.Read<Submission>();
            var id = SubmissionStore.Id(submission.Task, submission.Unit);
            if (submission.Extension is { } granted)
                extensions[id] = granted;
            var extendedTo = DueRules.ExtendedTo(campaign, extensions.GetValueOrDefault(id));
            foreach (var revision in submission.Revisions)
                yield return ToRow(campaign, submission, revision, place(submission.Unit)?.Th ?? submission.Unit, extendedTo);
        }
    }

    private static Row ToRow(LaunchedCampaign campaign, Obligation o, Func<string, Campaigns.Model.Unit?> place, DateTimeOffset now)
    {
        var task = campaign.FindTask(o.Task)!;
        var due = DueRules.Later(o.DueAt, o.ExtendedTo);
        var district = o.Unit.Length >= 4 ? place(o.Unit[..4]) : null;
        return new()
        {
            Campaign = campaign.Id,
            Task = o.Task,
            TaskTitle = task.Th,
            Unit = o.Unit,
            UnitName = o.UnitName,
            DistrictCode = district?.Code,
            DistrictName = district?.Th,
            ProvinceCode = campaign.Province.Code,
            ProvinceName = campaign.Province.Th,
            DueAt = o.DueAt,
            ExtendedTo = o.ExtendedTo,
            IsDue = due is { } at && DueRules.IsPast(at, now),
            State = LedgerFigures.ToRow(o.State),
            SubmittedAt = o.SubmittedAt,
            OnTime = o.OnTime,
            DaysLate = due is { } limit ? DueRules.DaysLate(limit, o.SubmittedAt ?? now) : null,
            HandIns = o.HandedIn,
            ReviewedAt = o.ReviewedAt,
            ReviewDays = o is { ReviewedAt: { } reviewed, SubmittedAt: { } sent }
                ? Math.Round((decimal)(reviewed - sent).TotalDays, 2)
                : null,
            Revision = o.Revision,
            Receipt = o.Receipt,
            ChoiceGroup = task.Choice,
            ChoiceMet = o.ChoiceMet,
            Mandatory = task.Mandatory,
            Reviewed = task.Reviewer is not null,
            DueBasis = CampaignDatasets.ToRow(task.DueBasis),
        };
    }

    private static SubmissionRow ToRow(
        LaunchedCampaign campaign,
        Submission submission,
        Revision revision,
        string unitName,
        DateTimeOffset? extendedTo
    )
    {
        var files = revision.Files.Values.SelectMany(f => f).ToList();
        return new()
        {
            Campaign = campaign.Id,
            Task = submission.Task,
            Unit = submission.Unit,
            UnitName = unitName,
            Receipt = revision.Receipt,
            Revision = revision.Number,
            DefinitionRevision = $"{revision.DefinitionRevision}",
            SubmittedAt = revision.SubmittedAt,
            OnTime = DueRules.OnTime(submission.Revisions[0].SubmittedAt, submission.Revisions[0].DueAt, extendedTo),
            Decision = revision.Decision switch
            {
                null => null,
                { Accepted: true } => Reporting.Datasets.ReviewDecision.Accept,
                _ => Reporting.Datasets.ReviewDecision.Return,
            },
            Reason = TypedText.Lines(revision.Decision?.Reason), // earlier versions kept it as it was typed
            DecidedAt = revision.Decision?.At,
            Files = files.Count,
            Pages = files.Any(f => f.Facts.Pages is not null) ? files.Sum(f => f.Facts.Pages ?? 0) : null,
            VideoSeconds = files.Any(f => f.Facts.Duration is not null) ? (int)files.Sum(f => f.Facts.Duration?.TotalSeconds ?? 0) : null,
            Warnings = revision.Warnings.Count,
        };
    }
}
