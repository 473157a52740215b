using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns.Checks;

/// <summary>
/// V13: bodies × stages = sample; a ranking weighs what its metric counts and has an award for each place; days of an event = its
/// window.
/// </summary>
internal static class V13Counts
{
    public static IEnumerable<Fault> Check(Definition definition) =>
        [
            .. definition.Campaign.Samplings.SelectMany(s => Sample(definition, s)),
            .. definition.Campaign.Rankings.SelectMany(r => Places(definition, r)),
            .. definition.Campaign.Events.SelectMany(e => Days(definition, e)),
        ];

    private static IEnumerable<Fault> Sample(Definition definition, Sampling s)
    {
        var product = s.Stages.Aggregate((long)s.Bodies, (n, stage) => n * stage.Per);
        if (product != s.Sample)
            yield return Fault.Error(
                "V13",
                $"samplings/{s.Id}/sample",
                $"คูณได้ {product} ไม่ใช่ {s.Sample}",
                $"the stages multiply to {product}, not {s.Sample}"
            );
        if (definition.Find<Body>("bodies", s.By) is { } body && body.Count != s.Bodies)
            yield return Fault.Error(
                "V13",
                $"samplings/{s.Id}/bodies",
                $"{body.Id} มี {body.Count} ไม่ใช่ {s.Bodies}",
                $"there are {body.Count} of {body.Id}, not {s.Bodies}"
            );
    }

    private static IEnumerable<Fault> Places(Definition definition, Ranking r)
    {
        if (
            definition.Find<Metric>("metrics", r.Metric) is { } metric
            && !metric.Components.ToHashSet(StringComparer.Ordinal).SetEquals(r.Weights.Keys)
        )
            yield return Fault.Error(
                "V13",
                $"rankings/{r.Id}/weights",
                $"ต้องให้น้ำหนักครบ {string.Join(", ", metric.Components)}",
                $"the weights must name exactly {string.Join(", ", metric.Components)}"
            );
        if (definition.Find<Award>("awards", r.Award) is { Count.Exact: { } awards } && awards != r.Top)
            yield return Fault.Error(
                "V13",
                $"rankings/{r.Id}/top",
                $"ประกาศ {r.Top} แต่มีรางวัล {awards}",
                $"{r.Top} places, but {awards} awards"
            );
    }

    private static IEnumerable<Fault> Days(Definition definition, CampaignEvent e)
    {
        // A period of month precision says in which month an event is, not how
        // long it lasts, so only periods of day precision are compared.
        if (
            e.Days is { } days
            && definition.Milestone(e.When) is { Precision: Precision.Day }
            && definition.Days(e.When) is { } when
            && days != when.To.DayNumber - when.From.DayNumber + 1
        )
        {
            yield return Fault.Error("V13", $"events/{e.Id}/days", $"{days} วัน ไม่ตรงกับช่วงเวลา", $"{days} days is not its period");
        }
    }
}
