using System.Text.Json.Nodes;

namespace CddFunctions.Tests.Infra;

/// <summary>What each parameter file would really make.</summary>
public sealed class SnapshotTests
{
    private const string Blobs = "Microsoft.Storage/storageAccounts/blobServices/containers";

    public static TheoryData<string> Files => [.. Snapshot.Of.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void Names_say_what_it_is_and_where_it_belongs(string environment)
    {
        var snapshot = Snapshot.Of[environment];
        string[] expected =
        [
            "appi-cdd-dev-*",
            "cdd-dev-*-documents-throttled",
            "cdd-dev-*-operators",
            "cdd-dev-*-reminders-wait",
            "cdd-dev-*-requests-fail",
            "cdd-dev-*-storage-unavailable",
            "cdd-dev-*-timer-fails",
            "cdd-dev-*-timer-silent",
            "cosmos-cdd-dev-*",
            "func-cdd-dev-*",
            "id-cdd-dev-*",
            "kv-cdd-dev-*",
            "log-cdd-dev-*",
            "plan-cdd-dev-*",
            "stcdddevfile*",
            "stcdddevhost*",
        ];

        var tagged = snapshot.Resources.Where(r => r["tags"] is not null).ToList();

        Assert.Equal(
            expected.Select(n => n.Replace("dev", environment)),
            tagged.Select(r => snapshot.Plain((string)r["name"]!)).Order(StringComparer.Ordinal)
        );
        Assert.All(tagged, r => Says(r["tags"]!, ("application", "CddFunctions"), ("environment", environment)));
        var budget = snapshot.All("Microsoft.Consumption/budgets").Single();
        Assert.Equal($"budget-cdd-{environment}-*", snapshot.Plain((string)budget["name"]!));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Nothing_is_public_and_no_key_opens_anything(string file)
    {
        var snapshot = Snapshot.Of[file];

        Assert.Empty(snapshot.Diagnostics);
        Assert.Equal(2, snapshot.All("Microsoft.Storage/storageAccounts").Count());
        Assert.All(snapshot.All("Microsoft.Storage/storageAccounts").Select(a => a["properties"]!), Closed);
        Assert.Equal(4, snapshot.All(Blobs).Count());
        Assert.All(snapshot.All(Blobs), c => Assert.Equal("None", (string)c["properties"]!["publicAccess"]!));
        Says(
            snapshot.The("Microsoft.DocumentDB/databaseAccounts"),
            ("disableLocalAuth", true),
            ("disableKeyBasedMetadataWriteAccess", true),
            ("minimalTlsVersion", "Tls12")
        );
        Says(
            snapshot.The("Microsoft.KeyVault/vaults"),
            ("enableRbacAuthorization", true),
            ("enablePurgeProtection", true),
            ("enableSoftDelete", true)
        );
        Says(snapshot.The("Microsoft.Insights/components"), ("DisableLocalAuth", true));
        Says(snapshot.The("Microsoft.OperationalInsights/workspaces")["features"]!, ("disableLocalAuth", true));
        Says(snapshot.The("Microsoft.Web/sites"), ("httpsOnly", true));
        var ways = snapshot.All("Microsoft.Web/sites/basicPublishingCredentialsPolicies").ToList();
        Assert.Equal(["ftp", "scm"], ways.Select(w => ((string)w["name"]!).Split('/')[1]));
        Assert.All(ways, w => Says(w["properties"]!, ("allow", false)));
    }

    [Theory]
    [InlineData("dev", 0)]
    [InlineData("prod", 1)]
    public void The_app_is_an_isolated_worker_that_signs_in_as_its_identity(string environment, int warm)
    {
        var snapshot = Snapshot.Of[environment];
        var site = snapshot.All("Microsoft.Web/sites").Single();
        var config = site["properties"]!["functionAppConfig"]!;

        Assert.Equal(("dotnet-isolated", "10.0"), ((string)config["runtime"]!["name"]!, (string)config["runtime"]!["version"]!));
        Assert.Equal("FC1", (string)snapshot.All("Microsoft.Web/serverfarms").Single()["sku"]!["name"]!);
        Assert.Equal("UserAssignedIdentity", (string)config["deployment"]!["storage"]!["authentication"]!["type"]!);
        Assert.Equal("UserAssigned", (string)site["identity"]!["type"]!);
        Assert.Equal("functionapp,linux", (string)site["kind"]!);
        Assert.Equal(warm, config["scaleAndConcurrency"]!["alwaysReady"]!.AsArray().Sum(a => (int)a!["instanceCount"]!));
    }

    [Theory]
    [InlineData("dev", "1")]
    [InlineData("prod", "0.2")]
    public void Its_settings_name_its_own_accounts_and_its_secrets_stay_in_the_vault(string environment, string share)
    {
        var settings = Snapshot.Of[environment].Settings;

        Assert.DoesNotContain("SendGridApiKey", settings.Keys);
        var secret = settings.Where(s => s.Value.Contains("@Microsoft.KeyVault(", StringComparison.Ordinal)).Select(s => s.Key);
        Assert.Equal(["AdminKey", "TokenSecret"], secret);
        Assert.Equal(("cosmos", "blob"), (settings["Storage__Documents"], settings["Storage__Files"]));
        Assert.Equal(("cdd", "documents"), (settings["Cosmos__Database"], settings["Cosmos__Container"]));
        Assert.Equal(share, settings["Telemetry__SampleRatio"]);
        Assert.Contains($"/stcdd{environment}file", settings["Blob__ServiceUri"], StringComparison.Ordinal);
        Assert.Contains($"/stcdd{environment}host", settings["AzureWebJobsStorage__blobServiceUri"], StringComparison.Ordinal);
        Assert.Contains($"/cosmos-cdd-{environment}-", settings["Cosmos__Endpoint"], StringComparison.Ordinal);
        Assert.Contains($"/id-cdd-{environment}-", settings["Azure__ClientId"], StringComparison.Ordinal);
        Assert.Contains($"/id-cdd-{environment}-", settings["AzureWebJobsStorage__clientId"], StringComparison.Ordinal);
        Assert.Equal("managedidentity", settings["AzureWebJobsStorage__credential"]);
    }

    [Fact]
    public void With_everything_on_the_further_secret_and_logs_are_there()
    {
        var snapshot = Snapshot.Of[Snapshot.Everything];

        Assert.Contains("secrets/SendGridApiKey)", snapshot.Settings["SendGridApiKey"], StringComparison.Ordinal);
        var logs = snapshot.All("Microsoft.Insights/diagnosticSettings").SelectMany(d => d["properties"]!["logs"]!.AsArray());
        Assert.Contains("FunctionAppLogs", logs.Select(l => (string)l!["category"]!));
        Assert.Equal(
            ResourceRules.Versions.Keys.Order(StringComparer.Ordinal),
            snapshot.Resources.Select(r => ResourceRules.Account(ArmTemplate.TypeOf(r))).Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("Microsoft.Storage/storageAccounts", 24, "^[a-z][a-z0-9]+$")]
    [InlineData("Microsoft.KeyVault/vaults", 24, "^[a-z][a-z0-9-]*[a-z0-9]$")]
    [InlineData("Microsoft.DocumentDB/databaseAccounts", 44, "^[a-z][a-z0-9-]*[a-z0-9]$")]
    [InlineData("Microsoft.Web/sites", 60, "^[a-z][a-z0-9-]*[a-z0-9]$")]
    [InlineData("Microsoft.OperationalInsights/workspaces", 63, "^[a-z][a-z0-9-]*[a-z0-9]$")]
    public void The_longest_names_fit(string type, int most, string form)
    {
        var names = Snapshot.Of[Snapshot.Everything].All(type).Select(r => (string)r["name"]!).ToList();

        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.InRange(name.Length, 20, most));
        Assert.All(names, name => Assert.Matches(form, name));
    }

    private static void Closed(JsonNode account) =>
        Says(
            account,
            ("allowBlobPublicAccess", false),
            ("allowSharedKeyAccess", false),
            ("allowCrossTenantReplication", false),
            ("defaultToOAuthAuthentication", true),
            ("supportsHttpsTrafficOnly", true),
            ("minimumTlsVersion", "TLS1_2")
        );

    private static void Says(JsonNode properties, params (string Name, JsonNode Value)[] expected) =>
        Assert.All(expected, e => Assert.Equal($"{e.Name}: {e.Value}", $"{e.Name}: {properties[e.Name]}"));
}
