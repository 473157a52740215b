using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;

namespace CddFunctions.Campaigns.Pages;

/// <summary>What people call the elements that a definition names by id. Ids are unique in a file (V1).</summary>
public sealed class CampaignNames
{
    private readonly Dictionary<string, Text> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Source> _sources;

    public CampaignNames(Campaign d)
    {
        _sources = d.Sources.ToDictionary(s => s.Id, StringComparer.Ordinal);
        Add(d.Sources, s => (s.Id, s.Th, s.En));
        Add(d.Taxonomies, t => (t.Id, t.Th, t.En));
        Add(d.Levels, l => (l.Id, l.Th, l.En));
        Add(d.UnitSets, s => (s.Id, s.Th, s.En));
        Add(d.Bodies, b => (b.Id, b.Th, b.En));
        Add(d.Roles, r => (r.Id, r.Th, r.En));
        Add(d.Rosters, r => (r.Id, r.Th, r.En));
        Add(d.Milestones, m => (m.Id, m.Th, m.En));
        Add(d.Forms, f => (f.Id, f.Th, f.En));
        Add(d.ChoiceGroups, g => (g.Id, g.Th, g.En));
        Add(d.Tasks, t => (t.Id, t.Th, t.En));
        Add(d.Rubrics, r => (r.Id, r.Th, r.En));
        Add(d.Rounds, r => (r.Id, r.Th, r.En));
        Add(d.Awards, a => (a.Id, a.Th, a.En));
        Add(d.Ballots, b => (b.Id, b.Th, b.En));
        Add(d.Metrics, m => (m.Id, m.Th, m.En));
        Add(d.Samplings, s => (s.Id, s.Th, s.En));
        Add(d.Rankings, r => (r.Id, r.Th, r.En));
        Add(d.Visits, v => (v.Id, v.Th, v.En));
        Add(d.Events, e => (e.Id, e.Th, e.En));
        Add(d.Publicity, p => (p.Id, p.Th, p.En));
        Add(d.Exports, e => (e.Id, e.Th, e.En));
        Add(d.Budgets, b => (b.Id, b.Th, b.En));
        Add(d.Contradictions, c => (c.Id, c.Th, c.En));
        Add(d.OpenQuestions, q => (q.Id, q.Th, q.En));
    }

    /// <summary>
    /// The name of the element with this id or pointer (<c>collection/id</c>); the id itself when no element with a name has it.
    /// </summary>
    public Text Of(string id) => _names.GetValueOrDefault(id[(id.LastIndexOf('/') + 1)..]) ?? new(id, id);

    public Source? FindSource(string id) => _sources.GetValueOrDefault(id);

    /// <summary>The HTML id of an element on the page. It needs no escaping: ids of a file are letters, digits and hyphens (V1).</summary>
    public static string Anchor(string collection, string id) => $"{collection}-{id}";

    private void Add<T>(IEnumerable<T> elements, Func<T, (string Id, string Th, string En)> read)
    {
        foreach (var (id, th, en) in elements.Select(read))
            _names.TryAdd(id, new(th, en));
    }
}
