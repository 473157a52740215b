using System.Globalization;
using CddFunctions.Tests.Adapters.Blobs;

namespace CddFunctions.Tests.Servers;

/// <summary>
/// One Azurite for the whole test process, begun by the first who asks. Each test has an account of its own, because the names
/// of the containers are fixed.
/// </summary>
internal sealed class AzuriteServer
{
    private const int Accounts = 2_000;

    /// <summary>Any base64 will do.</summary>
    private const string Key = "bm8gc2VjcmV0OiBhIGtleSBvZiB0aGUgdGVzdHM=";
    private static readonly Lazy<Task<AzuriteServer>> Shared = new(StartAsync);

    private readonly NodeServer _node;
    private int _last;

    private AzuriteServer(NodeServer node) => _node = node;

    public string Output => _node.Output;

    public static Task<AzuriteServer> SharedAsync() => Shared.Value;

    /// <summary>A fresh account with the containers that the application needs.</summary>
    /// <returns>The settings with which a process uses it: <c>Storage:Files</c>, <c>Blob:ConnectionString</c>.</returns>
    public async Task<IReadOnlyDictionary<string, string>> CreateContainersAsync()
    {
        var settings = NextAccount();
        await BlobContainers.CreateAsync(settings["Blob:ConnectionString"]);
        return settings;
    }

    /// <summary>A fresh account without containers: what infra-bicep has not finished.</summary>
    public IReadOnlyDictionary<string, string> NextAccount()
    {
        var name = Name(Interlocked.Increment(ref _last));
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Storage:Files"] = "blob",
            ["Blob:ConnectionString"] =
                $"DefaultEndpointsProtocol=http;AccountName={name};AccountKey={Key};BlobEndpoint={_node.Address}{name};",
        };
    }

    private static async Task<AzuriteServer> StartAsync() =>
        new(await NodeServer.StartAsync("azurite.mjs", port => [$"{port}", Key, .. Enumerable.Range(1, Accounts).Select(Name)]));

    private static string Name(int number) => "test" + number.ToString("d4", CultureInfo.InvariantCulture);
}
