using System.Text.Json.Nodes;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Submissions.Rosters;

/// <summary>The people of a roster by name, for fields that choose from it. Reading them leaves an entry.</summary>
public sealed class RosterPeople(RosterStore store, SubmissionAudit audit)
{
    /// <summary>Names of the people of this unit, of the units inside it, and of those that contain it.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(Target target, Caller caller, string roster, CancellationToken ct)
    {
        if (target.Campaign.FindRoster(roster) is not { } known)
            return [];

        var columns = target.Campaign.Form(known.Form).Fields.SelectMany(f => f.Columns ?? [f]).ToList();
        var names = await store
            .AllAsync(target.Campaign, ct)
            .Where(l =>
                string.Equals(l.Roster, roster, StringComparison.Ordinal)
                && (target.Unit.Covers(l.Unit) || target.Unit.Code.StartsWith(l.Unit, StringComparison.Ordinal))
            )
            .SelectMany(l => l.Entries.Select(e => NameOf(e, columns)).ToAsyncEnumerable())
            .Where(n => n.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToListAsync(ct);
        if (names.Count > 0)
            await audit.RosterReadAsync(new(target, known), caller);
        return names;
    }

    /// <summary>นายสมมติ ทดสอบ: the title is written together with the given name.</summary>
    private static string NameOf(JsonObject entry, List<Field> columns)
    {
        return $"{Part(FieldKind.Title)}{Part(FieldKind.Given)} {Part(FieldKind.Family)}".Trim();

        string Part(FieldKind kind) =>
            columns.Find(c => c.Kind == kind) is { } column && entry[column.Id] is JsonValue value ? value.ToString() : "";
    }
}
