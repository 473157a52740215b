using Azure.Storage.Blobs;
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
    }

    public static async Task DeleteAsync(BlobAccount account)
    {
        foreach (var container in BlobAccount.Containers)
            await account.Container(container).DeleteAsync();
    }
}
