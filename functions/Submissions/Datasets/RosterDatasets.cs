using System.Runtime.CompilerServices;
using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Reporting.Datasets;
using CddFunctions.Submissions.Ledger;
using CddFunctions.Submissions.Rosters;

namespace CddFunctions.Submissions.Datasets;

/// <summary>What rosters publish as a table: one row per person on a list as it stands.</summary>
public sealed class RosterDatasets(RosterStore store, ObligationLedger ledger, Places places)
{
    private const string Unchanged = "unchanged";

    public async IAsyncEnumerable<RosterEntryRow> EntriesAsync(LaunchedCampaign campaign, [EnumeratorCancellation] CancellationToken ct)
    {
        var place = await places.OfAsync(campaign, ct);
        var states = (await ledger.RowsAsync(campaign, ct)).ToDictionary(o => (o.Task, o.Unit));
        await foreach (var list in store.AllAsync(campaign, ct))
        {
            if (campaign.FindRoster(list.Roster) is not { } roster)
                continue; // a roster that an earlier revision had

            var table = RosterForms.Table(campaign.Form(roster.Form), roster);
            var task = campaign.TaskOf(roster);
            var obligation = states.GetValueOrDefault((task?.Id ?? "", list.Unit));
            var earlier = list.Before ?? list.Baseline;
            var changes = PutRoster.Answer(table, earlier, list.Entries).Changes
                .Where(c => c.Row is not null).ToDictionary(c => c.Row!.Value, c => c.Kind);
            for (var i = 0; i < list.Entries.Count; i++)
            {
                var status = earlier.Count > 0 && changes.TryGetValue(i + 1, out var kind) ? kind.ToString().ToLowerInvariant() : Unchanged;
                yield return ToRow(campaign, list, table.Columns!, i, status, place, obligation);
            }
        }
    }

    private static RosterEntryRow ToRow(
        LaunchedCampaign campaign, RosterList list, IReadOnlyList<Field> columns, int i, string status,
        Func<string, Unit?> place, Obligation? obligation)
    {
        var entry = list.Entries[i];
        return new()
        {
            Campaign = campaign.Id,
            Roster = list.Roster,
            Unit = list.Unit,
            UnitName = place(list.Unit)?.Th ?? list.Unit,
            No = i + 1,
            Title = Of(FieldKind.Title),
            Given = Of(FieldKind.Given),
            Family = Of(FieldKind.Family),
            Village = Of(FieldKind.Unit) is { } code ? place(code)?.Th ?? code : entry["village"]?.ToString(),
            Role = (entry["role"] ?? entry["position"])?.ToString(),
            Phone = Of(FieldKind.Phone),
            Status = status,
            Reason = entry["reason"]?.ToString(),
            SubmittedAt = obligation?.SubmittedAt,
            State = SubmissionDatasets.ToRow(obligation?.State ?? Ledger.ObligationState.Open),
        };

        string? Of(FieldKind kind) => columns.FirstOrDefault(c => c.Kind == kind) is { } column ? entry[column.Id]?.ToString() : null;
    }
}
