namespace CddFunctions.Tests.Infra;

/// <summary>What a compiler would say about names: unknown, unused, declared twice, without description.</summary>
internal static class NameRules
{
    private static readonly string[] Functions =
        ["empty", "guid", "join", "resourceGroup", "subscription", "subscriptionResourceId", "take", "union", "uniqueString"];

    private static readonly string[] Decorators = ["allowed", "description", "export", "maxLength", "maxValue", "minLength", "minValue"];

    private static readonly string[] Types = ["array", "bool", "int", "object", "string"];

    public static IEnumerable<string> Faults(Templates templates) =>
        templates.Files.Values.SelectMany(f => f.Faults.Select(fault => $"{f.Path}:{fault} is no Bicep"))
            .Concat(templates.Code.SelectMany(f => InFile(templates, f).Select(fault => $"{f.Path}: {fault}")));

    private static IEnumerable<string> InFile(Templates templates, BicepFile file)
    {
        foreach (var twice in file.Symbols.GroupBy(s => s).Where(g => g.Count() > 1))
            yield return $"{twice.Key} is declared twice";
        foreach (var name in file.References.Except(file.Symbols))
            yield return $"{name} is unknown";
        foreach (var call in file.Calls.Except(Functions))
            yield return $"{call}() is no function that these files use";
        foreach (var unused in Unused(file))
            yield return $"{unused} is not used";
        foreach (var declared in file.Parameters.Concat(file.Outputs))
        {
            if (declared.Decorators.GetValueOrDefault("description") is not { Length: > 10 })
                yield return $"{declared.Name} has no description";
            if (!Types.Contains(declared.Type))
                yield return $"{declared.Name} has the unknown type {declared.Type}";
        }

        foreach (var decorator in file.Parameters.Concat(file.Variables).Concat(file.Outputs).SelectMany(d => d.Decorators.Keys).Except(Decorators))
            yield return $"@{decorator} is no decorator that these files use";
        foreach (var import in file.Imports)
            foreach (var name in import.Names)
            {
                if (templates.From(file, import.From)?.Variables.Any(v => v.Name == name && v.Decorators.ContainsKey("export")) is not true)
                    yield return $"{import.From} exports no {name}";
            }
    }

    /// <summary>Resources need no user; everything else does.</summary>
    private static IEnumerable<string> Unused(BicepFile file) => file.Symbols
        .Except(file.References)
        .Except(file.Resources.Where(r => !r.Existing).Select(r => r.Name))
        .Except(file.Modules.Select(m => m.Name))
        .Except(file.Variables.Where(v => v.Decorators.ContainsKey("export")).Select(v => v.Name));
}
