using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns.Checks;

/// <summary>
/// V1: an id is unique in the file. The id of an element that is named only inside its parent (fields of a form, columns of a table,
/// rules of a form, criteria of a rubric, values of a choice) is unique inside that parent. The id of a unit is its code.
/// </summary>
internal static class V01UniqueIds
{
    public static IEnumerable<Fault> Check(Definition definition)
    {
        var named = definition.Nodes.Where(n => n.Path.AtId).ToList();
        return Twice(named)
            .Concat(
                named
                    .Where(n => n.Value is not (Unit or Option) && !IsId(LastSegment(n.Path.Text)))
                    .Select(n =>
                        Fault.Error(
                            "V1",
                            n.Path.Text,
                            "รหัสใช้ได้เฉพาะ a-z 0-9 และ - ขึ้นต้นด้วยตัวอักษร",
                            "an id has only a-z, 0-9 and -, and begins with a letter"
                        )
                    )
            );
    }

    private static IEnumerable<Fault> Twice(IEnumerable<CampaignNode> nodes) =>
        from same in nodes.GroupBy(n => IsLocal(n.Value) ? n.Path.Text : LastSegment(n.Path.Text), StringComparer.Ordinal)
        from node in same.Skip(1)
        select Fault.Error("V1", node.Path.Text, $"ใช้รหัสซ้ำกับ {same.First().Path}", $"the id is already used by {same.First().Path}");

    private static bool IsLocal(object value) => value is Unit or Field or FormRule or Criterion or Option;

    // Ids become addresses, file names and names in rules.
    private static bool IsId(string id) =>
        id.Length > 0 && char.IsAsciiLetterLower(id[0]) && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-');

    private static string LastSegment(string path) => path[(path.LastIndexOf('/') + 1)..];
}
