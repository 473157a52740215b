using System.Text.Json.Nodes;
using static CddFunctions.Tests.Campaigns.Checks.BrokenDefinition;

namespace CddFunctions.Tests.Campaigns.Checks;

/// <summary>What only the Phayao file has: rounds that feed one another, weights, money in words, samples, rankings.</summary>
public sealed class PhayaoRuleTests
{
    private static readonly BrokenDefinition[] Cases =
    [
        new("V3", "unitSets/provinces-76/count", c => c.At("unitSets/provinces-76")["count"] = 77),
        new("V3", "unitSets/regions-18/count", c => c.At("unitSets/regions-18")["count"] = 19, Also: []),

        new("V9", "awards/aw-region/money.wordsTh", c => c.At("awards/aw-region/money")["wordsTh"] = "หนึ่งแสนหนึ่งบาทถ้วน"),

        new("V10", "rubrics/rb-outstanding/criteria", c => c.At("rubrics/rb-outstanding/criteria/cr-results")["weight"] = 24),
        new("V10", "rubrics/rb-outstanding/scale", c => c.At("rubrics/rb-outstanding/scale")["step"] = 3),
        new("V10", "rubrics/rb-outstanding/scale", c => c.At("rubrics/rb-outstanding").Remove("scale")),
        new("V10", "rubrics/rb-outstanding/criteria/cr-results/variants", c => Wordings(c, inUse: true)),
        new("V10", "rubrics/rb-outstanding/criteria/cr-results/variants", c => Wordings(c, inUse: false)),

        new("V11", "rounds/r-region/winners", c => (c.At("rounds/r-region")["winnersPerGroup"], c.At("rounds/r-nation")["window"]) = (2, "m-nation")),
        new("V11", "rounds/r-region/entrantCount", c => c.At("rounds/r-region")["entrantCount"] = 77),
        new("V11", "rounds/r-region/window", c => c.At("rounds/r-province")["window"] = "m-region"),
        new("V11", "rounds/r-nation/order", c => c.At("rounds/r-nation")["order"] = 2, Also: ["rounds/r-nation/winnersOf", "rounds/r-region/order"]),

        new("V13", "samplings/sm-centres/sample", c => c.At("samplings/sm-centres")["sample"] = 111),
        new("V13", "samplings/sm-centres/bodies", c => c.At("bodies/study-centres")["count"] = 12),
        new("V13", "rankings/rk-popular/weights", c => c.At("rankings/rk-popular/weights").Remove("shares")),
        new("V13", "rankings/rk-popular/top", c => c.At("rankings/rk-popular")["top"] = 5),
        new("V13", "events/e-kickoff/days", c => c.At("events/e-kickoff")["days"] = 4),
    ];

    public static TheoryData<int, string> Numbered => Number(Cases);

    [Theory]
    [MemberData(nameof(Numbered))]
    public void One_thing_broken_is_one_fault(int number, string what)
    {
        Assert.NotEmpty(what);
        Cases[number].Verify(Definitions.Phayao);
    }

    private static void Wordings(JsonObject c, bool inUse)
    {
        foreach (var variant in c.At("rubrics/rb-outstanding/criteria/cr-results").List("variants"))
            variant!["inUse"] = inUse;
    }
}
