using System.Text.Json.Nodes;
using CddFunctions.Campaigns.Model;

namespace CddFunctions.Tests.Campaigns.Checks;

/// <param name="Path">Where the fault must be.</param>
/// <param name="Break">The edit that breaks the rule.</param>
/// <param name="Also">Rules and places where the same edit must show as well: <c>V13 events/e-kickoff/days</c>.</param>
/// <param name="Before">An edit that breaks nothing, made first.</param>
internal sealed record BrokenDefinition(
    string Rule,
    string Path,
    Action<JsonObject> Break,
    string[]? Also = null,
    Action<JsonObject>? Before = null
)
{
    public static TheoryData<int, string> Number(IReadOnlyList<BrokenDefinition> cases)
    {
        var data = new TheoryData<int, string>();
        foreach (var (i, one) in cases.Index())
            data.Add(i, $"{one.Rule} {one.Path}");
        return data;
    }

    public static JsonObject With(JsonObject original, params IReadOnlyList<(string Member, JsonNode? Value)> changes)
    {
        var copy = original.DeepClone().AsObject();
        foreach (var (member, value) in changes)
            copy[member] = value;
        return copy;
    }

    public void Verify(string id)
    {
        var campaign = Definitions.Load(id);
        Before?.Invoke(campaign);
        var known = Definitions.Faults(campaign);
        Assert.DoesNotContain(known, f => f.Severity is Severity.Error);

        Break(campaign);

        var expected = new[] { $"{Rule} {Path}" }.Concat(Also ?? []);
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            Definitions.Faults(campaign).Except(known).Select(f => $"{f.Rule} {f.Path}").Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
    }
}
