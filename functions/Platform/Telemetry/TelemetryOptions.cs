using System.ComponentModel.DataAnnotations;

namespace CddFunctions.Platform.Telemetry;

/// <summary>Where traces, metrics and logs go. Without an address nothing is collected and nothing is loaded.</summary>
public sealed class TelemetryOptions : IValidatableObject
{
    public const string HttpProtobuf = "http/protobuf";
    public const string Grpc = "grpc";

    /// <summary>Base address of an OpenTelemetry collector, e.g. <c>http://127.0.0.1:4318</c>; empty = off.</summary>
    public string? OtlpEndpoint
    {
        get;
        set => field = value is "" ? null : value;
    }

    /// <summary><c>http/protobuf</c> (collectors listen on 4318) or <c>grpc</c> (4317).</summary>
    [AllowedValues(HttpProtobuf, Grpc, ErrorMessage = "Telemetry:OtlpProtocol is http/protobuf or grpc.")]
    public string OtlpProtocol
    {
        get;
        set => field = value is "" ? HttpProtobuf : value;
    } = HttpProtobuf;

    /// <summary>Connection string of Application Insights; empty = off.</summary>
    public string? ConnectionString
    {
        get;
        set => field = value is "" ? null : value;
    }

    /// <summary>Share of the traces that are kept, 0 to 1. Metrics and logs are never sampled.</summary>
    [Range(0.0, 1.0, ErrorMessage = "Telemetry:SampleRatio is a number from 0 to 1.")]
    public double SampleRatio { get; set; } = 1;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (OtlpEndpoint is not null && !IsWebAddress(OtlpEndpoint))
            yield return new("Telemetry:OtlpEndpoint is an address that begins with http:// or https://.", [nameof(OtlpEndpoint)]);

        // The value is not quoted: whoever has the key in it can write into the resource.
        if (ConnectionString is not null && Part("InstrumentationKey") is null)
            yield return new("Telemetry:ConnectionString needs InstrumentationKey=….", [nameof(ConnectionString)]);
        else if (Part("IngestionEndpoint") is { } ingestion && !IsWebAddress(ingestion))
            yield return new("IngestionEndpoint in Telemetry:ConnectionString is no address.", [nameof(ConnectionString)]);
    }

    private string? Part(string name) =>
        ConnectionString
            ?.Split(';', StringSplitOptions.TrimEntries)
            .FirstOrDefault(p => p.Length > name.Length + 1 && p.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase))
            ?[(name.Length + 1)..];

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
}
