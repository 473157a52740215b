namespace CddFunctions.Tests.Infra;

/// <summary>The compiler has nothing to say about the files, and neither have the rules beyond it.</summary>
public sealed class TemplatesTests
{
    [Fact]
    public void The_compiler_and_its_linter_find_nothing() => Assert.Empty(Templates.Diagnostics);

    [Fact]
    public void Everything_is_laid_out_as_the_formatter_does()
    {
        var changed = Templates.InCopy(folder =>
        {
            BicepCompiler.Run(folder, "format", "--pattern", "**/*.bicep");
            BicepCompiler.Run(folder, "format", "--pattern", "**/*.bicepparam");
            return Templates.Sources.Where(s => File.ReadAllText(Path.Combine(folder, s.Key)) != s.Value).Select(s => s.Key).ToList();
        });

        Assert.Empty(changed);
    }

    [Fact]
    public void Everything_is_described_and_holds_no_secret() => Assert.Empty(ParameterRules.Faults(Templates.Real));

    [Fact]
    public void Resources_have_known_versions_roles_and_shapes() => Assert.Empty(ResourceRules.Faults(Templates.Real));

    [Fact]
    public void The_app_is_given_the_settings_that_it_reads() => Assert.Empty(SettingRules.Faults(Templates.Real));

    [Fact]
    public void There_is_a_parameter_file_for_each_environment_and_every_module_is_used()
    {
        var code = string.Concat(Templates.Sources.Values);

        var parameters = Templates.Sources.Keys.Where(f => f.EndsWith(".bicepparam", StringComparison.Ordinal));
        var modules = Templates.Sources.Keys.Where(f => f.StartsWith("modules/", StringComparison.Ordinal));

        Assert.Equal(["main.dev.bicepparam", "main.prod.bicepparam"], parameters.Order(StringComparer.Ordinal));
        Assert.All(modules, f => Assert.Matches($"'({f}|{Path.GetFileName(f)})'", code));
    }
}
