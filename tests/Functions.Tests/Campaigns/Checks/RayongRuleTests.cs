using System.Text.Json.Nodes;
using static CddFunctions.Tests.Campaigns.Checks.BrokenDefinition;

namespace CddFunctions.Tests.Campaigns.Checks;

/// <summary>One thing broken in the Rayong file is one fault, of that rule, at that place.</summary>
public sealed class RayongRuleTests
{
    private static readonly BrokenDefinition[] Cases =
    [
        // V1, V2
        new("V1", "tasks/t-plan", c => c.List("tasks").Insert(3, c.At("tasks/t-plan").DeepClone())),
        new("V1", "forms/f-plan", c => c.List("roles").Add(With(c.At("roles/governor"), ("id", "f-plan")))),
        new("V1", "forms/f-area/fields/name", c => c.At("forms/f-area").List("fields").Add(c.At("forms/f-area/fields/name").DeepClone())),
        new("V1", "checks/ck_votes", c => c.At("checks/ck-votes")["id"] = "ck_votes"),
        new("V2", "tasks/t-plan/owner", c => c.At("tasks/t-plan")["owner"] = "nobody"),
        new("V2", "tasks/t-plan/tags[1]", c => c.At("tasks/t-plan").List("tags")[1] = "dim-9"),
        new("V2", "tasks/t-plan/src[0]", c => c.At("tasks/t-plan").List("src")[0] = "stated ry-l9 ข้อ ๒"),
        new("V2", "tasks/t-plan/form", c => c.At("tasks/t-plan")["form"] = "m-plan-due"),
        new("V2", "reminders/rp-standard/steps[0].template", c => c.At("reminders/rp-standard").List("steps")[0]!["template"] = "tp-none"),
        new(
            "V2",
            "reminders/rp-standard/steps[0].to[0]",
            c => c.At("reminders/rp-standard").List("steps")[0]!["to"] = new JsonArray("everybody")
        ),
        new("V2", "roles/governor/reportsTo", c => c.At("roles/governor")["reportsTo"] = "governor"),
        new("V2", "tasks/t-plan/owner", c => c.At("tasks/t-plan")["owner"] = "governor"),
        new("V2", "privacy.controller", c => c.At("privacy")["controller"] = "nobody"),
        new("V2", "ballots/b-virtues/contests/c-honesty/item", c => c.At("ballots/b-virtues/contests/c-honesty")["item"] = "five-virtues"),
        // V3, V4
        new("V3", "units/2103/th", c => c.At("units/2103")["th"] = "แกลงง"),
        new("V3", "units/2109/code", c => c.List("units").Add(With(c.At("units/2108"), ("code", "2109")))),
        new("V3", "units/210101/code", c => c.List("units").Add(With(c.At("units/2108"), ("code", "210101"), ("th", "ท่าประดู่")))),
        new("V3", "units/5601/code", c => c.List("units").Add(With(c.At("units/2108"), ("code", "5601"), ("th", "เมืองพะเยา")))),
        new("V3", "unitSets/ry-districts/count", c => c.At("unitSets/ry-districts").List("members").RemoveAt(7)),
        new("V3", "unitSets/ry-districts", c => c.At("unitSets/ry-districts")["within"] = "21"),
        new("V3", "bodies/ry-district-offices/count", c => c.At("bodies/ry-district-offices")["count"] = 7),
        new("V4", "rosters/ry-staff/total", c => c.At("rosters/ry-staff")["size"] = 59),
        // V5, V6
        new("V5", "forms/f-book/fields/file/maxSeconds", c => c.At("forms/f-book/fields/file")["maxSeconds"] = 300),
        new("V5", "forms/f-book/fields/file/maxPages", c => c.At("forms/f-book/fields/file")["maxPages"] = 0),
        new(
            "V5",
            "forms/f-activity/fields/people/min",
            c => (c.At("forms/f-activity/fields/people")["min"], c.At("forms/f-activity/fields/people")["max"]) = (9, 8)
        ),
        new("V5", "forms/f-staff/fields/given/personal", c => c.At("forms/f-staff/fields/given").Remove("personal")),
        new(
            "V5",
            "forms/f-plan/fields/plan-items/uniqueBy",
            c => c.At("forms/f-plan/fields/plan-items")["uniqueBy"] = new JsonArray("nothing")
        ),
        new(
            "V5",
            "forms/f-plan/rules/all-dimensions/assert",
            c => c.At("forms/f-plan/rules/all-dimensions")["assert"] = "distinct(plan-items.dimensions) >= 5"
        ),
        new(
            "V5",
            "forms/f-plan/rules/all-dimensions/assert",
            c => c.At("forms/f-plan/rules/all-dimensions")["assert"] = "distinct(plan-items.dimension) >="
        ),
        new(
            "V5",
            "forms/f-plan/rules/all-dimensions/assert",
            c => c.At("forms/f-plan/rules/all-dimensions")["assert"] = "sum(plan-items.dimension) >= 5"
        ),
        new("V5", "forms/f-opinion/fields", c => c.At("forms/f-opinion")["fields"] = new JsonArray()),
        new("V5", "forms/f-opinion/anonymous", c => c.At("forms/f-opinion/fields/problem")["personal"] = true),
        new("V6", "choiceGroups/cg-area-or-activity", c => c.At("choiceGroups/cg-area-or-activity")["max"] = 3),
        new("V6", "choiceGroups/cg-area-or-activity", c => c.At("choiceGroups/cg-area-or-activity")["min"] = 0),
        // V7
        new("V7", "tasks/t-plan/due", c => c.At("tasks/t-plan")["due"] = "m-project"),
        new("V7", "tasks/t-drive/window", c => c.At("tasks/t-drive")["window"] = "m-plan-due"),
        new(
            "V7",
            "milestones/m-plan-due",
            c => (c.At("milestones/m-plan-due")["from"], c.At("milestones/m-plan-due")["to"]) = ("2024-02-01", "2024-02-22")
        ),
        new("V7", "tasks/t-p-distil/due", c => c.At("tasks/t-p-distil")["due"] = "m-plan-due"),
        new(
            "V7",
            "tasks/t-plan/late.until",
            c => c.At("tasks/t-plan")["late"] = new JsonObject { ["accept"] = true, ["until"] = "m-workshop" }
        ),
        new("V7", "tasks/t-assign", c => c.At("tasks/t-assign")["after"] = new JsonArray("t-plan"), Also: ["V7 tasks/t-plan"]),
        new(
            "V7",
            "tasks/t-book/due",
            c => (c.At("tasks/t-book")["due"], c.At("rounds/r-virtue-unit")["window"]) = ("m-late", "m-short"),
            Before: c => AddMilestones(c)
        ),
        // V8
        new("V8", "milestones/m-plan-due/printed", c => c.At("milestones/m-plan-due")["printed"] = "๒๓ กุมภาพันธ์ ๒๕๖๗"),
        new("V8", "milestones/m-plan-due/printed", c => c.At("milestones/m-plan-due")["printed"] = "วันศุกร์ที่ ๒๒ กุมภาพันธ์ ๒๕๖๗"),
        new("V8", "milestones/m-ballot/printed", c => c.At("milestones/m-ballot")["printed"] = "๙ - ๑๖ พฤษภาคม ๒๕๖๗"),
        new(
            "V8",
            "sources/ry-l2/printed",
            c => c.At("sources/ry-l2")["printed"] = "๘ พฤษภาคม ๒๕๖๗",
            Before: c => Unlink(c, "sources/ry-l2")
        ),
        new(
            "V8",
            "milestones/m-plan-due",
            c => (c.At("milestones/m-plan-due")["on"], c.At("milestones/m-plan-due")["printed"]) = ("2024-10-01", "๑ ตุลาคม ๒๕๖๗")
        ),
        new(
            "V8",
            "milestones/m-project",
            c => (c.At("milestones/m-project")["to"], c.At("milestones/m-project")["printed"]) = ("2024-10-31", null)
        ),
        new(
            "V8",
            "milestones/m-project/precision",
            c => (c.At("milestones/m-project")["from"], c.At("milestones/m-project")["printed"]) = ("2024-02-02", null)
        ),
        new(
            "V8",
            "milestones/m-plan-due/on",
            c => (c.At("milestones/m-plan-due")["on"], c.At("milestones/m-plan-due")["printed"]) = ("2024-02-24", null)
        ),
        new(
            "V8",
            "milestones/m-project/precision",
            c => (c.At("milestones/m-project")["to"], c.At("milestones/m-project")["printed"]) = ("2024-09-29", null)
        ),
        // V9, V10, V11
        new("V9", "checks/ck-votes/assert", c => c.At("facts/virtues")["value"] = 4),
        new("V9", "checks/ck-partners-named/assert", c => c.At("checks/ck-partners-named")["expect"] = true),
        new("V9", "checks/ck-votes/assert", c => c.At("checks/ck-votes")["assert"] = "staff * virtue = 300"),
        new("V9", "checks/ck-votes/assert", c => c.At("checks/ck-votes")["assert"] = "staff virtues = 300"),
        new("V11", "rounds/r-virtue-unit/gate", c => c.At("rounds/r-virtue-unit")["gate"] = new JsonArray()),
        new(
            "V11",
            "rounds/r-virtue-unit/entrantCount",
            c => (c.At("rounds/r-virtue-unit")["entrantCount"], c.At("rounds/r-virtue-unit")["perGroup"]) = (9, 9)
        ),
        new("V11", "rounds/r-virtue-unit/perGroup", c => c.At("rounds/r-virtue-unit")["perGroup"] = 9),
        new(
            "V11",
            "awards/aw-virtue-unit/count",
            c => (c.At("awards/aw-virtue-unit")["count"], c.At("rounds/r-virtue-unit")["winners"]) = (2, 1)
        ),
        // V12
        new("V12", "ballots/b-virtues/electorate.freeze", c => c.At("milestones/m-roster-freeze")["on"] = "2024-05-09"),
        new(
            "V12",
            "ballots/b-virtues/votesPerContest",
            c => (c.At("ballots/b-virtues")["votesPerContest"], c.At("ballots/b-virtues/contests/c-honesty")["seats"]) = (2, 1),
            Before: c => Seats(c, 2)
        ),
        new("V12", "ballots/b-virtues/electorate.expected", c => c.At("ballots/b-virtues/electorate")["expected"] = 61),
        new("V12", "ballots/b-virtues/secrecy.interimResults", c => c.At("ballots/b-virtues/secrecy")["interimResults"] = "shown"),
        new("V12", "ballots/b-virtues/secrecy.castTime", c => c.At("ballots/b-virtues/secrecy")["castTime"] = "second"),
        // V14
        new("V14", "exports/ds-staff/personal", c => c.At("exports/ds-staff")["personal"] = false),
        new(
            "V14",
            "exports/ds-status/personal",
            c => c.At("exports/ds-status")["personal"] = true,
            Also: ["V14 exports/ds-status/roles[1]"]
        ),
        new("V14", "exports/ds-staff/roles[0]", c => c.At("exports/ds-staff")["roles"] = new JsonArray("coord-group-head")),
        new("V14", "exports/ds-status/roles[0]", c => c.At("exports/ds-status")["roles"] = new JsonArray("district-chief")),
        new("V14", "tasks/t-plan/en", c => c.At("tasks/t-plan")["en"] = "Send to somebody@example.com"),
        // V15, V16
        new("V15", "contradictions/d-ry-area/affects[0]", c => c.At("contradictions/d-ry-area").List("affects")[0] = "tasks/t-none"),
        new("V15", "contradictions/d-ry-area/decides", c => c.At("contradictions/d-ry-area")["decides"] = "nobody"),
        new(
            "V15",
            "amendments/am-2567-05-07/changes[0].target",
            c => c.At("amendments/am-2567-05-07").List("changes")[0]!["target"] = "tasks/t-none"
        ),
        new("V15", "rounds/r-virtue-unit/gate[0]", c => c.At("rounds/r-virtue-unit").List("gate").Insert(0, "r-virtue-unit")),
        new("V15", "openQuestions/oq-ry-criteria/blocks[0]", c => c.At("openQuestions/oq-ry-criteria").List("blocks")[0] = "f-plan"),
        new("V15", "openQuestions/oq-ry-criteria/ask", c => c.At("openQuestions/oq-ry-criteria")["ask"] = "nobody"),
        new("V16", "sources/ry-l2/clauses[3]", c => c.At("sources/ry-l2").List("clauses").Add("ข้อ ๔")),
        new(
            "V16",
            "tasks/t-plan/src[0]",
            c => c.At("tasks/t-plan").List("src")[0] = "stated ry-l1 ข้อ ๙",
            Before: c => Cite(c, "stated ry-l1 ข้อ ๒")
        ),
        new(
            "V16",
            "tasks/t-plan/src[0]",
            c => c.At("tasks/t-plan").List("src")[0] = "stated ry-l1 ข้อสุดท้าย",
            Before: c => Cite(c, "stated ry-l1 ข้อ ๒")
        ),
    ];

