using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns.Checks;

/// <summary>V2: every id that the file refers to exists, and its element is of a kind that fits the reference.</summary>
internal static class V02References
{
    private static readonly string[] Assignees = ["assignee", "assignee-supervisor", "campaign-owner"];

    public static IEnumerable<Fault> Check(Definition definition) =>
        from node in definition.Nodes
        from reference in Of(node.Value, node.Path.Text).Concat(ContestReferences.Of(node.Value, node.Path.Text))
        where !reference.Kinds.Any(k => definition.Has(k, reference.Id))
        select Fault.Error(
            "V2",
            reference.Path,
            $"ไม่พบ {reference.Id} ใน {string.Join(", ", reference.Kinds)}",
            $"{reference.Id} is not in {string.Join(", ", reference.Kinds)}"
        );

    private static IEnumerable<Reference> Of(object value, string at) =>
        value switch
        {
            Campaign c => Reference.To("owner", c.Owner, "roles"),
            Citation c => Reference.To(at, c.Source, "sources"),
            Source s => Reference.To($"{at}/attachedTo", s.AttachedTo, "sources"),
            Unit u => Reference.To($"{at}/level", u.Level, "levels"),
            UnitSet s => Sets(s, at),
            Body b =>
            [
                .. Reference.To($"{at}/level", b.Level, "levels"),
                .. Reference.To($"{at}/oneFor", b.OneFor, "unitSets"),
                .. Reference.To($"{at}/appointedBy", b.AppointedBy, "sources", "roles", "bodies"),
            ],
            Role r =>
            [
                .. Reference.To($"{at}/level", r.Level, "levels"),
                .. Reference.To($"{at}/body", r.Body, "bodies"),
                .. Reference.To($"{at}/reportsTo", r.ReportsTo, "roles"),
            ],
            Roster r => Rosters(r, at),
            Field f => Fields(f, at),
            ReminderStep s => Steps(s, at),
            ChoiceGroup g => Reference.To($"{at}/per", g.Per, "unitSets"),
            CampaignTask t => [.. People(t, at), .. Work(t, at)],
            Amendment a => Reference.To($"{at}/source", a.Source, "sources"),
            Export e =>
            [
                .. string.Equals(e.Of, "tasks", StringComparison.Ordinal)
                    ? []
                    : Reference.To($"{at}/of", e.Of, "forms", "rosters", "ballots"),
                .. Reference.ToAll($"{at}/roles", e.Roles, "roles"),
            ],
            Privacy p => Reference.To("privacy.controller", p.Controller, "bodies", "roles"),
            _ => [],
        };

    private static IEnumerable<Reference> Sets(UnitSet s, string at) =>
        [
            .. Reference.To($"{at}/level", s.Level, "levels"),
            .. Reference.ToAll($"{at}/members", s.Members, "units"),
            .. Reference.To($"{at}/chosen.from", s.Chosen?.From, "unitSets"),
            .. Reference.To($"{at}/chosen.by", s.Chosen?.By, "roles"),
        ];

    private static IEnumerable<Reference> Rosters(Roster r, string at) =>
        [
            .. Reference.To($"{at}/form", r.Form, "forms"),
            .. Reference.To($"{at}/owner", r.Owner, "roles"),
            .. Reference.To($"{at}/per", r.Per, "unitSets"),
            .. Reference.To($"{at}/freeze", r.Freeze, "milestones"),
        ];

    private static IEnumerable<Reference> Fields(Field f, string at) =>
        [
            .. Reference.To($"{at}/taxonomy", f.Taxonomy, "taxonomies"),
            .. Reference.To($"{at}/roster", f.Roster, "rosters"),
            .. Reference.To($"{at}/level", f.Level, "levels"),
        ];

    private static IEnumerable<Reference> Steps(ReminderStep s, string at) =>
        [
            .. Reference.To($"{at}.template", s.Template, "templates"),
            .. Reference.ToAll($"{at}.to", s.To, "roles").Where(r => !Assignees.Contains(r.Id, StringComparer.Ordinal)),
        ];

    private static IEnumerable<Reference> People(CampaignTask t, string at) =>
        [
            .. Reference.To($"{at}/owner", t.Owner, "roles"),
            .. Reference.To($"{at}/to", t.To, "roles", "bodies"),
            .. Reference.To($"{at}/reviewer", t.Reviewer, "roles"),
            .. Reference.To($"{at}/per", t.Per, "unitSets"),
            .. Reference.To($"{at}/reminders", t.Reminders, "reminders"),
            .. Reference.ToAll($"{at}/tags", t.Tags, Definition.Items),
        ];

    private static IEnumerable<Reference> Work(CampaignTask t, string at) =>
        [
            .. Reference.To($"{at}/form", t.Form, "forms"),
            .. Reference.To($"{at}/due", t.Due, "milestones"),
            .. Reference.To($"{at}/window", t.Window, "milestones"),
            .. Reference.To($"{at}/choice", t.Choice, "choiceGroups"),
            .. Reference.To($"{at}/aggregates", t.Aggregates, "tasks"),
            .. Reference.ToAll($"{at}/feeds", t.Feeds, "rounds"),
            .. Reference.ToAll($"{at}/after", t.After, "tasks", "milestones"),
            .. Reference.To($"{at}/late.until", t.Late?.Until, "milestones"),
        ];
}
