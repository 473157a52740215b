using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CddFunctions.Adapters.Blobs;

namespace CddFunctions.Tests.Adapters.Blobs;

/// <summary>What Bicep makes in Azure.</summary>
internal static class BlobContainers
{
    public static async Task CreateAsync(string connection)
    {
        var service = new BlobServiceClient(connection);
        foreach (var container in BlobAccount.Containers)
            await service.CreateBlobContainerAsync(container);

        // As in Azure: browsers send their files to the store themselves.
        var anywhere = new BlobCorsRule
        {
            AllowedOrigins = "*",
            AllowedMethods = "GET,HEAD,OPTIONS,PUT",
            AllowedHeaders = "content-type,x-ms-*",
            ExposedHeaders = "etag",
            MaxAgeInSeconds = 60,
        };
        var properties = (await service.GetPropertiesAsync()).Value;
        properties.Cors = [anywhere];
        await service.SetPropertiesAsync(properties);
    }

    public static async Task DeleteAsync(BlobAccount account)
    {
        foreach (var container in BlobAccount.Containers)
            await account.Container(container).DeleteAsync();
    }
}
