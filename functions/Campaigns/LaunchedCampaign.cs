using System.Collections.Concurrent;
using System.Collections.Frozen;
using CddFunctions.Campaigns.Checks;
using CddFunctions.Campaigns.Model;
using Microsoft.AspNetCore.Http.Features;

namespace CddFunctions.Campaigns;

/// <summary>A valid definition in force, with its revision and look-ups by id. Immutable.</summary>
/// <param name="revision">1 for the first file ever launched here; a changed file is the next one.</param>
/// <param name="sha256">
/// SHA-256 of the definition's canonical JSON. It tells which definition the revision number of a submission means.
/// </param>
public sealed class LaunchedCampaign(Campaign definition, int revision, string sha256)
{
    private readonly Dictionary<string, CampaignTask> _tasks = definition.Tasks.ToDictionary(t => t.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, Form> _forms = definition.Forms.ToDictionary(f => f.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, Milestone> _milestones = definition.Milestones.ToDictionary(m => m.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, UnitSet> _unitSets = definition.UnitSets.ToDictionary(s => s.Id, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<Unit>?> _fixedUnits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Role> _roles = definition.Roles.ToDictionary(r => r.Id, StringComparer.Ordinal);

    private readonly FrozenSet<string> _thirdParty = ThirdPartyTasks.Of(definition);

    public Campaign Definition => definition;

    public string Id => definition.Id;

    public int Revision => revision;

    public string Sha256 => sha256;

    /// <summary>Tasks that are handed in here. The others belong to the programme but are run elsewhere.</summary>
    public IReadOnlyList<CampaignTask> ManagedTasks { get; } = [.. definition.Tasks.Where(t => t.Managed)];

    public CampaignTask? FindTask(string id) => _tasks.GetValueOrDefault(id);

    public UnitSet? FindUnitSet(string id) => _unitSets.GetValueOrDefault(id);

    /// <summary>The units of a set that the definition fixes, in the order of their codes; null when they are chosen at run time.</summary>
    public IReadOnlyList<Unit>? FixedUnits(UnitSet set) => _fixedUnits.GetOrAdd(set.Id, _ => Units(set));

    public Form? FormOf(CampaignTask task) => task.Form is { } id ? _forms[id] : null;

    public Form Form(string id) => _forms[id];

    public Role OwnerOf(CampaignTask task) => _roles[task.Owner];

    /// <summary>
    /// True for a task about a unit that is not the unit's own: an office above the one that hands in for the unit owes it, as evaluators
    /// of the province report on each district.
    /// </summary>
    public bool IsThirdParty(CampaignTask task) => _thirdParty.Contains(task.Id);

    public Role Role(string id) => _roles[id];

    public Milestone? DueOf(CampaignTask task) => task.Due is { } id ? _milestones[id] : null;

    public Milestone Milestone(string id) => _milestones[id];

    public Roster? FindRoster(string id) => definition.Rosters.FirstOrDefault(r => string.Equals(r.Id, id, StringComparison.Ordinal));

    /// <summary>The roster that a task hands in: the one whose entries are written on the task's form.</summary>
    public Roster? RosterOf(CampaignTask task) =>
        definition.Rosters.FirstOrDefault(r => string.Equals(r.Form, task.Form, StringComparison.Ordinal));

    /// <summary>The task that hands a roster in; null when nobody sends it here.</summary>
    public CampaignTask? TaskOf(Roster roster) =>
        ManagedTasks.FirstOrDefault(t => string.Equals(t.Form, roster.Form, StringComparison.Ordinal));

    public ChoiceGroup? ChoiceOf(CampaignTask task) =>
        definition.ChoiceGroups.FirstOrDefault(g => string.Equals(g.Id, task.Choice, StringComparison.Ordinal));

    /// <summary>Lets a handler take the campaign as a parameter, on routes with <see cref="CampaignDoor.InCampaign{TBuilder}"/>.</summary>
    public static ValueTask<LaunchedCampaign?> BindAsync(HttpContext http) => new(http.Features.GetRequiredFeature<LaunchedCampaign>());

    public Unit Province { get; } = definition.Units.First(u => string.Equals(u.Code, definition.Province, StringComparison.Ordinal));

    /// <summary>
    /// The units that the definition fixes for a set: the same that the checks
    /// count, so all provinces of the country are 76, without Bangkok.
    /// </summary>
    private IReadOnlyList<Unit>? Units(UnitSet set)
    {
        if (UnitSetMembers.Of(set) is not { } codes)
            return null;

        var own = definition.Units.ToDictionary(u => u.Code, StringComparer.Ordinal);
        return
        [
            .. codes
                .Order(StringComparer.Ordinal)
                .Select(code =>
                    own.GetValueOrDefault(code) ?? (Areas.Find(code) is { } area ? new Unit(code, set.Level, area.Th, area.Th) : null)
                )
                .OfType<Unit>(),
        ];
    }
}
