using System.Text.Json.Nodes;
using CddFunctions.Platform.Thai;
using CddFunctions.Submissions.Fields;

namespace CddFunctions.Submissions.Rosters;

public enum RosterChangeKind
{
    Added,
    Removed,
    Corrected,
}

/// <param name="Row">Row in the new list, from 1; null for a removed entry.</param>
/// <param name="Name">Given and family name.</param>
/// <param name="Columns">Columns that differ, for a corrected entry.</param>
public sealed record RosterChange(RosterChangeKind Kind, int? Row, string Name, IReadOnlyList<string>? Columns = null);

/// <summary>
/// Pure: what changed between two lists. Entries are the same person by normalised name, else by telephone (a name that
/// was misspelt); the running number is no part of a person.
/// </summary>
public static class RosterChanges
{
    public static IReadOnlyList<RosterChange> Between(
        IReadOnlyList<JsonObject> before,
        IReadOnlyList<JsonObject> after,
        IReadOnlyList<string> nameColumns,
        string? phoneColumn
    )
    {
        var left = before.ToList();
        var pairs = new JsonObject?[after.Count];
        Pair(left, after, pairs, e => Key(e, nameColumns));
        if (phoneColumn is not null)
            Pair(left, after, pairs, e => Key(e, [phoneColumn]));

        var changes = new List<RosterChange>();
        for (var i = 0; i < after.Count; i++)
        {
            var name = NameOf(after[i], nameColumns);
            if (pairs[i] is not { } earlier)
                changes.Add(new(RosterChangeKind.Added, i + 1, name));
            else if (Differing(earlier, after[i]) is { Count: > 0 } columns)
                changes.Add(new(RosterChangeKind.Corrected, i + 1, name, columns));
        }

        changes.AddRange(left.Select(e => new RosterChange(RosterChangeKind.Removed, null, NameOf(e, nameColumns))));
        return changes;
    }

    /// <summary>Takes each entry's counterpart out of what is left of the earlier list.</summary>
    private static void Pair(List<JsonObject> left, IReadOnlyList<JsonObject> after, JsonObject?[] pairs, Func<JsonObject, string> keyOf)
    {
        for (var i = 0; i < after.Count; i++)
        {
            if (pairs[i] is not null || keyOf(after[i]) is not { Length: > 0 } key)
                continue;

            pairs[i] = left.Find(e => string.Equals(keyOf(e), key, StringComparison.Ordinal));
            if (pairs[i] is { } found)
                left.Remove(found);
        }
    }

    private static List<string> Differing(JsonObject a, JsonObject b) =>
        [
            .. a.Select(p => p.Key)
                .Union(b.Select(p => p.Key), StringComparer.Ordinal)
                .Where(c => c is not TableRules.RunningNumber && !JsonNode.DeepEquals(a[c], b[c])),
        ];

    private static string Key(JsonObject entry, IReadOnlyList<string> columns) =>
        string.Concat(columns.Select(c => ThaiText.Key(entry[c]?.ToString() ?? "")));

    private static string NameOf(JsonObject entry, IReadOnlyList<string> columns) =>
        string.Join(' ', columns.Select(c => entry[c]?.ToString()).Where(p => !string.IsNullOrEmpty(p)));
}
