using System.Text.Json.Nodes;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;

namespace CddFunctions.Submissions.Rosters.Pages;

/// <summary>The list with which the page compares its own, to highlight changes.</summary>
public enum RosterBasis
{
    /// <summary>Nothing was given or accepted before: the whole list is new, and nothing is highlighted.</summary>
    None,

    /// <summary>The list as the province last gave or accepted it.</summary>
    Accepted,

    /// <summary>The list before this one, when this one is accepted.</summary>
    BeforeAcceptance,

    /// <summary>Somebody else saved meanwhile: their list.</summary>
    SomebodyElse,
}

/// <summary>What the page says about the list in its inputs.</summary>
public enum RosterNotice
{
    None,
    Saved,

    /// <summary>Read without a fault and not saved yet.</summary>
    Checked,
}

/// <summary>The list on the page: as it stands, or as it was typed, pasted or sent and not yet saved.</summary>
/// <param name="Version">Version of the list that this page has shown; empty when there was none.</param>
/// <param name="Changes">Changes by the number of their row; removed people are under 0.</param>
/// <param name="Refusal">Why nothing was saved, with the faults of its fields.</param>
/// <param name="Paste">Text that could not be read as a list, given back.</param>
public sealed record RosterSheetView(
    IReadOnlyList<RosterLine> Lines,
    string Version,
    ILookup<int, RosterChange> Changes,
    RosterBasis Basis,
    RosterNotice Notice = RosterNotice.None,
    Problem? Refusal = null,
    string Paste = ""
)
{
    private static readonly FieldError[] NoFaults = [];

    /// <param name="entries">The lines as they were read: one entry for each line that holds somebody. Empty = no changes to show.</param>
    public static RosterSheetView Of(
        Field table,
        IReadOnlyList<RosterLine> lines,
        IReadOnlyList<JsonObject> entries,
        IReadOnlyList<JsonObject> earlier,
        RosterBasis basis,
        string version
    )
    {
        int[] numbers = [.. lines.Where(l => !l.IsEmpty).Select(l => l.Number)];
        var compared = entries.Count > 0 && earlier.Count > 0;
        var changes = compared ? PutRoster.Answer(table, earlier, entries).Changes : [];
        return new(
            RosterForm.Padded(lines, table),
            version,
            changes.ToLookup(c => c.Row is { } row ? numbers[row - 1] : 0),
            compared ? basis : RosterBasis.None
        );
    }

    public IReadOnlyList<FieldError> Faults => Refusal?.Errors ?? NoFaults;

    public RosterChange? ChangeOf(RosterLine line) => Changes[line.Number].FirstOrDefault();

    public IEnumerable<RosterChange> Removed => Changes[0];

    public int Count(RosterChangeKind kind) => Changes.SelectMany(c => c).Count(c => c.Kind == kind);

    public IReadOnlyList<FieldError> FaultsAt(string path) => [.. Faults.Where(f => string.Equals(f.Path, path, StringComparison.Ordinal))];
}
