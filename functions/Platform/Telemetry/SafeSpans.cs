using System.Diagnostics;
using OpenTelemetry;

namespace CddFunctions.Platform.Telemetry;

/// <summary>Runs before every exporter of spans: a span keeps its times, ids, kind and allowed tags, and is named by its route.</summary>
public sealed class SafeSpans : BaseProcessor<Activity>
{
    /// <summary>The caller's tracestate is text of the caller's choice; children would inherit it.</summary>
    public override void OnStart(Activity data) => data.TraceStateString = null;

    public override void OnEnd(Activity data)
    {
        if (HoldsText(data))
        {
            // Events and links cannot be taken off a span, and an exception event quotes the exception's message.
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            return;
        }

        var client = data.Kind is ActivityKind.Client;
        foreach (var name in data.TagObjects.Select(t => t.Key).Where(name => !Allowed.Tag(name, client)).ToList())
            data.SetTag(name, null);

        data.SetStatus(data.Status); // without its description
        data.DisplayName = NameOf(data);
    }

    private static bool HoldsText(Activity data) => data.Events.Any(e => e.Tags.Any()) || data.Links.Any(l => l.Tags?.Any() ?? false);

    /// <summary>Our own spans have constant names; a request is named by method and route, never by its path.</summary>
    private static string NameOf(Activity data) =>
        string.Equals(data.Source.Name, Signals.Name, StringComparison.Ordinal)
            ? data.OperationName
            : $"{data.GetTagItem("http.request.method") ?? data.OperationName} {data.GetTagItem("http.route")}".TrimEnd();
}
