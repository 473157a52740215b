using System.Globalization;
using CddFunctions.Campaigns;
using CddFunctions.Platform;
using CddFunctions.Reporting.Datasets;
using CddFunctions.Submissions.Ledger;
using CddFunctions.Submissions.Ledger.Pages;
using Microsoft.AspNetCore.WebUtilities;

namespace CddFunctions.Board;

/// <summary>What the board shows, as its address says.</summary>
/// <param name="District">Code of a district; its own row and those of the places in it.</param>
/// <param name="State">Only tasks in this state.</param>
/// <param name="OnTime">Only tasks that were handed in by the due time (true) or after it (false).</param>
/// <param name="Page">From 1.</param>
public sealed record BoardFilter(string? District = null, string? Task = null, WorkState? State = null, bool? OnTime = null, int Page = 1)
{
    public const string Timely = "on-time";
    public const string Late = "late";

    private const int LastPage = 100_000;

    public bool IsEmpty => this is { District: null, Task: null, State: null, OnTime: null };

    /// <summary>Reads the query, or refuses it with the names of the values that it does not know. Empty values count as none.</summary>
    public static Outcome<BoardFilter> Read(IQueryCollection query, LaunchedCampaign campaign, IReadOnlyList<string> districts)
    {
        var unknown = new List<string>();
        var filter = new BoardFilter(
            Known("district", code => districts.Contains(code, StringComparer.Ordinal)),
            Known("task", id => campaign.FindTask(id) is { Managed: true }),
            CellStates.Find(Known("state", name => CellStates.Find(name) is not null)),
            Known("timing", word => word is Timely or Late) is { } timing ? timing is Timely : null,
            PageOf(Known("page", text => PageOf(text) is >= 1 and <= LastPage)) ?? 1
        );
        return unknown.Count > 0 ? BoardProblems.FilterUnknown(unknown) : filter;

        string? Known(string name, Func<string, bool> isKnown)
        {
            if (query[name].ToString() is not { Length: > 0 } value)
                return null;
            if (isKnown(value))
                return value;

            unknown.Add(name);
            return null;
        }
    }

    private static int? PageOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : null;

    /// <summary>True when district, task and timing let an obligation through; the state is asked apart, because all are counted.</summary>
    public bool Leaves(Obligation row) =>
        (Task is null || string.Equals(row.Task, Task, StringComparison.Ordinal))
        && (District is null || row.Unit.StartsWith(District, StringComparison.Ordinal))
        && (OnTime is null || row.OnTime == OnTime);

    /// <summary>The query of this view: empty, or with its question mark.</summary>
    public string Query()
    {
        var values = new List<KeyValuePair<string, string?>>();
        Add("district", District);
        Add("task", Task);
        Add("state", State is { } state ? CellStates.Name(state) : null);
        Add("timing", OnTime is { } onTime ? (onTime ? Timely : Late) : null);
        Add("page", Page > 1 ? $"{Page}" : null);
        return QueryHelpers.AddQueryString("", values);

        void Add(string name, string? value)
        {
            if (value is not null)
                values.Add(new(name, value));
        }
    }
}
