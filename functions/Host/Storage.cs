using CddFunctions.Adapters.Blobs;
using CddFunctions.Adapters.Folder;
using CddFunctions.Adapters.Identity;
using CddFunctions.Adapters.Sqlite;
using CddFunctions.Platform;
using Microsoft.Extensions.Options;

namespace CddFunctions.Host;

/// <summary>Puts the adapters that the settings name behind the ports. Nowhere else are adapters chosen.</summary>
public static class Storage
{
    public static void AddStorage(this WebApplicationBuilder builder)
    {
        var chosen = builder.Configuration.GetSection("Storage").Get<StorageOptions>() ?? new();
        AddSqlite(builder.Services);
        _ = string.Equals(chosen.Files, "blob", StringComparison.Ordinal) ? builder.Services.AddBlobs() : AddFolder(builder.Services);
        builder.Services.AddSingleton(s => AzureCredentials.Of(s.GetRequiredService<IOptions<AzureOptions>>().Value));
        builder.Services.AddSingleton(s => new StorageDescription(s.GetRequiredService<SqliteDocuments>().Description, chosen.Files));
    }

    private static void AddSqlite(IServiceCollection services)
    {
        // The store's own waiting is measured in real time, also in a rehearsal.
        services.AddSingleton(s => SqliteDocuments.Open(Path.Combine(Folder(s), "cdd.db"), TimeProvider.System));
        services.AddSingleton<IDocuments>(s => s.GetRequiredService<SqliteDocuments>());
    }

    private static IServiceCollection AddFolder(IServiceCollection services) => services
        .AddSingleton<IFiles>(s => Files(s, "files"))
        .AddSingleton(s => new PublishedFiles(Files(s, "published")))
        .AddSingleton<IIncoming, NoIncoming>();

    private static FolderFiles Files(IServiceProvider services, string name) =>
        new(Path.Combine(Folder(services), name), services.GetRequiredService<TimeProvider>());

    private static string Folder(IServiceProvider services) => services.GetRequiredService<IOptions<DataOptions>>().Value.Folder;
}
