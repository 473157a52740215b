using Azure.Storage.Blobs;
using CddFunctions.Adapters.Blobs;
using CddFunctions.Tests.Servers;
using Microsoft.Extensions.Time.Testing;

namespace CddFunctions.Tests.Adapters.Blobs;

/// <summary>The three places of an account of Azurite of its own, with a count of what is asked for.</summary>
internal sealed class BlobStore
{
    private BlobStore(IReadOnlyDictionary<string, string> settings, DateTimeOffset now)
    {
        Options = new() { ConnectionString = settings["Blob:ConnectionString"], Retries = 0 };
        Account = BlobAccount.Open(
            Options,
            () => throw new InvalidOperationException("The key is enough."),
            o => o.AddPolicy(Requests, Azure.Core.HttpPipelinePosition.PerRetry)
        );
        Clock = new FakeTimeProvider(now);
        (Files, Published, Incoming) = (
            new(Account, BlobAccount.Files, Clock),
            new(Account, BlobAccount.Published, Clock),
            new(Account, Clock)
        );
    }

    public BlobOptions Options { get; }

    public BlobAccount Account { get; }

    public TimeProvider Clock { get; }

    public BlobFiles Files { get; }

    public BlobFiles Published { get; }

    public BlobIncoming Incoming { get; }

    public RequestCount Requests { get; } = new();

    public static async Task<BlobStore> CreateAsync(DateTimeOffset now) =>
        new(await (await AzuriteServer.SharedAsync()).CreateContainersAsync(), now);

    public BlobContainerClient Container(string name) => Account.Container(name);
}
