using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CddFunctions.Tests.Infra;

/// <summary>Beyond the compiler: everything is described, no secret passes through, and a module allows what main.bicep allows.</summary>
internal static partial class ParameterRules
{
    private static readonly string[] Limits = ["allowedValues", "minLength", "maxLength", "minValue", "maxValue"];

    public static IEnumerable<string> Faults(ArmTemplate main) =>
        main.WithModules.SelectMany(InTemplate).Concat(main.Modules.SelectMany(m => Passed(main, m.Call, m.Template)));

    private static IEnumerable<string> InTemplate(ArmTemplate template)
    {
        foreach (var (name, declared) in template.Parameters.Concat(template.Outputs))
        {
            if ((string?)declared!["metadata"]?["description"] is not { Length: > 10 })
                yield return $"{template.Name}: {name} has no description";
            if (((string)declared["type"]!).StartsWith("secure", StringComparison.Ordinal))
                yield return $"{template.Name}: {name}: no secret passes through a template";
        }

        foreach (var (name, output) in template.Outputs.Where(o => Secret().IsMatch($"{o.Key} {o.Value!["value"]}")))
            yield return $"{template.Name}: the output {name} looks secret";
        if (Lister().Match(template.Json.ToJsonString()) is { Success: true } read)
            yield return $"{template.Name}: {read.Value} reads a secret";
    }

    /// <summary>A module that is not always there may ask for more than main.bicep does.</summary>
    private static IEnumerable<string> Passed(ArmTemplate main, JsonNode call, ArmTemplate module)
    {
        if (call["condition"] is not null)
            yield break;
        var given = call["properties"]!["parameters"]!.AsObject();
        foreach (var (name, wanted) in module.Parameters)
        {
            var source = main.Parameters.FirstOrDefault(p => IsPassedOn(p.Key, given[name])).Value;
            foreach (
                var limit in Limits.Where(l => source is not null && wanted![l] is { } limit && !JsonNode.DeepEquals(source[l], limit))
            )
                yield return $"{module.Name}: another {limit} for {name} than main.bicep";
        }
    }

    private static bool IsPassedOn(string parameter, JsonNode? given) =>
        JsonNode.DeepEquals(given, new JsonObject { ["value"] = $"[parameters('{parameter}')]" });

    [GeneratedRegex(@"(?i)key(?!Vault)|secret|password|token|\bsas\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Secret();

    [GeneratedRegex(@"\blist[A-Z]\w*\(", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Lister();
}
