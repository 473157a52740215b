using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CddFunctions.Tests.Infra;

/// <summary>Beyond the compiler: one API version per resource type, known roles, and a place and a label for what costs money.</summary>
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

    /// <summary>What names, lists and settings of them carry no location and no tags.</summary>
    private static readonly string[] Untagged =
    [
        "Microsoft.Authorization/roleAssignments",
        "Microsoft.Consumption/budgets",
        "Microsoft.Insights/diagnosticSettings",
    ];

    public static IEnumerable<string> Faults(ArmTemplate main) =>
        main.WithModules.SelectMany(t => t.Resources.SelectMany(InResource).Concat(InTemplate(t)).Select(fault => $"{t.Name}: {fault}"));

    /// <summary>The first two parts of a type, whose version is also that of all its children.</summary>
    public static string Account(string type) => string.Join('/', type.Split('/').Take(2));

    private static IEnumerable<string> InResource(JsonNode resource)
    {
        var type = ArmTemplate.TypeOf(resource);
        var account = Account(type);
        var version = Versions.GetValueOrDefault(account);
        if (version is null || version != (string?)resource["apiVersion"])
            yield return $"{type} has another version than {version ?? "none"}";
        if (
            type == account
            && !Untagged.Contains(account)
            && (resource["location"] is null || (string?)resource["tags"] != "[parameters('tags')]")
        )
            yield return $"{type} has no location or no tags";
        if (
            account is "Microsoft.Authorization/roleAssignments"
            && !((string)resource["name"]!).StartsWith("[guid(", StringComparison.Ordinal)
        )
            yield return $"{type} needs a name made by guid()";
        if (account is "Microsoft.Authorization/roleAssignments" or "Microsoft.Insights/diagnosticSettings" && resource["scope"] is null)
            yield return $"{type} has no scope";
    }

    private static IEnumerable<string> InTemplate(ArmTemplate template)
    {
        foreach (var id in Guid().Matches(template.Json.ToJsonString()).Select(m => m.Value).Where(id => !Roles.ContainsKey(id)).Distinct())
            yield return $"{id} is no known role";
        foreach (var (name, value) in template.Variables.Select(v => v.Value).OfType<JsonObject>().SelectMany(v => v))
        {
            if (Guid().IsMatch($"{value}") && Roles.GetValueOrDefault($"{value}") != name)
                yield return $"{value} is not {name}";
        }
    }

    [GeneratedRegex("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Guid();
}
