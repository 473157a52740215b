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
        AddFolder(builder.Services);
        builder.Services.AddSingleton(s => AzureCredentials.Of(s.GetRequiredService<IOptions<AzureOptions>>().Value));
        builder.Services.AddSingleton(s => new StorageDescription(s.GetRequiredService<SqliteDocuments>().Description, chosen.Files));
    }

    private static void AddSqlite(IServiceCollection services)
    {
        // The store's own waiting is measured in real time, also in a rehearsal.
        services.AddSingleton(s => SqliteDocuments.Open(Path.Combine(Folder(s), "cdd.db"), TimeProvider.System));
        services.AddSingleton<IDocuments>(s => s.GetRequiredService<SqliteDocuments>());
    }

    private static void AddFolder(IServiceCollection services) =>
        services.AddSingleton<IFiles>(s => new FolderFiles(Path.Combine(Folder(s), "files"), s.GetRequiredService<TimeProvider>()));

    private static string Folder(IServiceProvider services) => services.GetRequiredService<IOptions<DataOptions>>().Value.Folder;
}
