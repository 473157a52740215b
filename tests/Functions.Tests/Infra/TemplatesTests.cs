using System.Globalization;
using System.Text.RegularExpressions;

namespace CddFunctions.Tests.Infra;

/// <summary>No Bicep compiler is in any package index, so these rules stand in for what can be told from the syntax tree.</summary>
public sealed partial class TemplatesTests
{
    private static Templates Real => Templates.Real;

    [Fact]
    public void Every_name_is_known_used_and_described() => Assert.Empty(NameRules.Faults(Real));

    [Fact]
    public void Modules_and_parameter_files_give_what_is_asked_for() => Assert.Empty(ModuleRules.Faults(Real));

    [Fact]
    public void Resources_have_known_versions_roles_and_shapes() => Assert.Empty(ResourceRules.Faults(Real));

    [Fact]
    public void The_app_is_given_the_settings_that_it_reads() => Assert.Empty(SettingRules.Faults(Real));

    [Fact]
    public void Every_version_and_role_of_the_tables_is_used()
    {
        var types = Real.Code.SelectMany(f => f.Resources).Select(r => string.Join('/', r.Type.Split('@')[0].Split('/').Take(2)));
        var roles = Real.Code.SelectMany(f => f.Strings);

        Assert.Empty(ResourceRules.Versions.Keys.Except(types));
        Assert.Empty(ResourceRules.Roles.Keys.Except(roles));
        Assert.Empty(ResourceRules.Roles.Values.Except(Real.Code.Where(f => f.Path != "modules/roles.bicep").SelectMany(f => f.Strings)));
    }

    [Fact]
    public void There_is_a_parameter_file_for_each_environment_and_every_file_is_read()
    {
        Assert.Equal(["main.dev.bicepparam", "main.prod.bicepparam"], Real.ParameterFiles.Select(f => f.Path).Order(StringComparer.Ordinal));
        Assert.Equal(Templates.Sources.Count, Real.Code.Count() + Real.ParameterFiles.Count());
    }

    [Theory]
    [InlineData("hostStorage", "name", 24)]
    [InlineData("fileStorage", "name", 24)]
    [InlineData("vault", "name", 24)]
    [InlineData("documents", "name", 44)]
    [InlineData("app", "name", 60)]
    [InlineData("monitoring", "workspaceName", 63)]
    public void The_longest_names_fit(string module, string parameter, int most)
    {
        var main = Real.Files[Templates.Main];
        var name = main.Modules.Single(m => m.Name == module).Parameters![parameter];

        var longest = Longest(main, Variable().Replace(name, m => $"'{main.Variables.Single(v => v.Name == m.Value).Value!.Trim('\'')}'").Split(" ? ")[^1].Split(" : ")[0]);

        Assert.InRange(longest.Length, 20, most);
        Assert.Matches(most == 24 && module != "vault" ? "^[a-z][a-z0-9]+$" : "^[a-z][a-z0-9-]*[a-z0-9]$", longest);
        var target = Real.From(main, main.Modules.Single(m => m.Name == module).Type)!;
        Assert.Equal(most, Number(target.Parameters.Single(p => p.Name == parameter).Decorators["maxLength"]));
    }

    /// <summary>The text with every parameter and variable in it at its longest.</summary>
    private static string Longest(BicepFile main, string text)
    {
        var baseName = new string('b', Number(main.Parameters.Single(p => p.Name == "baseName").Decorators["maxLength"]));
        var environments = main.Parameters.Single(p => p.Name == "environmentName").Decorators["allowed"].Trim('[', ']').Split(',').Select(e => e.Trim(' ', '\''));
        var unique = new string('u', Number(main.Variables.Single(v => v.Name == "unique").Value![..^1].Split(' ')[^1]));
        return text.Trim('\'')
            .Replace("${suffix}", main.Variables.Single(v => v.Name == "suffix").Value!.Trim('\''))
            .Replace("${baseName}", baseName).Replace("${environmentName}", environments.MaxBy(e => e.Length)).Replace("${unique}", unique);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("^[a-zA-Z]+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();
}
