using CddFunctions.Host;
using Microsoft.Extensions.Options;

namespace CddFunctions.Tests.Host;

public sealed class HostEnvironmentTests
{
    [Fact]
    public void Without_a_host_it_is_one_machine() => Assert.Equal(new(HandlerPort: null, Azure: false), Of([]));

    [Fact]
    public void An_empty_variable_says_nothing() =>
        Assert.Equal(new(HandlerPort: null, Azure: false), Of([("FUNCTIONS_CUSTOMHANDLER_PORT", ""), ("WEBSITE_SITE_NAME", "")]));

    [Theory]
    [InlineData("1", 1)]
    [InlineData("65535", 65535)]
    public void The_host_names_the_port_of_its_handler(string named, int port)
    {
        var host = Of([("FUNCTIONS_CUSTOMHANDLER_PORT", named)]);

        Assert.Equal(port, host.HandlerPort);
        Assert.Equal(Head.CustomHandler, host.Head);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("65536")]
    [InlineData("-1")]
    [InlineData("http://127.0.0.1")]
    public void A_port_that_is_none_stops_the_start(string named)
    {
        var refused = Assert.Throws<OptionsValidationException>(() => Of([("FUNCTIONS_CUSTOMHANDLER_PORT", named)]));

        Assert.Contains(named, StartFault.Sentence(refused, 0), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WEBSITE_INSTANCE_ID")]
    [InlineData("WEBSITE_SITE_NAME")]
    public void Azure_is_known_by_its_variables(string variable) => Assert.True(Of([(variable, "x")]).Azure);

    private static HostEnvironment Of((string Name, string Value)[] variables) =>
        HostEnvironment.Of(name => Array.Find(variables, v => v.Name == name).Value);
}
