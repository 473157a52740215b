using System.Text.Encodings.Web;
using System.Text.Json;
using CddFunctions.Platform;

namespace CddFunctions.Campaigns;

public enum ElementChangeKind
{
    Added,
    Removed,
    Changed,
    Reordered,
}

/// <param name="Path">Inside the element: <c>late.until</c>, <c>fields/file.maxPages</c>.</param>
/// <param name="Before">Value before the change, null where there was none; like <paramref name="After"/> cut to 300 characters.</param>
public sealed record MemberChange(string Path, string? Before, string? After);

/// <param name="Collection">Section of the file, <c>tasks</c>; empty for a member of the file itself, then <paramref name="Id"/> is
/// its name.</param>
public sealed record ElementChange(string Collection, string Id, ElementChangeKind Kind, Text Name, IReadOnlyList<MemberChange> Members);

/// <summary>
/// Pure: what changed between two definitions, element by element. Works on their JSON, so that revisions which an older
/// application launched can be compared too. Order counts only where nothing else changed in a section.
/// </summary>
public static class DefinitionDiff
{
    private const int Longest = 300;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<ElementChange> Between(JsonElement before, JsonElement after) =>
        [.. Members(before, after).SelectMany(name => Section(name, Member(before, name), Member(after, name)))];

    private static List<ElementChange> Section(string name, JsonElement? before, JsonElement? after)
    {
        if (Keyed(before) is not { } old || Keyed(after) is not { } now)
        {
            var members = Leaves("", before, after).ToList();
            return members.Count == 0 ? [] : [new("", name, Kind(before, after), new(name, name), members)];
        }

        var changes = now
            .Keys.Union(old.Keys, StringComparer.Ordinal)
            .Select(id =>
                Element(name, id, old.TryGetValue(id, out var was) ? was : null, now.TryGetValue(id, out var became) ? became : null)
            )
            .OfType<ElementChange>()
            .ToList();
        var isMoved = changes.Count == 0 && !old.Keys.SequenceEqual(now.Keys, StringComparer.Ordinal);
        return isMoved ? [new("", name, ElementChangeKind.Reordered, new(name, name), [])] : changes;
    }

    private static ElementChange? Element(string collection, string id, JsonElement? before, JsonElement? after)
    {
        var kind = Kind(before, after);
        IReadOnlyList<MemberChange> members = kind is ElementChangeKind.Changed ? [.. Leaves("", before, after)] : [];
        return kind is ElementChangeKind.Changed && members.Count == 0
            ? null
            : new(collection, id, kind, NameOf((after ?? before)!.Value, id), members);
    }

    private static IEnumerable<MemberChange> Leaves(string path, JsonElement? before, JsonElement? after)
    {
        if (before is { ValueKind: JsonValueKind.Object } a && after is { ValueKind: JsonValueKind.Object } b)
            return Members(a, b).SelectMany(name => Leaves(path.Length == 0 ? name : $"{path}.{name}", Member(a, name), Member(b, name)));
        if (Keyed(before) is { Count: > 0 } old && Keyed(after) is { Count: > 0 } now)
        {
            return now
                .Keys.Union(old.Keys, StringComparer.Ordinal)
                .SelectMany(id =>
                    Leaves(
                        $"{path}/{id}",
                        old.TryGetValue(id, out var was) ? was : null,
                        now.TryGetValue(id, out var became) ? became : null
                    )
                );
        }

        return before is { } x && after is { } y && JsonElement.DeepEquals(x, y) || (before is null && after is null)
            ? []
            : [new(path, Print(before), Print(after))];
    }

    /// <summary>Elements by id, in their order; null for what is no list of elements with ids.</summary>
    private static OrderedDictionary<string, JsonElement>? Keyed(JsonElement? list)
    {
        if (list is null)
            return [];
        if (list.Value.ValueKind is not JsonValueKind.Array)
            return null;

        var found = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
        return list.Value.EnumerateArray().All(e => KeyOf(e) is { } id && found.TryAdd(id, e)) ? found : null;
    }

    private static string? KeyOf(JsonElement element) =>
        element.ValueKind is not JsonValueKind.Object ? null : Text(element, "id") ?? Text(element, "code") ?? Text(element, "value");

    private static Text NameOf(JsonElement element, string id) => new(Text(element, "th") ?? id, Text(element, "en") ?? id);

    private static string? Text(JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static JsonElement? Member(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    private static IEnumerable<string> Members(JsonElement before, JsonElement after) =>
        after.EnumerateObject().Select(m => m.Name).Union(before.EnumerateObject().Select(m => m.Name), StringComparer.Ordinal);

    private static ElementChangeKind Kind(JsonElement? before, JsonElement? after) =>
        (before, after) switch
        {
            (null, _) => ElementChangeKind.Added,
            (_, null) => ElementChangeKind.Removed,
            _ => ElementChangeKind.Changed,
        };

    private static string? Print(JsonElement? value)
    {
        if (value is not { } v)
            return null;

        var text = v.ValueKind is JsonValueKind.String ? v.GetString()! : JsonSerializer.Serialize(v, Readable);
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }
}
