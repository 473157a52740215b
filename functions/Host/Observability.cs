using Azure.Core;
using CddFunctions.Adapters.ApplicationInsights;
using CddFunctions.Adapters.Identity;
using CddFunctions.Platform.Telemetry;
using Microsoft.Extensions.Options;

namespace CddFunctions.Host;

/// <summary>Sends telemetry where the settings say. Without a target nothing of OpenTelemetry is even loaded.</summary>
public static class Observability
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.AddMeasures();
        var chosen = builder.Configuration.GetSection("Telemetry").Get<TelemetryOptions>() ?? new();
        if (chosen.OtlpEndpoint is null && chosen.ConnectionString is null)
            return;

        TelemetrySetup.TagRequests();
        builder.Services.AddSingleton(s =>
            ActivatorUtilities.CreateInstance<TelemetryPipeline>(s, () => Targets(s, chosen), chosen.SampleRatio, HealthEndpoints.Version)
        );
        builder.Services.AddHostedService(s => s.GetRequiredService<TelemetryPipeline>());
    }

    private static List<TelemetryTarget> Targets(IServiceProvider services, TelemetryOptions chosen)
    {
        var targets = new List<TelemetryTarget>();
        if (chosen.OtlpEndpoint is not null)
            targets.Add(OtlpTarget.Create(chosen));
        if (chosen.ConnectionString is { } connection)
            targets.Add(new InsightsTarget(connection, Credential(services), chosen.SampleRatio).Create());
        return targets;
    }

    /// <summary>
    /// With a managed identity named, the identity writes, as the deployed resource demands; else the key in the connection string.
    /// </summary>
    private static TokenCredential? Credential(IServiceProvider services) =>
        services.GetRequiredService<IOptions<AzureOptions>>().Value.ClientId is null
            ? null
            : services.GetRequiredService<TokenCredential>();
}
