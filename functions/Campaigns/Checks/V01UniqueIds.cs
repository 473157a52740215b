using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns.Checks;

/// <summary>
/// V1: an id is given once in the file. What is only named inside its parent (fields of a form, columns of a table,
/// rules of a form, criteria of a rubric, values of a choice) is unique there; units go by code.
/// </summary>
internal static class V01UniqueIds
{
    public static IEnumerable<Fault> Check(Definition definition)
    {
        var named = definition.Nodes.Where(n => n.Path.AtId).ToList();
        return Twice(named, n => IsLocal(n.Value) ? n.Path.Text : LastSegment(n.Path.Text));
    }

    private static bool IsLocal(object value) => value is Unit or Field or FormRule or Criterion or Option;

    private static IEnumerable<Fault> Twice(IEnumerable<CampaignNode> nodes, Func<CampaignNode, string> key) =>
        from same in nodes.GroupBy(key, StringComparer.Ordinal)
        from node in same.Skip(1)
        select Fault.Error("V1", node.Path.Text,
            $"ใช้รหัสซ้ำกับ {same.First().Path}", $"the id is already used by {same.First().Path}");

    private static string LastSegment(string path) => path[(path.LastIndexOf('/') + 1)..];
}
