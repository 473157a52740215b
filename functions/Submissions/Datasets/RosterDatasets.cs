using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Thai;
using CddFunctions.Reporting.Datasets;
using CddFunctions.Submissions.Ledger;
using CddFunctions.Submissions.Rosters;

namespace CddFunctions.Submissions.Datasets;

/// <summary>What rosters publish as tables: who is on a list as it was handed in, and what changed on it.</summary>
public sealed class RosterDatasets(RosterStore store, SubmissionStore submissions, ObligationLedger ledger, Places places)
{
    private const string Unchanged = "unchanged";

    public async IAsyncEnumerable<RosterEntryRow> EntriesAsync(LaunchedCampaign campaign, [EnumeratorCancellation] CancellationToken ct)
    {
        var place = await places.OfAsync(campaign, ct);
        var states = (await ledger.RowsAsync(campaign, ct)).ToDictionary(o => (o.Task, o.Unit));
        await foreach (var (list, roster, table) in ListsAsync(campaign, ct))
        {
            var task = campaign.TaskOf(roster);
            var obligation = states.GetValueOrDefault((task?.Id ?? "", list.Unit));
            var changes = Changes(list, table).Where(c => c.Row is not null).ToDictionary(c => c.Row!.Value, c => c.Kind);
            for (var i = 0; i < list.Entries.Count; i++)
            {
                var status = changes.TryGetValue(i + 1, out var kind) ? kind.ToString().ToLowerInvariant() : Unchanged;
                yield return ToRow(campaign, list, table.Columns!, i, status, place, obligation);
            }
        }
    }

    /// <summary>
    /// Changes of each roster. They are counted from the list that the last accepted one replaced or, while none was accepted, from the
    /// list that the province gave.
    /// </summary>
    public async IAsyncEnumerable<RosterChangeRow> ChangesAsync(LaunchedCampaign campaign, [EnumeratorCancellation] CancellationToken ct)
    {
        var place = await places.OfAsync(campaign, ct);
        await foreach (var (list, _, table) in ListsAsync(campaign, ct))
        {
            foreach (var change in Changes(list, table))
                yield return ToRow(campaign, list, table, change, place(list.Unit)?.Th ?? list.Unit);
        }
    }

    private async IAsyncEnumerable<(RosterList List, Roster Roster, Field Table)> ListsAsync(
        LaunchedCampaign campaign,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        await foreach (var list in store.AllAsync(campaign, ct))
        {
            // A roster that an earlier revision had is left out.
            if (campaign.FindRoster(list.Roster) is { } roster)
            {
                var entries = await HandedInAsync(campaign, roster, list.Unit, ct) ?? list.Entries;
                yield return (list with { Entries = entries }, roster, RosterForms.Table(campaign.Form(roster.Form), roster));
            }
        }
    }

    /// <summary>
    /// The list that waits for its reviewer or was returned: what the office has saved since is a draft. Null where nothing was handed
    /// in, and for an accepted one, whose list only the province changes.
    /// </summary>
    private async Task<IReadOnlyList<JsonObject>?> HandedInAsync(
        LaunchedCampaign campaign,
        Roster roster,
        string unit,
        CancellationToken ct
    ) =>
        campaign.TaskOf(roster) is { } task
        && await submissions.FindAsync(campaign, SubmissionStore.Id(task.Id, unit), ct)
            is { Value.Current: { Decision: not { Accepted: true } } current }
            ? RosterForms.Entries(campaign.Form(roster.Form), current)
            : null;

    /// <summary>Changes of one roster; none when there is no earlier list to compare with.</summary>
    private static IReadOnlyList<RosterChange> Changes(RosterList list, Field table) =>
        (list.Before ?? list.Baseline) is { Count: > 0 } earlier ? PutRoster.Answer(table, earlier, list.Entries).Changes : [];

    private static RosterChangeRow ToRow(LaunchedCampaign campaign, RosterList list, Field table, RosterChange change, string unitName) =>
        new()
        {
            Campaign = campaign.Id,
            Roster = list.Roster,
            Unit = list.Unit,
            UnitName = unitName,
            Kind = change.Kind switch
            {
                Rosters.RosterChangeKind.Added => Reporting.Datasets.RosterChangeKind.Added,
                Rosters.RosterChangeKind.Removed => Reporting.Datasets.RosterChangeKind.Removed,
                Rosters.RosterChangeKind.Corrected => Reporting.Datasets.RosterChangeKind.Corrected,
                _ => throw new ArgumentOutOfRangeException(nameof(change), change.Kind, null),
            },
            No = change.Row,
            Name = change.Name,
            Columns = change
                .Columns?.Select(id => table.Columns?.FirstOrDefault(c => string.Equals(c.Id, id, StringComparison.Ordinal))?.Th ?? id)
                .ToList(),
        };

    private static RosterEntryRow ToRow(
        LaunchedCampaign campaign,
        RosterList list,
        IReadOnlyList<Field> columns,
        int i,
        string status,
        Func<string, Unit?> place,
        Obligation? obligation
    )
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
            Phone = Of(FieldKind.Phone) is { } phone ? ThaiPhone.Dialled(phone) : null,
            Status = status,
            Reason = entry["reason"]?.ToString(),
            SubmittedAt = obligation?.SubmittedAt,
            State = LedgerFigures.ToRow(obligation?.State ?? Ledger.ObligationState.Open),
        };

        string? Of(FieldKind kind) => columns.FirstOrDefault(c => c.Kind == kind) is { } column ? entry[column.Id]?.ToString() : null;
    }
}
