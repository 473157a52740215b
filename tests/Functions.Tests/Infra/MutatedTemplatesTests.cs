using System.Globalization;

namespace CddFunctions.Tests.Infra;

/// <summary>Each mistake that the rules are there for, made in the real files; a few show that the compiler is heard.</summary>
public sealed class MutatedTemplatesTests
{
    private const string App = "modules/app.bicep";
    private const string Files = "modules/file-storage.bicep";
    private const string Roles = "modules/roles.bicep";
    private const string Dev = "main.dev.bicepparam";
    private const string Main = Templates.Main;
    private const string Blob = "  Storage__Files: 'blob'\n";

    private static readonly (string Path, string Find, string Replace, string Fault)[] Mistakes =
    [
        (Main, "    sku: storageSku", "    sku: storageSKU", "BCP057"),
        (Main, "var tags = union(", "var spare = 1\nvar tags = union(", "no-unused-vars"),
        (Main, "    traceShare: traceShare\n", "", "BCP035"),
        (App, "  kind: 'functionapp,linux'", "  knd: 'functionapp,linux'", "BCP"),
        (Dev, "param monthlyBudget = 1500", "", "monthlyBudget"),
        (Dev, "param logDays = 30", "param logDays = 29", "BCP"),
        (Dev, "param environmentName = 'dev'", "param environmentName = 'development'", "BCP"),
        (Dev, "using 'main.bicep'", "using 'other.bicep'", "BCP"),
        (Main, "@description('Further tags of every resource.')\n", "", "extraTags has no description"),
        (App, "@maxValue(20)", "@maxValue(30)", "another maxValue for alwaysReadyInstances"),
        (
            App,
            "@minValue(1)\n@maxValue(1000)\nparam max",
            "@minValue(0)\n@maxValue(1000)\nparam max",
            "another minValue for maximumInstanceCount"
        ),
        (App, "/sites/config@2025-03-01", "/sites/config@2024-04-01", "Microsoft.Web/sites/config has another version"),
        (App, "  name: name\n  location: location\n  tags: tags", "  name: name\n  location: location", "sites has no location or no tags"),
        (Files, "    scope: published\n", "", "roleAssignments has no scope"),
        (Files, "guid(account.id, 'published', reader, roleIds['Storage Blob Data Reader'])", "'reader'", "needs a name made by guid()"),
        (Roles, "ba92f5b4", "ba92f5b5", "is no known role"),
        (Roles, "4633458b-17de-408a-b874-0445c86b69e6", "b86a8fe4-44ce-4948-aee5-eccb2c155cd7", "is not Key Vault Secrets User"),
        (Files, "output name string = account.name", "output name string = account.listKeys().keys[0].value", "reads a secret"),
        (
            Files,
            "output name string = account.name",
            "output name string = account.name\noutput aKey string = 'x'",
            "the output aKey looks secret"
        ),
        (Main, "param otlpEndpoint string", "@secure()\nparam otlpEndpoint string", "otlpEndpoint: no secret passes"),
        (App, Blob, "", "Storage:Files is read and not given"),
        (App, Blob, Blob + "  Storage__Filess: 'blob'\n", "Storage__Filess is given and read by nobody"),
        (App, Blob, "  'Storage:Files': 'blob'\n", "Azure takes __ for :"),
        (App, Blob, Blob + "  FUNCTIONS_WORKER_RUNTIME: 'dotnet-isolated'\n", "FUNCTIONS_WORKER_RUNTIME has no place"),
        (App, Blob, Blob + "  AzureWebJobsStorage__clientId: 'x'\n", "AzureWebJobsStorage__clientId is given twice"),
        (App, "'@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/AdminKey)'", "vaultUri", "AdminKey does not come from Key Vault"),
    ];

    private static readonly Lazy<string[][]> Found = new(CompileAll);

    public static TheoryData<string> Expected => [.. Mistakes.Select((m, i) => $"{i}: {m.Fault}")];

    [Theory]
    [MemberData(nameof(Expected))]
    public void A_mistake_is_found(string mistake)
    {
        var index = int.Parse(mistake.Split(':')[0], CultureInfo.InvariantCulture);

        Assert.Contains(Found.Value[index], f => f.Contains(Mistakes[index].Fault, StringComparison.Ordinal));
    }

    /// <summary>All in two runs of the compiler, because starting it is what takes long.</summary>
    private static string[][] CompileAll() =>
        Templates.InCopy(folder =>
        {
            for (var n = 0; n < Mistakes.Length; n++)
                Templates.CopyTo(Of(folder, n), (path, text) => path == Mistakes[n].Path ? Mutated(Mistakes[n], text) : text);
            var said = BicepCompiler
                .Run(folder, "build", "--pattern", "code/*/main.bicep")
                .Concat(BicepCompiler.Run(folder, "build-params", "--pattern", "parameters/*/main.dev.bicepparam"))
                .ToList();
            return Mistakes.Select((_, n) => Faults(Of(folder, n), said).ToArray()).ToArray();
        });

    private static string Of(string folder, int n) => Path.Combine(folder, Mistakes[n].Path == Dev ? "parameters" : "code", $"{n}");

    private static IEnumerable<string> Faults(string folder, IEnumerable<string> said)
    {
        var compiler = said.Where(s => s.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal));
        var built = Path.Combine(folder, "main.json");
        if (!File.Exists(built))
            return [.. compiler];
        var template = ArmTemplate.Read(built);
        return [.. compiler, .. ParameterRules.Faults(template), .. ResourceRules.Faults(template), .. SettingRules.Faults(template)];
    }

    private static string Mutated((string Path, string Find, string Replace, string Fault) mistake, string text)
    {
        var at = text.IndexOf(mistake.Find, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{mistake.Path} no longer has {mistake.Find}");
        return string.Concat(text.AsSpan(0, at), mistake.Replace, text.AsSpan(at + mistake.Find.Length));
    }
}
