using System.Text.Json.Nodes;
using CddFunctions.Submissions.Ledger;
using CddFunctions.Submissions.Reviews;

namespace CddFunctions.Submissions.Rosters;

/// <summary>A list as it stands, with the state of the task that hands it in.</summary>
/// <param name="Version">Null while there is no list.</param>
/// <param name="Baseline">The list that the province last gave or accepted.</param>
/// <param name="Before">The baseline that the last acceptance replaced; null while no acceptance has changed it.</param>
/// <param name="Reason">Why the submission with the list was returned; null unless it is returned.</param>
public sealed record RosterStanding(
    string? Version,
    IReadOnlyList<JsonObject> Entries,
    IReadOnlyList<JsonObject> Baseline,
    IReadOnlyList<JsonObject>? Before,
    Obligation Obligation,
    string? Reason
)
{
    /// <summary>An accepted list is closed to the office.</summary>
    public bool Accepted => Obligation.State is ObligationState.Accepted;
}

/// <summary>Reads one unit's list for a page.</summary>
public sealed class ReadRoster(RosterStore store, ObligationLedger ledger, ReturnReasons reasons)
{
    public async Task<RosterStanding> RunAsync(RosterTarget found, CancellationToken ct)
    {
        var target = found.Target;
        var stored = await store.FindAsync(target.Campaign, found.Roster, target.Unit, ct);
        var row = await ledger.RowAsync(target, ct);
        var list = stored?.Value;
        return new(
            stored?.Version,
            list?.Entries ?? [],
            list?.Baseline ?? [],
            list?.Before,
            row,
            await reasons.FindAsync(target.Campaign, row, ct)
        );
    }
}