    private static readonly Action<JsonObject>[] Limits =
    [
        c =>
            (
                c.At("milestones/m-roster-freeze")["on"],
                c.At("milestones/m-roster-freeze")["time"],
                c.At("milestones/m-ballot")["fromTime"]
            ) = ("2024-05-09", "08:30", "08:30"),
        c => (c.At("milestones/m-plan-due")["on"], c.At("milestones/m-plan-due")["printed"]) = ("2024-09-30", "๓๐ กันยายน ๒๕๖๗"),
        c => c.At("tasks/t-plan")["late"] = new JsonObject { ["accept"] = true, ["until"] = "m-plan-due" },
        c => c.At("tasks/t-plan").List("src").Add("stated ry-l1 ข้อ ๓"),
        c => c.List("units").RemoveAt(0),
        c => c.At("exports/ds-status")["roles"] = new JsonArray("coord-group-head"),
        c => c.At("forms/f-activity/fields/people")["max"] = c.At("forms/f-activity/fields/people")["min"]?.DeepClone(),
        c =>
        {
            AddMilestones(c);
            (c.At("tasks/t-book")["due"], c.At("rounds/r-virtue-unit")["window"]) = ("m-last", "m-short");
        },
    ];

    public static TheoryData<int, string> Numbered => Number(Cases);

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Limits.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void At_the_limit_nothing_is_wrong(int number)
    {
        var campaign = Definitions.Load(Definitions.Rayong);
        Limits[number](campaign);

        Assert.Empty(Definitions.Faults(campaign));
    }

