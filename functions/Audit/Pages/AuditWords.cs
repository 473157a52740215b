using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Audit;
using CddFunctions.Web;

namespace CddFunctions.Audit.Pages;

/// <summary>Pure: audit entries in words. An id that the definition or this version no longer knows is shown as it is stored.</summary>
/// <param name="Offices">Offices by the id of their link.</param>
public sealed record AuditWords(
    PageContext Page,
    LaunchedCampaign Campaign,
    IReadOnlyDictionary<string, Unit> Offices,
    Func<string, Unit?> Place
)
{
    private AuditTexts T => Page.Texts<AuditTexts>();

    public string Deed(string what) => T.Deeds.GetValueOrDefault(what, what);

    public string Who(AuditEntry entry) =>
        entry switch
        {
            { By: "admin-key" } => T.AdminKey,
            _ when Offices.GetValueOrDefault(entry.By) is { } office => Page.In(office.Name),
            _ => T.Roles.GetValueOrDefault(entry.Role, entry.Role),
        };

    /// <summary>Task and office in words: งาน · หน่วยงาน</summary>
    public string Subject(AuditEntry entry)
    {
        if (entry.Subject.Split(':') is not [var id, .. var rest])
            return entry.Subject;
        if (entry.What.StartsWith("definition-", StringComparison.Ordinal))
            return Page.Fill(T.Revision, rest.FirstOrDefault(id));

        var unit = rest.FirstOrDefault() is { } code
            ? Place(code) is { } place
                ? Page.In(place.Name)
                : code
            : null;
        return Title(entry.What, id) is { } title ? string.Join(" · ", new[] { Page.In(title), unit }.OfType<string>()) : entry.Subject;
    }

    private Text? Title(string what, string id) =>
        what switch
        {
            "roster-put" or "roster-read" => Campaign.FindRoster(id) is { } roster ? new(roster.Th, roster.En) : null,
            "units-chosen" => Campaign.FindUnitSet(id) is { } set ? new(set.Th, set.En) : null,
            _ => Campaign.FindTask(id)?.Title
                ?? (
                    Campaign.Definition.Ballots.FirstOrDefault(b => string.Equals(b.Id, id, StringComparison.Ordinal)) is { } ballot
                        ? ballot.Title
                        : null
                ),
        };
}
