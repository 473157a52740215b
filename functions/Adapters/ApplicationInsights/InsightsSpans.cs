using System.Diagnostics;
using System.Globalization;
using Microsoft.ApplicationInsights.Channel;
using Microsoft.ApplicationInsights.DataContracts;
using Microsoft.ApplicationInsights.Extensibility.Implementation;
using OpenTelemetry;

namespace CddFunctions.Adapters.ApplicationInsights;

/// <summary>Requests and timer runs become requests, everything else dependencies, under the ids of their trace.</summary>
public sealed class InsightsSpans(Sending sending, double sampleRatio) : BaseExporter<Activity>
{
    private const string Status = "http.response.status_code";
    private const string Server = "server.address";

    public override ExportResult Export(in Batch<Activity> batch)
    {
        var items = new List<ITelemetry>();
        foreach (var span in batch)
            items.Add(Translate(span));
        return sending.Run(ParentProvider.GetResource(), track => items.ForEach(track));
    }

    private OperationTelemetry Translate(Activity span)
    {
        OperationTelemetry item = span.Kind is ActivityKind.Server or ActivityKind.Consumer ? Request(span) : Dependency(span);
        (item.Id, item.Name, item.Timestamp, item.Duration) = (span.SpanId.ToHexString(), span.DisplayName, new(span.StartTimeUtc, TimeSpan.Zero), span.Duration);
        item.Success = IsSuccess(span);
        Sending.Correlate(item, span.TraceId, span.ParentSpanId);
        item.Context.Operation.Name = span.Kind is ActivityKind.Server or ActivityKind.Consumer ? span.DisplayName : null;
        ((ISupportSampling)item).SamplingPercentage = sampleRatio * 100;
        foreach (var (name, value) in span.TagObjects)
            item.Properties[name] = Convert.ToString(value, CultureInfo.InvariantCulture);
        return item;
    }

    /// <summary>Without an address: it would hold the path, and paths hold ids.</summary>
    private static RequestTelemetry Request(Activity span) => new() { ResponseCode = Code(span) };

    private static DependencyTelemetry Dependency(Activity span) => new()
    {
        Type = span.Kind is ActivityKind.Client ? "HTTP" : "InProc",
        Target = span.GetTagItem(Server) as string,
        ResultCode = Code(span),
    };

    /// <summary>A refusal is an answer, not a failure: only 5xx and errors count against the application.</summary>
    private static bool IsSuccess(Activity span) => span.GetTagItem(Status) is int status
        ? status < (span.Kind is ActivityKind.Client ? 400 : 500)
        : span.Status is not ActivityStatusCode.Error;

    private static string Code(Activity span) => span.GetTagItem(Status) is int status
        ? status.ToString(CultureInfo.InvariantCulture)
        : span.GetTagItem("cdd.outcome") as string ?? "";
}
