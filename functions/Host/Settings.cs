using CddFunctions.Adapters.Blobs;
using CddFunctions.Adapters.Cosmos;
using CddFunctions.Adapters.Identity;
using CddFunctions.Campaigns;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;
using CddFunctions.Platform.Telemetry;

namespace CddFunctions.Host;

/// <summary>
/// Every setting the application reads, by section. <c>local.settings.sample.json</c> lists the same keys; a test compares.
/// </summary>
public static class Settings
{
    public static readonly IReadOnlyDictionary<string, Type> Sections = new Dictionary<string, Type>(StringComparer.Ordinal)
    {
        [""] = typeof(IdentityOptions),
        ["Data"] = typeof(DataOptions),
        ["Storage"] = typeof(StorageOptions),
        ["Azure"] = typeof(AzureOptions),
        ["Cosmos"] = typeof(CosmosOptions),
        ["Telemetry"] = typeof(TelemetryOptions),
        ["Blob"] = typeof(BlobOptions),
        ["Campaigns"] = typeof(CampaignOptions),
        ["Limits"] = typeof(RateLimits),
        ["Proxy"] = typeof(ProxyOptions),
        ["Serve"] = typeof(ServeOptions),
    };

    public static void AddSettings(this WebApplicationBuilder builder)
    {
        builder.Configuration.AddLocalSettings(builder.Environment.ContentRootPath);
        Bind<IdentityOptions>(builder, "");
        Bind<DataOptions>(builder, "Data");
        Bind<StorageOptions>(builder, "Storage");
        Bind<AzureOptions>(builder, "Azure");
        Bind<CosmosOptions>(builder, "Cosmos");
        Bind<TelemetryOptions>(builder, "Telemetry");
        Bind<BlobOptions>(builder, "Blob");
        Bind<CampaignOptions>(builder, "Campaigns");
        Bind<RateLimits>(builder, "Limits");
        Bind<ProxyOptions>(builder, "Proxy");
        Bind<ServeOptions>(builder, "Serve");
    }

    /// <summary>
    /// Reads port and clock, which are needed before the application is built,
    /// from the settings file and the environment like all settings.
    /// </summary>
    public static ServeOptions BeforeBuild()
    {
        using var configuration = new ConfigurationManager();
        configuration.AddLocalSettings(Directory.GetCurrentDirectory());
        configuration.AddEnvironmentVariables();
        return configuration.GetSection("Serve").Get<ServeOptions>() ?? new();
    }

    /// <summary>The Functions tools keep local settings under "Values"; the embedded head reads the same file.</summary>
    private static void AddLocalSettings(this ConfigurationManager configuration, string folder)
    {
        var file = new ConfigurationBuilder().SetBasePath(folder).AddJsonFile("local.settings.json", optional: true).Build();
        var values = file.GetSection("Values").AsEnumerable(makePathsRelative: true).Where(v => !string.IsNullOrEmpty(v.Value));
        configuration.Sources.Insert(0, new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource { InitialData = values });
    }

    private static void Bind<T>(WebApplicationBuilder builder, string section)
        where T : class
    {
        var options = builder.Services.AddOptions<T>();
        _ = section.Length == 0 ? options.Bind(builder.Configuration) : options.BindConfiguration(section);
        options.ValidateDataAnnotations().ValidateOnStart();
    }
}
