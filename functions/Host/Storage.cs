using CddFunctions.Adapters.Blobs;
using CddFunctions.Adapters.Cosmos;
using CddFunctions.Adapters.Folder;
using CddFunctions.Adapters.Identity;
using CddFunctions.Adapters.Sqlite;
using CddFunctions.Platform.Storage;
using Microsoft.Extensions.Options;

namespace CddFunctions.Host;

/// <summary>Puts the adapters that the settings name behind the ports. Nowhere else are adapters chosen.</summary>
public static class Storage
{
    public static void AddStorage(this WebApplicationBuilder builder)
    {
        var chosen = builder.Configuration.GetSection("Storage").Get<StorageOptions>() ?? new();
        var cosmos = string.Equals(chosen.Documents, "cosmos", StringComparison.Ordinal);
        _ = cosmos ? builder.Services.AddCosmos() : AddSqlite(builder.Services);
        _ = string.Equals(chosen.Files, "blob", StringComparison.Ordinal) ? builder.Services.AddBlobs() : AddFolder(builder.Services);
        builder.Services.AddSingleton(s => AzureCredentials.Of(s.GetRequiredService<IOptions<AzureOptions>>().Value));
        builder.Services.AddSingleton(s => new StorageDescription(
            cosmos ? CosmosDocuments.Description : s.GetRequiredService<SqliteDocuments>().Description,
            chosen.Files,
            !cosmos && s.GetRequiredService<SqliteDocuments>().IsReadOnly ? true : null
        ));
    }

    public static string DatabaseOf(DataOptions data) => Path.Combine(data.Folder, "cdd.db");

    // The store's own waiting is measured in real time, also in a rehearsal.
    private static IServiceCollection AddSqlite(IServiceCollection services) =>
        services
            .AddSingleton(s => SqliteDocuments.Open(DatabaseOf(s.GetRequiredService<IOptions<DataOptions>>().Value), TimeProvider.System))
            .AddSingleton<IDocuments>(s => s.GetRequiredService<SqliteDocuments>());

    private static IServiceCollection AddFolder(IServiceCollection services) =>
        services
            .AddSingleton<IFiles>(s => Files(s, "files"))
            .AddSingleton(s => new PublishedFiles(Files(s, "published")))
            .AddSingleton<IIncoming, NoIncoming>();

    private static FolderFiles Files(IServiceProvider services, string name) =>
        new(Path.Combine(Folder(services), name), services.GetRequiredService<TimeProvider>());

    private static string Folder(IServiceProvider services) => services.GetRequiredService<IOptions<DataOptions>>().Value.Folder;
}
