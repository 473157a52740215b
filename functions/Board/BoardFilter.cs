using CddFunctions.Campaigns;
using CddFunctions.Submissions.Ledger.Pages;
using Microsoft.AspNetCore.WebUtilities;

namespace CddFunctions.Board;

/// <summary>
/// What the board shows, as its address says. A task that the programme
/// lacks, and a district or state that cannot be read, are ignored.
/// </summary>
/// <param name="District">Code of a district; its own row and those of the places in it.</param>
/// <param name="State">Units that have at least one task in this state.</param>
/// <param name="Page">From 1.</param>
public sealed record BoardFilter(string? District = null, string? Task = null, CellState? State = null, int Page = 1)
{
    private const int LastPage = 100_000;

    public bool IsEmpty => this is { District: null, Task: null, State: null };

    public static BoardFilter Read(IQueryCollection query, LaunchedCampaign campaign) =>
        new(
            Value(query, "district") is { Length: 4 } code && code.All(char.IsAsciiDigit) ? code : null,
            Value(query, "task") is { } task && campaign.FindTask(task) is { Managed: true } ? task : null,
            CellStates.Find(Value(query, "state")),
            int.TryParse(Value(query, "page"), out var page) ? Math.Clamp(page, 1, LastPage) : 1
        );

    /// <summary>The query of this view: empty, or with its question mark.</summary>
    public string Query()
    {
        var values = new List<KeyValuePair<string, string?>>();
        Add("district", District);
        Add("task", Task);
        Add("state", State is { } state ? CellStates.Name(state) : null);
        Add("page", Page > 1 ? $"{Page}" : null);
        return QueryHelpers.AddQueryString("", values);

        void Add(string name, string? value)
        {
            if (value is not null)
                values.Add(new(name, value));
        }
    }

    private static string? Value(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } value ? value : null;
}
