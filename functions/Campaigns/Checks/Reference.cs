namespace CddFunctions.Campaigns.Checks;

/// <param name="Path">Where an id is used.</param>
/// <param name="Kinds">Collections in which it may be found.</param>
internal sealed record Reference(string Path, string Id, params IReadOnlyList<string> Kinds)
{
    public static IEnumerable<Reference> To(string path, string? id, params IReadOnlyList<string> kinds) =>
        id is null ? [] : [new(path, id, kinds)];

    public static IEnumerable<Reference> ToAll(string path, IReadOnlyList<string>? ids, params IReadOnlyList<string> kinds) =>
        (ids ?? []).Select((id, i) => new Reference($"{path}[{i}]", id, kinds));
}
