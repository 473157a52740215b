using System.Net;

namespace CddFunctions.Tests.Adapters.Cosmos;

/// <summary>Between the SDK and the test server: for a while no write to one partition is let through.</summary>
internal sealed class RefusingNetwork(string partition) : DelegatingHandler(new HttpClientHandler())
{
    public bool Refuses { get; set; } = true;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Refuses && StoppingNetwork.Writes(request, partition)
            ? Task.FromResult(FaultyNetwork.Refusal(HttpStatusCode.Forbidden))
            : base.SendAsync(request, cancellationToken);
}
