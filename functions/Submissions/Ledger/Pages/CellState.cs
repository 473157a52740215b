using CddFunctions.Campaigns.Model;

namespace CddFunctions.Submissions.Ledger.Pages;

/// <summary>How one task of one unit stands, in the words of the board. The most urgent comes first.</summary>
public enum CellState
{
    Overdue,
    Returned,
    Waiting,
    Open,

    /// <summary>Handed in, and nobody reviews it.</summary>
    HandedIn,
    Accepted,

    /// <summary>Not handed in and not owed: others of the choice satisfy it (docs/rules.md 2.3, rule 7).</summary>
    NotNeeded,
}

/// <summary>Pure: states, their words and their names in addresses.</summary>
public static class CellStates
{
    private static readonly Dictionary<string, CellState> ByName = Enum.GetValues<CellState>().ToDictionary(Name, StringComparer.Ordinal);

    public static CellState Of(Obligation row, CampaignTask task) =>
        Urgency.IsNotNeeded(row)
            ? CellState.NotNeeded
            : row.State switch
            {
                ObligationState.Overdue => CellState.Overdue,
                ObligationState.Returned => CellState.Returned,
                ObligationState.Submitted => task.Reviewer is null ? CellState.HandedIn : CellState.Waiting,
                ObligationState.Open => CellState.Open,
                ObligationState.Accepted => CellState.Accepted,
                _ => throw new ArgumentOutOfRangeException(nameof(row), row.State, "unknown state"),
            };

    /// <summary>As an address says it: <c>handed-in</c>.</summary>
    public static string Name(CellState state) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString());

    /// <returns>Null for a word that is no state.</returns>
    public static CellState? Find(string? name) => name is not null && ByName.TryGetValue(name, out var state) ? state : null;

    public static string Words(CellState state, StateTexts words) =>
        state switch
        {
            CellState.Overdue => words.Overdue,
            CellState.Returned => words.Returned,
            CellState.Waiting => words.Submitted,
            CellState.Open => words.Open,
            CellState.HandedIn => words.HandedIn,
            CellState.Accepted => words.Accepted,
            CellState.NotNeeded => words.NotNeeded,
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };

    /// <summary>The colour that goes with the words.</summary>
    public static string Kind(CellState state) =>
        state switch
        {
            CellState.Overdue => "bad",
            CellState.Returned => "warn",
            CellState.Waiting => "wait",
            CellState.Accepted or CellState.HandedIn => "good",
            CellState.Open or CellState.NotNeeded => "calm",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };
}
