using System.Runtime.Versioning;
using System.Text.Json;
using System.Text.RegularExpressions;
using CddFunctions.Host;

namespace CddFunctions.Tests.Host;

public sealed partial class SettingsTests
{
    private const string TheEnvironment = "functions/Host/HostEnvironment.cs";

    private static readonly string[] Secrets = ["AdminKey", "TokenSecret"];

    private static readonly Dictionary<string, string> Sample = JsonDocument
        .Parse(Repository.Read("local.settings.sample.json"))
        .RootElement.GetProperty("Values")
        .Deserialize<Dictionary<string, string>>()!;

    [Fact]
    public void The_sample_lists_every_setting_and_no_other()
    {
        var read = Settings.Sections.SelectMany(s => s.Value.GetProperties().Select(p => s.Key.Length == 0 ? p.Name : $"{s.Key}:{p.Name}"));

        Assert.Equal(read.Order(StringComparer.Ordinal), Sample.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_sample_shows_the_defaults_and_holds_no_secret()
    {
        foreach (var (section, type) in Settings.Sections)
        {
            var defaults = Activator.CreateInstance(type);
            foreach (var property in type.GetProperties())
            {
                var key = section.Length == 0 ? property.Name : $"{section}:{property.Name}";
                Assert.Equal(property.GetValue(defaults)?.ToString() ?? "", Sample[key]);
            }
        }

        Assert.All(Secrets, name => Assert.Empty(Sample[name]));
    }

    /// <summary>A key that is read past <see cref="Settings"/> would be missing in the sample and in the README.</summary>
    [Fact]
    public void No_configuration_is_read_except_through_the_sections()
    {
        var known = Settings.Sections.Keys.Append("Values").ToHashSet(StringComparer.Ordinal);
        var readings = Repository
            .Files("functions", "*.cs")
            .Except([TheEnvironment], StringComparer.Ordinal)
            .SelectMany(f => Reading().Matches(Repository.Read(f)).Select(m => (File: f, m.Value, Section: m.Groups["section"])))
            .Where(r => !r.Section.Success || !known.Contains(r.Section.Value))
            .Select(r => $"{r.File}: {r.Value}");

        Assert.Empty(readings);
    }

    /// <summary>Facts of the place are no settings: one class reads them, and it lists them.</summary>
    [Fact]
    public void What_the_host_says_is_read_in_one_place_and_listed_there()
    {
        var source = Repository.Read(TheEnvironment);

        Assert.Equal(
            HostEnvironment.Variables.Order(StringComparer.Ordinal),
            Variable().Matches(source).Select(m => m.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.Equal(["GetEnvironmentVariable"], Reading().Matches(source).Select(m => m.Value));
        Assert.All(HostEnvironment.Variables, v => Assert.StartsWith("WEBSITE_", v, StringComparison.Ordinal));
    }

    [Fact]
    public void The_readme_explains_every_setting()
    {
        var readme = Repository.Read("README.md");

        Assert.All(Sample.Keys, key => Assert.Contains($"`{key}`", readme, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_local_settings_file_says_where_to_listen_and_when_it_is()
    {
        var folder = Directory.CreateTempSubdirectory("cdd-settings-");
        try
        {
            var settings = new
            {
                Values = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["Serve:Port"] = "0",
                    ["Serve:Clock"] = "2024-05-10T09:00:00+07:00",
                    ["Data:Folder"] = "kept",
                },
            };
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "local.settings.json"), JsonSerializer.Serialize(settings));

            using var server = await ServerProcess.StartAsync(ServerProcess.Assembly, folder.FullName, []);
            using var client = new HandInClient(server.Address);
            var health = await client.GetAsync<JsonElement>("/api/health");

            Assert.True(health.GetProperty("rehearsal").GetBoolean());
            Assert.NotEqual(7071, server.Address.Port);
            Assert.True(File.Exists(Path.Combine(folder.FullName, "kept", "cdd.db")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The Functions tools hand the values of the sample on as they stand, the empty ones too.</summary>
    [Fact]
    public async Task An_empty_setting_means_its_default()
    {
        var folder = Directory.CreateTempSubdirectory("cdd-settings-");
        try
        {
            var empty = Sample
                .Where(s => s.Value.Length == 0)
                .ToDictionary(s => s.Key.Replace(":", "__", StringComparison.Ordinal), s => s.Value, StringComparer.Ordinal);
            Assert.Empty(
                new[] { "AdminKey", "Campaigns__Folder", "Serve__Clock", "TokenSecret" }.Except(empty.Keys, StringComparer.Ordinal)
            );

            using var server = await ServerProcess.StartAsync(ServerProcess.Assembly, folder.FullName, ["--port", "0"], empty);
            using var client = new HttpClient { BaseAddress = server.Address };
            var health = await client.GetStringAsync("/api/health", TestContext.Current.CancellationToken);
            var campaigns = await client.GetStringAsync("/api/campaigns", TestContext.Current.CancellationToken);

            Assert.Contains("\"rehearsal\":false", health, StringComparison.Ordinal);
            Assert.Contains("phayao-2564", campaigns, StringComparison.Ordinal);
            Assert.Equal(
                64,
                (
                    await File.ReadAllTextAsync(Path.Combine(folder.FullName, "data", "admin.key"), TestContext.Current.CancellationToken)
                ).Length
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_start_keeps_the_data_folder_to_its_owner()
    {
        var folder = Directory.CreateTempSubdirectory("cdd-settings-");
        try
        {
            using var server = await ServerProcess.StartAsync(
                ServerProcess.Assembly,
                folder.FullName,
                ["--port", "0", "--data", "new/data"],
                new Dictionary<string, string>(StringComparer.Ordinal) { ["AdminKey"] = "" }
            );

            foreach (var made in new[] { "new", "new/data", "new/data/files" })
                Assert.Equal(
                    UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                    File.GetUnixFileMode(Path.Combine(folder.FullName, made))
                );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex(
        """[cC]onfiguration(?:\[|\.GetValue)|GetConnectionString\(|GetEnvironmentVariables?\b|GetRequiredSection\(|GetSection\("(?<section>[^"]*)"\)|GetSection\([^"]|BindConfiguration\("(?<section>[^"]*)"\)""",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Reading();

    [GeneratedRegex("\"(?<name>[A-Z]+_[A-Z_]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();
}
