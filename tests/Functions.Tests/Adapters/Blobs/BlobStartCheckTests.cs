using CddFunctions.Adapters.Blobs;
using CddFunctions.Tests.Servers;

namespace CddFunctions.Tests.Adapters.Blobs;

public sealed class BlobStartCheckTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_containers_that_are_missing_are_named()
    {
        var settings = (await AzuriteServer.SharedAsync()).NextAccount();
        var account = Open(settings["Blob:ConnectionString"]);
        await account.Container(BlobAccount.Files).CreateAsync(cancellationToken: Ct);

        var faults = await new BlobStartCheck(account).FaultsAsync(Ct);

        Assert.Equal(
            [true, true],
            faults.Zip(["'incoming'", "'published'"], (fault, name) => fault.Contains(name, StringComparison.Ordinal))
        );
        foreach (var name in new[] { BlobAccount.Incoming, BlobAccount.Published })
            await account.Container(name).CreateAsync(cancellationToken: Ct);
        Assert.Empty(await new BlobStartCheck(account).FaultsAsync(Ct));
    }

    [Fact]
    public async Task An_account_that_is_not_there_is_named()
    {
        var account = Open("DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;BlobEndpoint=http://127.0.0.1:9/a;");

        var faults = await new BlobStartCheck(account).FaultsAsync(Ct);

        Assert.All(faults, fault => Assert.Contains("http://127.0.0.1:9/a", fault, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData("", "", false)]
    [InlineData("https://a.invalid", null, true)]
    [InlineData("http://a.invalid", null, false)]
    [InlineData("a.invalid", null, false)]
    [InlineData(null, "UseDevelopmentStorage=true", true)]
    [InlineData("https://a.invalid", "UseDevelopmentStorage=true", false)]
    public void There_is_one_way_to_the_account(string? uri, string? connection, bool complete) =>
        Assert.Equal(complete, BlobOptions.IsComplete(new() { ServiceUri = uri, ConnectionString = connection }));

    private static BlobAccount Open(string connection) =>
        BlobAccount.Open(
            new() { ConnectionString = connection, Retries = 0 },
            () => throw new InvalidOperationException("The key is enough.")
        );
}
