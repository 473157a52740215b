using System.Text.RegularExpressions;

namespace CddFunctions.Tests.Infra;

/// <summary>One API version per resource type, known roles, nothing secret on the outside, and the shape that every resource has.</summary>
internal static partial class ResourceRules
{
    /// <summary>Checked against azure.md of the design; a newer version is a decision, not an accident.</summary>
    public static readonly IReadOnlyDictionary<string, string> Versions = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Microsoft.Authorization/roleAssignments"] = "2022-04-01",
        ["Microsoft.Consumption/budgets"] = "2024-08-01",
        ["Microsoft.DocumentDB/databaseAccounts"] = "2025-04-15",
        ["Microsoft.Insights/actionGroups"] = "2023-01-01",
        ["Microsoft.Insights/components"] = "2020-02-02",
        ["Microsoft.Insights/diagnosticSettings"] = "2021-05-01-preview",
        ["Microsoft.Insights/metricAlerts"] = "2018-03-01",
        ["Microsoft.Insights/scheduledQueryRules"] = "2023-12-01",
        ["Microsoft.KeyVault/vaults"] = "2024-11-01",
        ["Microsoft.ManagedIdentity/userAssignedIdentities"] = "2024-11-30",
        ["Microsoft.OperationalInsights/workspaces"] = "2025-07-01",
        ["Microsoft.Storage/storageAccounts"] = "2025-06-01",
        ["Microsoft.Web/serverfarms"] = "2025-03-01",
        ["Microsoft.Web/sites"] = "2025-03-01",
    };

    /// <summary>Built-in roles by id. Each was found with this name in at least two independent public places.</summary>
    public static readonly IReadOnlyDictionary<string, string> Roles = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["00000000-0000-0000-0000-000000000002"] = "Cosmos DB Built-in Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["2a2b9908-6ea1-4ae2-8e65-a410df84e7d1"] = "Storage Blob Data Reader",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["b86a8fe4-44ce-4948-aee5-eccb2c155cd7"] = "Key Vault Secrets Officer",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["db58b8e5-c6ad-4a2a-8342-4190687cbf4a"] = "Storage Blob Delegator",
    };

    private static readonly string[] Properties = ["name", "parent", "scope", "dependsOn", "location", "tags", "kind", "sku", "identity", "properties"];

    /// <summary>What names, lists and settings of them carry no location and no tags.</summary>
    private static readonly string[] Untagged = ["Microsoft.Authorization/roleAssignments", "Microsoft.Consumption/budgets", "Microsoft.Insights/diagnosticSettings"];

    public static IEnumerable<string> Faults(Templates templates) =>
        templates.Code.SelectMany(f => f.Resources.SelectMany(r => InResource(r)).Concat(InFile(templates, f)).Select(fault => $"{f.Path}: {fault}"));

    private static IEnumerable<string> InResource(BicepFile.Made resource)
    {
        var (type, version) = (resource.Type.Split('@')[0], resource.Type.Split('@')[^1]);
        var account = string.Join('/', type.Split('/').Take(2));
        if (Versions.GetValueOrDefault(account) != version)
            yield return $"{resource.Name} has another version than {account}@{Versions.GetValueOrDefault(account)}";
        if (!resource.Properties.ContainsKey("name"))
            yield return $"{resource.Name} has no name";
        foreach (var unknown in resource.Properties.Keys.Except(Properties))
            yield return $"{resource.Name} has the unknown property {unknown}";
        var isChild = type != account;
        if (isChild != resource.Properties.ContainsKey("parent"))
            yield return $"{resource.Name} has {(isChild ? "no" : "a")} parent";
        var isTagged = !isChild && !Untagged.Contains(account);
        if (isTagged && !resource.Existing && (!resource.Properties.ContainsKey("location") || resource.Properties.GetValueOrDefault("tags") != "tags"))
            yield return $"{resource.Name} has no location or no tags";
        if (account is "Microsoft.Authorization/roleAssignments" && !resource.Properties["name"].StartsWith("guid(", StringComparison.Ordinal))
            yield return $"{resource.Name} needs a name made by guid()";
        if (account is "Microsoft.Authorization/roleAssignments" or "Microsoft.Insights/diagnosticSettings" && !resource.Properties.ContainsKey("scope"))
            yield return $"{resource.Name} has no scope";
    }

    private static IEnumerable<string> InFile(Templates templates, BicepFile file)
    {
        foreach (var id in file.Strings.SelectMany(s => Guid().Matches(s).Select(m => m.Value)).Where(id => !Roles.ContainsKey(id)))
            yield return $"{id} is no known role";
        foreach (var (name, id) in file.Variables.SelectMany(v => v.Properties ?? new Dictionary<string, string>(StringComparer.Ordinal)).Where(p => Guid().IsMatch(p.Value)))
        {
            if (Roles.GetValueOrDefault(id.Trim('\'')) != name)
                yield return $"{id} is not {name}";
        }

        var tables = file.Imports.SelectMany(i => templates.From(file, i.From)?.Variables ?? []);
        foreach (var used in file.Indexed.Where(i => i.Key.StartsWith('\'')))
        {
            if (tables.FirstOrDefault(t => t.Name == used.Name)?.Properties?.ContainsKey(used.Key.Trim('\'')) is not true)
                yield return $"{used.Name} has no {used.Key}";
        }

        foreach (var secret in file.Calls.Where(c => c.Split('.')[^1].StartsWith("list", StringComparison.Ordinal)))
            yield return $"{secret}() reads a secret";
        foreach (var output in file.Outputs.Where(o => o.Decorators.ContainsKey("secure") || Secret().IsMatch(o.Name + o.Value)))
            yield return $"the output {output.Name} looks secret";
        foreach (var parameter in file.Parameters.Where(p => p.Decorators.ContainsKey("secure")))
            yield return $"{parameter.Name}: no secret passes through a template";
    }

    [GeneratedRegex("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Guid();

    [GeneratedRegex("(?i)key(?!Vault)|secret|password|token|sas", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Secret();
}
