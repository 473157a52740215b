using System.Text.RegularExpressions;

namespace CddFunctions.Tests.Infra;

/// <summary>docs/deploy.md names what exists.</summary>
public sealed partial class DeployPageTests
{
    /// <summary>Sent by nobody yet; modules/alerts.bicep says so.</summary>
    private const string ComingMetric = "cdd.reminders.backlog";

    private static readonly string Page = Repository.Read("docs/deploy.md");

    [Fact]
    public void Every_output_and_parameter_that_it_names_is_there()
    {
        var outputs = Output().Matches(Page).Select(m => m.Groups["name"].Value).ToHashSet();
        var parameters = Parameter().Matches(Page).Select(m => m.Groups["name"].Value).ToHashSet();

        Assert.Superset(new HashSet<string> { "appName", "hostName", "vaultName" }, outputs);
        Assert.Empty(outputs.Except(Templates.Real.Outputs.Select(o => o.Key)));
        Assert.Superset(new HashSet<string> { "operators", "restoredDocumentsAccount" }, parameters);
        Assert.Empty(parameters.Except(Templates.Real.Parameters.Select(p => p.Key)));
    }

    [Fact]
    public void Every_file_that_it_names_is_there()
    {
        var files = PathName().Matches(Page).Select(m => m.Value).ToHashSet();

        Assert.Superset(new HashSet<string> { "infra-bicep/main.prod.bicepparam" }, files);
        Assert.All(
            files,
            file =>
                Assert.True(
                    File.Exists(Path.Combine(Repository.Root, file)) || File.Exists(Path.Combine(Repository.Root, "infra-bicep", file)),
                    file
                )
        );
    }

    [Fact]
    public void It_asks_for_every_secret_that_the_app_is_given()
    {
        var secrets = Secret().Matches(Templates.Sources["modules/app.bicep"]).Select(m => m.Groups["name"].Value).ToHashSet();

        Assert.Equal(["AdminKey", "SendGridApiKey", "TokenSecret"], secrets.Order(StringComparer.Ordinal));
        Assert.All(secrets, secret => Assert.Contains($"| {secret} |", Page, StringComparison.Ordinal));
    }

    [Fact]
    public void Alerts_and_queries_name_metrics_that_the_application_sends()
    {
        var asked = Metric().Matches(Page + Templates.Sources["modules/alerts.bicep"]).Select(m => m.Groups["name"].Value).ToHashSet();
        var sent = Repository
            .Files("functions", "*.cs")
            .SelectMany(f => Metric().Matches(Repository.Read(f)))
            .Select(m => m.Groups["name"].Value);

        Assert.Equal([ComingMetric], asked.Except(sent));
    }

    [GeneratedRegex(@"\$\(out (?<name>\w+)\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Output();

    [GeneratedRegex(@"\bparam (?<name>\w+)\s*=", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\b(?:infra-bicep|modules|docs)/[\w.-]+\.\w+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PathName();

    [GeneratedRegex(@"secrets/(?<name>\w+)\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Secret();

    [GeneratedRegex("""["'](?<name>cdd\.[a-z._]+)["']""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Metric();
}
