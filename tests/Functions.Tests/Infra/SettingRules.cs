using CddFunctions.Host;

namespace CddFunctions.Tests.Infra;

/// <summary>The settings that Bicep gives the app are those that it reads, and those that matter in Azure are given.</summary>
internal static class SettingRules
{
    /// <summary>Settings that Bicep leaves alone, and why their defaults are right in Azure.</summary>
    private static readonly Dictionary<string, string> Left = new(StringComparer.Ordinal)
    {
        ["Blob:ConnectionString"] = "for test servers; the account has no keys",
        ["Blob:Retries"] = "the default ends long before the 230 seconds of the front end",
        ["Blob:TrySeconds"] = "the default ends long before the 230 seconds of the front end",
        ["Campaigns:Folder"] = "the campaign files travel in the package",
        ["Cosmos:Gateway"] = "TCP to the replicas is faster, and nothing stands between",
        ["Cosmos:Key"] = "for test servers; the account has no keys",
        ["Data:Folder"] = "nothing is kept on an instance: documents, files and both secrets come from elsewhere",
        ["Limits:Intake"] = "a limit of the programme, not of the place; each instance counts for itself",
        ["Limits:Uploads"] = "as above",
        ["Limits:UploadMegabytes"] = "as above",
        ["Limits:UnclaimedMegabytes"] = "as above",
        ["Proxy:Hops"] = "the host replaces X-Forwarded-For, and the worker takes the sender from it",
        ["Proxy:Known"] = "as above",
        ["Serve:Clock"] = "a rehearsal is refused in Azure",
        ["Serve:ClockFile"] = "a rehearsal is refused in Azure",
        ["Serve:Port"] = "the Functions host names the port",
        ["Telemetry:OtlpProtocol"] = "http/protobuf is what collectors listen to",
    };

    /// <summary>Settings of the host and the platform, and one that waits for its code.</summary>
    private static readonly Dictionary<string, string> NotOurs = new(StringComparer.Ordinal)
    {
        ["AzureWebJobsStorage__credential"] = "the host's storage by identity",
        ["AzureWebJobsStorage__clientId"] = "the host's storage by identity",
        ["AzureWebJobsStorage__blobServiceUri"] = "the host's storage by identity",
        ["AzureWebJobsStorage__queueServiceUri"] = "the host's storage by identity",
        ["AzureWebJobsStorage__tableServiceUri"] = "the host's storage by identity",
        ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = "where the host sends its telemetry",
        ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] = "as whom it does",
        ["SendGridApiKey"] = "given only with remindersOn, which stays false until reminder mails exist",
    };

    private static readonly string[] Refused =
    [
        "FUNCTIONS_WORKER_RUNTIME",
        "FUNCTIONS_EXTENSION_VERSION",
        "WEBSITE_TIME_ZONE",
        "WEBSITE_RUN_FROM_PACKAGE",
        "AzureWebJobsStorage",
    ];

    private static readonly string[] Secrets = ["AdminKey", "TokenSecret", "SendGridApiKey"];

    public static IEnumerable<string> Faults(ArmTemplate main)
    {
        var app = main.Modules.Single(m => m.Template.Name == "app").Template;
        var given = app
            .Variables.Where(v => v.Key.EndsWith("Settings", StringComparison.Ordinal))
            .SelectMany(v => v.Value!.AsObject())
            .Select(s => KeyValuePair.Create(s.Key, $"{s.Value}"))
            .ToList();
        var read = Settings
            .Sections.SelectMany(s => s.Value.GetProperties().Select(p => s.Key.Length == 0 ? p.Name : $"{s.Key}:{p.Name}"))
            .ToList();

        return given
            .Where(g => Refused.Contains(g.Key))
            .Select(g => $"{g.Key} has no place on Flex Consumption")
            .Concat(given.Where(g => g.Key.Contains(':')).Select(g => $"{g.Key}: Azure takes __ for :"))
            .Concat(given.GroupBy(g => g.Key).Where(g => g.Count() > 1).Select(g => $"{g.Key} is given twice"))
            .Concat(read.Except(given.Select(Key)).Except(Left.Keys).Select(k => $"{k} is read and not given"))
            .Concat(Left.Keys.Except(read).Select(k => $"{k} is left alone and read by nobody"))
            .Concat(
                given.Where(g => !NotOurs.ContainsKey(g.Key) && !read.Contains(Key(g))).Select(g => $"{g.Key} is given and read by nobody")
            )
            .Concat(
                Secrets
                    .Where(s =>
                        given.All(g =>
                            g.Key != s
                            || !g.Value.StartsWith($"[format('@Microsoft.KeyVault(SecretUri={{0}}secrets/{s})'", StringComparison.Ordinal)
                        )
                    )
                    .Select(s => $"{s} does not come from Key Vault")
            );
    }

    private static string Key(KeyValuePair<string, string> given) => given.Key.Replace("__", ":", StringComparison.Ordinal);
}
