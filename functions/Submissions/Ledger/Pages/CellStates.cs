using CddFunctions.Reporting.Datasets;

namespace CddFunctions.Submissions.Ledger.Pages;

/// <summary>Pure: states, their words and their names in addresses.</summary>
public static class CellStates
{
    private static readonly Dictionary<string, WorkState> ByName = Enum.GetValues<WorkState>().ToDictionary(Name, StringComparer.Ordinal);

    /// <summary>As an address says it: <c>handed-in</c>.</summary>
    public static string Name(WorkState state) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString());

    /// <returns>Null for a word that is no state.</returns>
    public static WorkState? Find(string? name) => name is not null && ByName.TryGetValue(name, out var state) ? state : null;

    public static string Words(WorkState state, StateTexts words) =>
        state switch
        {
            WorkState.Overdue => words.Overdue,
            WorkState.Returned => words.Returned,
            WorkState.Waiting => words.Submitted,
            WorkState.Open => words.Open,
            WorkState.HandedIn => words.HandedIn,
            WorkState.Accepted => words.Accepted,
            WorkState.NotNeeded => words.NotNeeded,
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };

    /// <summary>The colour that goes with the words.</summary>
    public static string Kind(WorkState state) =>
        state switch
        {
            WorkState.Overdue => "bad",
            WorkState.Returned => "warn",
            WorkState.Waiting => "wait",
            WorkState.Accepted or WorkState.HandedIn => "good",
            WorkState.Open or WorkState.NotNeeded => "calm",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };
}
