namespace CddFunctions.Tests.Infra;

/// <summary>Each mistake that the rules are there for, made in the real files.</summary>
public sealed class MutatedTemplatesTests
{
    private const string Main = "main.bicep";
    private const string App = "modules/app.bicep";
    private const string Files = "modules/file-storage.bicep";
    private const string Dev = "main.dev.bicepparam";

    private static readonly (string Path, string Find, string Replace, string Fault)[] Mistakes =
    [
        (Main, "param nameSeed string = ''", "param nameSeed string = '", "is no Bicep"),
        (Dev, "param alertEmails = [", "param alertEmails = ", "is no Bicep"),
        (Main, "    sku: storageSku", "    sku: storageSKU", "storageSKU is unknown"),
        (App, "serverFarmId: plan.id", "serverFarmId: farm.id", "farm is unknown"),
        (App, "serverFarmId: plan.id", "serverFarmId: concat(plan.id)", "concat() is no function"),
        (Main, "@description('Name of a Cosmos DB account that a restore has made; empty = the name that belongs to this installation.')\n", "", "restoredDocumentsAccount has no description"),
        (Main, "var tags = union(", "var spare = 1\nvar tags = union(", "spare is not used"),
        (Main, "var tags = union(", "var suffix = 1\nvar tags = union(", "suffix is declared twice"),
        (App, "@minValue(0)", "@minimum(0)", "@minimum is no decorator"),
        (App, "param otlpEndpoint string", "param otlpEndpoint text", "otlpEndpoint has the unknown type text"),
        (Files, "import { roleIds }", "import { roleId }", "roles.bicep exports no roleId"),
        (Main, "'modules/vault.bicep'", "'modules/safe.bicep'", "modules/safe.bicep is missing"),
        (Main, "'modules/vault.bicep'", "'modules/safe.bicep'", "modules/vault.bicep is used by nobody"),
        (Main, "    traceShare: traceShare\n", "", "modules/app.bicep wants traceShare"),
        (Main, "    traceShare: traceShare\n", "    traceShare: traceShare\n    share: traceShare\n", "modules/app.bicep takes no share"),
        (Main, "traceShare: traceShare", "traceShare: logDays", "takes traceShare as string, logDays is int"),
        (Main, "origins: union(", "origins: vault.outputs.uri\n    sink: union(", "takes origins as array, vault.outputs.uri is string"),
        (Main, "identity.outputs.clientId", "identity.outputs.applicationId", "identity has no output applicationId"),
        (App, "@maxValue(20)", "@maxValue(30)", "has another @maxValue for alwaysReadyInstances"),
        (App, "@allowed([512, 2048, 4096])", "@allowed([512, 2048])", "has another @allowed for instanceMemoryMB"),
        (Dev, "using 'main.bicep'", "using 'other.bicep'", "has no using line"),
        (Dev, "param monthlyBudget = 1500", "", "does not give monthlyBudget"),
        (Dev, "param logDays", "param logdays", "logdays is no parameter"),
        (Dev, "param logDays = 30", "param logDays = 29", "logDays may not be 29"),
        (Dev, "param logDays = 30", "param logDays = '30'", "logDays may not be '30'"),
        (Dev, "'dev'", "'development'", "environmentName may not be 'development'"),
        (Dev, "'2026-12-01'", "'2026-12'", "budgetStart may not be '2026-12'"),
        (App, "Microsoft.Web/sites/config@2025-03-01", "Microsoft.Web/sites/config@2024-04-01", "settings has another version"),
        (App, "Microsoft.Web/sites/config@2025-03-01", "Microsoft.Web/siteconfig@2025-03-01", "settings has another version"),
        (App, "  parent: app\n  name: 'appsettings'", "  name: 'appsettings'", "settings has no parent"),
        (App, "  kind: 'functionapp,linux'", "  knd: 'functionapp,linux'", "app has the unknown property knd"),
        (App, "  name: name\n  location: location\n  tags: tags", "  name: name\n  location: location", "app has no location or no tags"),
        (Files, "  scope: published\n", "", "readers has no scope"),
        (Files, "guid(account.id, 'published', reader, roleIds['Storage Blob Data Reader'])", "'reader'", "readers needs a name made by guid()"),
        (Files, "roleIds['Storage Blob Delegator'])\n  scope", "roleIds['Blob Delegator'])\n  scope", "roleIds has no 'Blob Delegator'"),
        ("modules/roles.bicep", "ba92f5b4", "ba92f5b5", "is no known role"),
        ("modules/roles.bicep", "4633458b-17de-408a-b874-0445c86b69e6", "b86a8fe4-44ce-4948-aee5-eccb2c155cd7", "is not Key Vault Secrets User"),
        (Files, "output name string = account.name", "output name string = account.listKeys().keys[0].value", "reads a secret"),
        (Files, "output name string = account.name", "output primaryKey string = account.name", "the output primaryKey looks secret"),
        (Main, "param otlpEndpoint string", "@secure()\nparam otlpEndpoint string", "otlpEndpoint: no secret passes"),
        (App, "  Storage__Files: 'blob'\n", "", "Storage:Files is read and not given"),
        (App, "  Storage__Files: 'blob'\n", "  Storage__Files: 'blob'\n  Storage__Filess: 'blob'\n", "Storage__Filess is given and read by nobody"),
        (App, "  Storage__Files: 'blob'", "  'Storage:Files': 'blob'", "Azure takes __ for :"),
        (App, "  Storage__Files: 'blob'", "  Storage__Files: 'blob'\n  FUNCTIONS_WORKER_RUNTIME: 'custom'", "FUNCTIONS_WORKER_RUNTIME has no place"),
        (App, "  Storage__Files: 'blob'", "  Storage__Files: 'blob'\n  AzureWebJobsStorage__clientId: 'x'", "AzureWebJobsStorage__clientId is given twice"),
        (App, "'@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/AdminKey)'", "vaultUri", "AdminKey does not come from Key Vault"),
    ];

    private static readonly Lazy<IReadOnlyList<BicepFile>> Parsed = new(() => BicepFile.ParseAll(Mistakes.Select(m => (m.Path, Mutated(m)))));

    public static TheoryData<string> Expected => [.. Mistakes.Select((m, i) => $"{i}: {m.Fault}")];

    [Theory]
    [MemberData(nameof(Expected))]
    public void A_mistake_is_found(string mistake)
    {
        var index = int.Parse(mistake.Split(':')[0], System.Globalization.CultureInfo.InvariantCulture);
        var templates = Templates.Real.With(Parsed.Value[index]);

        var faults = NameRules.Faults(templates).Concat(ModuleRules.Faults(templates)).Concat(ResourceRules.Faults(templates)).Concat(SettingRules.Faults(templates));

        Assert.Contains(faults, f => f.Contains(Mistakes[index].Fault, StringComparison.Ordinal));
    }

    private static string Mutated((string Path, string Find, string Replace, string Fault) mistake)
    {
        var text = Templates.Sources[mistake.Path];
        var at = text.IndexOf(mistake.Find, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{mistake.Path} no longer has {mistake.Find}");
        return string.Concat(text.AsSpan(0, at), mistake.Replace, text.AsSpan(at + mistake.Find.Length));
    }
}
