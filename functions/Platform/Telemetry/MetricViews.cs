using System.Diagnostics.Metrics;
using OpenTelemetry.Metrics;

namespace CddFunctions.Platform.Telemetry;

/// <summary>Metrics that leave the machine and the tags they keep. Like <see cref="Allowed"/>: what is not named is dropped.</summary>
public static class MetricViews
{
    public static readonly string[] Meters =
    [
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        Signals.Name,
        $"{Signals.Name}.*",
    ];

    private static readonly Dictionary<string, string[]> Framework = new(StringComparer.Ordinal)
    {
        ["http.server.request.duration"] =
        [
            "http.request.method",
            "http.route",
            "http.response.status_code",
            "error.type",
            Signals.Outcome,
        ],
        ["http.server.active_requests"] = [],
        ["kestrel.active_connections"] = [],
        ["kestrel.queued_requests"] = [],
        ["kestrel.rejected_connections"] = [],
    };

    private static readonly string[] Own =
    [
        Signals.Outcome,
        Signals.Kind,
        Signals.Timer,
        Signals.Campaign,
        "operation",
        "container",
        "status",
    ];

    public static MetricStreamConfiguration Of(Instrument instrument)
    {
        if (instrument.Meter.Name.StartsWith(Signals.Name, StringComparison.Ordinal))
            return new() { TagKeys = Own };

        return Framework.TryGetValue(instrument.Name, out var tags) ? new() { TagKeys = tags } : MetricStreamConfiguration.Drop;
    }
}
