using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CddFunctions.Tests.Infra;

/// <summary>Who may do what where: the app's one identity, no more than it needs, and the people who were named.</summary>
public sealed partial class RoleTests
{
    private const string Assignments = "Microsoft.Authorization/roleAssignments";

    private static readonly string[] OfTheApp =
    [
        "Key Vault Secrets User: vaults/kv-cdd-dev-*",
        "Monitoring Metrics Publisher: components/appi-cdd-dev-*",
        "Storage Blob Data Contributor: containers/files",
        "Storage Blob Data Contributor: containers/incoming",
        "Storage Blob Data Contributor: containers/published",
        "Storage Blob Data Owner: storageAccounts/stcdddevhost*",
        "Storage Blob Delegator: storageAccounts/stcdddevfile*",
        "Storage Queue Data Contributor: storageAccounts/stcdddevhost*",
        "Storage Table Data Contributor: storageAccounts/stcdddevhost*",
    ];

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void The_identity_of_the_app_has_these_roles_and_nobody_has_others(string environment)
    {
        var snapshot = Snapshot.Of[environment];

        Assert.Equal(
            OfTheApp.Select(r => r.Replace("dev", environment)),
            snapshot.All(Assignments).Select(a => Said(snapshot, a)).Order(StringComparer.Ordinal)
        );
        Assert.All(snapshot.All(Assignments), a => IsTheApp(a, environment));
        Assert.All(snapshot.All(Assignments), a => Assert.Equal("ServicePrincipal", (string)a["properties"]!["principalType"]!));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void In_Cosmos_it_writes_its_own_database(string environment)
    {
        var access = Snapshot.Of[environment].All("Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments").Single();

        IsTheApp(access, environment);
        var role = (string)access["properties"]!["roleDefinitionId"]!;
        Assert.EndsWith("/sqlRoleDefinitions/00000000-0000-0000-0000-000000000002", role, StringComparison.Ordinal);
        Assert.EndsWith("/dbs/cdd", (string)access["properties"]!["scope"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void People_who_are_named_write_secrets_or_read_what_is_published_and_every_known_role_is_used()
    {
        var snapshot = Snapshot.Of[Snapshot.Everything];
        var people = snapshot.All(Assignments).Where(a => (string?)a["properties"]!["principalId"] == "somebody").ToList();
        var roles = snapshot.All(Assignments).Select(a => Said(snapshot, a).Split(':')[0]);

        Assert.Equal(
            ["Key Vault Secrets Officer: vaults/kv-bbbbbbbb-prod-*", "Storage Blob Data Reader: containers/published"],
            people.Select(a => Said(snapshot, a)).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            ResourceRules.Roles.Values.Order(StringComparer.Ordinal),
            roles.Append("Cosmos DB Built-in Data Contributor").Distinct().Order(StringComparer.Ordinal)
        );
    }

    /// <summary>The role and the last two parts of what it is for.</summary>
    private static string Said(Snapshot snapshot, JsonNode assignment)
    {
        var role = ResourceRules.Roles[((string)assignment["properties"]!["roleDefinitionId"]!).Split('/')[^1]];
        var scope = Scope().Match((string)assignment["id"]!).Groups["scope"].Value.Split('/');
        return $"{role}: {scope[^2]}/{snapshot.Plain(scope[^1])}";
    }

    private static void IsTheApp(JsonNode assignment, string environment)
    {
        var principal = (string)assignment["properties"]!["principalId"]!;
        Assert.Matches($@"/userAssignedIdentities/id-cdd-{environment}-\w+', '[0-9-]+'\)\.principalId\]$", principal);
    }

    /// <summary>As the compiler writes the id of an assignment, with and without a person who is only known in Azure.</summary>
    [GeneratedRegex(
        @"extensionResourceId\('(?<scope>[^']+)'|^(?<scope>.+)/providers/Microsoft\.Authorization/",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Scope();
}
