using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns.Checks;

/// <summary>
/// A campaign whose elements are found by collection and id. Of elements with the same id the first is found; V1 reports the others.
/// </summary>
internal sealed class Definition
{
    /// <summary>Collection under which the items of all taxonomies are found.</summary>
    public const string Items = "items";

    private readonly Dictionary<(string Collection, string Id), object> _elements = [];

    public Definition(Campaign campaign)
    {
        Campaign = campaign;
        Nodes = [.. CampaignTree.Walk(campaign)];
        Paths = Nodes.Select(n => n.Path.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var (path, value) in Nodes.Where(n => n.Path.AtId))
        {
            if (path.Text.Split('/') is [var collection, var id])
                _elements.TryAdd((collection, id), value);
            else if (value is TaxonomyItem item)
                _elements.TryAdd((Items, item.Id), item);
        }
    }

    public Campaign Campaign { get; }

    public IReadOnlyList<CampaignNode> Nodes { get; }

    /// <summary>Paths of all records and values of the definition. V15 looks pointers up among them.</summary>
    public IReadOnlySet<string> Paths { get; }

    public bool Has(string collection, string id) => _elements.ContainsKey((collection, id));

    public bool HasAnywhere(string id) => _elements.Keys.Any(k => string.Equals(k.Id, id, StringComparison.Ordinal));

    public T? Find<T>(string collection, string? id)
        where T : class => id is null ? null : _elements.GetValueOrDefault((collection, id)) as T;

    public Milestone? Milestone(string? id) => Find<Milestone>("milestones", id);

    public UnitSet? UnitSet(string? id) => Find<UnitSet>("unitSets", id);

    /// <summary>First and last day of a milestone; null when it is missing or has no dates (V2 and V7 say so).</summary>
    public (DateOnly From, DateOnly To)? Days(string? milestone) =>
        Milestone(milestone) is { } m && (m.To ?? m.On) is { } to ? (m.From ?? to, to) : null;
}
