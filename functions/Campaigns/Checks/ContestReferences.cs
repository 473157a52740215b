using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns.Checks;

/// <summary>What rounds, ballots, metrics, rankings and events name (V2).</summary>
internal static class ContestReferences
{
    private const string None = "none";

    public static IEnumerable<Reference> Of(object value, string at) =>
        value switch
        {
            Round r => [.. Entry(r, at), .. Judging(r, at)],
            Ballot b => [.. Voters(b, at), .. Conduct(b, at)],
            Contest c => Reference.To($"{at}/item", c.Item, Definition.Items),
            Metric m =>
            [
                .. Reference.To($"{at}/subject", m.Subject, "unitSets", "levels"),
                .. Reference.To($"{at}/window", m.Window, "milestones"),
                .. Reference.To($"{at}/enteredBy", m.EnteredBy, "roles", "bodies"),
                .. Reference.To($"{at}/form", m.Form, "forms"),
            ],
            Sampling s =>
            [
                .. Reference.To($"{at}/by", s.By, "bodies", "roles"),
                .. Reference.To($"{at}/metric", s.Metric, "metrics"),
                .. s.Stages.SelectMany((stage, i) => Reference.To($"{at}/stages[{i}].level", stage.Level, "levels")),
            ],
            Ranking r => Rankings(r, at),
            Visit v =>
            [
                .. Reference.To($"{at}/by", v.By, "roles", "bodies"),
                .. Reference.To($"{at}/to", v.To, "unitSets"),
                .. Reference.To($"{at}/window", v.Window, "milestones"),
                .. Reference.To($"{at}/form", v.Form, "forms"),
            ],
            CampaignEvent e =>
            [
                .. Reference.To($"{at}/when", e.When, "milestones"),
                .. Reference.ToAll($"{at}/invited", e.Invited, "roles", "bodies", "unitSets", "rosters"),
            ],
            Publicity p => [.. Reference.To($"{at}/by", p.By, "roles", "bodies"), .. Reference.To($"{at}/metric", p.Metric, "metrics")],
            _ => [],
        };

    private static IEnumerable<Reference> Entry(Round r, string at) =>
        [
            .. Reference.To($"{at}/level", r.Level, "levels"),
            .. string.Equals(r.GroupBy, None, StringComparison.Ordinal) ? [] : Reference.To($"{at}/groupBy", r.GroupBy, "levels"),
            .. Reference.To($"{at}/entrants", r.Entrants, "unitSets"),
            .. Reference.To($"{at}/winnersOf", r.WinnersOf, "rounds"),
            .. Reference.ToAll($"{at}/requires", r.Requires, "tasks"),
            .. Reference.To($"{at}/window", r.Window, "milestones"),
        ];

    private static IEnumerable<Reference> Judging(Round r, string at) =>
        [
            .. Reference.To($"{at}/panel.body", r.Panel.Body, "bodies"),
            .. Reference.To($"{at}/rubric", r.Rubric, "rubrics"),
            .. Reference.ToAll($"{at}/awards", r.Awards, "awards"),
            .. Reference.To($"{at}/publish.approver", r.Publish.Approver, "roles"),
        ];

    private static IEnumerable<Reference> Voters(Ballot b, string at) =>
        [
            .. Reference.To($"{at}/electorate.roster", b.Electorate.Roster, "rosters"),
            .. Reference.To($"{at}/electorate.freeze", b.Electorate.Freeze, "milestones"),
            .. Reference.To($"{at}/candidates.roster", b.Candidates.Roster, "rosters"),
        ];

    private static IEnumerable<Reference> Conduct(Ballot b, string at) =>
        [
            .. Reference.To($"{at}/window", b.Window, "milestones"),
            .. Reference.To($"{at}/award", b.Award, "awards"),
            .. Reference.To($"{at}/reminders", b.Reminders, "reminders"),
            .. Reference.To($"{at}/publish.approver", b.Publish.Approver, "roles"),
        ];

    private static IEnumerable<Reference> Rankings(Ranking r, string at) =>
        [
            .. Reference.To($"{at}/metric", r.Metric, "metrics"),
            .. Reference.To($"{at}/asOf", r.AsOf, "milestones"),
            .. Reference.To($"{at}/award", r.Award, "awards"),
            .. Reference.To($"{at}/by", r.By, "roles", "bodies"),
            .. Reference.To($"{at}/feedsRound", r.FeedsRound, "rounds"),
        ];
}
