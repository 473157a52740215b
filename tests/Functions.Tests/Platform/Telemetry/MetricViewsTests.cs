using System.Diagnostics.Metrics;
using CddFunctions.Platform.Telemetry;
using OpenTelemetry.Metrics;

namespace CddFunctions.Tests.Platform.Telemetry;

public sealed class MetricViewsTests
{
    [Theory]
    [InlineData("Microsoft.AspNetCore.Hosting", "http.server.request.duration", "http.route")]
    [InlineData("CddFunctions", "cdd.anything", "cdd.outcome")]
    [InlineData("CddFunctions.Cosmos", "cdd.cosmos.request_units", "operation")]
    public void A_listed_metric_keeps_its_listed_tags(string meter, string name, string tag)
    {
        var tags = Of(meter, name).TagKeys!;

        Assert.Contains(tag, tags);
        Assert.DoesNotContain(tags, t => t is "url.path" or "client.address" or "user_agent.original" or "server.address");
    }

    [Theory]
    [InlineData("Microsoft.AspNetCore.Hosting", "new.metric")]
    [InlineData("Microsoft.AspNetCore.Server.Kestrel", "kestrel.connection.duration")]
    public void Another_metric_is_dropped(string meter, string name) => Assert.Same(MetricStreamConfiguration.Drop, Of(meter, name));

    private static MetricStreamConfiguration Of(string meter, string name)
    {
        using var source = new Meter(meter);
        return MetricViews.Of(source.CreateCounter<long>(name));
    }
}
