using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns.Checks;

/// <summary>
/// V10: the weights of a complete rubric sum to 100, its scale rises in whole
/// steps, and of the wordings of a criterion exactly one is in use.
/// </summary>
internal static class V10Rubrics
{
    public static IEnumerable<Fault> Check(Definition definition) =>
        definition.Campaign.Rubrics.SelectMany(r => Weights(r).Concat(Marks(r)).Concat(Wordings(r)));

    private static IEnumerable<Fault> Weights(Rubric rubric)
    {
        var sum = rubric.Criteria.Sum(c => c.Weight);
        if (rubric.Status is RubricStatus.Complete && sum != 100)
            yield return Fault.Error(
                "V10",
                $"rubrics/{rubric.Id}/criteria",
                $"น้ำหนักรวมได้ {sum} ไม่ใช่ ๑๐๐",
                $"the weights sum to {sum}, not 100"
            );
        foreach (var criterion in rubric.Criteria.Where(c => c.Weight <= 0))
            yield return Fault.Error(
                "V10",
                $"rubrics/{rubric.Id}/criteria/{criterion.Id}/weight",
                "น้ำหนักต้องมากกว่า ๐",
                "a weight must be above 0"
            );
    }

    private static IEnumerable<Fault> Marks(Rubric rubric)
    {
        if (rubric.Scale is not { } scale)
        {
            if (rubric.Status is RubricStatus.Complete)
                yield return Fault.Error("V10", $"rubrics/{rubric.Id}/scale", "ต้องมีช่วงคะแนน", "a complete rubric needs a scale");
        }
        else if (scale.Min >= scale.Max || scale.Step <= 0 || (scale.Max - scale.Min) % scale.Step != 0)
        {
            yield return Fault.Error(
                "V10",
                $"rubrics/{rubric.Id}/scale",
                "ช่วงคะแนนต้องมีต่ำสุดน้อยกว่าสูงสุด และขั้นหารได้ลงตัว",
                "the scale must rise from min to max in whole steps"
            );
        }
    }

    private static IEnumerable<Fault> Wordings(Rubric rubric) =>
        from criterion in rubric.Criteria
        where criterion.Variants is { } variants && variants.Count(v => v.InUse) != 1
        select Fault.Error(
            "V10",
            $"rubrics/{rubric.Id}/criteria/{criterion.Id}/variants",
            "ต้องใช้ถ้อยคำเดียวเท่านั้น",
            "exactly one wording must be in use"
        );
}
