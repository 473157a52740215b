using CddFunctions.Host;

namespace CddFunctions.Tests.Host;

public sealed class HostEnvironmentTests
{
    [Fact]
    public void Without_its_variables_it_is_not_Azure() => Assert.Equal(new(Azure: false), Of([]));

    [Fact]
    public void An_empty_variable_says_nothing() => Assert.False(Of([("WEBSITE_SITE_NAME", "")]).Azure);

    [Theory]
    [InlineData("WEBSITE_INSTANCE_ID")]
    [InlineData("WEBSITE_SITE_NAME")]
    public void Azure_is_known_by_its_variables(string variable) => Assert.True(Of([(variable, "x")]).Azure);

    private static HostEnvironment Of((string Name, string Value)[] variables) =>
        HostEnvironment.Of(name => Array.Find(variables, v => v.Name == name).Value);
}
