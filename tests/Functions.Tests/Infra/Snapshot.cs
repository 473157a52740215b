using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CddFunctions.Tests.Infra;

/// <summary>Every resource that a parameter file would make, with its values, as the compiler predicts it.</summary>
internal sealed partial class Snapshot
{
    /// <summary>Every switch on, and every name as long as it can be.</summary>
    public const string Everything = "everything";

    private const string EverythingOn = """
        using 'main.bicep'

        param environmentName = 'prod'
        param baseName = 'bbbbbbbb'
        param alertEmails = ['operator@example.org']
        param monthlyBudget = 1
        param budgetStart = '2026-12-01'
        param remindersOn = true
        param platformLogs = true
        param auditReads = true
        param operators = ['somebody']
        param publishedReaders = ['somebody']

        """;

    private static readonly Lazy<IReadOnlyDictionary<string, Snapshot>> Made = new(Make);

    private readonly JsonNode _json;

    private Snapshot(JsonNode json) => _json = json;

    /// <summary>By the name in the middle of the parameter file's name.</summary>
    public static IReadOnlyDictionary<string, Snapshot> Of => Made.Value;

    public IEnumerable<string> Diagnostics => _json["diagnostics"]!.AsArray().Select(d => $"{d}");

    public IReadOnlyList<JsonNode> Resources => [.. _json["predictedResources"]!.AsArray()!];

    public IEnumerable<JsonNode> All(string type) => Resources.Where(r => ArmTemplate.TypeOf(r) == type);

    public JsonNode The(string type) => All(type).Single()["properties"]!;

    public IReadOnlyDictionary<string, string> Settings =>
        The("Microsoft.Web/sites/config").AsObject().ToDictionary(s => s.Key, s => (string)s.Value!, StringComparer.Ordinal);

    /// <summary>A name or id with <c>*</c> for the part that Azure computes from the resource group.</summary>
    public string Plain(string text) => text.Replace(Unique, "*", StringComparison.Ordinal);

    private string Unique => ((string)All("Microsoft.Web/sites").Single()["name"]!)[^6..];

    private static Dictionary<string, Snapshot> Make() =>
        Templates.InCopy(folder =>
        {
            File.WriteAllText(Path.Combine(folder, $"main.{Everything}.bicepparam"), EverythingOn);
            return Directory
                .EnumerateFiles(folder, "*.bicepparam")
                .ToDictionary(f => Path.GetFileName(f).Split('.')[1], f => Make(folder, Path.GetFileName(f)), StringComparer.Ordinal);
        });

    private static Snapshot Make(string folder, string file)
    {
        var said = BicepCompiler.Run(
            folder,
            "snapshot",
            file,
            "--mode",
            "overwrite",
            "--subscription-id",
            $"{Guid.Empty}",
            "--tenant-id",
            $"{Guid.Empty}",
            "--resource-group",
            "rg-made-up",
            "--location",
            "southeastasia"
        );
        Assert.DoesNotContain(said, s => Fault().IsMatch(s));
        return new(JsonNode.Parse(File.ReadAllText(Path.Combine(folder, Path.ChangeExtension(file, ".snapshot.json"))))!);
    }

    [GeneratedRegex(" : (?:Error|Warning) ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fault();
}
