using System.Text.Json;
using System.Text.RegularExpressions;
using CddFunctions.Host;

namespace CddFunctions.Tests.Host;

public sealed partial class SettingsTests
{
    private static readonly string[] Secrets = ["AdminKey", "TokenSecret"];

    private static readonly Dictionary<string, string> Sample =
        JsonDocument.Parse(Repository.Read("local.settings.sample.json")).RootElement.GetProperty("Values").Deserialize<Dictionary<string, string>>()!;

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
        var readings = Repository.Files("functions", "*.cs")
            .SelectMany(f => Reading().Matches(Repository.Read(f)).Select(m => (File: f, m.Value, Section: m.Groups["section"])))
            .Where(r => !r.Section.Success || !known.Contains(r.Section.Value))
            .Select(r => $"{r.File}: {r.Value}");

        Assert.Empty(readings);
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
            var settings = new { Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Serve:Port"] = "0", ["Serve:Clock"] = "2024-05-10T09:00:00+07:00", ["Data:Folder"] = "kept" } };
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

    [GeneratedRegex("""[cC]onfiguration(?:\[|\.GetValue)|GetConnectionString\(|GetEnvironmentVariables?\(|GetRequiredSection\(|GetSection\("(?<section>[^"]*)"\)|GetSection\([^"]|BindConfiguration\("(?<section>[^"]*)"\)""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reading();
}
