using System.Net;
using System.Text.Json;
using CddFunctions.Platform.Storage;
using Microsoft.Azure.Cosmos;

namespace CddFunctions.Adapters.Cosmos;

/// <summary>Checks that database, container and partition key are there. Bicep makes them; the application's identity may not.</summary>
internal sealed class CosmosStartCheck(CosmosClient client, Container container, TimeProvider clock) : IStartCheck
{
    /// <summary>
    /// Longest time of the check. A cold start first fetches a token and opens connections, and a check that gives up ends the process.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct)
    {
        using var requests = new CosmosRequests(Patience, clock);
        try
        {
            return await requests.CallAsync(FaultAsync, ct) is { } fault ? [fault] : [];
        }
        catch (StorageUnavailableException e)
        {
            return [$"เปิด Cosmos DB {client.Endpoint} ไม่ได้ / Cosmos DB {client.Endpoint} cannot be opened: {e.Message}"];
        }
    }

    private async Task<string?> FaultAsync(CancellationToken ct)
    {
        using var found = await container.ReadContainerStreamAsync(cancellationToken: ct);
        if (found.StatusCode is HttpStatusCode.NotFound)
            return await MissingAsync(ct);
        if (!found.IsSuccessStatusCode)
            throw CosmosErrors.Unexpected(found);

        using var properties = await JsonDocument.ParseAsync(found.Content, cancellationToken: ct);
        var key = string.Join(
            ", ",
            properties.RootElement.GetProperty("partitionKey").GetProperty("paths").EnumerateArray().Select(p => p.GetString())
        );
        return key is CosmosItem.PartitionKeyPath
            ? null
            : $"คอนเทนเนอร์ {Name} แบ่งพาร์ทิชันด้วย {key} แทนที่จะเป็น {CosmosItem.PartitionKeyPath} ให้สร้างใหม่ด้วย infra-bicep / the container {Name} has the partition key {key} instead of {CosmosItem.PartitionKeyPath}; a container keeps its key, so make a new one with infra-bicep.";
    }

    private async Task<string> MissingAsync(CancellationToken ct)
    {
        using var database = await container.Database.ReadStreamAsync(cancellationToken: ct);
        if (database.StatusCode is HttpStatusCode.NotFound)
            return $"ไม่มีฐานข้อมูล {container.Database.Id} ใน {client.Endpoint} ให้สร้างด้วย infra-bicep หรือแก้ Cosmos:Database / {client.Endpoint} has no database '{container.Database.Id}'; infra-bicep makes it, Cosmos:Database names it.";
        return $"ไม่มีคอนเทนเนอร์ {Name} ใน {client.Endpoint} ให้สร้างด้วย infra-bicep / {client.Endpoint} has no container '{Name}'; infra-bicep makes it.";
    }

    private string Name => $"{container.Database.Id}/{container.Id}";
}
