using System.Diagnostics;
using Microsoft.ApplicationInsights;
using Microsoft.ApplicationInsights.Channel;
using Microsoft.ApplicationInsights.Extensibility.Implementation;
using OpenTelemetry;
using OpenTelemetry.Resources;

namespace CddFunctions.Adapters.ApplicationInsights;

/// <summary>
/// Sends one batch of an exporter and waits for it, so that what waits is bounded by OpenTelemetry's own queues. The SDK does
/// not say whether a batch arrived; one that did not is lost, as with every exporter here.
/// </summary>
public sealed class Sending(TelemetryClient client, InMemoryChannel channel)
{
    public const int MostItems = 5000;
    public const int MostWaiting = 10_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public ExportResult Run(Resource from, Action<Action<ITelemetry>> batch)
    {
        using var quiet = SuppressInstrumentationScope.Begin(); // or sending would be traced, and that sent
        var (name, version, instance) = (Text(from, "service.name"), Text(from, "service.version"), Text(from, "service.instance.id"));
        batch(item =>
        {
            var context = item.Context;
            (context.Cloud.RoleName, context.Component.Version, context.Cloud.RoleInstance) = (name, version, instance);
            context.GetInternalContext().NodeName = instance; // else the machine's name
            client.Track(item);
        });
        channel.Flush(Patience);
        return ExportResult.Success;
    }

    public static void Correlate(ITelemetry item, ActivityTraceId trace, ActivitySpanId parent)
    {
        if (trace != default)
            item.Context.Operation.Id = trace.ToHexString();
        if (parent != default)
            item.Context.Operation.ParentId = parent.ToHexString();
    }

    private static string? Text(Resource resource, string name) =>
        resource.Attributes.FirstOrDefault(a => string.Equals(a.Key, name, StringComparison.Ordinal)).Value as string;
}