    [Theory]
    [MemberData(nameof(Numbered))]
    public void One_thing_broken_is_one_fault(int number, string what)
    {
        Assert.NotEmpty(what);
        Cases[number].Verify(Definitions.Rayong);
    }

    private static void AddMilestones(JsonObject c)
    {
        c.List("milestones").Add(With(c.At("milestones/m-plan-due"), ("id", "m-late"), ("on", "2024-06-05"), ("printed", null)));
        c.List("milestones").Add(With(c.At("milestones/m-plan-due"), ("id", "m-last"), ("on", "2024-06-04"), ("printed", null)));
        c.List("milestones")
            .Add(With(c.At("milestones/m-ballot"), ("id", "m-short"), ("from", "2024-06-03"), ("to", "2024-06-04"), ("printed", null)));
    }

    private static void Seats(JsonObject c, int seats)
    {
        foreach (var contest in c.At("ballots/b-virtues").List("contests"))
            contest!["seats"] = seats;
    }

    private static void Unlink(JsonObject c, string pointer)
    {
        foreach (var contradiction in c.List("contradictions"))
            contradiction!["affects"] = new JsonArray([
                .. contradiction["affects"]!
                    .AsArray()
                    .Where(a => a!.GetValue<string>() is var t && !t.Equals(pointer, StringComparison.Ordinal))
                    .Select(a => a!.DeepClone()),
            ]);
    }

    // So that the clause stays cited when the citation under test changes.
    private static void Cite(JsonObject c, string line) => c.At("tasks/t-study").List("src").Add(line);
}
