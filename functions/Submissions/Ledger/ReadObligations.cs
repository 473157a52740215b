using System.Text.Json;
using CddFunctions.Campaigns;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Submissions.Ledger;

/// <summary>Which rows are asked for; null for all.</summary>
/// <param name="State">In the words of the contract: <c>overdue</c>.</param>
public sealed record ObligationFilter(string? Unit, string? Task, string? State);

/// <summary>All rows for administrators and viewers, an officer's own for an officer; filtered by unit, task and state.</summary>
public sealed class ReadObligations(ObligationLedger ledger)
{
    private static readonly Dictionary<string, ObligationState> States = Enum.GetValues<ObligationState>()
        .ToDictionary(s => JsonNamingPolicy.KebabCaseLower.ConvertName($"{s}"), StringComparer.Ordinal);

    public async Task<Outcome<List<Obligation>>> RunAsync(
        LaunchedCampaign campaign,
        Caller caller,
        ObligationFilter filter,
        CancellationToken ct
    )
    {
        var rows = await ledger.RowsAsync(campaign, ct);
        return Refuse(campaign, filter, rows) is { } unknown
            ? unknown
            : rows.Where(r => IsMeant(filter, r) && IsTheirs(caller, campaign, r)).ToList();
    }

    private static Problem? Refuse(LaunchedCampaign campaign, ObligationFilter filter, IReadOnlyList<Obligation> rows)
    {
        // The framework would take the names in C# spelling, and numbers; the contract has its own words.
        if (filter.State is not null && !States.ContainsKey(filter.State))
            return CommonProblems.QueryNotOneOf("state", States.Keys);
        if (filter.Task is not null && campaign.FindTask(filter.Task) is not { Managed: true })
            return CommonProblems.QueryNotOneOf("task", campaign.ManagedTasks.Select(t => t.Id));

        return filter.Unit is null || rows.Any(r => Same(r.Unit, filter.Unit))
            ? null
            : CommonProblems.QueryInvalid(
                "unit",
                new("ต้องเป็นรหัสหน่วยงานที่มีงานในโครงการนี้", "the code of a unit that owes a task of the programme")
            );
    }

    private static bool IsMeant(ObligationFilter filter, Obligation row) =>
        (filter.Unit is null || Same(row.Unit, filter.Unit))
        && (filter.Task is null || Same(row.Task, filter.Task))
        && (filter.State is null || row.State == States[filter.State]);

    private static bool IsTheirs(Caller caller, LaunchedCampaign campaign, Obligation row) =>
        caller.Role is not CallerRole.Officer || Access.Covers(caller, campaign, campaign.FindTask(row.Task)!, row.Unit);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
