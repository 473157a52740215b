using System.Text.Json.Nodes;

namespace CddFunctions.Tests.Campaigns.Checks;

/// <summary>Rounds that feed one another, weights, money in words, samples and rankings, laid over the Rayong file.</summary>
public sealed class ContestRuleTests
{
    private static readonly BrokenDefinition[] Cases =
    [
        Break("V3", "unitSets/x-provinces/count", c => c.At("unitSets/x-provinces")["count"] = 77),
        Break("V3", "unitSets/x-chosen/count", c => c.At("unitSets/x-chosen/chosen")["perParent"] = 3),
        Break("V3", "bodies/x-committees/count", c => c.At("bodies/x-committees")["count"] = 17),
        Break("V8", "milestones/x-m-nation/printed", c => c.At("milestones/x-m-nation").Remove("precision")),
        Break("V8", "milestones/x-m-region/precision", c => c.At("milestones/x-m-region")["precision"] = "month"),
        Break("V9", "awards/x-grant/money.wordsTh", c => c.At("awards/x-grant/money")["wordsTh"] = "หนึ่งแสนหนึ่งบาทถ้วน"),
        Break("V10", "rubrics/x-rubric/criteria", c => c.At("rubrics/x-rubric/criteria/cr-b")["weight"] = 39),
        Break(
            "V10",
            "rubrics/x-rubric/criteria/cr-b/weight",
            c => (c.At("rubrics/x-rubric/criteria/cr-b")["weight"], c.At("rubrics/x-rubric/criteria/cr-a")["weight"]) = (0, 100)
        ),
        Break("V10", "rubrics/x-rubric/scale", c => c.At("rubrics/x-rubric/scale")["step"] = 3),
        Break("V10", "rubrics/x-rubric/scale", c => c.At("rubrics/x-rubric/scale")["max"] = 0),
        Break("V10", "rubrics/x-rubric/scale", c => c.At("rubrics/x-rubric").Remove("scale")),
        Break(
            "V10",
            "rubrics/x-rubric/criteria/cr-a/variants",
            c => c.At("rubrics/x-rubric/criteria/cr-a").List("variants")[1]!["inUse"] = true
        ),
        Break(
            "V10",
            "rubrics/x-rubric/criteria/cr-a/variants",
            c => c.At("rubrics/x-rubric/criteria/cr-a").List("variants")[0]!["inUse"] = false
        ),
        Break("V11", "rounds/x-region/winners", c => c.At("rounds/x-region")["winnersPerGroup"] = 2),
        Break("V11", "rounds/x-region/entrantCount", c => c.At("rounds/x-region")["entrantCount"] = 77),
        Break("V11", "rounds/x-region/entrantCount", c => c.At("rounds/x-region")["managed"] = true, "V11 rounds/x-nation/entrantCount"),
        Break("V11", "rounds/x-province/entrants", c => c.At("rounds/x-province").Remove("entrants")),
        Break(
            "V11",
            "rounds/x-nation/entrantCount",
            c => (c.At("rounds/x-nation")["entrantCount"], c.At("rounds/x-nation")["perGroup"]) = (17, 17)
        ),
        Break("V11", "rounds/x-region/window", c => c.At("rounds/x-province")["window"] = "x-m-region"),
        Break("V11", "rounds/x-nation/window", c => c.At("milestones/x-m-region")["to"] = "2024-06-01", "V13 events/x-event/days"),
        Break(
            "V11",
            "rounds/x-region/order",
            c => c.At("rounds/x-nation")["order"] = 2,
            "V11 rounds/x-nation/order",
            "V11 rounds/x-nation/winnersOf"
        ),
        Break("V11", "rounds/x-nation/winnersOf", c => c.At("rounds/x-nation")["track"] = "y"),
        Break("V11", "awards/x-grant/count", c => c.At("awards/x-grant")["count"] = 17),
        Break("V13", "samplings/x-sample/sample", c => c.At("samplings/x-sample")["sample"] = 111),
        Break("V13", "samplings/x-sample/bodies", c => c.At("bodies/x-centres")["count"] = 12),
        Break("V13", "rankings/x-popular/weights", c => c.At("rankings/x-popular/weights").Remove("shares")),
        Break("V13", "rankings/x-popular/weights", c => c.At("rankings/x-popular/weights")["views"] = 1),
        Break("V13", "rankings/x-popular/top", c => c.At("rankings/x-popular")["top"] = 5),
        Break("V13", "events/x-event/days", c => c.At("events/x-event")["days"] = 11),
        Break("V15", "rankings/x-popular/gate[0]", c => c.At("rankings/x-popular")["gate"] = new JsonArray("t-plan")),
        Break("V2", "rounds/x-nation/panel.body", c => c.At("rounds/x-nation/panel")["body"] = "x-none"),
        Break("V2", "unitSets/x-chosen/chosen.by", c => c.At("unitSets/x-chosen/chosen")["by"] = "x-none"),
        Break("V2", "rankings/x-popular/metric", c => c.At("rankings/x-popular")["metric"] = "x-sample"),
    ];

    public static TheoryData<int, string> Numbered => BrokenDefinition.Number(Cases);

    [Theory]
    [MemberData(nameof(Numbered))]
    public void One_thing_broken_is_one_fault(int number, string what)
    {
        Assert.NotEmpty(what);
        Cases[number].Verify(Definitions.Rayong);
    }

    private static BrokenDefinition Break(string rule, string path, Action<JsonObject> edit, params string[] also) =>
        new(rule, path, edit, also, Before: NationalContest.AddTo);
}
