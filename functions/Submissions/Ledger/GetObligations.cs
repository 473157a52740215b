using System.Text.Json;
using CddFunctions.Campaigns;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Submissions.Ledger;

/// <summary>GET: all rows for administrators and viewers, an officer's own for an officer; filtered by unit, task and state.</summary>
public static class GetObligations
{
    private static readonly Dictionary<string, ObligationState> States =
        Enum.GetValues<ObligationState>().ToDictionary(s => JsonNamingPolicy.KebabCaseLower.ConvertName(s.ToString()), StringComparer.Ordinal);

    public static async Task<IResult> HandleAsync(
        string campaign, CallerOf caller, CampaignCatalog catalog, ObligationLedger ledger,
        string? unit, string? task, string? state, CancellationToken ct)
    {
        if (catalog.Find(campaign) is not { } launched)
            return CampaignProblems.NotFound(campaign).ToResult();
        if (Caller.Refuse(caller.Value, campaign, CallerRole.Admin, CallerRole.Viewer, CallerRole.Officer) is { } refusal)
            return refusal.ToResult();

        // The framework would take the names in C# spelling, and numbers; the contract has its own words.
        if (state is not null && !States.ContainsKey(state))
            return CommonProblems.Malformed().ToResult();

        var rows = await ledger.RowsAsync(launched, ct);
        return TypedResults.Ok(rows
            .Where(r => (unit is null || Same(r.Unit, unit)) && (task is null || Same(r.Task, task)) && (state is null || r.State == States[state])
                && IsTheirs(caller.Value!, launched, r))
            .ToList());
    }

    private static bool IsTheirs(Caller caller, LaunchedCampaign campaign, Obligation row) =>
        caller.Role is not CallerRole.Officer
        || Access.Covers(caller, campaign, campaign.FindTask(row.Task)!, row.Unit);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
