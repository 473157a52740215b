using System.Text.RegularExpressions;
using CddFunctions.Platform.Storage;
using Mono.Cecil;

namespace CddFunctions.Tests.Architecture;

/// <summary>Who may know whom.</summary>
public sealed partial class LayerTests
{
    private static readonly string[] Ground = ["Platform", "Web"];
    private static readonly string[] Submitted = [.. Ground, "Campaigns", "Submissions"];

    /// <summary>The folders of <c>functions/</c> from the ground up, each with those that it may use.</summary>
    private static readonly (string Folder, string[] May)[] Layers =
    [
        ("Platform", []),
        ("Adapters", ["Platform"]),
        ("Web", ["Platform"]),
        ("Campaigns", Ground),
        ("Submissions", [.. Ground, "Campaigns"]),
        ("Ballots", Submitted),
        ("Links", Submitted),
        ("Exports", Submitted),
        ("Audit", [.. Submitted, "Exports"]),
        ("Board", [.. Submitted, "Ballots", "Links", "Exports", "Audit"]),
        ("Host", [.. Submitted, "Ballots", "Links", "Exports", "Audit", "Board", "Adapters"]),
    ];

    private static readonly string[] Features = [.. Layers.Select(l => l.Folder).Except(["Platform", "Adapters", "Web", "Host"])];

    /// <summary>Feature → stores of other features that it may use, each with its reason.</summary>
    private static readonly (string Feature, string Store)[] Allowed =
    [
        ("Submissions", "UnitDirectory"), // which units owe a task is a question to the definition, not to stored state
        ("Host", "CampaignRevisions"), // the command that checks the record looks at a data folder as it is, and launches nothing
    ];

    private const string RealClock = "System.TimeProvider::get_System";

    private static readonly string[] Clocks =
    [
        "System.DateTime::get_Now",
        "System.DateTime::get_UtcNow",
        "System.DateTime::get_Today",
        "System.DateTimeOffset::get_Now",
        "System.DateTimeOffset::get_UtcNow",
        "System.Environment::get_TickCount",
        "System.Environment::get_TickCount64",
    ];

    [Fact]
    public void Every_folder_has_its_place_and_uses_only_those_below_it()
    {
        var places = Layers.Select(l => l.Folder).ToList();

        Assert.Equal(places.Order(), BuiltCode.Types.Select(BuiltCode.Folder).Where(f => f.Length > 0).Distinct().Order());
        Assert.All(
            Layers,
            layer => Assert.All(layer.May, below => Assert.InRange(places.IndexOf(below), 0, places.IndexOf(layer.Folder) - 1))
        );
    }

    [Fact]
    public void No_type_uses_a_folder_that_it_may_not_know()
    {
        None(BuiltCode.Uses.Where(u => IsForbidden(u.FromFolder, u.ToFolder)).Select(u => $"{u.From.FullName} uses {u.To.FullName}"));
    }

    /// <summary>Constants are not in the built code, so that sources are looked at, too.</summary>
    [Fact]
    public void No_source_names_a_folder_that_it_may_not_know()
    {
        var uses =
            from file in Repository.Files("functions", "*.cs")
            from name in Name().Matches(Repository.Read(file)).Select(m => m.Groups["folder"].Value).Distinct()
            where IsForbidden(file.Split('/')[1], name)
            select $"{file} names {name}";

        None(uses);
    }

    [Fact]
    public void The_built_code_is_really_read()
    {
        Assert.Contains(BuiltCode.Uses, u => u is { FromFolder: "Host", ToFolder: "Adapters" });
        Assert.Contains(BuiltCode.Uses, u => u is { From.Name: "BoardPage", To.Name: "WaitingList" }); // a component names another one
        Assert.Contains(BuiltCode.Uses, u => u is { From.Name: "CastVote", Member.Name: "GetUtcNow" }); // from within an async method
    }

    [Fact]
    public void A_feature_leaves_the_stores_of_other_features_alone()
    {
        var stores = BuiltCode
            .Types.Where(t => Features.Contains(BuiltCode.Folder(t)) && t.Methods.Any(IsMadeOfDocuments))
            .Select(t => t.FullName)
            .ToHashSet(StringComparer.Ordinal);
        var uses = BuiltCode
            .Uses.Where(u => u.FromFolder != u.ToFolder && stores.Contains(u.To.FullName) && !Allowed.Contains((u.FromFolder, u.To.Name)))
            .Select(u => $"{u.From.FullName} uses {u.To.FullName}");

        Assert.Contains("CddFunctions.Submissions.SubmissionStore", stores);
        None(uses);

        static bool IsMadeOfDocuments(MethodDefinition method) =>
            method.IsConstructor && method.Parameters.Any(p => p.ParameterType.Name is nameof(IDocuments));
    }

    /// <summary>
    /// Waits of the platform and the adapters are real, also in a rehearsal; what a feature does is as of the clock that it is given.
    /// </summary>
    [Fact]
    public void Nobody_reads_the_clock_of_the_machine()
    {
        var reads = BuiltCode
            .Uses.Where(u => u.Member is MethodReference)
            .Select(u => (u.From, u.FromFolder, Read: $"{u.Member!.DeclaringType.FullName}::{u.Member.Name}"))
            .ToList();

        Assert.Contains(reads, r => r is { FromFolder: "Host", Read: RealClock });
        None(
            reads
                .Where(r => Clocks.Contains(r.Read) || (r.Read == RealClock && Features.Append("Web").Contains(r.FromFolder)))
                .Select(r => $"{r.From.FullName} reads {r.Read}")
        );
    }

    [Fact]
    public void A_namespace_is_the_folder_of_its_file()
    {
        var projects = Repository.Files("", "*.csproj").ToDictionary(p => Path.GetDirectoryName(p)!, RootNamespace, StringComparer.Ordinal);
        var strays =
            from file in Repository.Files("", "*.cs")
            let project = projects.Keys.Where(p => file.StartsWith(p + "/", StringComparison.Ordinal)).MaxBy(p => p.Length)
            where
                project is not null
                && Declared().Match(Repository.Read(file)) is { Success: true } declared
                && declared.Groups["space"].Value
                    != string.Join(
                        '.',
                        [
                            projects[project],
                            .. Path.GetDirectoryName(file)![project.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries),
                        ]
                    )
            select file;

        None(strays);
    }

    private static bool IsForbidden(string from, string to) =>
        from != to
        && Layers.Any(l => l.Folder == to)
        && Layers.FirstOrDefault(l => l.Folder == from) is { Folder: not null } layer
        && !layer.May.Contains(to);

    private static void None(IEnumerable<string> found) =>
        Assert.True(!found.Any(), string.Join('\n', found.Distinct().Order(StringComparer.Ordinal)));

    private static string RootNamespace(string project) =>
        Root().Match(Repository.Read(project)) is { Success: true } given
            ? given.Groups["space"].Value
            : Path.GetFileNameWithoutExtension(project);

    [GeneratedRegex(@"\bCddFunctions\.(?<folder>[A-Z]\w*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^namespace (?<space>[\w.]+);", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Declared();

    [GeneratedRegex("<RootNamespace>(?<space>[^<]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Root();
}
