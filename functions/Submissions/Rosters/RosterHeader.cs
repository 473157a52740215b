using System.Collections.ObjectModel;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Submissions.Rosters;

/// <summary>Pure: which column of a sheet is which field, and what counts as a row without people.</summary>
public static class RosterHeader
{
    /// <summary>The running number of a row: no part of a person, and given by the place in the list where it is missing.</summary>
    public const string RunningNumber = "no";

    /// <summary>Rows in which a header is looked for: a title and some words may stand above it.</summary>
    public const int Within = 20;

    /// <summary>
    /// The field of each column when this row is the header: at least half of the fields are named in it, in Thai, English or by id.
    /// </summary>
    public static string?[]? Find(IReadOnlyList<string?> cells, Field table)
    {
        var columns = table.Columns ?? [];
        // Once per row, not per cell: a sheet may be 16,384 cells wide.
        var fields = columns
            .SelectMany(c => new[] { c.Th, c.En, c.Id }, (c, name) => (Key: ThaiText.Key(name), c.Id))
            .DistinctBy(n => n.Key, StringComparer.Ordinal)
            .ToDictionary(n => n.Key, n => n.Id, StringComparer.Ordinal);
        var found = new string?[cells.Count];
        for (var i = 0; i < found.Length; i++)
        {
            if (cells[i] is { Length: > 0 } caption)
                found[i] = fields.GetValueOrDefault(ThaiText.Key(caption));
        }

        return found.Count(f => f is not null) * 2 >= columns.Count ? found : null;
    }

    /// <summary>
    /// The cells that a header names; empty for a row with nothing but its number, because lists are numbered beforehand.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Row(IReadOnlyList<string?> cells, IReadOnlyList<string?> header)
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(header.Count, cells.Count); i++)
        {
            if (header[i] is { } field && cells[i] is { Length: > 0 } text && ThaiText.Normalise(text).Length > 0)
                row[field] = text;
        }

        return row.Keys.All(k => k is RunningNumber) ? ReadOnlyDictionary<string, string>.Empty : row;
    }
}
