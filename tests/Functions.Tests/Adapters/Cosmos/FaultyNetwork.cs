using System.Collections.Concurrent;
using System.Net;

namespace CddFunctions.Tests.Adapters.Cosmos;

/// <summary>Between the SDK and the test server: each request for an item meets the next fault, then all is well.</summary>
internal sealed class FaultyNetwork() : DelegatingHandler(new HttpClientHandler())
{
    private readonly ConcurrentQueue<Func<Func<Task<HttpResponseMessage>>, CancellationToken, Task<HttpResponseMessage>>> faults = new();
    private Func<HttpResponseMessage>? always;

    /// <summary>Requests for items so far.</summary>
    public int Requests { get; private set; }

    /// <summary>The service refuses without doing anything.</summary>
    public FaultyNetwork Answer(HttpStatusCode status, int times = 1)
    {
        for (var i = 0; i < times; i++)
            faults.Enqueue((_, _) => Task.FromResult(Refusal(status)));
        return this;
    }

    public void Always(HttpStatusCode status) => always = () => Refusal(status);

    /// <summary>The service does it, and its answer gets lost.</summary>
    public void LoseAnswer() =>
        faults.Enqueue(
            async (send, _) =>
            {
                (await send()).Dispose();
                throw new HttpRequestException("made up: the connection broke");
            }
        );

    /// <summary>The request gets lost; <paramref name="meanwhile"/> happens before it is sent again.</summary>
    public void LoseRequest(Func<Task> meanwhile) =>
        faults.Enqueue(
            async (_, _) =>
            {
                await meanwhile();
                throw new HttpRequestException("made up: the connection broke");
            }
        );

    /// <summary>No answer until whoever asked gives up.</summary>
    public void Hang(Action started) =>
        faults.Enqueue(
            async (_, ct) =>
            {
                started();
                await Task.Delay(Timeout.Infinite, ct);
                return Refusal(HttpStatusCode.OK);
            }
        );

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri?.AbsolutePath.Contains("/docs", StringComparison.Ordinal) != true)
            return base.SendAsync(request, cancellationToken);

        Requests++;
        if (faults.TryDequeue(out var fault))
            return fault(() => base.SendAsync(request, cancellationToken), cancellationToken);
        return always is { } refusal ? Task.FromResult(refusal()) : base.SendAsync(request, cancellationToken);
    }

    public static HttpResponseMessage Refusal(HttpStatusCode status)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent("""{"code":"MadeUp","message":"made up"}""") };
        response.Headers.Add("x-ms-retry-after-ms", "1");
        response.Headers.Add("x-ms-request-charge", "0");
        return response;
    }
}
